// What Microsoft's token validation says of each case.
// stdin: {"appId", "issuer", "channelMetadata", "directoryMetadata", "cases": [{"name", "header", "activity"}]}; stdout: {name: true | false}
'use strict';
const { text } = require('node:stream/consumers');
const { AuthenticationConfiguration, BotFrameworkAuthenticationFactory, PasswordServiceClientCredentialFactory } = require('botframework-connector');

const UNUSED = 'http://127.0.0.1:9/';

(async () => {
  const { appId, issuer, channelMetadata, directoryMetadata, cases } = JSON.parse(await text(process.stdin));
  const authentication = BotFrameworkAuthenticationFactory.create(
    '', false, UNUSED, issuer, issuer, UNUSED, channelMetadata, directoryMetadata, '',
    new PasswordServiceClientCredentialFactory(appId, 'secret', ''), new AuthenticationConfiguration(), undefined, {});
  console.error = () => {};
  const verdicts = {};
  for (const { name, header, activity } of cases) {
    verdicts[name] = await authentication.authenticateRequest(activity, header).then(() => true, () => false);
  }
  process.stdout.write(JSON.stringify(verdicts));
  process.exit(0);
})();
