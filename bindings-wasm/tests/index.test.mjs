// Index files through JavaScript's door.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { differences } from './queries.mjs';

const hoten = await import(process.env.HOTEN_NPM ?? 'hoten');
await hoten.load();
// Communes through history, as the Rust and Python builds hold them.
await hoten.loadPlaces();
const data = new URL('../../core/testdata/index/', import.meta.url);
const bytes = new Uint8Array(await readFile(new URL('people.hoten', data)));

test('the same answers as in Rust', async () => {
  const lines = await readFile(new URL('queries.jsonl', data), 'utf8');
  assert.deepEqual(differences(hoten, bytes, lines), { asked: 1000, different: [] });
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
  index[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
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

const key = Uint8Array.from({ length: 32 }, (_, at) => at);
const camel = (record) =>
  Object.fromEntries(Object.entries(record).map(([name, text]) => [name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()), text]));
const keyedBytes = new Uint8Array(await readFile(new URL('people.keyed.hoten', data)));

test('a keyed file gives the same answers as in Rust, and shows nobody', async () => {
  const lines = (await readFile(new URL('keyed.jsonl', data), 'utf8')).trimEnd().split('\n');
  const index = hoten.Index.open(keyedBytes, { key });
  assert.ok(index instanceof hoten.KeyedIndex);
  assert.equal(index.kind, 'keyed');
  for (const { in: asked, out } of lines.map((line) => JSON.parse(line))) {
    const hits = index.search(camel(asked), { limit: 3 });
    assert.deepEqual(hits.map(({ handle, rule }) => [handle, rule]), out);
    assert.ok(hits.every((hit) => Object.keys(hit).join() === 'handle,rule'));
  }
  assert.ok(lines.length === 200 && index.entries >= 512 && index.record === undefined);
  index.verify();
  index.close();
});

test('keys that are missing, wrong, of another length or for nothing have codes', () => {
  const code = (call, want) => assert.throws(call, (error) => error instanceof Error && error.code === want);
  code(() => hoten.Index.open(keyedBytes), 'index_kind');
  code(() => hoten.Index.open(bytes, { key }), 'index_kind');
  code(() => hoten.Index.open(keyedBytes, { key: key.slice(1) }), 'index_key_length');
  code(() => hoten.Index.open(keyedBytes, { key: key.slice().reverse() }), 'index_key_wrong');
  code(() => hoten.Index.open(keyedBytes, { key: 'password' }), 'not_bytes');
  const index = hoten.Index.open(keyedBytes.buffer.slice(keyedBytes.byteOffset, keyedBytes.byteOffset + keyedBytes.length), { key });
  code(() => index.search({ fullName: 'Trần Thị Bé' }, { commune: 'An Hảo' }), 'keyed_filter');
  index.close();
  code(() => index.search({ fullName: 'Trần Thị Bé' }), 'index_closed');
});

test('a keyed index is searched behind a worker, and no record leaves it', async () => {
  const { connect, serve } = await import('hoten/worker');
  const [page, worker] = [new EventTarget(), new EventTarget()];
  const to = (target) => (data) => target.dispatchEvent(Object.assign(new Event('message'), { data: structuredClone(data) }));
  page.postMessage = to(worker);
  worker.postMessage = to(page);
  serve(hoten, worker);
  const index = await connect(page).Index.open(keyedBytes, { key });
  assert.deepEqual([index.kind, index.record, index.entries >= 512], ['keyed', undefined, true]);
  const lines = (await readFile(new URL('keyed.jsonl', data), 'utf8')).split('\n');
  const { in: asked, out } = JSON.parse(lines.find((line) => !line.includes('"out":[]')));
  const { hits, truncated } = await index.search(camel(asked), { limit: 3 });
  assert.deepEqual([hits.map((hit) => Object.values(hit)), truncated], [out, false]);
  assert.ok(out.length > 0 && hits.every((hit) => Object.keys(hit).join() === 'handle,rule'));
  await index.close();
  await assert.rejects(index.search(camel(asked)), { code: 'index_closed' });
});
