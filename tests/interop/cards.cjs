// cards.cjs [FOLDER]: Microsoft's renderer of Adaptive Cards in headless Chromium, with markdown-it as it recommends, on the chat page's look.
// Reads [{name, card}] from its input; tells for each card and width what parsing and rendering found, what is seen, and how wide it is.
// Leaves pictures in FOLDER.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');

const folder = process.argv[2];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const part = name => path.join(path.dirname(require.resolve(`${name}/package.json`)), 'dist');
const look = path.join(__dirname, '..', '..', 'src', 'ZhoushanBot', 'ChatPage', 'Page', 'look.js');

// Runs in the page.
function show({ card, style }) {
  const { AdaptiveCard, SerializationContext, Versions, HostConfig, GlobalSettings } = window.AdaptiveCards;
  GlobalSettings.enableFallback = true;
  // Its pattern remembers where it last matched, so that every other card's language would be found wrong.
  AdaptiveCard.langProperty.regEx.lastIndex = 0;
  const adaptive = new AdaptiveCard();
  adaptive.hostConfig = new HostConfig(style);
  const context = new SerializationContext(Versions.v1_5);
  adaptive.parse(card, context);
  const events = count => Array.from({ length: count.eventCount }, (_, at) => count.getEventAt(at).message);
  const faults = [...events(context), ...adaptive.validateProperties().validationEvents.map(event => event.message)];
  const rendered = adaptive.render();
  const place = document.getElementById('place');
  place.replaceChildren(...(rendered ? [rendered] : []));
  const texts = [...place.querySelectorAll('.ac-textBlock, .ac-richTextBlock')].map(block => block.innerText);
  const markup = [...place.querySelectorAll('a, em, strong, code, li, blockquote, h1, h2, h3, h4, h5, h6, hr, s, table.markdown, img:not(.ac-image)')].map(found => found.outerHTML.slice(0, 80));
  return { faults, rendered: Boolean(rendered) && place.innerText.length > 0, texts, markup, tooWide: Math.max(0, place.scrollWidth - place.clientWidth) };
}

(async () => {
  const cards = JSON.parse(fs.readFileSync(0, 'utf8'));
  const { cardStyle } = await import(`data:text/javascript,${encodeURIComponent(fs.readFileSync(look, 'utf8'))}`);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: flags });
  const found = [];
  try {
    for (const [name, width, isDark] of [['phone', 390, true], ['desktop', 1024, false]]) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      const errors = [];
      page.on('pageerror', error => errors.push(String(error)));
      const ground = isDark ? '#1d252e' : '#ffffff';
      await page.setContent(`<!doctype html><body style="margin:0;background:${ground}"><div id="place" style="width:${Math.min(width, 720)}px"></div>`);
      await page.addScriptTag({ path: path.join(part('markdown-it'), 'markdown-it.min.js') });
      await page.evaluate(() => { const plain = window.markdownit; window.markdownit = () => plain({ linkify: true }); });
      await page.addScriptTag({ path: path.join(part('adaptivecards'), 'adaptivecards.min.js') });
      for (const { name: kind, card } of cards) {
        const seen = await page.evaluate(show, { card, style: cardStyle(isDark) });
        found.push({ kind, width: name, ...seen, faults: [...seen.faults, ...errors.splice(0)] });
        if (folder) await page.screenshot({ path: path.join(folder, `${kind.replace(/[^\w.-]+/g, '_')}-${name}.png`), fullPage: true });
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(JSON.stringify(found), () => process.exit(0));
})().catch(error => {
  console.error(error);
  process.exit(1);
});
