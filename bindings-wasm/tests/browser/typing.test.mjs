// Typing Vietnamese is undisturbed: replayed keyboard programs, corrections, composition.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { browse, open, root } from './page.mjs';
import { METHODS, strokes, typeAs } from './typing.mjs';

let session;
let page;
let errors;
before(async () => {
  session = await browse(`${root}target/demo`);
  ({ page, errors } = await open(session.browser, `${session.origin}/`));
  await page.waitForSelector('html[data-ready]');
});
after(() => session.close());

const NAMES = ['Nguyễn Thị Hường', 'Đặng Quốc Đạt', 'Lê Hoàng Yến', 'Trương Thúy Quỳnh', 'Thạch Sóc Kha', 'Võ Ngọc Ẩn'];

test('the replay itself types as the programs do', () => {
  const seen = (word, method) => strokes(word, METHODS[method]).map(({ key }) => key).join('');
  assert.deepEqual([seen('Nguyễn', 'telex'), seen('Nguyễn', 'vni'), seen('Đạt', 'telex'), seen('Hường', 'vni')], ['Nguyeenx', 'Nguye6n4', 'Ddatj', 'Hu7o7ng2']);
});

for (const method of ['telex', 'vni']) {
  test(`${method}: no character of a focused box is ever another`, async () => {
    for (const name of NAMES) {
      await page.focus('#ho_ten');
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      assert.deepEqual(await typeAs(page, name, METHODS[method]), []);
      // A slip is taken back and typed again, after the box was left and found wanting.
      await page.keyboard.type('  ');
      await page.keyboard.press('Tab');
      await page.focus('#ho_ten'); // Shift+Tab would come to the suggestion
      await page.keyboard.press('End');
      for (let count = 0; count < 3; count += 1) await page.keyboard.press('Backspace');
      const last = name.at(-1);
      await page.keyboard.insertText(last);
      assert.equal(await page.inputValue('#ho_ten'), name);
      await page.keyboard.press('Tab');
      assert.equal(await page.inputValue('#ho_ten'), name);
    }
    assert.deepEqual(errors, []);
  });
}

test('composition events (other input methods) are left alone', async () => {
  await page.fill('#ho_ten', '');
  await page.focus('#ho_ten');
  const client = await page.context().newCDPSession(page);
  for (const text of ['n', 'ng', 'nguy', 'nguyê', 'nguyễ']) await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await client.send('Input.insertText', { text: 'Nguyễn' });
  assert.equal(await page.inputValue('#ho_ten'), 'Nguyễn');
});

test('the caret stays where it is while a number is typed and mended in its middle', async () => {
  await page.focus('#dinh_danh');
  await page.keyboard.type('08919001234');
  for (let count = 0; count < 6; count += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('9');
  assert.deepEqual(await page.evaluate(() => [document.activeElement.value, document.activeElement.selectionStart]), ['089199001234', 6]);
});
