// web-chat.cjs URL FOLDER: the chat page in headless Chromium. Tells each step as a line of JSON, waits for a line of input at the restart,
// and leaves screenshots in FOLDER ("-" for none).
'use strict';
const path = require('node:path');
const readline = require('node:readline');
const { chromium } = require('playwright-core');

const [url, folder] = process.argv.slice(2);
const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const tell = (step, facts = {}) => console.log(JSON.stringify({ step, ...facts }));

const transcript = page => page.locator('.webchat__bubble__content, [class*="bubble__content"]').filter({ visible: true });
const buttons = page => page.locator('button.webchat__suggested-action');
const box = page => page.locator('[data-testid="send box text area"], form textarea, form input[type=text]').first();

async function say(page, text) {
  await box(page).fill(text);
  await page.keyboard.press('Enter');
}

async function open(browser, options, faults) {
  const context = await browser.newContext(options);
  await context.addInitScript(() => {
    // Reconnects after about eight seconds instead of three to fifteen: a failed attempt is repeated only twenty seconds later.
    const random = Math.random;
    Math.random = () => 0.4 + random() * 0.01;
  });
  const page = await context.newPage();
  page.on('console', message => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', error => faults.push(String(error)));
  page.on('request', request => {
    const target = new URL(request.url());
    if (target.protocol.startsWith('http') && target.host !== new URL(url).host) faults.push(`asked ${target.host}`);
  });
  await page.goto(url);
  return page;
}

async function shot(page, name) {
  if (folder !== '-') await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

// Asks, and waits for the answer and its own buttons.
async function ask(page, question, expected) {
  const before = (await buttons(page).allInnerTexts()).join();
  await say(page, question);
  await transcript(page).filter({ hasText: expected }).first().waitFor({ timeout: 20_000 });
  await page.waitForFunction(old => {
    const now = [...document.querySelectorAll('button.webchat__suggested-action')].map(button => button.innerText).join();
    return now && now !== old;
  }, before);
}

async function converse(browser) {
  const faults = [];
  const page = await open(browser, { locale: 'zh-CN', viewport: { width: 1280, height: 800 }, colorScheme: 'light' }, faults);
  await buttons(page).first().waitFor({ timeout: 30_000 });
  await shot(page, 'zh-desktop-light-welcome');
  tell('opened', { title: await page.title(), lang: await page.locator('html').getAttribute('lang'), buttons: await buttons(page).allInnerTexts(), faults });

  await ask(page, '市水利局牵头哪些任务', '岑港水库');
  await shot(page, 'zh-desktop-light');
  tell('answered', { messages: await transcript(page).count() });

  const before = await transcript(page).count();
  const pressed = await buttons(page).first().innerText();
  await buttons(page).first().focus();
  await page.keyboard.press('Enter');
  await transcript(page).nth(before + 1).waitFor({ timeout: 20_000 });
  await shot(page, 'zh-desktop-light-button');
  tell('pressed', { pressed, said: (await transcript(page).nth(before).innerText()).trim() });

  const kept = await transcript(page).count();
  tell('restart');
  await lines.next();
  await page.getByRole('status').waitFor({ state: 'hidden', timeout: 30_000 });
  await say(page, '市教育局牵头哪些任务');
  await transcript(page).nth(kept + 1).waitFor({ timeout: 60_000 });
  const texts = await transcript(page).allInnerTexts();
  tell('reconnected', { kept, messages: texts.length, asked: texts.filter(text => text.trim().endsWith('市教育局牵头哪些任务')).length });

  await page.reload();
  await transcript(page).nth(1).waitFor({ timeout: 30_000 });
  tell('reloaded', { messages: await transcript(page).count() });
  await page.context().close();
}

async function look(browser, name, options, question, expected) {
  const faults = [];
  const page = await open(browser, options, faults);
  await buttons(page).first().waitFor({ timeout: 30_000 });
  await shot(page, `${name}-welcome`);
  await ask(page, question, expected);
  await shot(page, name);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  tell('looked', { name, tooWide: Math.max(0, width), faults, greeting: (await transcript(page).first().innerText()).trim() });
  await page.context().close();
}

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: flags });
  try {
    await converse(browser);
    const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1.5 };
    await look(browser, 'en-phone-dark', { ...phone, locale: 'en-US', colorScheme: 'dark' }, 'what does 市水利局 lead', '岑港水库');
    await look(browser, 'zh-phone-light', { ...phone, locale: 'zh-CN', colorScheme: 'light' }, '市水利局牵头哪些任务', '岑港水库');
    await look(browser, 'en-desktop-dark', { locale: 'en-US', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }, 'what does 市水利局 lead', '岑港水库');
  } finally {
    await browser.close();
  }
  process.exit(0);
})().catch(error => {
  console.error(error);
  process.exit(1);
});
