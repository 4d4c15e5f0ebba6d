/* eslint-disable @typescript-eslint/no-require-imports -- what CommonJS is about */
const {describe, expect, test} = require('@jest/globals');
const {useStandin} = require('standin/jest');

describe('matchers', () => {
  const dixa = useStandin({vendors: ['dixa'], listen: false});

  test('toHaveReceived', async () => {
    await dixa.sandbox.fetch('/dixa/v1/conversations/10749');
    await expect(dixa.sandbox).toHaveReceived('dixa.patchConversationsConversationidAnonymize', {times: 1});
  });

  test('toHaveErased', async () => {
    await expect(dixa.sandbox).not.toHaveErased({emails: ['nobody@example.org']});
  });

  test('toConformToContract', async () => {
    await dixa.sandbox.fetch('/dixa/v1/conversation/10749');
    await expect(dixa.sandbox).toConformToContract();
  });
});

describe('strict', () => {
  const dixa = useStandin({vendors: ['dixa'], listen: false, strict: true});

  test('a call without a credential', async () => {
    await dixa.sandbox.fetch('/dixa/v1/conversations/10749');
  });
});
