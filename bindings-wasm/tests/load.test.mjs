// The package loads, and says so when it was not loaded.
import test from 'node:test';
import assert from 'node:assert/strict';
import * as hoten from 'hoten';

test('loads once, and again without harm', async () => {
  await Promise.all([hoten.load(), hoten.load()]);
  assert.match(hoten.version(), /^\d+\.\d+\.\d+$/);
});
