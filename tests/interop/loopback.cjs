// node --require ./loopback.cjs: no connection leaves this machine, and no server is reached from another, whatever a package may try.
'use strict';
const net = require('node:net');

const LOCAL = new Set(['127.0.0.1', 'localhost', '::1']);
const connect = net.Socket.prototype.connect;
const listen = net.Server.prototype.listen;

net.Socket.prototype.connect = function (...args) {
  const [target] = net._normalizeArgs(Array.isArray(args[0]) ? args[0] : args);
  if (!target.path && !LOCAL.has(target.host || 'localhost')) {
    process.nextTick(() => this.destroy(new Error(`not on this machine: ${target.host}`)));
    return this;
  }
  return connect.apply(this, args);
};

net.Server.prototype.listen = function (...args) {
  const [where, callback] = net._normalizeArgs(args);
  return where.port === undefined ? listen.apply(this, args) : listen.call(this, { ...where, host: '127.0.0.1' }, ...(callback ? [callback] : []));
};
