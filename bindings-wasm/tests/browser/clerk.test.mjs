// A clerk enters fifty birth registrations in the demo: with the slips that clerks make, Khmer
// names, half-known parents, communes of before. Each finding has to appear, nothing else may block,
// and no box may be written to while the clerk is in it.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vi from 'hoten/messages/vi';
import { browse, open, root } from './page.mjs';
import { METHODS, typeAs } from './typing.mjs';

let session;
let page;
let context;
let errors;
before(async () => {
  session = await browse(`${root}target/demo`);
  ({ page, context, errors } = await open(session.browser, `${session.origin}/`));
  await page.waitForSelector('html[data-ready]');
  await page.evaluate(() => {
    // Every write of a program to a box that has the focus.
    window.disturbed = [];
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    Object.defineProperty(HTMLInputElement.prototype, 'value', {
      get,
      set(value) {
        if (document.activeElement === this) window.disturbed.push(this.name);
        set.call(this, value);
      },
    });
  });
});
after(() => session.close());

const YEAR = new Date().getFullYear();
const two = (number) => String(number).padStart(2, '0');
const FATHERS = ['Nguyễn Văn Tâm', 'Lê Hoàng Phúc', 'Trần Quốc Dũng', 'Phạm Minh Đức', 'Võ Thành Nhân'];
const MOTHERS = ['Trần Thị Hồng', 'Nguyễn Thị Ngọc', 'Lê Thị Thu Hà', 'Huỳnh Thị Kim Loan', 'Đặng Thị Mai'];
const GIVEN = { Nam: ['Gia Bảo', 'Minh Khôi', 'Quốc Thịnh', 'Hữu Phước', 'Đức Anh'], Nữ: ['Ngọc Ánh', 'Thị Thanh Thảo', 'Bảo Ngọc', 'Thị Mỹ Duyên', 'Khánh Linh'] };

/** A registration with nothing wrong in it. */
function plain(at) {
  const sex = at % 2 === 0 ? 'Nam' : 'Nữ';
  const father = FATHERS[at % 5];
  const born = (year) => String(year % 100).padStart(2, '0');
  const [motherYear, fatherYear] = [1990 + (at % 9), 1985 + (at % 12)];
  const serial = String(104729 + at * 7919).slice(0, 6);
  return {
    ho_ten: `${father.split(' ')[0]} ${GIVEN[sex][(at >> 1) % 5]}`,
    date: [two(2 + (at % 27)), two(1 + (at % 12)), String(YEAR - 1)],
    sex,
    noi_sinh: 'Trạm y tế xã Núi Cấm',
    xa: 'Xã Núi Cấm',
    tinh: 'Tỉnh An Giang',
    me_ten: MOTHERS[(at * 3) % 5],
    me_sinh: `${two(2 + (at % 26))}/0${1 + (at % 9)}/${motherYear}`,
    me_cccd: `0891${born(motherYear)}${serial}`,
    me_dia_chi: 'Ấp An Lợi',
    me_xa: 'Xã Núi Cấm',
    me_tinh: 'Tỉnh An Giang',
    cha_ten: father,
    cha_sinh: `${two(2 + (at % 25))}/1${at % 3}/${fatherYear}`,
    cha_cccd: `0890${born(fatherYear)}${serial}`,
    dien_thoai: `09${String(12345678 + at * 131)}`,
  };
}

// What goes wrong, which finding says so in which field's area, whether it blocks, and what the
// clerk does about it: take the suggestion, type anew, or leave it as the paper has it.
const SLIPS = [
  { what: 'nothing' },
  { what: 'keys left in the text', box: 'ho_ten', text: 'Nguyeenx Vawn Hoaf', code: 'keystroke_repaired', take: 'Nguyễn Văn Hòa', parents: false },
  { what: 'a Khmer name', values: { ho_ten: 'Thạch Sóc Kha', cha_ten: 'Thạch Sa Vương', me_ten: 'Neáng Sóc Phi' } },
  { what: 'a year-only parent', box: 'me_sinh', text: '1994', code: 'birth_day_unknown', skipId: 'me_cccd' },
  { what: 'an old commune', box: 'me_xa', text: 'X. An Hảo', also: { me_huyen: 'TX. Tịnh Biên', me_tinh: 'An Giang' }, code: 'place_superseded', take: 'Xã Núi Cấm' },
  { what: 'a digit too few', box: 'me_cccd', text: '08919412345', code: 'number_wrong_length', blocks: true, again: (good) => good.me_cccd },
  { what: 'a birth to come', box: 'nam', text: String(YEAR + 2), code: 'birth_after_today', blocks: true, again: () => String(YEAR - 1) },
  { what: 'a surname by ear', box: 'cha_ten', text: 'Nguyển Văn Tâm', code: 'name_surname_misspelled', values: { ho_ten: 'Nguyễn Gia Bảo' } },
  { what: "a father's number for a mother", box: 'me_cccd', text: '089094123456', code: 'citizen_id_sex_mismatch' },
  { what: 'a parent born after the child', box: 'cha_sinh', text: '12/05/2026', code: 'parent_not_older', blocks: true, again: (good) => good.cha_sinh, skipId: 'cha_cccd' },
];

