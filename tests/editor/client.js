// An editor without a window: starts credit lsp and speaks to it as VS Code does.
'use strict';
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const lsp = require('vscode-languageserver-protocol/node');

const Patience = Number(process.env.CREDIT_PATIENCE ?? 60000);

class Editor {
  constructor(credit, rules, locale) {
    this.rules = rules;
    this.texts = new Map();
    this.published = new Map();
    this.waiting = [];
    this.shown = [];
    const [program, first] = credit.endsWith('.dll') ? ['dotnet', [credit]] : [credit, []];
    this.server = spawn(program, [...first, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.errors = '';
    this.server.stderr.on('data', data => { this.errors += data; });
    this.ended = new Promise(done => this.server.on('exit', done));
    this.connection = lsp.createProtocolConnection(
      new lsp.StreamMessageReader(this.server.stdout), new lsp.StreamMessageWriter(this.server.stdin));
    this.connection.onNotification(lsp.PublishDiagnosticsNotification.type, told => {
      this.published.set(told.uri, told.diagnostics);
      this.waiting = this.waiting.filter(each => !each(told));
    });
    this.connection.onNotification(lsp.ShowMessageNotification.type, told => this.shown.push(told.message));
    this.connection.onNotification(lsp.LogMessageNotification.type, () => {});
    this.connection.onRequest(lsp.CodeLensRefreshRequest.type, () => null);
    this.connection.listen();
    this.locale = locale;
  }

  initialize() {
    return this.connection.sendRequest(lsp.InitializeRequest.type, {
      processId: process.pid, rootUri: pathToFileURL(this.rules).href, locale: this.locale,
      capabilities: { workspace: { codeLens: { refreshSupport: true } } },
    }).then(answer => this.connection.sendNotification(lsp.InitializedNotification.type, {}).then(() => answer));
  }

  uri(file) { return pathToFileURL(path.join(this.rules, file)).href; }

  async open(file) {
    const text = fs.readFileSync(path.join(this.rules, file), 'utf8');
    this.texts.set(file, { text, version: 1 });
    await this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
      textDocument: { uri: this.uri(file), languageId: 'json', version: 1, text },
    });
  }

  async type(file, text) {
    const version = (this.texts.get(file)?.version ?? 1) + 1;
    this.texts.set(file, { text, version });
    await this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri(file), version }, contentChanges: [{ text }],
    });
  }

  // Where a text stands in a file as it is now; '|' in it is the caret, else its beginning.
  position(file, marked) {
    const [before, after] = marked.includes('|') ? marked.split('|') : ['', marked];
    const text = this.texts.get(file).text;
    const at = text.indexOf(before + after);
    if (at < 0) throw new Error(`${file} does not say ${marked}`);
    return this.at(text, at + before.length);
  }

  at(text, offset) {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1).length };
  }

  ask(type, file, marked, more) {
    return this.connection.sendRequest(type, {
      textDocument: { uri: this.uri(file) },
      ...(marked === undefined ? {} : { position: this.position(file, marked) }), ...more,
    });
  }

  // The diagnostics of a file once they are as wanted.
  until(file, wanted, what) {
    const uri = this.uri(file);
    if (this.published.has(uri) && wanted(this.published.get(uri))) return Promise.resolve(this.published.get(uri));
    return new Promise((done, fail) => {
      const timer = setTimeout(
        () => fail(new Error(`${file}: ${what ?? 'no such diagnostics'}: ${JSON.stringify(this.published.get(uri))}\n${this.errors}`)),
        Patience);
      this.waiting.push(told => {
        if (told.uri !== uri || !wanted(told.diagnostics)) return false;
        clearTimeout(timer);
        done(told.diagnostics);
        return true;
      });
    });
  }

  async leave() {
    await this.connection.sendRequest(lsp.ShutdownRequest.type);
    await this.connection.sendNotification(lsp.ExitNotification.type);
    return this.ended;
  }
}

module.exports = { Editor, lsp };
