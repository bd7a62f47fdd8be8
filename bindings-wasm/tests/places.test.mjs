// Places: provinces at once, communes when their file is loaded.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as hoten from 'hoten';

await hoten.load();
const anHao = { province: 'An Giang', district: 'TX. Tịnh Biên', commune: 'X. An Hảo' };

test('provinces need no file', () => {
  const [unit] = hoten.resolvePlace({ province: 'Sóc Trăng' });
  assert.equal(unit.name, 'Thành phố Cần Thơ');
  assert.equal(unit.written.name, 'Tỉnh Sóc Trăng');
  assert.equal(hoten.resolvePlace(anHao)[0].name, 'Tỉnh An Giang');
});

test('communes come with their file', async () => {
  assert.throws(() => hoten.usePlaces(new Uint8Array(100)), (error) => error.code === 'place_table_damaged');
  await Promise.all([hoten.loadPlaces(), hoten.loadPlaces()]);
  const found = hoten.resolvePlace(anHao);
  assert.equal(found.length, 1);
  const [unit] = found;
  assert.deepEqual([unit.name, unit.code, unit.validFrom, unit.validUntil], ['Xã Núi Cấm', '30538', '2025-07-01', null]);
  assert.deepEqual(unit.parents, ['Tỉnh An Giang']);
  assert.deepEqual(unit.history.map((old) => old.name), ['Xã An Hảo', 'Xã Tân Lập']);
  assert.equal(unit.written.name, 'Xã An Hảo');
  assert.deepEqual(found.findings.map((one) => one.code), ['place_superseded']);
  assert.equal(hoten.resolvePlace({ commune: '00004', on: '2020-12-31' })[0].written.name, 'Phường Trúc Bạch');
});

test('what is no place is refused by name', () => {
  assert.throws(() => hoten.resolvePlace('An Giang'), (error) => error.code === 'not_a_place');
  assert.throws(() => hoten.resolvePlace({ province: 7 }), (error) => error.code === 'not_text');
  assert.throws(() => hoten.resolvePlace({ on: 'today' }), (error) => error.code === 'not_a_date');
  assert.equal(hoten.resolvePlace({}).length, 0);
});

test('the file is small', () => {
  const bytes = readFileSync(new URL(import.meta.resolve('hoten/places.bin')));
  assert.ok(gzipSync(bytes, { level: 9 }).length < 300_000);
});
