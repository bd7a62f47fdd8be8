// Lays out the npm package: assemble.mjs GLUE_DIR PACKAGE_DIR VERSION.
// - The glue becomes a maker of instances, so that a trap is survived by a new one.
// - `inline` holds the forms build as base64.
// - Node's `require` gets its own files, bundled from the same sources.
import { build, transform } from 'esbuild';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [glueFolder, out, version] = process.argv.slice(2);
const sources = join(dirname(fileURLToPath(import.meta.url)), '../js');

/** Everything of the glue but its loading, in a function: each call makes an instance's own world. */
async function factory(name) {
  const glue = readFileSync(join(glueFolder, `${name}.js`), 'utf8');
  const end = glue.indexOf('async function __wbg_load');
  if (end < 0) throw new Error('the glue has another shape than assemble.mjs knows');
  const names = [];
  const body = glue.slice(0, end).replace(/^export (function|class) (\w+)/gm, (_, kind, exported) => {
    names.push(exported);
    return `${kind} ${exported}`;
  });
  if (/^(import|export) /m.test(body)) throw new Error('the glue imports or exports more than functions and classes');
  const start = 'async start(module) { __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module); }';
  const source = `export function createGlue() {\n${body}\nreturn { ${names.join(', ')}, ${start} };\n}\n`;
  const { code } = await transform(source, { minify: true, target: 'chrome109' });
  writeFileSync(join(out, `${name}.glue.js`), code);
}

cpSync(sources, out, { recursive: true });
await Promise.all(['hoten', 'forms'].map(factory));

const bytes = readFileSync(join(out, 'forms.wasm'));
writeFileSync(join(out, 'forms.base64.js'), `export default '${bytes.toString('base64')}';\n`);

// CommonJS for node: one file an entry, which finds the package's other files from its own place.
const entries = { hoten: 'node.js', forms: 'forms.node.js', inline: 'inline.js', schema: 'schema.js', form: 'form.js', vi: 'messages/vi.js', en: 'messages/en.js', worker: 'worker.js' };
await build({
  entryPoints: Object.entries(entries).map(([name, file]) => ({ in: join(out, file), out: name })),
  outdir: join(out, 'cjs'),
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node18',
  define: { 'import.meta.url': '__here' },
  banner: { js: "const __here = require('url').pathToFileURL(require('path').join(__dirname, '../index.js')).href;" },
  outExtension: { '.js': '.cjs' },
  logLevel: 'error',
});
// TypeScript takes a `require`d package's types from files of their own.
for (const folder of ['.', 'messages']) {
  for (const file of readdirSync(join(out, folder)).filter((file) => file.endsWith('.d.ts'))) {
    const text = readFileSync(join(out, folder, file), 'utf8').replace(/((?:from |import\()'\.{1,2}\/[^']*)\.js'/g, "$1.cjs'");
    writeFileSync(join(out, folder, file.replace(/\.d\.ts$/, '.d.cts')), text);
  }
}

const manifest = join(out, 'package.json');
writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('0.0.0', version));
