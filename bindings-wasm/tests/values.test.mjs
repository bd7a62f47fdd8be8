// What single values give: plain objects.
import test from 'node:test';
import assert from 'node:assert/strict';
import * as hoten from 'hoten';
import * as en from 'hoten/messages/en';
import * as vi from 'hoten/messages/vi';

await hoten.load();

test('answers are plain objects', () => {
  for (const answer of [
    hoten.clean('NGUYỄN  VĂN HOÀ'),
    hoten.parseName('Nguyễn Thị Minh Khai'),
    hoten.nameKeys('Lê Lợi'),
    hoten.nameOrigin('Lê Lợi'),
    hoten.nameSimilarity('Lê Lợi', 'Lê L.'),
    hoten.parseBirthDate('1950'),
    hoten.parseCitizenId('089050001234'),
  ]) {
    assert.equal(Object.getPrototypeOf(answer), Object.prototype);
    assert.deepEqual(structuredClone(answer), answer);
  }
});

test('findings have words and places in UTF-16 units', () => {
  const [finding] = hoten.parseBirthDate('31/02/1950').findings;
  assert.equal(finding.field, 'birthDate');
  assert.ok(['error', 'warning', 'note'].includes(finding.severity));
  assert.notEqual(vi.message(finding), en.message(finding));
  assert.equal(en.message({ code: 'name_many_words', params: { count: '9' } }).includes(' 9 '), true);
  assert.equal(vi.message({ code: 'of_tomorrow', params: {} }), 'of_tomorrow');
  for (const text of ['Đặng 12 Hòa', '\u{1F600} Nguyễn V?n Hòa', 'ấấấ 1234']) {
    for (const { span } of hoten.parseName(text).findings) {
      if (span) assert.ok(0 <= span[0] && span[0] < span[1] && span[1] <= text.length);
    }
  }
});

test('quotes, backslashes and control characters come back as they were given', () => {
  for (let code = 0; code < 0x100; code += 1) {
    const odd = `B"\\${String.fromCharCode(code)}"C`;
    const { hamlet } = hoten.parseAddress(`ấp A${odd}D`);
    assert.ok(hamlet === null || `A${odd}D`.startsWith(hamlet), `U+${code.toString(16)}`);
    assert.ok(Array.isArray(hoten.parseName(odd).syllables));
  }
  assert.equal(hoten.parseAddress('ấp A"\\\u0007\u001fB').hamlet, 'A"\\\u0007\u001fB');
});
