// An index file in a real browser: the answers of Rust, on the page and in a worker.
import test from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { browse, open, root } from './page.mjs';

test('a thousand queries are answered as in Rust', async () => {
  const folder = `${root}target/browser-index`;
  const data = `${root}core/testdata/index/`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(`${root}node_modules/hoten`, `${folder}/hoten`, { recursive: true });
  cpSync(`${root}bindings-wasm/tests/queries.mjs`, `${folder}/queries.mjs`);
  cpSync(`${data}people.hoten`, `${folder}/people.hoten`);
  writeFileSync(`${folder}/index.html`, '<!doctype html><link rel="icon" href="data:,"><title>index</title><script type="module" src="page.js"></script>');
  const ask = `
    import * as hoten from './hoten/browser.js';
    import { differences } from './queries.mjs';
    export async function ask(lines) {
      await hoten.load();
      await hoten.loadPlaces();
      const bytes = new Uint8Array(await (await fetch('./people.hoten')).arrayBuffer());
      return differences(hoten, bytes, lines);
    }`;
  writeFileSync(`${folder}/ask.js`, ask);
  writeFileSync(`${folder}/worker.js`, "import { ask } from './ask.js'; onmessage = async ({ data }) => postMessage(await ask(data));");
  writeFileSync(
    `${folder}/page.js`,
    `import { ask } from './ask.js';
     window.run = async (lines) => {
       const worker = new Worker('./worker.js', { type: 'module' });
       const answered = new Promise((resolve, reject) => {
         worker.onmessage = ({ data }) => resolve(data);
         worker.onerror = (event) => reject(new Error(event.message));
       });
       worker.postMessage(lines);
       return { page: await ask(lines), worker: await answered };
     };
     document.title = 'ready';`,
  );
  const session = await browse(folder, {});
  try {
    const { page, errors } = await open(session.browser, `${session.origin}/`);
    await page.waitForFunction(() => document.title === 'ready');
    const lines = readFileSync(`${data}queries.jsonl`, 'utf8');
    const answers = await page.evaluate((given) => window.run(given), lines);
    const same = { asked: 1000, different: [] };
    assert.deepEqual(answers, { page: same, worker: same });
    assert.deepEqual(errors, []);
  } finally {
    await session.close();
  }
});
