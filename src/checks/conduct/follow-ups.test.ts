import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../../index.js';
import {judgementOf} from './index.js';
import {askAs, credentialsOf, jsonOf, judged, symblToken} from './test-support.js';

let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({randomSeed: 1});
});

afterEach(() => standin.close());

const sessionId = '123e4567-e89b-12d3-a456-426614174000';
const kinds = async (options?: Parameters<typeof judged>[1]) =>
  (await judged(standin, options)).map(({entry, kind}) => `${entry} ${kind}`);

const ask = (path: string, init?: RequestInit) => askAs(standin, path, init);

const anonymize = async (path = '/conversations/10749/anonymize', version = 'v1') => {
  const {data} = await ask(`/dixa/${version}${path}`, {method: 'PATCH'});
  return (data as {readonly id: string}).id;
};
const redact = (kind: string, body: object) => ask(`/opencx/redaction/${kind}`, jsonOf('POST', {}, body));

describe('an anonymization that was accepted (DIXA-38, DIXA-40)', () => {
  it('is unfollowed when nobody asks whether it was done', async () => {
    await anonymize();
    expect(await judged(standin)).toEqual([
      {
        entry: 'req-1',
        kind: 'unfollowed',
        vendor: 'dixa',
        operation: 'patchConversationsConversationidAnonymize',
        pointer: '/response',
        rules: ['DIXA-38', 'DIXA-40', 'DIXA-41'],
        mark: 'assumed',
        message: 'The call was accepted for later, and nobody looked whether it was done.',
        instead:
          'Call GET /{version}/anonymization/request/{requestId} (getAnonymizationRequestRequestid) ' +
          'until its answer has `/data/processedAt`.',
      },
    ]);
  });

  it('is unfollowed when the one look came too early, and told so', async () => {
    const id = await anonymize();
    await ask(`/dixa/v1/anonymization/request/${id}`);
    expect(await judged(standin)).toMatchObject([
      {kind: 'unfollowed', message: 'The call was accepted for later; somebody looked, but it was not done yet.'},
    ]);
  });

  it('is followed once its request has `processedAt`, in whatever version', async () => {
    const id = await anonymize();
    await standin.clock.advance('PT1M');
    await ask(`/dixa/beta/anonymization/request/${id}`);
    expect(await kinds()).toEqual([]);
  });

  it('is unfollowed when another request was looked at', async () => {
    const first = await anonymize();
    await anonymize('/conversations/10750/anonymize?force=true');
    await standin.clock.advance('PT1M');
    await ask(`/dixa/v1/anonymization/request/${first}`);
    expect(await kinds()).toEqual(['req-2 unfollowed']);
  });

  it('is followed by a look at the conversation itself, once that is anonymized', async () => {
    await anonymize();
    await ask('/dixa/v1/conversations/10749');
    expect(await kinds()).toEqual(['req-1 unfollowed']);
    await standin.clock.advance('PT1M');
    await ask('/dixa/v1/conversations/10749');
    expect(await kinds()).toEqual([]);
  });

  it('is followed by a look at the end user, once nothing personal is left', async () => {
    const {data} = await ask('/dixa/v1/conversations/10749');
    const {requesterId} = data as {readonly requesterId: string};
    await anonymize(`/endusers/${requesterId}/anonymize?force=true`);
    await ask(`/dixa/v1/endusers/${requesterId}`);
    expect(await kinds()).toEqual(['req-2 unfollowed']);
    await standin.clock.advance('PT1M');
    await ask(`/dixa/v1/endusers/${requesterId}`);
    expect(await kinds()).toEqual([]);
  });

  it('holds for the deprecated call as well', async () => {
    await ask('/dixa/v1/anonymization', jsonOf('POST', {}, {entityId: '10749', _type: 'Conversation'}));
    expect(await kinds()).toEqual(['req-1 deprecated', 'req-1 unfollowed']);
    await standin.clock.advance('PT1M');
    await ask('/dixa/v1/conversations/10749');
    expect(await kinds()).toEqual(['req-1 deprecated']);
  });

  it('was none when it was refused, or when a fault answered', async () => {
    await standin.faults.add({fault: '429', times: 1});
    await standin.fetch('/dixa/v1/conversations/10749/anonymize', {
      method: 'PATCH',
      headers: credentialsOf(standin, 'dixa'),
    });
    await standin.faults.add({fault: 'reset', when: 'after', times: 1});
    await standin
      .fetch('/dixa/v1/conversations/10749/anonymize', {method: 'PATCH', headers: credentialsOf(standin, 'dixa')})
      .catch(() => undefined);
    await ask('/dixa/v1/conversations/999999/anonymize', {method: 'PATCH'});
    expect(await kinds()).toEqual([]);
  });

  it('is one all the same when the answer only came late', async () => {
    await standin.faults.add({fault: 'delay', delay: 'PT0S', times: 1});
    await anonymize();
    expect(await kinds()).toEqual(['req-1 unfollowed']);
  });

  it('of one sandbox is not followed in another', async () => {
    const id = await anonymize();
    await standin.clock.advance('PT1M');
    await ask(`/dixa/v1/anonymization/request/${id}`);
    const [accepted, looked] = await standin.journal.entries();
    const judgement = judgementOf(standin.vendors);
    const call = {origin: 'made', hasCredentials: true} as const;
    judgement.judge({...call, entry: accepted!, sandbox: 'blue'});
    judgement.judge({...call, entry: looked!, sandbox: 'green'});
    expect(judgement.end()).toMatchObject([{entry: 'req-1', kind: 'unfollowed'}]);
  });

  it('is followed by any look where calls have no order', async () => {
    await ask('/dixa/v1/anonymization/request/5a556159-9c21-4f3e-a44f-d323deb80d16');
    const withoutOrder = {situation: {isOrdered: false}};
    await anonymize();
    expect(await kinds(withoutOrder)).toEqual(['req-2 unfollowed']);
    await ask('/dixa/v1/conversations/10750');
    expect(await kinds(withoutOrder)).toEqual([]);
    expect(await kinds()).toEqual(['req-2 unfollowed']);
  });
});

