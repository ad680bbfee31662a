// A channel's connector built on botbuilder: every call that reaches a handler is told to the listener.
'use strict';
const http = require('node:http');
const { json } = require('node:stream/consumers');
const { ChannelServiceHandler, ChannelServiceRoutes } = require('botbuilder');
const { AuthenticationConfiguration, SimpleCredentialProvider } = require('botframework-connector');

class RecordingHandler extends ChannelServiceHandler {
  constructor(listener) {
    super(new SimpleCredentialProvider('', ''), new AuthenticationConfiguration());
    this.tell = (operation, details) => listener({ operation, ...details });
    this.ids = 0;
  }

  answer() { return { id: `js-${++this.ids}` }; }
  async onCreateConversation(_, parameters) { this.tell('createConversation', { parameters }); return this.answer(); }
  async onSendToConversation(_, conversation, activity) { this.tell('sendToConversation', { conversation, activity }); return this.answer(); }
  async onReplyToActivity(_, conversation, replyTo, activity) { this.tell('replyToActivity', { conversation, replyTo, activity }); return this.answer(); }
  async onUpdateActivity(_, conversation, id, activity) { this.tell('updateActivity', { conversation, id, activity }); return this.answer(); }
  async onDeleteActivity(_, conversation, id) { this.tell('deleteActivity', { conversation, id }); }
  async onSendConversationHistory(_, conversation, transcript) { this.tell('sendConversationHistory', { conversation, transcript }); return this.answer(); }
  async onGetConversationMembers(_, conversation) { this.tell('getConversationMembers', { conversation }); return [{ id: '29:u', name: '王' }]; }
  async onGetConversationPagedMembers(_, conversation) { this.tell('getConversationPagedMembers', { conversation }); return { continuationToken: 'more', members: [{ id: '29:u' }] }; }
  async onGetActivityMembers(_, conversation, id) { this.tell('getActivityMembers', { conversation, id }); return [{ id: '29:u' }]; }
  async onDeleteConversationMember(_, conversation, member) { this.tell('deleteConversationMember', { conversation, member }); }
  async onUploadAttachment(_, conversation, attachment) { this.tell('uploadAttachment', { conversation, name: attachment.name }); return this.answer(); }
}

// The few things of restify that the routes want: path and query parameters, a parsed body, status and send.
class Router {
  constructor() {
    this.routes = [];
    for (const method of ['get', 'post', 'put', 'delete']) {
      this[method] = (pattern, handle) => this.routes.push({ method: method.toUpperCase(), pattern: pattern.split('/'), handle });
    }
  }

  async handle(request, response) {
    const url = new URL(request.url, 'http://x');
    const parts = url.pathname.split('/');
    request.query = Object.fromEntries(url.searchParams);
    for (const { method, pattern, handle } of this.routes) {
      if (method !== request.method || pattern.length !== parts.length || !pattern.every((part, i) => part.startsWith(':') || part === parts[i])) continue;
      request.params = Object.fromEntries(pattern.flatMap((part, i) => (part.startsWith(':') ? [[part.slice(1), decodeURIComponent(parts[i])]] : [])));
      if (request.headers['content-type']) request.body = await json(request);
      response.status = (code) => { response.statusCode = code; };
      response.send = (body) => { response.setHeader('content-type', 'application/json'); response.write(typeof body === 'string' ? body : JSON.stringify(body)); };
      return handle(request, response, () => {});
    }
    response.statusCode = 404;
    response.end();
  }
}

/** Starts the channel; answers its address. */
exports.startChannel = (listener) => new Promise((resolve) => {
  const router = new Router();
  new ChannelServiceRoutes(new RecordingHandler(listener)).register(router, '');
  const server = http.createServer((request, response) => router.handle(request, response));
  server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
});
