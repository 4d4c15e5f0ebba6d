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

  test('toHaveErased too early', async () => {
    const {DIXA_API_KEY} = dixa.sandbox.info.vendors.dixa.env;
    await dixa.sandbox.fetch('/dixa/v1/endusers', {
      method: 'POST',
      headers: {authorization: DIXA_API_KEY, 'content-type': 'application/json'},
      body: JSON.stringify({displayName: 'Ada', email: 'ada@example.org'}),
    });
    await expect(dixa.sandbox).toHaveErased({emails: ['ada@example.org']});
  });

  test('toConformToContract', async () => {
    await dixa.sandbox.fetch('/dixa/v1/conversation/10749');
    await expect(dixa.sandbox).toConformToContract();
  });

  test.concurrent('one at a time', () => dixa.sandbox);
  test.concurrent('and another', () => dixa.sandbox);
});

describe('toHaveErased at OpenCX', () => {
  const opencx = useStandin({vendors: ['opencx'], listen: false});

  test('what rules keep', async () => {
    const {OPENCX_API_KEY} = opencx.sandbox.info.vendors.opencx.env;
    const headers = {authorization: `Bearer ${OPENCX_API_KEY}`, 'content-type': 'application/json'};
    const post = async (path, body) =>
      (await opencx.sandbox.fetch(`/opencx${path}`, {method: 'POST', headers, body: JSON.stringify(body)})).json();
    const ada = {emails: ['ada@example.org']};
    const {id} = await post('/chat/sessions', {contact: {email: ada.emails[0]}});
    await post(`/chat/sessions/${id}/send`, {sender: 'contact', message: {type: 'text', text: 'Hello'}});
    await post('/redaction/session', {sessionId: id});
    await expect(opencx.sandbox).toHaveErased(ada);
    await expect(opencx.sandbox).not.toHaveErased(ada);
  });
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
