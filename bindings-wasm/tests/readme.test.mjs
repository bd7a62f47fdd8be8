// The JavaScript examples of the readmes run as they stand.
import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

for (const [name, path] of [['main', 'README.md'], ['package', 'bindings-wasm/js/README.md']]) {
  test(`the examples of ${path} run`, async (t) => {
    const text = readFileSync(new URL(path, root), 'utf8');
    const blocks = [...text.matchAll(/^```js\n(.*?)^```$/gms)].map(([, block]) => block);
    assert.ok(blocks.length > 0);
    const said = t.mock.method(console, 'assert', (holds) => assert.ok(holds));
    // Below the workspace, so that 'hoten' is the installed package.
    const folder = new URL('target/readme/', root);
    mkdirSync(folder, { recursive: true });
    for (const [at, block] of blocks.entries()) {
      const file = new URL(`${name}${at}.mjs`, folder);
      writeFileSync(file, block);
      await import(file);
    }
    said.mock.restore();
  });
}
