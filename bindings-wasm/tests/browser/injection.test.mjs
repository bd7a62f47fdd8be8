// Sixty payloads in every box of a form that has the helper and no policy to protect it: messages and
// offers show them as text, nothing runs, nothing is asked for.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { browse, open, root } from './page.mjs';

const { markup, formula, control } = JSON.parse(readFileSync(`${root}core/testdata/hostile/payloads.json`, 'utf8'));
const payloads = [...markup, ...formula, ...control];

let session;
let page;
let errors;
const done = [];

before(async () => {
  const folder = `${root}target/browser-injection`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(`${root}node_modules/hoten`, `${folder}/hoten`, { recursive: true });
  cpSync(`${root}bindings-wasm/tests/browser/form.html`, `${folder}/index.html`);
  session = await browse(folder);
  ({ page, errors } = await open(session.browser, `${session.origin}/`));
  await page.evaluate(async () => {
    const { attach } = await import('/hoten/form.js');
    const form = document.querySelector('form');
    form.addEventListener('submit', (event) => event.preventDefault());
    await attach(form, { today: '2026-11-22' }).ready;
  });
  page.on('dialog', (dialog) => (done.push('dialog'), dialog.dismiss()));
  page.on('popup', () => done.push('popup'));
});
after(() => session.close());

/** Writes into every box as a program of the page would, and leaves it as a clerk would; what the areas hold then. */
const enter = (text) =>
  page.evaluate(async (value) => {
    for (const box of document.querySelectorAll('form input:not([type=radio]):not([type=checkbox]):not([type=submit]), form textarea')) {
      box.focus();
      box.value = value;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      box.dispatchEvent(new Event('change', { bubbles: true }));
      box.blur();
    }
    document.querySelector('form').requestSubmit();
    await new Promise((resolve) => setTimeout(resolve, 30));
    const inside = [...document.querySelectorAll('[data-hoten-area], [data-hoten-area] *')];
    return {
      said: inside.map((one) => one.textContent).join(' ').length,
      tags: [...new Set(inside.map((one) => one.localName))].sort(),
      handlers: inside.flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith('on') || ['src', 'srcdoc', 'href', 'action'].includes(name)),
    };
  }, text);

test('payloads in every box stay text', async () => {
  const known = new Set();
  for (const text of ['', 'Nguyển Văn 7', 'Nguyeenx Vawn Hoaf', '30/02/1950', '0891', 'X. An Hảo', 'Nguy?n V?n']) for (const tag of (await enter(text)).tags) known.add(tag);
  page.on('request', (request) => done.push(request.url()));
  let said = 0;
  for (const payload of payloads) {
    const found = await enter(payload);
    said += found.said;
    assert.deepEqual(found.tags.filter((tag) => !known.has(tag)), [], payload);
    assert.deepEqual(found.handlers, [], payload);
    assert.deepEqual(done, [], payload);
  }
  assert.ok(payloads.length === 60 && said > 1_000, `messages were shown: ${said}`);
  assert.deepEqual(errors, []);
});

test('a payload that is let in would be seen', async () => {
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src="/x" onerror="alert(1)">'));
  await page.waitForTimeout(500);
  assert.ok(done.includes('dialog') && done.some((what) => what.endsWith('/x')), done.join());
});
