// Index files through JavaScript's door.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

const hoten = await import(process.env.HOTEN_NPM ?? 'hoten');
await hoten.load();
// Communes through history, as the Rust and Python builds hold them.
await hoten.loadPlaces();
const data = new URL('../../core/testdata/index/', import.meta.url);
const bytes = new Uint8Array(await readFile(new URL('people.hoten', data)));

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

test('the same answers as in Rust', async () => {
  const index = hoten.Index.open(bytes);
  const lines = (await readFile(new URL('queries.jsonl', data), 'utf8')).trim().split('\n');
  assert.equal(lines.length, 1000);
  for (const line of lines) {
    const { in: asked, typing, out } = JSON.parse(line);
    const record = Object.fromEntries(Object.entries(asked).map(([name, text]) => [camel(name), text]));
    const hits = index.search(record, { limit: 3, typing });
    assert.deepEqual(hits.map((hit) => [hit.row, hit.score]), out, line);
  }
  index.close();
});

test('a hit explains itself', () => {
  const index = hoten.Index.open(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const [hit, ...more] = index.search({ ...index.record(0) }, { limit: 4 });
  assert.equal(hit.row, 0);
  assert.equal(hit.recordId, 'HS-0');
  assert.ok(more.length <= 3 && hit.probability > 0.99);
  assert.equal(hit.explain().weight, hit.score);
  assert.equal(hit.record().fullName, index.record(0).fullName);
  assert.equal(hit.levels.surname, 'same');
  index.verify();
  index.close();
});

test('a closed index, damaged bytes and what is no record have codes', () => {
  const code = (call, want) => assert.throws(call, (error) => error instanceof Error && error.code === want);
  const index = hoten.Index.open(bytes);
  code(() => index.search('Hoà'), 'not_a_table');
  code(() => index.search({ note: 'x' }), 'unknown_query_field');
  code(() => index.search({ fullName: 'Nguy\ud83dn' }), 'text_not_unicode');
  code(() => index.record(1e6), 'no_such_row');
  index.close();
  index.close();
  code(() => index.search({ fullName: 'x' }), 'index_closed');
  code(() => hoten.Index.open(new Uint8Array(100)), 'not_an_index');
  code(() => hoten.Index.open(bytes.slice(0, 500)), 'index_damaged');
  code(() => hoten.Index.open('x'), 'not_bytes');
});

test('an index is searched in a worker', async () => {
  const source = `
    import { parentPort, workerData } from 'node:worker_threads';
    const hoten = await import(workerData.npm);
    await hoten.load();
    const index = hoten.Index.open(workerData.bytes);
    parentPort.postMessage(index.search(workerData.record, { limit: 1 })[0].recordId);`;
  const npm = process.env.HOTEN_NPM ?? import.meta.resolve('hoten');
  const workerData = { npm, bytes, record: { fullName: 'x', citizenId: hoten.Index.open(bytes).record(0).citizenId } };
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), { workerData });
  const id = await new Promise((resolve, reject) => worker.on('message', resolve).on('error', reject));
  assert.equal(id, 'HS-0');
});
