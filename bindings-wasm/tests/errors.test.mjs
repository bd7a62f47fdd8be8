// What cannot be done says so, with a stable code.
import test from 'node:test';
import assert from 'node:assert/strict';
import * as hoten from 'hoten';

const functions = ['clean', 'fold', 'khmerCanonical', 'khmerRomanize', 'nameKeys', 'normalize', 'parseBirthDate', 'parseCitizenId', 'parseIdentityCard', 'parseInsuranceNumber', 'parseName', 'parsePhone', 'parseTaxCode', 'soundKey'];
const code = (wanted) => (error) => error instanceof Error && error.code === wanted;

test('before load', () => {
  assert.throws(() => hoten.normalize('a'), code('not_loaded'));
});

test('bytes that are no module can be tried again', async () => {
  await assert.rejects(hoten.load(new Uint8Array(8)));
  await hoten.load();
  assert.equal(hoten.fold('Đ'), 'd');
});

test('half a surrogate pair, and what is not text', async () => {
  await hoten.load();
  for (const name of functions) {
    // A reader says where it is; what gives back a text has nowhere to say so.
    for (const [text, at] of [['Nguy\ud83dn', 4], ['\udc80', 0], ['\u{1F600}\ud83d', 2], ['\ud83d\ud83d\ude00', 0]]) {
      if (!name.startsWith('parse')) {
        assert.throws(() => hoten[name](text), code('text_not_unicode'), name);
        continue;
      }
      const [first] = hoten[name](text).findings;
      assert.deepEqual([first.code, first.severity, first.span], ['character_half', 'error', [at, at + 1]], name);
    }
    for (const value of [7, null, undefined, {}, ['a'], Symbol('a')]) {
      assert.throws(() => hoten[name](value), code('not_text'), name);
    }
    hoten[name]('\ufffd stands for a lost letter and is a letter like others \u{1F600}');
  }
});

test('half a surrogate pair in a record', async () => {
  await hoten.load();
  const [first, ...others] = hoten.checkRecord({ fullName: 'Nguyễn V\ud83dn', birthDate: '1950' });
  assert.deepEqual([first.code, first.field, first.span], ['character_half', 'fullName', [8, 9]]);
  assert.ok(others.every((finding) => finding.code !== 'character_half'));
});

test('a megabyte is a text like others', async () => {
  await hoten.load();
  const long = 'NGUYỄN  '.repeat(130_000);
  for (const name of functions) hoten[name](long);
});

test('encodings', async () => {
  await hoten.load();
  assert.throws(() => hoten.decode(new Uint8Array(1), 'utf9'), code('unknown_encoding'));
  assert.throws(() => hoten.decode('a', 'tcvn3'), code('not_bytes'));
  assert.throws(() => hoten.detectEncoding('a'), code('not_a_column'));
  assert.throws(() => hoten.detectEncoding(['a', 7]), code('not_text'));
  assert.equal(hoten.detectEncoding(['NguyÔn V¨n §øc', null, 'TrÇn ThÞ Hång', 'Lª ThÞ HuÖ']), 'tcvn3');
  assert.equal(hoten.detectEncoding([]), null);
});
