// hoten's index in node beside MiniSearch, a text search in JavaScript, on the same records and queries in one run.
//
//   node benches/peers/minisearch.mjs residents.csv truth.csv BUILD [QUERIES=2000]
//
// One record in 37 of those that have a duplicate is held back and searched for among the others. BUILD is the command that
// builds the index (the example `index` of this crate): it is called as `BUILD --build kept.csv kept.hoten`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import * as hoten from 'hoten';

const [records, truth, build, queries = '2000'] = process.argv.slice(2);
const EACH = 37;

/** The rows of a CSV file whose quotes hold neither quotes nor line ends, as the generator writes them. */
const rows = (path) =>
  readFileSync(path, 'utf8').trimEnd().split('\n').map((line) =>
    [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain));

const [headers, ...all] = rows(records);
const persons = rows(truth).slice(1).map(([, person]) => person);
const counts = new Map();
persons.forEach((person) => counts.set(person, (counts.get(person) ?? 0) + 1));
const [kept, held] = [[], []];
let seen = 0;
all.forEach((cells, row) => {
  const person = persons[row];
  const entry = { person, cells: Object.fromEntries(headers.map((name, at) => [name, cells[at]])) };
  if (counts.get(person) > 1 && ++seen % EACH === 0) {
    counts.set(person, counts.get(person) - 1);
    held.push(entry);
  } else kept.push(entry);
});
const personOf = new Map(kept.map(({ person, cells }) => [cells.record_id, person]));
const asked = held.filter(({ person }) => counts.get(person) > 0).slice(0, Number(queries));

const folder = mkdtempSync(join(tmpdir(), 'hoten-search-'));
const csv = join(folder, 'kept.csv');
const quoted = (cell) => `"${cell}"`;
writeFileSync(csv, [headers, ...kept.map(({ cells }) => headers.map((name) => cells[name]))]
  .map((line) => line.map(quoted).join(',')).join('\n') + '\n');
const file = join(folder, 'kept.hoten');
execFileSync(build, ['--build', csv, file], { stdio: 'inherit' });
const bytes = readFileSync(file);
rmSync(folder, { recursive: true });

await hoten.load();
await hoten.loadPlaces();
const heap = () => {
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return (heapUsed + external - arrayBuffers) / 1e6;
};
const timed = (work) => {
  const started = performance.now();
  const result = work();
  return [performance.now() - started, result];
};

const [opened, index] = timed(() => hoten.Index.open(bytes));
console.log(`${kept.length} records, ${asked.length} searched for; node ${process.version}`);
console.log(`hoten: file ${(bytes.length / 1e6).toFixed(1)} MB, opened in ${opened.toFixed(1)} ms`);

// The best configuration we know: marks folded on both sides, names with prefixes and one letter amiss, numbers and dates whole.
const fold = (term) => term.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').toLowerCase();
const iso = (date) => date.replace(/^(\d+)\/(\d+)\/(\d{4})$/, (_, d, m, y) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);
const words = { full_name: 1, commune: 1, father_name: 1, mother_name: 1 };
const whole = { dob: 1, cccd: 1, cmnd: 1, phone: 1 };
const before = heap();
const [made, mini] = timed(() => {
  const mini = new MiniSearch({
    idField: 'record_id',
    fields: [...Object.keys(words), ...Object.keys(whole)],
    extractField: (cells, name) => (name === 'dob' ? iso(cells.dob) : cells[name]),
    tokenize: (text, name) => (name in whole ? [text] : text.split(/[\s.,]+/)),
    processTerm: (term) => fold(term) || null,
  });
  mini.addAll(kept.map(({ cells }) => cells));
  return mini;
});
const json = JSON.stringify(mini);
console.log(`MiniSearch ${JSON.parse(readFileSync(new URL('../../package.json', import.meta.url))).devDependencies.minisearch}: ` +
  `built in ${made.toFixed(0)} ms, heap ${(heap() - before).toFixed(0)} MB, as JSON ${(json.length / 1e6).toFixed(1)} MB`);
const [loaded] = timed(() => MiniSearch.loadJSON(json, {
  idField: 'record_id',
  fields: [...Object.keys(words), ...Object.keys(whole)],
}));
console.log(`MiniSearch: loaded from JSON in ${loaded.toFixed(0)} ms`);

const miniQuery = (cells, typing) => ({
  combineWith: 'OR',
  queries: Object.entries(cells).filter(([, text]) => text).map(([name, text]) => ({
    queries: [name === 'dob' ? iso(text) : text],
    fields: [name],
    ...(name in whole
      ? { fuzzy: false, prefix: false, tokenize: (text) => [text] }
      : { fuzzy: 0.2, prefix: typing, combineWith: 'OR' }),
  })),
});
const only = (cells, names) => Object.fromEntries(names.map((name) => [name, cells[name]]).filter(([, text]) => text));
const half = (cells) => {
  const [, before, last] = /^(.* )(\S+)$/u.exec(cells.full_name.trim()) ?? [null, '', cells.full_name];
  return { ...only(cells, ['dob']), full_name: before + [...last].slice(0, 2).join('') };
};
const searched = [...Object.keys(words), ...Object.keys(whole), 'sex', 'province', 'district', 'address'];
const kinds = {
  'complete records': [(cells) => only(cells, searched), false],
  'name and date': [(cells) => only(cells, ['full_name', 'dob']), false],
  name: [(cells) => only(cells, ['full_name']), false],
  'name, last word half, and date': [half, true],
};
const at = (times, p) => times[Math.floor((times.length - 1) * p)].toFixed(0).padStart(7);
for (const [kind, [make, typing]] of Object.entries(kinds)) {
  const tools = {
    hoten: (cells) => index.search(cells, { limit: 5, typing }).map((hit) => String(hit.recordId)),
    MiniSearch: (cells) => {
      const known = Object.fromEntries(Object.entries(cells).filter(([name]) => name in words || name in whole));
      return mini.search(miniQuery(known, typing)).slice(0, 5).map((hit) => String(hit.id));
    },
  };
  for (const [tool, search] of Object.entries(tools)) {
    const times = [];
    let found = 0;
    const cpu = process.cpuUsage();
    for (const { person, cells } of asked) {
      const query = make(cells);
      const [time, ids] = timed(() => search(query));
      times.push(time * 1e3);
      found += ids.some((id) => personOf.get(id) === person);
    }
    const { user, system } = process.cpuUsage(cpu);
    times.sort((a, b) => a - b);
    console.log(`${kind.padEnd(31)} ${tool.padEnd(10)} p50 ${at(times, 0.5)} p99 ${at(times, 0.99)} us, ` +
      `CPU ${((user + system) / asked.length).toFixed(0).padStart(6)} us a search; at rank 5 ${(found / asked.length).toFixed(4)}`);
  }
}
index.close();
