// web-chat.cjs URL FOLDER: the chat page in headless Chromium. Tells each step as a line of JSON, waits for a line of input at the restart,
// and leaves screenshots in FOLDER ("-" for none). Ends by itself after three minutes, whatever happens.
'use strict';
const path = require('node:path');
const readline = require('node:readline');
const { chromium } = require('playwright-core');

const [url, folder] = process.argv.slice(2);
const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const tell = (step, facts = {}) => console.log(JSON.stringify({ step, ...facts }));
const patience = 30_000;

setTimeout(() => {
  console.error('web-chat.cjs: not done after three minutes');
  process.exit(2);
}, 180_000).unref();

const cards = page => page.locator('.ac-adaptiveCard').filter({ visible: true });
const buttons = page => page.locator('.ac-adaptiveCard button.ac-pushButton').filter({ visible: true });
const own = page => page.locator('.webchat__bubble--from-user .webchat__bubble__content, [class*="bubble--from-user"] [class*="bubble__content"]').filter({ visible: true });
const box = page => page.locator('[data-testid="send box text area"], form textarea, form input[type=text]').first();

async function say(page, text) {
  await box(page).fill(text);
  await page.keyboard.press('Enter');
}

async function open(browser, options, faults) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(patience);
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
  await cards(page).first().waitFor();
  return page;
}

async function shot(page, name) {
  if (folder !== '-') await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

// Asks, and waits for the card that answers.
async function ask(page, question, expected) {
  await say(page, question);
  await cards(page).filter({ hasText: expected }).first().waitFor();
}

// What is cut off at the side, on the page or in a card.
const tooWide = page => page.evaluate(() => [document.documentElement, ...document.querySelectorAll('.ac-adaptiveCard, .ac-adaptiveCard *')]
  .filter(element => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline' && element.clientWidth > 0)
  .map(element => element.className || element.tagName));

async function converse(browser) {
  const faults = [];
  const page = await open(browser, { locale: 'zh-CN', viewport: { width: 1280, height: 800 }, colorScheme: 'light' }, faults);
  await shot(page, 'zh-desktop-light-welcome');
  tell('opened', { title: await page.title(), lang: await page.locator('html').getAttribute('lang'), buttons: await buttons(page).allInnerTexts(), faults });

  await ask(page, '市水利局牵头哪些任务', '岑港水库');
  await shot(page, 'zh-desktop-light');
  tell('answered', { cards: await cards(page).count(), markup: await cards(page).locator('a, em, strong, li, code').count() });

  // By keyboard, a button of the answer; then by pointer, one of the welcome, which is still there.
  const follow = cards(page).last().locator('button.ac-pushButton').first();
  const pressed = await follow.innerText();
  await follow.focus();
  await page.keyboard.press('Enter');
  await cards(page).nth(2).waitFor();
  await shot(page, 'zh-desktop-light-button');
  const first = await buttons(page).first().innerText();
  await buttons(page).first().click();
  await cards(page).nth(3).waitFor();
  tell('pressed', { pressed: [pressed, first], said: (await own(page).allInnerTexts()).slice(-2).map(text => text.trim()) });

  await cards(page).last().locator('button.ac-pushButton').filter({ hasText: '有用' }).click();
  await page.getByText('已记下').first().waitFor();
  tell('judged', { judged: await page.getByText('已记下').count() });

  const kept = await cards(page).count();
  tell('restart');
  await lines.next();
  await page.getByRole('status').waitFor({ state: 'hidden' });
  await say(page, '市教育局牵头哪些任务');
  await cards(page).nth(kept).waitFor({ timeout: 60_000 });
  const asked = (await own(page).allInnerTexts()).filter(text => text.trim().endsWith('市教育局牵头哪些任务')).length;
  tell('reconnected', { kept, cards: await cards(page).count(), asked });

  await page.reload();
  await cards(page).first().waitFor();
  tell('reloaded', { cards: await cards(page).count() });

  // As somebody else: one conversation, and not a second one that nobody sees and the bot may speak in.
  const begun = [];
  page.on('request', request => request.method() === 'POST' && request.url().endsWith('/conversations') && begun.push(request.url()));
  await page.locator('#persona').selectOption('persona-manager');
  await page.getByRole('status').waitFor({ state: 'hidden' });
  await cards(page).first().waitFor();
  await say(page, '我是谁');
  await page.locator('#chat').getByText('督查室').filter({ visible: true }).first().waitFor();
  tell('changed', { conversations: begun.length });
  await page.context().close();
}

// Somebody who is quicker than the line: there is no box that takes words and hears no Enter, and the first question is asked once.
async function hurry(browser) {
  const context = await browser.newContext({ locale: 'zh-CN' });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  let connect;
  const mayConnect = new Promise(resolve => { connect = resolve; });
  const asksToConnect = page.waitForRequest(request => new URL(request.url()).pathname === '/v3/directline/conversations');
  await page.route(target => target.pathname === '/v3/directline/conversations', async route => {
    await mayConnect;
    await route.continue();
  });
  await page.goto(url);
  await asksToConnect;
  const boxBefore = await box(page).isVisible();
  const status = await page.getByRole('status').isVisible();
  connect();
  await box(page).waitFor();
  await ask(page, '市水利局牵头哪些任务', '岑港水库');
  tell('hurried', { boxBefore, status, asked: (await own(page).allInnerTexts()).filter(text => text.trim().endsWith('市水利局牵头哪些任务')).length });
  await context.close();
}

async function look(browser, name, options, question, expected) {
  const faults = [];
  const page = await open(browser, options, faults);
  await shot(page, `${name}-welcome`);
  const greeting = (await cards(page).first().innerText()).trim();
  const wide = await tooWide(page);
  await ask(page, question, expected);
  await shot(page, name);
  tell('looked', { name, tooWide: [...wide, ...await tooWide(page)], faults, greeting });
  await page.context().close();
}

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: flags });
  try {
    await converse(browser);
    await hurry(browser);
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
