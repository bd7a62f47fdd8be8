// The JavaScript example of README.md runs as it stands.
import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

test('the example runs', async () => {
  const root = new URL('../../', import.meta.url);
  const text = readFileSync(new URL('README.md', root), 'utf8');
  const blocks = [...text.matchAll(/^```js\n(.*?)^```$/gms)].map(([, block]) => block);
  assert.ok(blocks.length > 0);
  // Below the workspace, so that 'hoten' is the installed package.
  const folder = new URL('target/readme/', root);
  mkdirSync(folder, { recursive: true });
  for (const [at, block] of blocks.entries()) {
    const file = new URL(`example${at}.mjs`, folder);
    writeFileSync(file, block);
    await import(file);
  }
});
