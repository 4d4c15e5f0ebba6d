import {describe, expect, it} from 'vitest';
import type {Session} from './entities.js';
import {opencx} from './index.js';
import {
  aWhile,
  opencxClient,
  openSession,
  organizationA,
  redactMessage,
  redactSession,
  seeded,
  send,
  visitor,
} from './test-support.js';

type Client = ReturnType<typeof opencxClient>;

interface Payload {
  readonly event: string;
  readonly organization_id: string;
  readonly data: Record<string, unknown>;
}

const webhook_url = 'http://127.0.0.1:9999/hooks/opencx';
const listening = (behaviours: Record<string, unknown> = {}) => opencxClient({webhook_url, ...behaviours});

/** What has left so far. */
async function payloads(client: Client): Promise<Payload[]> {
  await client.settled();
  return client.sent.map(({body}) => JSON.parse(body) as Payload);
}

const eventsOf = async (client: Client) => (await payloads(client)).map(({event}) => event);
const withAda = {contact: {email: 'ada@example.com'}};

describe('webhooks', () => {
  it('leave for the address that the switch names, unsigned', async () => {
    const client = listening();
    await send(client, seeded.session, 'Hello');
    await client.settled();
    expect(client.sent).toEqual([
      {url: webhook_url, headers: {'Content-Type': 'application/json'}, body: expect.any(String), timeout: 10_000},
    ]);
  });

  it('leave for nowhere by default, and then nothing is kept for them', async () => {
    const client = opencxClient();
    await send(client, seeded.empty, 'Hello');
    await client.call('PATCH', `/chat/sessions/${seeded.empty}`, {body: {status: 'closed_resolved'}});
    expect(await payloads(client)).toEqual([]);
    expect(await client.everything()).not.toMatch(/opencx\.deliveries|standin\.due/);
  });

  it.each(['', 'http://localhost:3000', 'https://hooks.example.com/x?y=1'])('can be sent to %j', (url) => {
    expect(opencx.behaviours.webhook_url?.read(url)).toBe(url);
  });

  it.each(['localhost:3000', 'ftp://hooks.example.com', 'http://', 'http:// x', 7])('cannot be sent to %j', (url) => {
    expect(opencx.behaviours.webhook_url?.read(url)).toBeUndefined();
  });

  it('tell of the first message of a session, and of every message', async () => {
    const client = listening();
    const session = await openSession(client, {...withAda, channel: {type: 'phone_voice'}});
    expect(await payloads(client)).toEqual([]);
    const id = await send(client, session, 'Where is my parcel?');
    const message = {id, text: 'Where is my parcel?'};
    const timestamp = '2026-01-05T09:00:00.000Z';
    expect(await payloads(client)).toEqual([
      {
        event: 'conversation.started',
        organization_id: organizationA,
        data: {
          conversation_id: session,
          assignee: {type: 'AI', name: 'AI'},
          contact: {
            id: seeded.ada,
            name: 'Ada Example',
            enriched_data: {phone_number: '+12025550143', email: 'ada@example.com'},
            custom_data: {plan: 'pro', region: 'emea'},
          },
          channel: 'phone',
          first_message: message.text,
          timestamp,
        },
      },
      {
        event: 'conversation.contact_response',
        organization_id: organizationA,
        data: {conversation_id: session, contact_id: seeded.ada, message, timestamp},
      },
    ]);
    await send(client, session, 'Anybody there?');
    expect((await eventsOf(client)).slice(2)).toEqual(['conversation.contact_response']);
  });

  it('tell of answers by the AI and by agents, and of an agent who takes over', async () => {
    const client = listening({ai_replies: true});
    await send(client, seeded.empty, 'Anybody there?');
    const agent = {id: 42, name: 'Sam Agent'};
    const message = {type: 'text', text: 'Here I am.'};
    await send(client, seeded.empty, {sender: 'agent', agent, should_take_over_session_from_ai: true, message});
    expect(await eventsOf(client)).toEqual([
      'conversation.started',
      'conversation.contact_response',
      'conversation.ai_response',
      'conversation.handoff_to_human',
      'conversation.agent_response',
    ]);
    expect((await payloads(client))[3]?.data).toEqual({
      conversation_id: seeded.empty,
      reason: 'human_agent_decided_to_take_over',
      customer_id: null,
      summary: null,
      language: null,
      message_count: 3,
      is_from_third_party: false,
      third_party_name: null,
      timestamp: '2026-01-05T09:00:00.000Z',
    });
  });

  it('tell that a session started before they tell what an agent did in it', async () => {
    const client = listening();
    const message = {type: 'text', text: 'Here I am.'};
    await send(client, seeded.empty, {sender: 'agent', should_take_over_session_from_ai: true, message});
    expect(await eventsOf(client)).toEqual([
      'conversation.started',
      'conversation.handoff_to_human',
      'conversation.agent_response',
    ]);
  });

  it.each([
    ['closed_resolved', 'resolved'],
    ['closed_unresolved', 'not_resolved'],
  ])('tell of a session that the API sets to %s', async (status, human_resolution_status) => {
    const client = listening();
    await client.call('PATCH', `/chat/sessions/${seeded.session}`, {body: {status}});
    await client.call('PATCH', `/chat/sessions/${seeded.session}`, {body: {status}});
    await client.call('PATCH', `/chat/sessions/${seeded.session}`, {body: {status: 'open'}});
    const told = await payloads(client);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      event: 'conversation.closed',
      data: {
        conversation_id: seeded.session,
        contact_id: seeded.ada,
        human_resolution_status,
        ai_resolution_status: null,
        closed_by: {type: 'human'},
        contact: {id: seeded.ada},
        summary: 'Ada Example did not get her parcel and wants to be called at +1 202 555 0143.',
      },
    });
  });

  it('tell of a session that the contact settled in the widget', async () => {
    const client = listening();
    const headers = await visitor(client);
    await client.call('POST', '/backend/widget/v2/session/resolve', {body: {session_id: seeded.session}, headers});
    const [told] = await payloads(client);
    expect(told?.data).toMatchObject({closed_by: {type: 'contact'}, human_resolution_status: null});
  });

  it('are not sent again when the receiver refuses or cannot be reached', async () => {
    for (const result of [{status: 500, body: 'no'}, {failure: 'Nobody answers.'}]) {
      const client = opencxClient({webhook_url}, {outgoing: {send: () => Promise.resolve(result)}});
      await send(client, seeded.session, 'Hello');
      await client.settled();
      client.advance(aWhile);
      await send(client, seeded.session, 'Hello again');
      expect(await eventsOf(client)).toHaveLength(2);
      expect(await client.everything()).not.toContain('opencx.deliveries');
    }
  });
});

