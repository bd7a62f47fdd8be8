// Lays the demo out in a folder that any web server can serve: build.mjs PACKAGE_DIR OUT_DIR [INDEX].
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [source, out, index] = process.argv.slice(2);
rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'hoten/messages'), { recursive: true });
for (const file of ['index.html', 'demo.css', 'demo.js']) cpSync(join(here, file), join(out, file));
// What the demo imports, and no more: an office's line may be slow.
const wanted = ['browser.js', 'engine.js', 'form', 'form.js', 'forms.browser.js', 'forms.engine.js', 'forms.functions.js', 'forms.glue.js', 'hoten.engine.js', 'hoten.functions.js', 'index.js', 'hoten.glue.js', 'hoten.wasm', 'messages/speak.js', 'messages/vi.js', 'places.bin'];
for (const file of wanted) cpSync(join(source, file), join(out, 'hoten', file), { recursive: true });
if (index && existsSync(index)) cpSync(index, join(out, 'residents.hoten'));

const list = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? list(join(folder, one.name)) : [join(folder, one.name)]));
const files = list(out).map((file) => relative(out, file)).sort();
const print = createHash('sha256');
for (const file of files) print.update(file).update(readFileSync(join(out, file)));
const worker = readFileSync(join(here, 'sw.js'), 'utf8');
writeFileSync(join(out, 'sw.js'), worker.replace('BUILD', print.digest('hex').slice(0, 12)).replace("'FILES'", files.map((file) => `'${file}'`).join(', ')));
