// The channel by itself: first line its address, then a line for each call; ends with its input.
'use strict';
const { startChannel } = require('./channel.cjs');

const write = (value) => process.stdout.write(JSON.stringify(value) + '\n');
startChannel(write).then((address) => write({ address }));
process.stdin.resume().on('end', () => process.exit(0));
