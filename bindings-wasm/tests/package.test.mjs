// The package as it is published: sizes, entries, types.
import test from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const inside = (name) => `${root}node_modules/hoten/${name}`;
const zipped = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** All that a page loads of an entry: its JavaScript, bundled and made small, and its module. */
async function weight(entry, module) {
  const { outputFiles } = await build({ stdin: { contents: `export * from '${entry}'`, resolveDir: root }, bundle: true, format: 'esm', platform: 'browser', minify: true, write: false, logLevel: 'error' });
  return zipped(outputFiles[0].contents) + zipped(readFileSync(inside(module)));
}

test('a download grows by no more than 2 % without someone saying so', async () => {
  const limits = JSON.parse(readFileSync(new URL('sizes.json', import.meta.url), 'utf8'));
  const sizes = { 'hoten/forms': await weight('hoten/forms', 'forms.wasm'), hoten: await weight('hoten', 'hoten.wasm') };
  console.log(`gzip: ${JSON.stringify(sizes)}`);
  for (const [entry, size] of Object.entries(sizes)) {
    assert.ok(size <= limits[entry] * 1.02, `${entry} is ${size} B, recorded are ${limits[entry]} B: make it smaller, or record the new size in sizes.json`);
  }
});

test('nothing happens at import, and nothing waits at the top', () => {
  for (const name of readdirSync(inside('')).filter((file) => file.endsWith('.js'))) {
    const text = readFileSync(inside(name), 'utf8');
    assert.doesNotMatch(text, /^(const .*= |let .*= )?await /m, name);
    assert.doesNotMatch(text, /https?:\/\//, `${name} names no server`);
    // Old browsers refuse to compile a module on the spot.
    assert.doesNotMatch(text, /new WebAssembly\.(Module|Instance)\(/, name);
  }
});

test('no path of this machine is in the package', () => {
  for (const name of ['hoten.wasm', 'forms.wasm']) {
    const text = readFileSync(inside(name)).toString('latin1');
    assert.ok(!text.includes(root) && !/\/(home|root|usr|tmp)\//.test(text), name);
  }
});

test('publint and attw find nothing', () => {
  const run = (tool, ...given) => execFileSync(process.execPath, [`${root}node_modules/${tool}`, ...given], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const [packed] = readdirSync(`${root}target/npm`).filter((name) => name.endsWith('.tgz'));
  run('publint/src/cli.js', 'run', inside(''), '--strict');
  run('@arethetypeswrong/cli/dist/index.js', `target/npm/${packed}`, '--exclude-entrypoints', 'hoten.wasm', 'forms.wasm', 'places.bin', 'worker.main.js', 'package.json', '--profile', 'node16');
});
