// How long an editor waits: node latency.js CREDIT RULES [TIMES]
// From a keystroke (didChange) to the diagnostics that it brings, first what is found without running
// anything, then what only running the cases shows; and of completion and hover.
'use strict';
const { performance } = require('node:perf_hooks');
const os = require('node:os');
const { Editor, lsp } = require('./client');

const [credit, rules, times = 100] = process.argv.slice(2);
const packs = [
  ['cn/product-quality-points/2024-01-01', 'cases/sampling.cases.json', 'points.workflow.json', '"points": "worth"'],
  ['cn/sampling-follow-up/2020-01-01', 'cases/first-round.cases.json', 'duties.workflow.json', null],
];

function tell(what, all) {
  all.sort((a, b) => a - b);
  const at = share => all[Math.min(all.length - 1, Math.floor(share * all.length))].toFixed(0);
  console.log(`${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${all.at(-1).toFixed(0)} ms (${all.length})`);
}

const since = async (all, wait) => {
  const began = performance.now();
  const answer = await wait();
  all.push(performance.now() - began);
  return answer;
};

async function main() {
  for (const [pack, cases, workflow, asked] of packs) {
    const editor = new Editor(credit, rules, 'en');
    await editor.initialize();
    const file = `${pack}/${workflow}`;
    const began = performance.now();
    await editor.open(file);
    await editor.until(file, found => found.length === 0);
    console.log(`${pack}: opened in ${(performance.now() - began).toFixed(0)} ms`);
    const right = editor.texts.get(file).text;
    const wrong = right.replace('happened.kind', 'happened.kinds');
    const shown = [];
    for (let i = 0; i < times; i++) {
      await since(shown, async () => {
        await editor.type(file, i % 2 === 0 ? wrong : right);
        await editor.until(file, found => (found.length > 0) === (i % 2 === 0));
      });
    }
    tell('  keystroke to diagnostics', shown);
    const [complete, hover] = [[], []];
    for (let i = 0; i < times; i++) {
      await editor.type(file, right + ' '.repeat(i % 2 + 1));
      await since(complete, () => editor.ask(lsp.CompletionRequest.type, file, 'happened.|kind'));
      await since(hover, () => editor.ask(lsp.HoverRequest.type, file, 'happened.ki|nd'));
    }
    tell('  keystroke to completion', complete);
    tell('  hover after it', hover);
    await editor.open(`${pack}/${cases}`);
    const sound = editor.texts.get(`${pack}/${cases}`).text;
    const [ran, both] = [[], []];
    const other = sound.replace(/"(tier|state)": "(\w+)"/, (_, name) => `"${name}": "nothing"`);
    for (let i = 0; i < times / 5; i++) {
      await since(ran, async () => {
        await editor.type(`${pack}/${cases}`, i % 2 === 0 ? other : sound);
        await editor.until(`${pack}/${cases}`, found => (found.length > 0) === (i % 2 === 0));
      });
    }
    tell('  a case edited, to its outcome', ran);
    if (asked) {
      for (let i = 0; i < times / 5; i++) {
        await since(both, async () => {
          await editor.type(file, i % 2 === 0 ? right.replace(asked, '"points": "worth + 1"') : right);
          await editor.until(`${pack}/${cases}`, found => (found.length > 0) === (i % 2 === 0));
        });
      }
      tell('  a rule edited, to lint, cases and both engines', both);
    }
    await editor.leave();
  }
  console.log(`load ${os.loadavg().map(each => each.toFixed(1)).join(' ')}, ${os.cpus().length} processors`);
}

main().catch(fault => { console.error(fault); process.exit(1); });
