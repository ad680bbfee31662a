// page-notice.cjs URL LOCALE: the chat page where it cannot chat, in headless Chromium; tells what it says instead.
'use strict';
const { chromium } = require('playwright-core');

const [url, locale] = process.argv.slice(2);
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const tell = (step, facts = {}) => console.log(JSON.stringify({ step, ...facts }));

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: flags });
  try {
    const page = await browser.newPage({ locale });
    const faults = [];
    page.on('console', message => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', error => faults.push(String(error)));
    await page.goto(url);
    const notice = page.locator('#notice');
    await notice.waitFor({ timeout: 30_000 });
    tell('done', { says: await notice.innerText(), title: await page.title(), faults });
  } finally {
    await browser.close();
  }
  process.exit(0);
})().catch(error => {
  tell('failed', { error: String(error) });
  process.exit(1);
});
