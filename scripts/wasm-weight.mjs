// What weighs in a module: its sections as gzip, and code by room and by function.
//
//     HOTEN_WASM_NAMES=1 scripts/build-wasm.sh && node scripts/wasm-weight.mjs target/wasm/names/forms.wasm
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const SECTIONS = ['custom', 'types', 'imports', 'functions', 'tables', 'memory', 'globals', 'exports', 'start', 'elements', 'code', 'data', 'data count'];
const bytes = readFileSync(process.argv[2]);
let at = 8;

function number() {
  let [value, shift] = [0, 0];
  for (;;) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    shift += 7;
    if (byte < 128) return value;
  }
}
function text() {
  const size = number();
  at += size;
  return bytes.toString('utf8', at - size, at);
}
function skipImport() {
  text();
  text();
  const kind = bytes[at++];
  if (kind === 0 || kind === 4) return number();
  if (kind === 3) return (at += 2);
  if (kind === 1) at += 1;
  const flags = number();
  number();
  return flags & 1 && number();
}

/** `_RNvMs_NtNtC...5hoten4name4Name5parse` as `hoten::name::Name::parse`: what is written with its length. */
function path(mangled) {
  const parts = [];
  let rest = mangled;
  while (rest && parts.length < 6) {
    const found = /(?<![0-9A-Za-z]0*)(\d{1,2})_?(?=[A-Za-z_])/.exec(rest) ?? /(\d{1,2})_?(?=[A-Za-z_])/.exec(rest);
    if (!found) break;
    const from = found.index + found[0].length;
    const part = rest.slice(from, from + Number(found[1]));
    if (/^[A-Za-z_]\w+$/.test(part) && part.length === Number(found[1])) parts.push(part);
    rest = rest.slice(from + Number(found[1]));
  }
  const crate = parts.findIndex((part) => ['hoten', 'core', 'alloc', 'std', 'hashbrown', 'smallvec', 'js_sys', 'wasm_bindgen', 'dlmalloc', 'fst', 'hoten_wasm'].includes(part));
  return crate < 0 ? mangled : parts.slice(crate).join('::');
}

const sections = [];
const sizes = [];
const names = new Map();
let imported = 0;
while (at < bytes.length) {
  const kind = bytes[at++];
  const size = number();
  const [start, end] = [at, at + size];
  let name = SECTIONS[kind];
  if (kind === 0) {
    name = text();
    while (name === 'name' && at < end) {
      const part = bytes[at++];
      const next = number() + at;
      if (part === 1) for (let left = number(); left > 0; left -= 1) names.set(number(), text());
      at = next;
    }
  } else if (kind === 2) {
    for (let left = number(); left > 0; left -= 1) {
      const before = at;
      skipImport();
      // Only functions are counted with the code.
      const [after, back] = [at, before];
      at = back;
      text();
      text();
      imported += bytes[at] === 0 ? 1 : 0;
      at = after;
    }
  } else if (kind === 10) {
    for (let left = number(); left > 0; left -= 1) {
      const length = number();
      sizes.push(length);
      at += length;
    }
  }
  at = end;
  sections.push([name, size, gzipSync(bytes.subarray(start, end), { level: 9 }).length]);
}

const print = (title, rows) => console.log([`\n${title}`, ...rows.map((row) => row.map((cell) => String(cell).padStart(9)).join(' '))].join('\n'));
print('section, bytes, gzip', sections.map(([name, size, zipped]) => [size, zipped, name]));
const functions = sizes.map((size, index) => [size, path(names.get(index + imported) ?? `function ${index}`)]);
const rooms = new Map();
for (const [size, name] of functions) {
  const room = name.split('::').slice(0, 2).join('::');
  rooms.set(room, (rooms.get(room) ?? 0) + size);
}
const largest = (rows, count) => rows.sort(([left], [right]) => right - left).slice(0, count);
print('code by room, bytes', largest([...rooms].map(([room, size]) => [size, room]), 30));
print('functions, bytes', largest(functions, 40));
