// The form helper in a real browser: what it recognises, says, offers, and leaves alone.
import test, { after, before, beforeEach } from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { browse, open, root } from './page.mjs';

let session;
let page;
let errors;
let context;

before(async () => {
  const folder = `${root}target/browser-form`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(`${root}node_modules/hoten`, `${folder}/hoten`, { recursive: true });
  cpSync(`${root}bindings-wasm/tests/browser/form.html`, `${folder}/index.html`);
  session = await browse(folder);
});
after(() => session.close());

/** The page with the helper attached. */
async function attached(options = '{}') {
  await context?.close();
  ({ page, context, errors } = await open(session.browser, `${session.origin}/`));
  await page.evaluate(async (given) => {
    const { attach } = await import('/hoten/form.js');
    window.form = document.querySelector('form');
    window.sent = 0;
    window.form.addEventListener('submit', (event) => {
      event.preventDefault();
      window.sent += 1;
    });
    window.help = attach(window.form, { today: '2026-11-22', ...(0, eval)(`(${given})`) });
    await window.help.ready;
  }, options);
}
beforeEach(() => attached());

const said = (field) => page.locator(`[data-hoten-area="${field}"] .hoten-messages`).innerText();
const offers = (field) => page.locator(`[data-hoten-area="${field}"] .hoten-offer`);
const type = async (selector, text) => {
  await page.focus(selector);
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
};
const attribute = (selector, name) => page.getAttribute(selector, name);

test('boxes are known by name, label, legend and option', async () => {
  assert.deepEqual(await page.evaluate(() => Object.keys(window.help.record()).sort()), ['birthDate', 'citizenId', 'fullName', 'phone', 'province', 'sex'].sort());
  await page.fill('[name=b3]', '1950');
  await page.check('[value="0"]');
  await page.selectOption('[name=e]', '1');
  const record = await page.evaluate(() => window.help.record());
  assert.deepEqual([record.birthDate, record.sex, record.province], ['1950', 'Nữ', 'Sóc Trăng']);
  await page.fill('[name=b2]', '5');
  assert.equal((await page.evaluate(() => window.help.record())).birthDate, '--/5/1950');
  assert.equal((await page.evaluate(() => window.help.check())).some(({ code }) => code === 'date_unreadable'), false);
});

test('an error is linked, invalid and blocks; typing clears it', async () => {
  await type('#cccd', '08905');
  assert.match(await said('citizenId'), /5 chữ số/);
  assert.equal(await attribute('#cccd', 'aria-invalid'), 'true');
  const [own, added] = (await attribute('#cccd', 'aria-describedby')).split(' ');
  assert.equal(own, 'own');
  assert.match(await page.locator(`#${added}`).innerText(), /5 chữ số/);
  assert.equal(await page.evaluate(() => document.querySelector('#cccd').validity.customError), true);
  await page.click('#save');
  assert.equal(await page.evaluate(() => window.sent), 0);
  await page.focus('#cccd');
  await page.keyboard.press('End');
  await page.keyboard.type('0');
  assert.equal(await said('citizenId'), '');
  assert.equal(await attribute('#cccd', 'aria-invalid'), null);
  assert.equal(await attribute('#cccd', 'aria-describedby'), 'own');
  await page.keyboard.type('001234');
  await page.fill('[name=a1]', 'Lê Thị Bé');
  await page.click('#save');
  assert.equal(await page.evaluate(() => window.sent), 1);
  assert.deepEqual(errors, []);
});

test('a warning is polite and blocks nothing', async () => {
  await type('[name=a1]', 'Nguyển Văn Hòa');
  assert.match(await said('fullName'), /Nguyễn/);
  assert.equal(await page.locator('[data-hoten-area="fullName"] [aria-live="polite"]').count(), 1);
  assert.equal(await attribute('[name=a1]', 'aria-invalid'), null);
  assert.equal(await page.evaluate(() => window.form.checkValidity()), true);
  await page.click('#save');
  assert.equal(await page.evaluate(() => window.sent), 1);
});

test('a suggestion is taken by click, by its own key, or not at all', async () => {
  await type('[name=a1]', 'Nguyển Văn Hòa');
  assert.equal(await page.inputValue('[name=a1]'), 'Nguyển Văn Hòa');
  assert.equal(await offers('fullName').innerText(), 'Dùng “Nguyễn Văn Hòa”');
  await offers('fullName').click();
  assert.equal(await page.inputValue('[name=a1]'), 'Nguyễn Văn Hòa');
  assert.deepEqual([await said('fullName'), await offers('fullName').count()], ['', 0]);
  assert.equal(await page.evaluate(() => document.activeElement.name), 'a1');
  // Alt+Enter from another box.
  await type('[name=d]', '01691234567');
  await page.focus('[name=f]');
  await page.keyboard.press('Alt+Enter');
  assert.equal(await page.inputValue('[name=d]'), '0391234567');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'f');
  // In the box itself it only brings the suggestion to hand.
  await type('#cccd', '89050001234');
  await page.focus('#cccd');
  await page.keyboard.press('Alt+Enter');
  assert.equal(await page.inputValue('#cccd'), '89050001234');
  await page.keyboard.press('Enter');
  assert.equal(await page.inputValue('#cccd'), '089050001234');
});

