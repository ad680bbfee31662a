// node --require ./loopback.cjs: no connection leaves this machine, whatever a package may try.
'use strict';
const net = require('node:net');

const LOCAL = new Set(['127.0.0.1', 'localhost', '::1']);
const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (...args) {
  const [target] = net._normalizeArgs(Array.isArray(args[0]) ? args[0] : args);
  if (!target.path && !LOCAL.has(target.host || 'localhost')) {
    process.nextTick(() => this.destroy(new Error(`not on this machine: ${target.host}`)));
    return this;
  }
  return connect.apply(this, args);
};