// The register of the demo holds this child already (demo/residents.py).
const TWICE = {
  what: 'a child that was registered before',
  values: { ho_ten: 'Nguyễn Gia Bảo', date: ['12', '05', '2025'], sex: 'Nam', cha_ten: 'Nguyễn Văn Tâm', me_ten: 'Trần Thị Hồng' },
  twice: 'Nguyễn Gia Bảo, 12/05/2025',
};

const areas = () => page.locator('.hoten-messages p').allInnerTexts();
const opening = (code) => vi.words[code].split('{')[0].split(';')[0];
const shown = async (code) => (await areas()).some((text) => text.startsWith(opening(code)));

/** Types into a box and leaves it; whatever is shown meanwhile, the box holds what was typed. */
async function enter(name, text, method) {
  await page.focus(`[name="${name}"]`);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  if (method) assert.deepEqual(await typeAs(page, text, method), [], text);
  else await page.keyboard.insertText(text);
  const typed = await page.evaluate(() => document.activeElement.value);
  assert.equal(typed, text);
  await page.keyboard.press('Tab');
  assert.equal(await page.inputValue(`[name="${name}"]`), text, `${name} was changed when it was left`);
}

const rows = () => page.locator('#saved tbody tr').count();

for (let at = 0; at < 50; at += 1) {
  const slip = at === 40 ? TWICE : SLIPS[at % SLIPS.length];
  test(`registration ${at + 1}: ${slip.what}`, async () => {
    const good = { ...plain(at), ...slip.values };
    const { date, sex, ...boxes } = good;
    if (slip.skipId) delete boxes[slip.skipId];
    Object.assign(boxes, slip.also);
    if (slip.box && slip.box in boxes) boxes[slip.box] = slip.text;
    if (slip.parents === false) Object.assign(boxes, { cha_ten: 'Nguyễn Văn Tâm' });
    const order = ['ho_ten', 'noi_sinh', 'xa', 'tinh', 'me_ten', 'me_sinh', 'me_cccd', 'me_dia_chi', 'me_huyen', 'me_tinh', 'me_xa', 'cha_ten', 'cha_sinh', 'cha_cccd', 'dien_thoai'];
    for (const name of order.filter((one) => one in boxes)) {
      // Names go through a keyboard program, the rest in one piece to save time.
      const method = name === 'ho_ten' && slip.box !== 'ho_ten' && [METHODS.telex, METHODS.vni][at % 2];
      await enter(name, boxes[name], method);
      if (name === 'ho_ten') {
        for (const [part, text] of [['ngay', date[0]], ['thang', date[1]], ['nam', slip.box === 'nam' ? slip.text : date[2]]]) await enter(part, text);
        await page.click(`input[value="${sex}"]`);
      }
    }
    const before = await rows();
    if (slip.code) assert.ok(await shown(slip.code), `${slip.code} is not among: ${await areas()}`);
    else assert.deepEqual(await areas(), [], 'nothing to say of a record that is right');
    if (slip.twice) {
      await page.waitForSelector(`.hoten-duplicates li:has-text("${slip.twice}")`);
      const said = await page.locator('.hoten-duplicates li').first().innerText();
      for (const reason of ['cùng họ', 'cùng tên', 'cùng ngày sinh']) assert.ok(said.includes(reason), said);
    }
    if (slip.take) {
      await page.click(`.hoten-offer:has-text("${slip.take}")`);
      assert.equal(await page.inputValue(`[name="${slip.box}"]`), slip.take);
      assert.equal(await shown(slip.code), false);
    }
    await page.click('button.main');
    if (slip.blocks) {
      assert.equal(await rows(), before, 'an error holds the form back');
      assert.equal(await page.evaluate((name) => document.querySelector(`[name="${name}"]`).closest('.row').querySelector('[aria-invalid]') !== null, slip.box), true);
      await enter(slip.box, slip.again(good));
      assert.equal(await shown(slip.code), false);
      await page.click('button.main');
    }
    assert.equal(await rows(), before + 1, `saved; shown were: ${await areas()}`);
    await page.waitForFunction(() => document.querySelector('#ho_ten').value === '' && document.activeElement.id === 'ho_ten');
    assert.deepEqual(await page.evaluate(() => window.disturbed), []);
    assert.deepEqual(errors, []);
  });
}

