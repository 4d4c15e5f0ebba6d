import {beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../src/index.js';

/**
 * The sample calls that the vendors' own pages print, with nothing but base URL, key and path placeholders filled in, on
 * the ids printed there.
 */
let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({randomSeed: 1});
});

const env = (vendor: string, name: string) => standin.info.vendors[vendor]?.env[name] ?? '';

describe('Dixa: https://docs.dixa.io/openapi/dixa-api/beta', () => {
  const authorization = () => ({authorization: env('dixa', 'DIXA_API_KEY')});

  it('anonymizes the conversation', async () => {
    const answer = await standin.fetch('/dixa/beta/conversations/10749/anonymize?force=false', {
      method: 'PATCH',
      headers: authorization(),
    });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({
      data: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        entityType: 'ConversationAnonymizationType',
        _type: 'Conversation',
        initiatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\[GMT\]$/) as string,
        targetEntityId: '10749',
        requestedBy: 'b165fdaa-51d6-44b0-bfcd-5f431d623fa7',
      },
    });
  });

  it('anonymizes the message', async () => {
    const path = '/dixa/beta/conversations/10749/messages/1b9adc49-62f7-4056-a9c0-c18c1f25afdb/anonymize';
    const answer = await standin.fetch(path, {method: 'PATCH', headers: authorization()});
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({
      data: {
        entityType: 'MessageAnonymizationType',
        _type: 'Message',
        targetEntityId: '10749_1b9adc49-62f7-4056-a9c0-c18c1f25afdb',
      },
    });
  });

  it('closes a conversation by the agent named there', async () => {
    const answer = await standin.fetch('/dixa/beta/conversations/10749/close', {
      method: 'PUT',
      headers: {...authorization(), 'Content-Type': 'application/json'},
      body: '{\n    "userId": "5a556159-9c21-4f3e-a44f-d323deb80d16"\n  }',
    });
    expect(answer.status).toBe(204);
    expect(await answer.text()).toBe('');
  });
});

describe('OpenCX: https://docs.open.cx/api-reference/redaction', () => {
  const post = (path: string, body: unknown) =>
    standin.fetch(`/opencx${path}`, {
      method: 'POST',
      headers: {Authorization: `Bearer ${env('opencx', 'OPENCX_API_KEY')}`, 'Content-Type': 'application/json'},
      body: JSON.stringify(body),
    });
  const id = '123e4567-e89b-12d3-a456-426614174000';

  it('redacts the session', async () => {
    const answer = await post('/redaction/session', {sessionId: id, reason: 'Customer requested data removal'});
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({success: true, itemId: id, redactionType: 'session', affectedCount: 1});
  });

  it('redacts the message', async () => {
    const reason = 'Contains sensitive customer information';
    const answer = await post('/redaction/message', {messageId: id, reason});
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      success: true,
      message: 'Message successfully redacted',
      itemId: id,
      redactionType: 'message',
      affectedCount: 1,
    });
  });
});

describe('Symbl.ai: https://docs.symbl.ai/docs/redaction', () => {
  async function messages(query: string): Promise<{text: string; from: {id: string; name: string; email: string}}[]> {
    const [appId, appSecret] = [env('symbl', 'SYMBL_APP_ID'), env('symbl', 'SYMBL_APP_SECRET')];
    const token = await standin.fetch('/symbl/oauth2/token:generate', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({type: 'application', appId, appSecret}),
    });
    const {accessToken} = (await token.json()) as {accessToken: string};
    const answer = await standin.fetch(`/symbl/v1/conversations/5083268647485440/messages?${query}`, {
      headers: {accept: 'application/json', authorization: `Bearer ${accessToken}`},
    });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as {messages: Awaited<ReturnType<typeof messages>>}).messages;
  }

  it('gives the redacted transcript as printed', async () => {
    const redacted = await messages('redact=true');
    expect(redacted).toEqual([
      {
        id: '5205809886134272',
        text: '[ORGANIZATION] is a store that sells mattresses if you are sleepy by chance.',
        from: {id: 'ac89a8f8-7246-411e-a4ce-d28383ca3368', name: '[REDACTED NAME 1]', email: '[REDACTED EMAIL 1]'},
        startTime: '2022-09-01T17:10:24.097Z',
        endTime: '2022-09-01T17:10:25.497Z',
        timeOffset: 0,
        duration: 1.4,
        conversationId: '5083268647485440',
        phrases: [],
      },
      {
        id: '6014815093391360',
        text: 'This is [PERSON_NAME] who will be joining our team next week as our new [OCCUPATION].',
        // The page prints the ids of the second and third message the other way round and so contradicts itself.
        from: {id: 'f116f029-d35f-48bb-bf93-ccc2b62d2e91', name: '[REDACTED NAME 2]', email: '[REDACTED EMAIL 2]'},
        startTime: '2022-09-01T17:10:25.497Z',
        endTime: '2022-09-01T17:10:26.397Z',
        timeOffset: 1.4,
        duration: 0.9,
        conversationId: '5083268647485440',
        phrases: [],
      },
      {
        id: '5191738432421888',
        text: 'Yes.',
        from: {id: 'ac89a8f8-7246-411e-a4ce-d28383ca3368', name: '[REDACTED NAME 1]', email: '[REDACTED EMAIL 1]'},
        startTime: '2022-09-01T17:10:27.297Z',
        endTime: '2022-09-01T17:10:27.697Z',
        timeOffset: 3.2,
        duration: 0.4,
        conversationId: '5083268647485440',
        phrases: [],
      },
    ]);
  });

  it('leaves out what is excluded', async () => {
    const [first] = await messages('exclude=["ORGANIZATION"]&redact=true');
    expect(first?.text).not.toContain('[ORGANIZATION]');
    expect(first?.from.name).toBe('[REDACTED NAME 1]');
  });
});