describe('a redaction (OPENCX-14, OPENCX-46)', () => {
  it('is unconfirmed when nobody reads the session afterwards', async () => {
    await ask(`/opencx/chat/sessions/${sessionId}/history`);
    await redact('session', {sessionId});
    await ask(`/opencx/chat/sessions/${sessionId}`);
    expect(await judged(standin)).toMatchObject([
      {
        entry: 'req-2',
        kind: 'unconfirmed',
        operation: 'redactSession',
        rules: ['OPENCX-14', 'OPENCX-46'],
        mark: 'inferred',
        message: 'The call erased something, and nobody read afterwards whether it is gone.',
        instead:
          'Call GET /chat/sessions/{session_id}/history (getChatSessionHistory) afterwards, and see that it is gone.',
      },
    ]);
  });

  it('is confirmed by the history of that session, or by the search', async () => {
    await redact('session', {sessionId});
    await ask(`/opencx/chat/sessions/${sessionId}/history`);
    expect(await kinds()).toEqual([]);
    await redact('session', {sessionId});
    expect(await kinds()).toEqual(['req-3 unconfirmed']);
    await ask('/opencx/chat/sessions/search?q=order');
    expect(await kinds()).toEqual([]);
  });

  it('is confirmed, with all before it, by one history of its session', async () => {
    await redact('session', {sessionId});
    await redact('session', {sessionId});
    await ask(`/opencx/chat/sessions/${sessionId}/history`);
    await redact('session', {sessionId});
    expect(await kinds()).toEqual(['req-4 unconfirmed']);
  });

  it('of a message is confirmed by a history that holds it (OPENCX-35)', async () => {
    const {items} = (await ask(`/opencx/chat/sessions/${sessionId}/history`)) as {
      items: readonly {readonly id: string; readonly event: {readonly type: string}}[];
    };
    const messageId = items.find(({event}) => event.type === 'message')?.id;
    await redact('message', {messageId});
    const {id: other} = (await ask('/opencx/chat/sessions', jsonOf('POST', {}, {}))) as {readonly id: string};
    await ask(`/opencx/chat/sessions/${other}/history`);
    const [told] = await judged(standin);
    expect(told).toMatchObject({
      entry: 'req-2',
      kind: 'unconfirmed',
      message: expect.stringContaining('does not hold it'),
    });
    await ask(`/opencx/chat/sessions/${sessionId}/history`);
    expect(await kinds()).toEqual([]);
  });

  it('that answers without success has erased nothing (OPENCX-29)', async () => {
    await standin.behaviours.set({'opencx.unknown_target': '200_success_false'});
    const {success} = await redact('session', {sessionId: 'a5b6c7d8-0000-4000-8000-000000000000'});
    expect(success).toBe(false);
    expect(await kinds()).toEqual([]);
  });
});

describe('a job (SYMBL-20)', () => {
  const text = {messages: [{payload: {content: 'Good morning'}, from: {userId: 'agent@example.org', name: 'Agent'}}]};
  const submit = async (body: object, headers: Record<string, string>) => {
    const answer = await standin.fetch('/symbl/v1/process/text', jsonOf('POST', headers, body));
    return (await answer.json()) as {readonly jobId: string; readonly conversationId: string};
  };

  it('is unfollowed until somebody sees its end', async () => {
    const headers = await symblToken(standin);
    const {jobId, conversationId} = await submit(text, headers);
    const look = () => standin.fetch(`/symbl/v1/job/${jobId}`, {headers});
    await standin.fetch(`/symbl/v1/conversations/${conversationId}/messages`, {headers});
    expect(await kinds()).toEqual(['req-2 unfollowed']);
    const {status} = (await (await look()).json()) as {readonly status: string};
    expect(status).toBe('in_progress');
    expect(await judged(standin)).toMatchObject([
      {
        message: expect.stringContaining('not done yet') as string,
        instead: 'Call GET /v1/job/{jobId} (getJob) until `/status` of its answer is completed or failed.',
      },
    ]);
    await look();
    expect(await kinds()).toEqual([]);
  });

  it('needs no look where the vendor is told to call back (SYMBL-24)', async () => {
    await submit({...text, webhookUrl: 'https://hooks.example/symbl'}, await symblToken(standin));
    expect(await kinds()).toEqual([]);
  });

  it('is one of what is added as well', async () => {
    const headers = await symblToken(standin);
    await standin.fetch('/symbl/v1/process/text/5083268647485440', jsonOf('PUT', headers, text));
    expect(await judged(standin)).toMatchObject([{operation: 'appendText', kind: 'unfollowed'}]);
  });
});
