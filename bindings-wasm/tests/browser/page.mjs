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

/** A page that fails the test at any error in it. */
export async function open(browser, address, options) {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1280, height: 1024 }, ...options });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(address);
  return { page, context, errors };
}
