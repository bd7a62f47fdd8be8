// Every golden case in a real browser, under the strictest policy the package works with.
import test from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { browse, open, root } from './page.mjs';

test('golden cases, whole and for forms, with a plain script', async () => {
  const folder = `${root}target/browser-golden`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(`${root}node_modules/hoten`, `${folder}/hoten`, { recursive: true });
  cpSync(`${root}bindings-wasm/tests/golden.mjs`, `${folder}/golden.mjs`);
  writeFileSync(`${folder}/index.html`, '<!doctype html><link rel="icon" href="data:,"><title>golden</title><script type="module" src="page.js"></script>');
  writeFileSync(
    `${folder}/page.js`,
    `import * as hoten from './hoten/browser.js';
     import * as forms from './hoten/forms.browser.js';
     import * as inline from './hoten/inline.js';
     import { connect } from './hoten/worker.js';
     import { runCases } from './golden.mjs';
     window.run = async (files) => {
       await Promise.all([hoten.load(), forms.load(), inline.load()]);
       await Promise.all([hoten.loadPlaces(), forms.loadPlaces()]);
       const worker = connect(new Worker('./hoten/worker.main.js', { type: 'module' }));
       await worker.load();
       const folded = await worker.fold('Đặng');
       const refused = await worker.fold(7).catch((error) => error.code);
       return { whole: runCases(hoten, files), forms: runCases(forms, files), inline: inline.normalize('HOÀ'), folded, refused };
     };
     document.title = 'ready';`,
  );
  const policy = { 'Content-Security-Policy': "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src data:" };
  const session = await browse(folder, policy);
  try {
    const { page, errors } = await open(session.browser, `${session.origin}/`);
    await page.waitForFunction(() => document.title === 'ready');
    const names = readdirSync(`${root}core/testdata/golden`).filter((name) => name.endsWith('.jsonl'));
    const files = names.map((name) => [name, readFileSync(`${root}core/testdata/golden/${name}`, 'utf8')]);
    const { whole, forms, inline, folded, refused } = await page.evaluate((given) => window.run(given), files);
    console.log(`golden in Chromium: ${whole.asked} of ${whole.count} cases, ${forms.asked} by the build for forms`);
    assert.deepEqual(whole.failures, []);
    assert.deepEqual(forms.failures, []);
    assert.equal(whole.asked + whole.skipped, whole.count);
    assert.deepEqual([inline, folded, refused], ['hòa', 'dang', 'not_text']);
    assert.deepEqual(errors, []);
  } finally {
    await session.close();
  }
});
