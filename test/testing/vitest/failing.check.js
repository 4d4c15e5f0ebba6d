import {describe, expect, test as base, test} from 'vitest';
import {standinFixtures, useStandin} from 'standin/vitest';

const anonymize = 'dixa.patchConversationsConversationidAnonymize';

describe('useStandin', () => {
  const dixa = useStandin({vendors: ['dixa'], listen: false});

  test('toHaveReceived', async () => {
    await dixa.sandbox.fetch('/dixa/v1/conversations/10749');
    await expect(dixa.sandbox).toHaveReceived(anonymize, {times: 1});
  });

  test('toHaveErased', async () => {
    await expect(dixa.sandbox).not.toHaveErased({emails: ['nobody@example.org']});
  });

  test('toConformToContract', async () => {
    await dixa.sandbox.fetch('/dixa/v1/conversation/10749');
    await expect(dixa.sandbox).toConformToContract();
  });

  test.concurrent('one at a time', () => dixa.sandbox);
  test.concurrent('and another', () => dixa.sandbox);
});

describe('strict', () => {
  const dixa = useStandin({vendors: ['dixa'], listen: false, strict: true});

  test('a call without a credential', async () => {
    await dixa.sandbox.fetch('/dixa/v1/conversations/10749');
  });
});

const strict = base.extend(standinFixtures({vendors: ['dixa'], intercept: true, strict: true}));

strict('a strict fixture', async ({sandbox}) => {
  const {DIXA_API_KEY} = sandbox.info.vendors.dixa.env;
  await fetch('https://dev.dixa.io/v1/conversation/10749', {headers: {authorization: DIXA_API_KEY}});
});

const early = useStandin({vendors: ['dixa'], listen: false});
let refusal;
try {
  refusal = early.sandbox;
} catch (error) {
  refusal = error;
}

test('asks too early', () => {
  throw refusal;
});
