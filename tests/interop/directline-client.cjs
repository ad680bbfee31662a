// directline-client.cjs URL socket|poll: Microsoft's DirectLineJS. Says every line of its input; tells every activity and every change of its
// connection as a line of JSON.
'use strict';
const readline = require('node:readline');
const { WebSocket } = require('ws');

globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = WebSocket;
globalThis.window = globalThis;

// Reconnects after about eight seconds instead of three to fifteen: a failed attempt is repeated only twenty seconds later.
const random = Math.random;
Math.random = () => 0.4 + random() * 0.01;

const { DirectLine } = require('botframework-directlinejs');

const [url, way] = process.argv.slice(2);
const domain = new URL('/v3/directline', url).href;
const tell = fact => console.log(JSON.stringify(fact));

(async () => {
  const response = await fetch(`${domain}/tokens/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: { id: 'persona-staff' }, locale: 'zh-CN' }),
  });
  const { token } = await response.json();
  const line = new DirectLine({ token, domain, webSocket: way === 'socket', pollingInterval: 200, conversationStartProperties: { locale: 'zh-CN' } });
  line.connectionStatus$.subscribe(status => tell({ status }));
  line.activity$.subscribe(({ id, text, attachments, from, channelData }) =>
    tell({ id, text: text ?? JSON.stringify(attachments), from: from.role, client: channelData?.clientActivityID }));
  for await (const text of readline.createInterface({ input: process.stdin })) {
    line.postActivity({ type: 'message', text, from: { id: 'persona-staff', role: 'user' }, channelData: { clientActivityID: `client-${text}` } })
      .subscribe(posted => tell({ posted }), error => tell({ failed: String(error) }));
  }
  process.exit(0);
})().catch(error => {
  console.error(error);
  process.exit(1);
});