test('a date in three boxes is one value, written back as three', async () => {
  await type('[name=b1]', '5');
  assert.equal(await said('birthDate'), '');
  await type('[name=b2]', '23');
  await type('[name=b3]', '2025');
  assert.match(await said('birthDate'), /đảo/);
  await offers('birthDate').click();
  assert.deepEqual(await Promise.all(['b1', 'b2', 'b3'].map((name) => page.inputValue(`[name=${name}]`))), ['23', '05', '2025']);
});

test('numbers are grouped beside the box, not in it', async () => {
  await page.focus('#cccd');
  await page.keyboard.type('089050001234');
  assert.equal(await page.locator('[data-hoten-area="citizenId"] .hoten-beside').innerText(), '089 050 001 234');
  assert.equal(await page.inputValue('#cccd'), '089050001234');
});

test('fields that the caller names, and constants; a choice that is no box is refused', async () => {
  await attached(`{ recognise: false, fields: { motherName: 'a1', phone: document.querySelector('[name=d]') }, also: { sex: 'Nữ' } }`);
  assert.deepEqual(await page.evaluate(() => window.help.record()), { sex: 'Nữ', motherName: '', phone: '' });
  const refused = await page.evaluate(async () => {
    const { attach } = await import('/hoten/form.js');
    return attach(window.form, { fields: { phone: 'nowhere' } }).ready.then(() => 'accepted', (error) => error.code);
  });
  assert.equal(refused, 'unknown_field');
});

test('likely duplicates: with the reason from a full index, without from a keyed one', async () => {
  const full = `{ index: { search: async (record) => [{ recordId: '7', probability: 0.97, levels: { surname: 'same', birthDate: 'same', phone: 'missing' }, record: () => ({ fullName: 'LÊ THỊ BÉ <b>', birthDate: '12/5/1990' }) }, { recordId: '8', probability: 0.2 }] } }`;
  await attached(full);
  await type('[name=a1]', 'Lê Thị Bé');
  assert.equal(await page.locator('.hoten-duplicates').innerText(), '');
  await page.fill('[name=b3]', '1990');
  await type('[name=b1]', '12');
  await page.focus('[name=f]');
  await page.waitForSelector('.hoten-duplicates li');
  assert.deepEqual(await page.locator('.hoten-duplicates li').allInnerTexts(), ['LÊ THỊ BÉ <b>, 12/5/1990 (cùng họ, cùng ngày sinh)']);
  await attached(full.replace('{ index: {', "{ index: { kind: 'keyed',"));
  await page.fill('[name=b3]', '1990');
  await type('[name=a1]', 'Lê Thị Bé');
  await page.waitForSelector('.hoten-duplicates p');
  const keyed = await page.locator('.hoten-duplicates').innerText();
  assert.ok(!keyed.includes('LÊ') && keyed.includes('đã có trong sổ'), keyed);
  // A search that fails keeps nobody from typing.
  await attached(`{ index: { search: async () => { throw new Error('gone'); } } }`);
  await page.fill('[name=b3]', '1990');
  await type('[name=a1]', 'Lê Thị Bé');
  assert.equal(await said('fullName'), '');
  assert.deepEqual(errors, []);
});

test('two helpers share a box; each takes back what it added', async () => {
  const before = await page.evaluate(() => {
    window.help.detach();
    return window.form.outerHTML;
  });
  await page.evaluate(async () => {
    const { attach } = await import('/hoten/form.js');
    const one = { recognise: false, fields: { fullName: 'a1' } };
    window.first = attach(window.form, one);
    window.second = attach(window.form, { ...one, lang: 'en' });
    await Promise.all([window.first.ready, window.second.ready]);
  });
  await type('[name=a1]', 'Nguyễn V?n Hòa');
  assert.equal((await said('fullName')).split('\n').filter(Boolean).length, 2);
  await page.evaluate(() => window.second.detach());
  assert.match(await said('fullName'), /không đọc được/);
  await page.evaluate(() => window.first.detach());
  assert.equal(await page.evaluate(() => window.form.outerHTML), before);
});

test('reset forgets everything', async () => {
  await type('#cccd', '08905');
  await page.evaluate(() => window.form.reset());
  await page.waitForFunction(() => !document.querySelector('[aria-invalid]'));
  assert.deepEqual([await said('citizenId'), await page.evaluate(() => window.form.checkValidity())], ['', true]);
});

test('a blank box is missed only where the page requires it', async () => {
  await page.focus('[name=a1]');
  await page.keyboard.press('x');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Tab');
  await page.evaluate(() => window.help.check());
  assert.deepEqual([await said('fullName'), await page.evaluate(() => window.form.checkValidity())], ['', true]);
  await page.evaluate(() => {
    document.querySelector('[name=a1]').required = true;
    window.help.check();
  });
  assert.match(await said('fullName'), /Chưa có họ tên/);
});

test("the page's own validity stays the page's", async () => {
  await page.evaluate(() => document.querySelector('#cccd').setCustomValidity('của trang'));
  await type('#cccd', '08905');
  await page.fill('#cccd', '089050001234');
  assert.equal(await page.evaluate(() => document.querySelector('#cccd').validationMessage), 'của trang');
});
