// What no editor should send, and texts that nobody should write: node broken.js CREDIT RULES
'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const { Editor, lsp } = require('./client');

const [credit, rules] = process.argv.slice(2);
const pack = 'cn/product-quality-points/2024-01-01';
const points = `${pack}/points.workflow.json`;
const step = said => console.log(`ok ${said}`);

async function main() {
  const editor = new Editor(credit, rules, 'en-GB');
  await editor.initialize();
  const raw = text => editor.server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  raw('{"jsonrpc":"2.0","id":1,');
  raw('[]');
  raw('{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///nowhere/x.json"}}}');
  raw('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":17}}}');
  await editor.open(points);
  await editor.until(points, found => found.length === 0);
  step('messages that are no messages are passed over');

  await assert.rejects(editor.connection.sendRequest('credit/unheardOf', {}), fault => fault.code === -32601);
  await assert.rejects(editor.connection.sendRequest('workspace/symbol', { query: 'x' }), fault => fault.code === -32601);
  step('what is unheard of is refused as such');

  // Cut off at many places, and answers all the same.
  const text = editor.texts.get(points).text;
  for (let at = 0; at < text.length; at += Math.ceil(text.length / 40)) {
    await editor.type(points, text.slice(0, at));
    const position = editor.at(text.slice(0, at), at);
    await editor.ask(lsp.CompletionRequest.type, points, undefined, { position });
    await editor.ask(lsp.HoverRequest.type, points, undefined, { position });
    await editor.ask(lsp.DefinitionRequest.type, points, undefined, { position });
    await editor.ask(lsp.DocumentSymbolRequest.type, points);
  }
  await editor.type(points, text);
  await editor.until(points, found => found.length === 0);
  const outside = await editor.ask(lsp.HoverRequest.type, points, undefined, { position: { line: 100000, character: 7 } });
  assert.equal(outside, null);
  step('a text cut off anywhere is answered about');

  // The catalogue that all stand on.
  const catalogue = 'events/penalties.json';
  await editor.open(catalogue);
  const sound = editor.texts.get(catalogue).text;
  await editor.type(catalogue, sound.slice(0, sound.length / 2));
  await editor.until(catalogue, found => found.some(each => each.code === 'json-broken' && /not valid JSON/.test(each.message)));
  editor.published.delete(editor.uri(points));
  await editor.type(points, text + ' ');
  await editor.until(points, found => found.length === 0, 'the catalogue is told of here');
  await editor.type(catalogue, sound);
  await editor.until(catalogue, found => found.length === 0);
  step('a broken catalogue is told where it is broken, in English for who speaks it');

  // Elsewhere, and gone.
  const apart = `${rules}/../apart-${process.pid}.json`;
  fs.writeFileSync(apart, '{');
  await editor.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
    textDocument: { uri: `file://${apart}`, languageId: 'json', version: 1, text: '{' },
  });
  assert.equal(await editor.connection.sendRequest(lsp.HoverRequest.type, {
    textDocument: { uri: `file://${apart}` }, position: { line: 0, character: 0 },
  }), null);
  fs.unlinkSync(apart);
  await editor.type(points, text.replace('happened.kind', 'happened.kinds'));
  await editor.until(points, found => found.length > 0);
  await editor.connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, {
    textDocument: { uri: editor.uri(points) },
  });
  await editor.until(points, found => found.length === 0);
  editor.server.stdin.end();
  assert.equal(await editor.ended, 1);
  step('a file of no rules is left alone, what was not saved is forgotten, and who just leaves ends it');
}

main().catch(fault => { console.error(fault); process.exit(1); });
