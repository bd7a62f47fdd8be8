// What is answered leaves nothing behind: after many calls the module's memory is as large as it was
// after the first round of them.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

// The package keeps its instances to itself: look at them while they are made. The first one answers.
let active;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...given) => {
  const instance = await instantiate.apply(WebAssembly, given);
  // node makes modules of its own too.
  if (instance.exports?.checkRecord) active ??= instance;
  return instance;
};
const hoten = await import(process.env.HOTEN_NPM ?? 'hoten');
await hoten.load();
await hoten.loadPlaces();
const memory = () => active.exports.memory.buffer.byteLength;

/** The same numbers in every run, below `most`. */
function numbers(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const NAMES = ['NGUYỄN VĂN HOÀ', 'Trần Thị  Mỹ Duyên', 'Thạch Sa Rây', 'Lê Van Minh', 'NguyÔn V¨n An', 'Nguyeenx Vawn Hoaf', 'ថាច់ សារ៉ាយ', 'Ly\u0301 Thi\u0323', 'Ph?m Th? Lan', 'a', '', '😀', 'Nguy\ud83dn'];
const DATES = ['02/09/1961', '1958', '31-02-1990', 'ngày 2 tháng 9 năm 1961', '9/1961', 'rằm tháng giêng năm Giáp Tý', '00/00/1950', '12.12.2090', 'x'];
const PLACES = ['xã Phú Hữu, huyện An Phú, tỉnh An Giang', 'Q. 1, TP.HCM', 'phường 5, thị xã Trà Vinh', 'Châu Thành', 'nơi nào đó', ''];

/** A record of what offices type. */
function record(below) {
  const pick = (list) => list[below(list.length)];
  const digits = (count) => Array.from({ length: count }, () => below(10)).join('');
  return { 'Họ và tên': pick(NAMES), 'Ngày sinh': pick(DATES), cccd: digits(8 + below(6)), phone: `0${digits(7 + below(4))}`, 'Giới tính': pick(['Nam', 'nữ', '1', '?']), province: pick(PLACES), 'Họ tên mẹ': pick(NAMES), bhyt: `GD4${digits(12)}`, note: below(1000) };
}

/** Everything that forms ask about a record. */
function takeApart(given) {
  const name = given['Họ và tên'];
  if (!name.includes('\ud83dn')) hoten.clean(name);
  hoten.parseName(name);
  hoten.parseBirthDate(given['Ngày sinh']);
  hoten.resolvePlace({ commune: given.province });
  // A call that cannot be done leaves nothing either.
  assert.throws(() => hoten.fold(given.note), { code: 'not_text' });
}

const check = (given) => hoten.checkRecord(given, { today: '2026-01-31' });

test('100,000 checks of varied records', () => {
  const below = numbers(1);
  const long = (name) => ({ ...record(below), 'Họ và tên': `${name} `.repeat(200) });
  const round = (count) => {
    for (const given of NAMES.map(long)) {
      check(given);
      takeApart(given);
    }
    for (let left = count; left > 0; left -= 1) {
      const given = record(below);
      check(given);
      if (left % 10 === 0) takeApart(given);
    }
  };
  round(1_000);
  const first = memory();
  for (let rounds = 0; rounds < 20; rounds += 1) round(5_000);
  assert.equal(memory(), first);
});

test('200 indexes, opened and closed', async () => {
  const bytes = new Uint8Array(await readFile(new URL('../../core/testdata/index/people.hoten', import.meta.url)));
  const use = () => {
    const index = hoten.Index.open(bytes);
    assert.ok(index.search(index.record(3), { limit: 5 }).length > 0);
    assert.throws(() => index.record(1e6), { code: 'no_such_row' });
    index.close();
  };
  use();
  const first = memory();
  for (let count = 1; count < 200; count += 1) use();
  assert.equal(memory(), first);
  // The measure sees what is kept.
  const kept = Array.from({ length: 1 + Math.ceil((2 * first) / bytes.length) }, () => hoten.Index.open(bytes));
  assert.ok(memory() > first);
  for (const index of kept) index.close();
});
