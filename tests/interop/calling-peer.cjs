// A bot of botbuilder that calls ours: messages, an invoke, expected replies. argv: address of our endpoint; stdout: what came of each
'use strict';
const { ActivityTypes, DeliveryModes, MessageFactory } = require('botbuilder');
const { AuthenticationConfiguration, BotFrameworkAuthenticationFactory, PasswordServiceClientCredentialFactory } = require('botframework-connector');
const { startChannel } = require('./channel.cjs');

(async () => {
  const ours = process.argv[2];
  const received = [];
  const channel = await startChannel((call) => received.push(call));
  const client = BotFrameworkAuthenticationFactory.create(
    '', false, '', '', '', '', '', '', '', new PasswordServiceClientCredentialFactory('', '', ''), new AuthenticationConfiguration(), undefined, {},
  ).createBotFrameworkClient();
  let ids = 0;
  const post = (activity) => client.postActivity('', '', ours, channel, 'peer;conversation', {
    id: `peer-${++ids}`,
    channelId: 'emulator',
    from: { id: 'peer', name: 'Peer' },
    recipient: { id: 'bot', name: 'Bot' },
    conversation: { id: 'own' },
    locale: 'zh-CN',
    ...activity,
  });
  const results = {
    message: await post(MessageFactory.text('你好')),
    again: await post(MessageFactory.text('again')),
    expectReplies: await post({ ...MessageFactory.text('three'), deliveryMode: DeliveryModes.ExpectReplies }),
    invoke: await post({ type: ActivityTypes.Invoke, name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'acknowledge', data: { n: 1 } } } }),
    unknownInvoke: await post({ type: ActivityTypes.Invoke, name: 'composeExtension/query', value: {} }),
    faultyInvoke: await post({ type: ActivityTypes.Invoke, name: 'adaptiveCard/action', value: { action: { type: 'Action.Submit' } } }),
    end: await post({ type: ActivityTypes.EndOfConversation, code: 'completedSuccessfully' }),
    received,
  };
  process.stdout.write(JSON.stringify(results));
  process.exit(0);
})();
