// Standard Schema: errors are issues, nothing else is.
import test from 'node:test';
import assert from 'node:assert/strict';
import * as hoten from 'hoten/forms';
import * as en from 'hoten/messages/en';
import * as vi from 'hoten/messages/vi';
import { createSchemas } from 'hoten/schema';

await hoten.load();
const { field, record } = createSchemas(hoten, vi);
const run = (schema, value) => schema['~standard'].validate(value);
const codes = (result) => (result.issues ?? []).map((issue) => issue.code);

test('the shape that the standard asks for', () => {
  const { version, vendor, validate } = field('phone')['~standard'];
  assert.deepEqual([version, vendor, typeof validate], [1, 'hoten', 'function']);
  assert.deepEqual(run(field('phone'), '0912345678'), { value: '0912345678' });
});

test('errors are issues in words, warnings and notes are not', () => {
  const [issue] = run(field('taxCode'), '0100047517').issues;
  assert.equal(issue.code, 'tax_code_check_failed');
  assert.equal(issue.message, vi.words.tax_code_check_failed);
  assert.equal(run(createSchemas(hoten, en).field('taxCode'), '0100047517').issues[0].message, en.words.tax_code_check_failed);
  // An old prefix, a doubtful day: for the clerk to look at, never in the way.
  assert.deepEqual(run(field('phone'), '01691234567'), { value: '01691234567' });
  assert.deepEqual(run(field('birthDate'), '31/02/1950'), { value: '31/02/1950' });
  assert.deepEqual(codes(run(field('birthDate'), 'mùa lúa')), ['date_unreadable']);
  assert.deepEqual(codes(run(field('fullName'), 'Hòa\ud83d')), ['character_half']);
});

test('blank, missing, and what is not text', () => {
  assert.deepEqual(run(field('fullName'), ''), { value: '' });
  assert.deepEqual(codes(run(field('fullName', { required: true }), '  ')), ['value_missing']);
  for (const value of [7, {}, [], true]) assert.equal(run(field('fullName'), value).issues.length, 1);
  for (const value of [7, null, 'a']) assert.equal(run(record(), value).issues.length, 1);
  assert.deepEqual(run(record(), { fullName: {} }).issues[0].path, ['fullName']);
});

test('a record: fields against one another, under the names the caller has', () => {
  const schema = record({ required: ['fullName', 'birthDate'], today: '2026-11-22' });
  const fine = { 'Họ và tên': 'Lê Thị Bé', 'Ngày sinh': '12/5/1990', other: [1] };
  assert.deepEqual(run(schema, fine), { value: fine });
  const { issues } = run(schema, { 'Họ và tên': 'Lê Thị Bé', 'Ngày sinh': '12/5/2031' });
  assert.deepEqual(issues.map(({ code, path }) => [code, path]), [['birth_after_today', ['Ngày sinh']]]);
  assert.deepEqual(run(schema, { dob: '' }).issues.map(({ path }) => path), [['fullName'], ['dob']]);
});
