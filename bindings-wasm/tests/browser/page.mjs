// A headless Chromium for the tests: Debian's, driven without any download.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../demo/serve.mjs';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

export async function browse(folder, headers) {
  const server = await serve(folder, 0, headers);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const origin = `http://localhost:${server.address().port}`;
  const close = async () => {
    await browser.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { browser, server, origin, close };
}

/** Chrome 109, the last that Windows 7 gets: what came later is taken away, and no module of more than 4 kB is made on the spot. */
function old() {
  const later = [
    [String.prototype, 'isWellFormed', 'toWellFormed'],
    [Array.prototype, 'toSorted', 'toReversed', 'toSpliced', 'with'],
    [Array, 'fromAsync'],
    [Object, 'groupBy'],
    [Map, 'groupBy'],
    [Promise, 'withResolvers', 'try'],
    [Set.prototype, 'union', 'intersection', 'difference', 'isSubsetOf'],
    [URL, 'canParse', 'parse'],
    [Uint8Array, 'fromBase64'],
    [RegExp, 'escape'],
    [globalThis, 'Iterator'],
  ];
  for (const [owner, ...names] of later) for (const name of names) delete owner[name];
  for (const name of ['Module', 'Instance']) {
    WebAssembly[name] = new Proxy(WebAssembly[name], {
      construct() {
        throw new RangeError(`WebAssembly.${name} on the main thread`);
      },
    });
  }
}

/** A page that fails the test at any error in it. */
export async function open(browser, address, options) {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 1024 }, ...options });
  await context.addInitScript(old);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000); // other work may share the machine
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(address);
  return { page, context, errors };
}
