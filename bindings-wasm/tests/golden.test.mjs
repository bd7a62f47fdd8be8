// Runs core/testdata/golden: the cases that Rust and Python run too.
import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as forms from 'hoten/forms';
import * as hoten from 'hoten';
import { runCases } from './golden.mjs';

const root = new URL('../../', import.meta.url);
const golden = new URL('core/testdata/golden/', root);
const names = readdirSync(golden).filter((file) => file.endsWith('.jsonl')).sort();
const files = names.map((name) => [name, readFileSync(new URL(name, golden), 'utf8')]);

test('golden cases', async () => {
  await hoten.load();
  await hoten.loadPlaces();
  const { count, asked, skipped, failures } = runCases(hoten, files);
  console.log(`golden: ${count} cases`);
  mkdirSync(new URL('target/golden/', root), { recursive: true });
  writeFileSync(new URL('target/golden/js.count', root), `${count}\n`);
  assert.equal(asked + skipped, count, 'every case has a function to ask');
  assert.equal(failures.length, 0, `${failures.length} of ${count} cases\n${failures.join('\n')}`);
});

test('golden cases of the build for forms', async () => {
  await forms.load();
  await forms.loadPlaces();
  const { count, asked, failures } = runCases(forms, files);
  assert.ok(asked > count / 2, `${asked} of ${count} cases were asked`);
  assert.deepEqual(failures, []);
});

test('a wrong answer is seen', () => {
  const { failures } = runCases({ ...hoten, fold: () => 'x' }, files);
  assert.ok(failures.length > 0);
});