describe('webhooks and redaction', () => {
  it('OPENCX-44 a redaction of a session or of a message sends nothing', async () => {
    const client = listening({redaction_bumps_updated_at: true, redact_comments: true});
    await redactMessage(client, seeded.message);
    await redactSession(client, seeded.session);
    await redactSession(client, seeded.session);
    client.advance(aWhile);
    expect(await payloads(client)).toEqual([]);
    expect(await client.everything()).not.toMatch(/opencx\.deliveries|standin\.due/);
  });

  it('OPENCX-45 what was delivered is not altered and not sent again', async () => {
    const client = listening();
    const id = await send(client, seeded.session, 'canary Quillfeather');
    const before = await payloads(client);
    expect(before[0]?.data.message).toEqual({id, text: 'canary Quillfeather'});
    await redactSession(client, seeded.session);
    client.advance(aWhile);
    expect(await payloads(client)).toEqual(before);
  });

  it('OPENCX-45 of what was delivered nothing is kept', async () => {
    const client = listening();
    await send(client, seeded.session, 'canary Quillfeather');
    await client.settled();
    await redactSession(client, seeded.session);
    expect(await client.everything()).not.toMatch(/Quillfeather|opencx\.deliveries/);
  });

  it('OPENCX-45 what waits holds no text, and leaves as [REDACTED] if it was redacted in the meantime', async () => {
    const client = listening({webhook_delay: 'PT60S'});
    const session = await openSession(client, withAda);
    const [first, second] = [await send(client, session, 'canary one'), await send(client, session, 'canary two')];
    expect(await payloads(client)).toEqual([]);
    await redactMessage(client, first);
    const waiting = await client.everything();
    expect(waiting).toContain('opencx.deliveries');
    expect(waiting).not.toContain('canary one');

    client.advance(60_000);
    await client.call('GET', `/chat/sessions/${session}`);
    expect((await payloads(client)).map(({event, data}) => [event, data.first_message ?? data.message])).toEqual([
      ['conversation.started', '[REDACTED]'],
      ['conversation.contact_response', {id: first, text: '[REDACTED]'}],
      ['conversation.contact_response', {id: second, text: 'canary two'}],
    ]);
  });

  it('OPENCX-45 what waits behind a slow receiver leaves as [REDACTED] as well', async () => {
    let answer: (result: {status: number; body: string}) => void = () => undefined;
    const slow = new Promise<{status: number; body: string}>((resolve) => (answer = resolve));
    const client = opencxClient({webhook_url}, {outgoing: {send: () => slow}});
    await send(client, seeded.session, 'The first.');
    const id = await send(client, seeded.session, 'canary Quillfeather');
    await client.call('GET', '/chat/sessions');
    expect(client.sent).toHaveLength(1);
    await redactMessage(client, id);
    answer({status: 200, body: ''});
    expect((await payloads(client)).map(({data}) => data.message)).toMatchObject([
      {text: 'The first.'},
      {id, text: '[REDACTED]'},
    ]);
  });

  it('OPENCX-45 what waits tells nothing of a contact that was removed', async () => {
    const client = listening({webhook_delay: 'PT60S'});
    await send(client, seeded.session, 'Hello');
    await client.call('PATCH', `/chat/sessions/${seeded.session}`, {body: {status: 'closed_resolved'}});
    await client.call('DELETE', `/contacts/${seeded.ada}`);
    client.advance(60_000);
    await client.call('GET', '/chat/sessions');
    const told = await payloads(client);
    expect(told).toHaveLength(2);
    for (const {data} of told) expect(data).not.toHaveProperty('contact');
  });

  it('does not leave once the address is taken back', async () => {
    const [session] = (opencx.seed.sessions ?? []) as unknown as readonly Session[];
    const client = listening({webhook_delay: 'PT60S'});
    await send(client, session?.id ?? '', 'Hello');
    await client.engine.sandboxes.changeBehaviours('default', {'opencx.webhook_url': ''});
    client.advance(60_000);
    await client.call('GET', '/chat/sessions');
    expect(await payloads(client)).toEqual([]);
    expect(await client.everything()).not.toContain('opencx.deliveries');
  });
});
