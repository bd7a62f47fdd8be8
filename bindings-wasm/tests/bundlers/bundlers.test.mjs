// The packed tarball, installed in a project of its own, used as people use it. Nothing but the
// tarball and the tools of package.json is needed.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { build as vite } from 'vite';
import webpack from 'webpack';
import { browse, open, root } from '../browser/page.mjs';

const project = `${root}target/bundlers/`;
const SAID = 'hòa|Đầu số cũ 11 số, đã đổi sang đầu số mới năm 2018.|1';
let session;

before(async () => {
  rmSync(project, { recursive: true, force: true });
  mkdirSync(`${project}node_modules`, { recursive: true });
  cpSync(`${root}bindings-wasm/tests/bundlers`, `${project}src`, { recursive: true });
  writeFileSync(`${project}package.json`, '{ "private": true, "type": "module" }');
  const [packed] = readdirSync(`${root}target/npm`).filter((name) => name.endsWith('.tgz'));
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--no-save', `${root}target/npm/${packed}`], { cwd: project });
  for (const name of ['react', 'react-dom', 'scheduler']) symlinkSync(`${root}node_modules/${name}`, `${project}node_modules/${name}`);
  session = await browse(project);
});
after(() => session?.close());

/** Opens what a set-up made and waits for its answer. */
async function titled(path) {
  const { page, context, errors } = await open(session.browser, `${session.origin}/${path}/`);
  await page.waitForFunction(() => /\|/.test(document.title) || document.title.startsWith('failed'), undefined, { timeout: 20_000 });
  const title = await page.title();
  await context.close();
  assert.deepEqual(errors, []);
  return title;
}
const html = (script) => `<!doctype html><html lang="vi"><head><link rel="icon" href="data:,"><title>…</title></head><body></body>${script}</html>`;

test('Vite', async () => {
  writeFileSync(`${project}index.html`, html('<script type="module" src="/src/page.js"></script>'));
  await vite({ root: project, base: './', logLevel: 'error', build: { outDir: `${project}vite` } });
  assert.equal(await titled('vite'), `${SAID}|1`);
});

test('webpack 5', async () => {
  const stats = await new Promise((resolve, reject) =>
    webpack({ context: project, mode: 'production', entry: './src/page.js', output: { path: `${project}webpack`, publicPath: 'auto' } }, (error, made) => (error ? reject(error) : resolve(made))),
  );
  assert.equal(stats.hasErrors(), false, stats.toString());
  writeFileSync(`${project}webpack/index.html`, html('<script src="main.js"></script>'));
  assert.equal(await titled('webpack'), `${SAID}|1`);
});

test('esbuild, the file loader', async () => {
  await esbuild.build({ absWorkingDir: project, entryPoints: ['src/esbuild.js'], bundle: true, splitting: true, format: 'esm', outdir: 'esbuild', loader: { '.wasm': 'file' }, minify: true, logLevel: 'error' });
  writeFileSync(`${project}esbuild/index.html`, html('<script type="module" src="esbuild.js"></script>'));
  assert.equal(await titled('esbuild'), `${SAID}|1`);
});

test('one file, opened from the disk', async () => {
  const { outputFiles } = await esbuild.build({ absWorkingDir: project, entryPoints: ['src/inline.js'], bundle: true, format: 'iife', write: false, minify: true, logLevel: 'silent', define: { 'import.meta.url': '"about:blank"' } });
  mkdirSync(`${project}inline`);
  writeFileSync(`${project}inline/index.html`, html(`<script>${outputFiles[0].text.replaceAll('</script', '<\\/script')}</script>`).replace('<head>', '<head><meta charset="utf-8">'));
  const { page, context, errors } = await open(session.browser, pathToFileURL(`${project}inline/index.html`).href);
  await page.waitForFunction(() => /\|/.test(document.title));
  assert.equal(await page.title(), `${SAID}|1`);
  assert.deepEqual(errors, []);
  await context.close();
});

test('rendered on a server: Vite for node, as frameworks do', async () => {
  for (const noExternal of [false, true]) {
    const outDir = `${project}server-${noExternal}`;
    await vite({ root: project, logLevel: 'error', ssr: { noExternal: noExternal ? ['hoten'] : [] }, build: { ssr: 'src/server.js', outDir, rollupOptions: { output: { entryFileNames: 'server.mjs' } } } });
    if (noExternal) for (const name of ['hoten.wasm', 'forms.wasm']) cpSync(`${project}node_modules/hoten/${name}`, `${outDir}/${name}`);
    const { render } = await import(pathToFileURL(`${outDir}/server.mjs`).href);
    assert.equal(await render(), `<p>${SAID}</p>`);
  }
});

test('node: import and require, with no bundler', () => {
  const node = (name, text) => {
    writeFileSync(`${project}${name}`, text);
    return execFileSync(process.execPath, [`${project}${name}`], { cwd: project, encoding: 'utf8' }).trim();
  };
  assert.equal(node('esm.mjs', "import { answer } from './src/app.js'; console.log(await answer());"), SAID);
  const required = `const hoten = require('hoten'); const forms = require('hoten/forms'); const { message } = require('hoten/messages/vi');
    (async () => { await Promise.all([hoten.load(), forms.load()]); console.log([forms.normalize('HOÀ'), message(forms.parsePhone('01691234567').findings[0]), hoten.dedupe([{ fullName: 'Lê Lợi' }]).clusters.length].join('|')); })();`;
  assert.equal(node('cjs.cjs', required), SAID);
});
