// Each operation of Microsoft's ConnectorClient, once, in the order in which the test makes ours. argv: base address
'use strict';
const { ConnectorClient, MicrosoftAppCredentials } = require('botframework-connector');

const conversation = 'c/1;x@thread';
const activity = { type: 'message', text: '舟山', from: { id: 'b', name: 'B' }, conversation: { id: conversation } };

(async () => {
  const { conversations, attachments } = new ConnectorClient(new MicrosoftAppCredentials('', ''), { baseUri: process.argv[2] });
  const operations = [
    () => conversations.createConversation({ isGroup: false, bot: { id: 'b' }, members: [{ id: 'u' }], tenantId: 't', channelData: { tenant: { id: 't' } }, activity }),
    () => conversations.sendToConversation(conversation, activity),
    () => conversations.replyToActivity(conversation, 'a:2', activity),
    () => conversations.updateActivity(conversation, 'a:2', activity),
    () => conversations.deleteActivity(conversation, 'a:2'),
    () => conversations.sendConversationHistory(conversation, { activities: [activity] }),
    () => conversations.getConversationMembers(conversation),
    () => conversations.getConversationMember(conversation, '29:u'),
    () => conversations.getConversationPagedMembers(conversation, { pageSize: 5, continuationToken: 'z' }),
    () => conversations.deleteConversationMember(conversation, '29:u'),
    () => conversations.getActivityMembers(conversation, 'a:2'),
    () => conversations.uploadAttachment(conversation, { type: 'image/png', name: 'p', originalBase64: Buffer.from('hi') }),
    () => attachments.getAttachmentInfo('att'),
    () => attachments.getAttachment('att', 'original'),
  ];
  // What the answers are does not matter here: what was sent is looked at by the test's server.
  for (const operation of operations) {
    await operation().catch(() => {});
  }
  process.exit(0);
})();
