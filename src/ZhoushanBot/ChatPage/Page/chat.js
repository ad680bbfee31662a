// The chat page: Microsoft's Web Chat on the service's own Direct Line.
import { words } from './words.js';
import { cardStyle, chatStyle } from './look.js';

const domain = `${location.origin}/v3/directline`;
const dark = matchMedia('(prefers-color-scheme: dark)');
const element = id => document.getElementById(id);
const status = { connecting: 1, online: 2, expired: 3, failed: 4, ended: 5 };

let settings;
let language = remembered(localStorage, 'language') ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
let persona = remembered(localStorage, 'persona');
let conversation = null;

// Storage may be forbidden; then nothing is remembered, and all else works.
function remembered(storage, key) {
  try { return storage.getItem(`zhoushanbot.${key}`); } catch { return null; }
}

function remember(storage, key, value) {
  try {
    if (value === null) storage.removeItem(`zhoushanbot.${key}`);
    else storage.setItem(`zhoushanbot.${key}`, value);
  } catch { /* as above */ }
}

function make(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  Object.assign(made, attributes);
  return made;
}

function show(...ids) {
  for (const id of ['chat', 'notice']) element(id).hidden = !ids.includes(id);
}

function notice(...children) {
  element('notice').replaceChildren(...children);
  show('notice');
}

function say() {
  const word = words[language];
  document.documentElement.lang = word.locale;
  document.title = word.title;
  for (const place of document.querySelectorAll('[data-word]')) place.textContent = word[place.dataset.word];
  const button = element('language');
  button.textContent = word.language;
  button.lang = language === 'zh' ? 'en' : 'zh';
  button.title = word.languageLabel;
  element('persona').title = word.personaHint;
  for (const option of element('persona').options) {
    const one = settings.personas.find(p => p.id === option.value);
    option.textContent = language === 'zh' ? one.chinese : one.english;
  }
  sayRehearsal();
}

function sayRehearsal() {
  element('rehearsal').hidden = !settings.rehearsalAt;
  element('rehearsal').textContent = words[language].rehearsal.replace('%t', (settings.rehearsalAt ?? '').slice(0, 16).replace('T', ' '));
}

// In both languages: it is read by whoever set the service up.
function sayMissing() {
  notice(...['zh', 'en'].flatMap(key => {
    const word = words[key];
    return [
      make('h2', word.missingTitle, { lang: word.locale }),
      make('p', word.missingText.replace('%v', settings.webChatVersion), { lang: word.locale }),
      make('p', word.missingHow, { lang: word.locale }),
      make('pre', 'node --version\ndotnet run --project src/ZhoushanBot'),
      make('p', word.missingElse, { lang: word.locale }),
      make('pre', key === 'zh' ? 'dotnet run --project src/ZhoushanBot -- ask 帮助' : 'dotnet run --project src/ZhoushanBot -- ask help'),
    ];
  }));
}

function saySignIn() {
  const word = words[language];
  notice(make('h2', word.signInTitle), make('p', word.signInText), make('a', word.signIn, { href: settings.signInPath, className: 'button' }));
}

function sayFailed() {
  const word = words[language];
  notice(make('h2', word.failedTitle), make('p', word.failedText), make('button', word.retry, { type: 'button', onclick: () => location.reload() }));
}

function sayConnection(text) {
  element('connection').hidden = !text;
  element('connection').textContent = text ?? '';
}

function load(script) {
  return new Promise((resolve, reject) => document.head.append(Object.assign(make('script', ''), { src: script, onload: resolve, onerror: reject })));
}

async function newToken() {
  const response = await fetch(`${domain}/tokens/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: persona ? { id: persona } : undefined, locale: words[language].locale }),
  });
  if (response.status === 401 && settings.signInPath) {
    saySignIn();
    return null;
  }
  if (!response.ok) throw new Error(`no token: ${response.status}`);
  return response.json();
}

// A page that is loaded again goes on with its conversation, as long as its token is good.
function savedSession() {
  const saved = JSON.parse(remembered(sessionStorage, 'session') ?? 'null');
  return saved && saved.persona === persona ? saved : null;
}

function saveSession() {
  if (conversation) {
    const { userId, line } = conversation;
    remember(sessionStorage, 'session', JSON.stringify({ userId, persona, conversationId: line.conversationId, token: line.token }));
  }
}

async function begin(saved) {
  // No longer watched, before its end is told: a watched end begins anew, and the bot would speak into a second conversation that nobody sees.
  conversation?.watching.unsubscribe();
  conversation?.line.end();
  conversation = null;
  sayConnection(words[language].connecting);
  const session = saved ?? await newToken();
  if (!session) return;
  const line = window.WebChat.createDirectLine({
    domain,
    token: session.token,
    conversationId: saved?.conversationId,
    webSocket: !new URLSearchParams(location.search).has('poll'),
    conversationStartProperties: { locale: words[language].locale },
  });
  conversation = { line, userId: session.userId, isSaved: Boolean(saved), wasOnline: false };
  conversation.watching = line.connectionStatus$.subscribe(watch);
  // Shown when the line is there: Web Chat's box takes words before, and hears no Enter.
  show();
  render();
}

function watch(now) {
  if (now === status.online) {
    conversation.wasOnline = true;
    sayConnection(null);
    show('chat');
    saveSession();
  } else if (now === status.connecting && conversation.wasOnline) {
    sayConnection(words[language].reconnecting);
  } else if (now === status.expired || now === status.ended || (now === status.failed && conversation.isSaved)) {
    restart();
  } else if (now === status.failed) {
    sayFailed();
  }
}

// Outside of the subscription that told of it.
function restart() {
  remember(sessionStorage, 'session', null);
  queueMicrotask(() => begin(null).catch(sayFailed));
}

function render() {
  const word = words[language];
  window.WebChat.renderWebChat({
    directLine: conversation.line,
    userID: conversation.userId,
    locale: word.locale,
    nonce: document.body.dataset.nonce,
    sendTypingIndicator: false,
    styleOptions: chatStyle(dark.matches),
    adaptiveCardsHostConfig: cardStyle(dark.matches),
    overrideLocalizedStrings: strings => ({ ...strings, TEXT_INPUT_PLACEHOLDER: word.placeholder }),
  }, element('chat'));
}

function fillPersonas() {
  const select = element('persona');
  if (!settings.personas.some(one => one.id === persona)) persona = settings.personas[0]?.id ?? null;
  select.replaceChildren(...settings.personas.map(one => make('option', '', { value: one.id, selected: one.id === persona })));
  element('who').hidden = settings.personas.length === 0;
  element('sign-out').hidden = !settings.signedInName;
  element('signed-in-name').textContent = settings.signedInName ?? '';
}

element('who').addEventListener('submit', event => event.preventDefault());
element('persona').addEventListener('change', event => {
  persona = event.target.value;
  remember(localStorage, 'persona', persona);
  restart();
});
element('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  remember(localStorage, 'language', language);
  say();
  if (conversation) render();
  else if (settings.webChat && settings.signInPath && settings.signedInName === null) saySignIn();
});
dark.addEventListener('change', () => conversation && render());
addEventListener('pagehide', saveSession);

try {
  settings = await (await fetch('/chat/settings')).json();
  fillPersonas();
  say();
  if (!settings.webChat) {
    sayMissing();
  } else if (settings.signInPath && settings.signedInName === null) {
    saySignIn();
  } else {
    await load(settings.webChat);
    await begin(savedSession());
  }
} catch (error) {
  console.error(error);
  settings ??= { personas: [] };
  say();
  sayFailed();
}
