// playground.cjs BOT CHANNEL DELIVERY FOLDER CHAT: Microsoft's playground as the channel of a bot, and a person at its page in headless Chromium. CHAT is a list
// of [step, what is done, with what, what must be seen], done by saying, pressing, or telling the test ("notify") that the bot is to speak of its own accord. Tells each
// step as a line of JSON, the last one is "done". FOLDER takes the playground's log and pictures of failures.
'use strict';
const fs = require('node:fs');
const http = require('node:http');
const net = require('node:net');
const path = require('node:path');
const { chromium } = require('playwright-core');

const [bot, channel, delivery, folder, chat] = process.argv.slice(2);
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const tell = (step, facts = {}) => fs.writeSync(1, `${JSON.stringify({ step, ...facts })}\n`);

const freePort = () => new Promise(resolve => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const answers = url => new Promise(resolve => {
  http.get(url, response => {
    response.resume();
    resolve(response.statusCode === 200);
  }).on('error', () => resolve(false));
});

// In this very process: there is no child that could outlive it. What it prints is kept out of our lines.
async function startPlayground(port) {
  const cli = require.resolve('@microsoft/m365agentsplayground/cli.js');
  const log = fs.createWriteStream(path.join(folder, 'playground.log'));
  console.log = console.info = console.warn = console.error = (...words) => log.write(`${words.join(' ')}\n`);
  process.stdout.write = process.stderr.write = text => log.write(text);
  process.chdir(folder);
  process.env.TEAMSAPPTESTER_BROWSER = 'none';
  process.argv = [process.argv[0], cli, 'start', '-e', bot, '-c', channel, '--delivery-mode', delivery, '-p', String(port), '--disable-telemetry'];
  require(cli);
  while (!await answers(`http://127.0.0.1:${port}/`)) await new Promise(resolve => setTimeout(resolve, 100));
  return `http://127.0.0.1:${port}/`;
}

async function talk(page, url) {
  const outside = new Set();
  await page.route('**/*', route => {
    const target = new URL(route.request().url());
    if (['data:', 'blob:'].includes(target.protocol) || ['127.0.0.1', 'localhost'].includes(target.hostname)) return route.continue();
    outside.add(target.hostname);
    return route.abort();
  });
  const seen = (name, text) => page.getByText(text).last().waitFor({ timeout: 20_000 }).then(
    () => tell(name, { passed: true }),
    () => tell(name, { passed: false }));
  const press = name => page.getByRole('button', { name }).last().click({ timeout: 20_000 });
  const box = page.locator('[contenteditable=true], textarea[placeholder*="Type a message"]').first();
  const say = async text => {
    await box.click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };

  await page.goto(url);
  await box.waitFor({ timeout: 30_000 });
  tell('opened');
  const deeds = { say, press, notify: () => tell('notify'), wait: () => {} };
  for (const [name, deed, object, text] of JSON.parse(chat)) {
    await deeds[deed](object);
    await seen(name, text);
  }
  return [...outside];
}

(async () => {
  const url = await startPlayground(await freePort());
  tell('started');
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: flags });
  const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
  try {
    tell('done', { outside: await talk(page, url) });
  } catch (error) {
    await page.screenshot({ path: path.join(folder, 'failure.png') }).catch(() => {});
    tell('failed', { error: String(error) });
  } finally {
    await browser.close();
    process.exit(0);
  }
})().catch(error => {
  tell('failed', { error: String(error) });
  process.exit(1);
});