test('hostile text in every box stays text', async () => {
  const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>"\'`${}&lt;';
  for (const name of await page.locator('input:not([type=radio])').evaluateAll((all) => all.map((one) => one.name))) {
    await page.fill(`[name="${name}"]`, ['ngay', 'thang'].includes(name) ? '<b' : name === 'nam' ? '<b>1' : `Nguyển ${hostile}`);
    await page.press(`[name="${name}"]`, 'Tab');
  }
  await page.click('button.main');
  assert.ok((await areas()).length > 5);
  assert.deepEqual(await page.evaluate(() => [window.hacked, document.querySelectorAll('.hoten-area img, .hoten-area script, .hoten-area b').length]), [undefined, 0]);
  await page.click('button[type=reset]');
  // A record that is saved with markup in a name shows it as text.
  for (const [name, text] of [['ho_ten', 'Lê <b onmouseover=x>Bé</b>'], ['ngay', '1'], ['thang', '2'], ['nam', String(YEAR - 1)]]) await page.fill(`[name=${name}]`, text);
  await page.check('input[value=Nam]');
  await page.click('button.main');
  await page.waitForFunction(() => document.querySelector('#ho_ten').value === '');
  assert.equal(await page.locator('#saved tbody td').first().innerText(), 'Lê <b onmouseover=x>Bé</b>');
  assert.deepEqual(errors.filter((text) => !text.includes('Content Security')), []);
});

test('axe finds nothing, with and without messages', async () => {
  const axe = readFileSync(`${root}node_modules/axe-core/axe.min.js`, 'utf8');
  // A page of its own whose policy lets the test's script in.
  const own = await open(session.browser, `${session.origin}/`, { bypassCSP: true });
  await own.page.waitForSelector('html[data-ready]');
  await own.page.evaluate(axe);
  const violations = () => own.page.evaluate(async () => (await window.axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`));
  assert.deepEqual(await violations(), []);
  for (const [name, text] of [['ho_ten', 'Nguyeenx V?n'], ['nam', String(YEAR + 3)], ['me_cccd', '0891'], ['me_xa', 'X. An Hảo'], ['me_tinh', 'An Giang'], ['dien_thoai', '01691234567'], ['cha_ten', 'Nguyển Tư']]) {
    await own.page.fill(`[name=${name}]`, text);
    await own.page.press(`[name=${name}]`, 'Tab');
  }
  assert.ok((await own.page.locator('.hoten-messages p').count()) > 5);
  assert.deepEqual(await violations(), []);
  await own.context.close();
});

test('everything by keyboard alone', async () => {
  const own = await open(session.browser, `${session.origin}/`);
  await own.page.waitForSelector('html[data-ready]');
  const { keyboard } = own.page;
  const tab = async (text) => {
    if (text) await keyboard.insertText(text);
    await keyboard.press('Tab');
  };
  await tab('Nguyển Gia Bảo');
  await keyboard.press('Alt+Enter');
  assert.equal(await own.page.inputValue('#ho_ten'), 'Nguyễn Gia Bảo');
  // The suggestion is gone; the next boxes are day, month and year.
  await own.page.focus('[name=ngay]');
  for (const text of ['01', '02', String(YEAR - 1)]) await tab(text);
  await keyboard.press('Space');
  assert.equal(await own.page.isChecked('input[value=Nam]'), true);
  await keyboard.press('Enter');
  await own.page.waitForSelector('#saved tbody tr');
  await own.context.close();
});

test('offline after the first visit', async () => {
  const own = await open(session.browser, `${session.origin}/`);
  await own.page.waitForSelector('html[data-ready=offline]');
  await own.context.setOffline(true);
  await own.page.reload();
  await own.page.waitForSelector('html[data-ready]');
  await own.page.fill('#dien_thoai', '01691234567');
  await own.page.press('#dien_thoai', 'Tab');
  assert.equal(await own.page.locator('.hoten-offer').innerText(), 'Dùng “0391234567”');
  await own.context.close();
});

test('on a small screen the box with the focus is in sight', async () => {
  const own = await open(session.browser, `${session.origin}/`, { viewport: { width: 1024, height: 600 } });
  await own.page.waitForSelector('html[data-ready]');
  await own.page.focus('#ho_ten');
  const seen = new Set();
  for (let boxes = 0; boxes < 26; boxes += 1) {
    const { name, isSeen } = await own.page.evaluate(() => {
      const box = document.activeElement;
      const { x, y, width, height } = box.getBoundingClientRect();
      return { name: box.name ?? box.id, isSeen: document.elementFromPoint(x + width / 2, y + height / 2) === box };
    });
    assert.ok(isSeen, `${name} is hidden`);
    seen.add(name);
    await own.page.keyboard.press('Tab');
    // A browser may glide there.
    await own.page.waitForTimeout(50);
  }
  for (const name of ['me_cccd', 'cha_tinh', 'dien_thoai']) assert.ok(seen.has(name), name);
  await own.context.close();
});
