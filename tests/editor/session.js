// One afternoon of somebody who writes rules: node session.js CREDIT RULES
'use strict';
const assert = require('node:assert/strict');
const { Editor, lsp } = require('./client');

const [credit, rules] = process.argv.slice(2);
const pack = 'cn/product-quality-points/2024-01-01';
const points = `${pack}/points.workflow.json`;
const cases = `${pack}/cases/sampling.cases.json`;
const labels = answer => answer.items.map(each => each.label);
const step = said => console.log(`ok ${said}`);

async function main() {
  const editor = new Editor(credit, rules, 'zh-CN');
  const { capabilities } = await editor.initialize();
  assert.equal(capabilities.positionEncoding, 'utf-16');

  // A pack with an error.
  await editor.open(points);
  const right = editor.texts.get(points).text;
  await editor.until(points, found => found.length === 0, 'the shipped pack has a flaw');
  step('a sound file has no diagnostics');
  await editor.type(points, right.replace('happened.severity == \\"minor\\"', 'happened.severety == \\"minor\\"'));
  const [flaw] = await editor.until(points, found => found.some(each => each.code === 'unknown-field'));
  assert.deepEqual(flaw.range.start, editor.position(points, 'severety'));
  assert.equal(flaw.range.end.character - flaw.range.start.character, 'severety'.length);
  assert.match(flaw.message, /没有“severety”[\s\S]*severity/);
  assert.equal(flaw.severity, lsp.DiagnosticSeverity.Error);
  step('an error is told at its range, in Chinese');

  // Another file's fault stays there.
  const tier = `${pack}/tier.workflow.json`;
  await editor.open(tier);
  await editor.type(tier, '{ "WorkflowName": "tier", "Rules": [ {{{');
  await editor.until(tier, found => found.some(each => each.code === 'json-broken'));
  assert.ok((await editor.ask(lsp.CompletionRequest.type, points, 'happened.|kind')).items.length > 0);
  await editor.type(tier, require('node:fs').readFileSync(`${rules}/${tier}`, 'utf8'));
  await editor.until(tier, found => found.length === 0);
  step('what is broken in one file keeps nobody from working in another');

  await editor.type(points, right);
  await editor.until(points, found => found.length === 0, 'the mended file has a flaw');
  step('mended, it is gone');

  // Completion inside of a condition.
  const condition = '"Expression": "happened.kind == \\"sampling-result\\" && happened.result == \\"failed\\"';
  await editor.type(points, right.replace(condition, condition + ' && happened.'));
  const fields = await editor.ask(lsp.CompletionRequest.type, points, condition + ' && happened.|');
  const severity = fields.items.find(each => each.label === 'severity');
  assert.ok(severity, labels(fields).join());
  assert.match(severity.documentation, /严重程度/);
  assert.ok(!labels(fields).includes('fine'), 'the kind is pinned: a sampling has no fine');
  step('completion offers the fields of the kind that the condition has pinned');
  await editor.type(points, right.replace(condition, condition + ' && inS'));
  const names = await editor.ask(lsp.CompletionRequest.type, points, condition + ' && inS|');
  const inScope = names.items.find(each => each.label === 'inScope');
  assert.equal(inScope?.kind, lsp.CompletionItemKind.Constant);
  assert.ok(labels(names).includes('lookup') && labels(names).includes('happened'));
  step('and named values, functions and names');
  await editor.type(points, right.replace(condition, condition + ' && happened.severity == \\"'));
  const values = await editor.ask(lsp.CompletionRequest.type, points, condition + ' && happened.severity == \\"|');
  assert.deepEqual(labels(values).sort(), ['general', 'minor', 'serious']);
  step('and the values of an enumeration');
  await editor.type(points, right.replace('"groupCitation": "law.md#art-10-1",', '"groupCitation": "law.md#art-10-1", "",'));
  const properties = await editor.ask(lsp.CompletionRequest.type, points, '"groupCitation": "law.md#art-10-1", "|",');
  assert.ok(labels(properties).includes('lapsesOn') && !labels(properties).includes('groupCitation'), labels(properties).join());
  step('and outside of expressions the properties that a rule can still have');
  await editor.type(points, right);

  // Hover and go to.
  const hover = await editor.ask(lsp.HoverRequest.type, points, 'happened.sev|erity');
  assert.match(hover.contents.value, /\*\*severity\*\*.*严重程度/);
  const article = await editor.ask(lsp.HoverRequest.type, points, '"citation": "law.md#art-8|-1"');
  assert.match(article.contents.value, /第八条/);
  const named = await editor.ask(lsp.HoverRequest.type, points, '!happened.safetyItem && inSc|ope');
  assert.match(named.contents.value, /happened\.sector/);
  step('hover tells a field, an article, a named value');
  const there = await editor.ask(lsp.DefinitionRequest.type, points, '"citation": "law.md#art-8|-1"');
  assert.equal(there.uri, editor.uri(`${pack}/law.md`));
  const lawLine = require('node:fs').readFileSync(`${rules}/${pack}/law.md`, 'utf8').split('\n')[there.range.start.line];
  assert.match(lawLine, /\{#art-8-1\}/);
  const declared = await editor.ask(lsp.DefinitionRequest.type, points, '!happened.safetyItem && inSc|ope');
  assert.deepEqual(declared.range.start, editor.position(points, '"inScope"'));
  const table = await editor.ask(lsp.DefinitionRequest.type, points, 'lookup(\\"ca|ps\\"');
  assert.equal(table.uri, editor.uri(`${pack}/tables/caps.json`));
  step('one goes to the article, the named value, the table');
  const outline = await editor.ask(lsp.DocumentSymbolRequest.type, points);
  const rule = outline.find(each => each.name === 'sampling-minor');
  assert.equal(rule.detail, '监督抽查轻微不合格');
  assert.ok(rule.children.some(each => each.name === 'worth'));
  step('the outline has rules by id and title');

  // A case that fails, then passes.
  await editor.open(cases);
  const sound = editor.texts.get(cases).text;
  await editor.until(cases, found => found.length === 0);
  const wrong = sound.replace(/"points": (\d+)/, (_, number) => `"points": ${Number(number) + 1}`);
  await editor.type(cases, wrong);
  const [differs] = await editor.until(cases, found => found.some(each => each.code === 'case-differs'));
  assert.match(differs.message, /应为 \d+，实为 \d+/);
  const lenses = await editor.ask(lsp.CodeLensRequest.type, cases);
  const failing = lenses.find(each => each.command.title.startsWith('✗'));
  assert.ok(failing, JSON.stringify(lenses.map(each => each.command.title)));
  const run = command => editor.connection.sendRequest(lsp.ExecuteCommandRequest.type, command);
  const failed = await run(failing.command);
  assert.equal(failed.passed, false);
  assert.match(failed.differences.join(), /应为/);
  assert.match(failed.explanation, /law\.md#/);
  await editor.type(cases, sound);
  const passed = await run(failing.command);
  assert.equal(passed.passed, true, JSON.stringify(passed));
  await editor.until(cases, found => found.length === 0);
  assert.ok((await editor.ask(lsp.CodeLensRequest.type, cases)).every(each => each.command.title.startsWith('✓')));
  assert.equal(editor.shown.length, 2, editor.shown.join());
  step('a case is run: it fails with its reason, then passes');

  assert.equal(await editor.leave(), 0, editor.errors);
  assert.equal(editor.errors, '');
  step('it ends with exit code 0 and nothing said on standard error');
}

main().catch(fault => { console.error(fault); process.exit(1); });
