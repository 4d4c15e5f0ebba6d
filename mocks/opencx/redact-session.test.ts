import {describe, expect, it} from 'vitest';
import {
  aWhile,
  bodyOf,
  clientWith,
  history,
  keys,
  messages,
  nobody,
  notFound,
  opencxClient,
  openSession,
  organizationA,
  post,
  read,
  redactMessage,
  redactSession,
  seeded,
  send,
  stateOf,
} from './test-support.js';

const session = `/chat/sessions/${seeded.session}`;

describe('POST /redaction/session', () => {
  it('OPENCX-11, OPENCX-12, OPENCX-13 answers exactly six fields, and counts messages', async () => {
    const client = opencxClient();
    const answer = await client.call('POST', '/redaction/session', {
      body: {sessionId: seeded.session, reason: 'Customer requested data removal'},
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      success: true,
      message: 'Session successfully redacted',
      itemId: seeded.session,
      redactionType: 'session',
      affectedCount: 1,
      messagesRedacted: 5,
    });
  });

  it('OPENCX-13 offers the text that the docs print', async () => {
    const client = opencxClient({session_redaction_text: 'message'});
    expect(await redactSession(client, seeded.session)).toMatchObject({message: 'Message successfully redacted'});
  });

  it('OPENCX-14, OPENCX-17, OPENCX-46 leaves [REDACTED] in every message, in one of images alone too', async () => {
    const client = opencxClient();
    await redactSession(client, seeded.session);
    const events = (await messages(client, seeded.session)).map(({event}) => event);
    expect(events).toHaveLength(5);
    for (const event of events) {
      expect(event).toMatchObject({content: {type: 'text', text: '[REDACTED]'}, attachments: []});
    }
  });

  it('OPENCX-16 keeps id, time, type, sender, number and order of the events', async () => {
    const client = opencxClient();
    const kept = async () =>
      (await history(client, seeded.session)).map(({id, created_at, event: {type, sender}}) => ({
        id,
        created_at,
        type,
        sender,
      }));
    const before = await kept();
    await redactSession(client, seeded.session);
    expect(await kept()).toEqual(before);
    expect(before.map(({sender}) => sender?.type)).toContain('human_agent');
  });

  it('OPENCX-18 redacts contact, AI and agent, and leaves comments and other events', async () => {
    const client = opencxClient();
    const others = async () => (await history(client, seeded.session)).filter(({event}) => event.type !== 'message');
    const before = await others();
    await redactSession(client, seeded.session);
    expect(await others()).toEqual(before);
    expect(before.map(({event}) => event.type)).toEqual(['handoff', 'human_agent_joined', 'human_agent_comment']);
  });

  it('OPENCX-18 takes comments in, and counts them, when told to', async () => {
    const client = opencxClient({redact_comments: true});
    expect(await redactSession(client, seeded.session)).toMatchObject({messagesRedacted: 6});
    const comment = (await history(client, seeded.session)).find(({id}) => id === seeded.comment);
    expect(comment?.event).toEqual({
      type: 'human_agent_comment',
      human_agent_id: 17,
      content: {type: 'text', text: '[REDACTED]'},
    });
    expect(await redactSession(client, seeded.session)).toMatchObject({messagesRedacted: 0});
  });

  it.each([
    [false, {page: 'https://shop.example/orders?email=ada@example.com'}],
    [true, {}],
  ])('OPENCX-19 with redact_context %s the context of a message becomes %j', async (redact_context, context) => {
    const client = opencxClient({redact_context});
    await redactSession(client, seeded.session);
    expect((await messages(client, seeded.session))[0]?.event.context).toEqual(context);
  });

  it('OPENCX-20 leaves the session as it was: summaries, custom data, contact, time', async () => {
    const client = opencxClient();
    const before = await read(client, session);
    client.advance(aWhile);
    await redactSession(client, seeded.session);
    expect(await read(client, session)).toEqual(before);
    expect(before).toMatchObject({
      summary: expect.stringContaining('202 555 0143'),
      handoff: {summary: expect.stringContaining('ada@example.com')},
      custom_data: {caller: 'Ada Example, ada@example.com'},
      contact: {email: 'ada@example.com'},
    });
  });

  it('OPENCX-20 moves updated_at when told to, and only when something changed', async () => {
    const client = opencxClient({redaction_bumps_updated_at: true});
    client.advance(aWhile);
    await redactSession(client, seeded.session);
    expect(await read(client, session)).toMatchObject({updated_at: '2026-01-05T09:05:00.000Z'});
    client.advance(aWhile);
    await redactSession(client, seeded.session);
    expect(await read(client, session)).toMatchObject({updated_at: '2026-01-05T09:05:00.000Z'});
  });

  it('OPENCX-21 works on a closed session, which stays closed', async () => {
    const client = opencxClient();
    expect(await redactSession(client, seeded.closed)).toMatchObject({success: true, messagesRedacted: 2});
    expect(await read(client, `/chat/sessions/${seeded.closed}`)).toMatchObject({status: 'closed_resolved'});
  });

  it('OPENCX-22 is a one-off: what is sent later stays in clear until the next call', async () => {
    const client = opencxClient();
    await redactSession(client, seeded.session);
    await send(client, seeded.session, 'It is Ada again.');
    expect((await messages(client, seeded.session)).at(-1)?.event.content?.text).toBe('It is Ada again.');
    expect(await redactSession(client, seeded.session)).toMatchObject({messagesRedacted: 1});
  });

  it('OPENCX-23 succeeds on a session without messages', async () => {
    const client = opencxClient();
    expect(await redactSession(client, seeded.empty)).toMatchObject({
      success: true,
      affectedCount: 1,
      messagesRedacted: 0,
    });
  });

  it('OPENCX-24 a second call succeeds, counts nothing and changes nothing', async () => {
    const client = opencxClient();
    await redactSession(client, seeded.session);
    const before = await history(client, seeded.session);
    expect(await redactSession(client, seeded.session)).toMatchObject({
      success: true,
      affectedCount: 1,
      messagesRedacted: 0,
    });
    expect(await history(client, seeded.session)).toEqual(before);
  });

  it('OPENCX-24, OPENCX-25 counts again what was redacted before when told to', async () => {
    const client = opencxClient({recount_already_redacted: true});
    await redactMessage(client, seeded.message);
    expect(await redactSession(client, seeded.session)).toMatchObject({messagesRedacted: 5});
    expect(await redactSession(client, seeded.session)).toMatchObject({messagesRedacted: 5});
  });

  it('OPENCX-25 counts only the messages that were not redacted one by one before', async () => {
    const client = opencxClient();
    await redactMessage(client, seeded.message);
    await redactMessage(client, seeded.imageMessage);
    expect(await redactSession(client, seeded.session)).toMatchObject({messagesRedacted: 3});
  });

  it('tells a text that somebody typed as [REDACTED] from a redacted one', async () => {
    const client = opencxClient();
    const id = await openSession(client);
    await send(client, id, '[REDACTED]');
    expect(await redactSession(client, id)).toMatchObject({messagesRedacted: 1});
  });

  it('OPENCX-26 takes an empty reason', async () => {
    const client = opencxClient();
    expect(await redactSession(client, seeded.session, '')).toMatchObject({success: true});
  });

  it.each([nobody, 'no-such-session', seeded.foreign])(
    'OPENCX-28, OPENCX-29, OPENCX-67 does not know the session %s',
    async (sessionId) => {
      const client = opencxClient();
      const before = await stateOf(client);
      const answer = await client.call('POST', '/redaction/session', {body: {sessionId}});
      expect(answer).toMatchObject({status: 404, body: notFound('Session')});
      expect(await stateOf(client)).toBe(before);
    },
  );

  it('OPENCX-29 can answer 200 without success, or 500, for an unknown session', async () => {
    const body = {sessionId: 'no-such-session'};
    const soft = opencxClient({unknown_target: '200_success_false'});
    expect(await soft.call('POST', '/redaction/session', {body})).toMatchObject({
      status: 200,
      body: {
        success: false,
        message: 'Session not found',
        itemId: 'no-such-session',
        redactionType: 'session',
        affectedCount: 0,
        messagesRedacted: 0,
      },
    });
    const hard = opencxClient({unknown_target: '500'});
    expect(await hard.call('POST', '/redaction/session', {body})).toMatchObject({
      status: 500,
      body: {statusCode: 500, error: 'Internal Server Error', message: 'Internal Server Error'},
    });
  });

  it('OPENCX-31 answers 201 by the docs of 2025: redactions, creations and send', async () => {
    const client = opencxClient({docs_generation: 'G2'});
    const created = await client.call('POST', '/chat/sessions', {body: {}});
    const {id} = bodyOf<{id: string}>(created);
    const sent = await client.call('POST', `/chat/sessions/${id}/send`, {body: {message: {type: 'text', text: 'Hi'}}});
    const message = await client.call('POST', '/redaction/message', {body: {messageId: seeded.message}});
    const whole = await client.call('POST', '/redaction/session', {body: {sessionId: id}});
    const contact = await client.call('POST', '/contacts', {body: {contact: {}}});
    expect([created, sent, message, whole, contact].map(({status}) => status)).toEqual([201, 201, 201, 201, 201]);
  });

  it('OPENCX-32 changes nothing when it fails half-way', async () => {
    const common = {session_id: 'broken', created_at: '2026-01-01T00:00:00.000Z'};
    const text = (id: string) => ({
      ...common,
      id,
      event: {
        type: 'message',
        sender: {type: 'contact'},
        content: {type: 'text', text: `text of ${id}`},
        attachments: [],
        context: {},
      },
    });
    const client = clientWith({
      sessions: [
        {id: 'broken', organization_id: organizationA, ticket_number: 1, updated_at: common.created_at},
      ] as never,
      // The last one cannot be redacted: it has no attachments to look at.
      history: [text('a'), text('b'), {...common, id: 'c', event: {type: 'message', attachments: null}}] as never,
    });
    const before = await stateOf(client);
    await expect(client.call('POST', '/redaction/session', {body: {sessionId: 'broken'}})).rejects.toThrow(
      /"exception"/,
    );
    expect(await stateOf(client)).toBe(before);
  });

  it('OPENCX-10, OPENCX-32 a forced failure changes nothing, whatever the answer looks like', async () => {
    const internal = {statusCode: 500, error: 'Internal Server Error', message: 'Internal Server Error'};
    const answers = [
      [{fault: '500'}, {status: 500, body: internal}],
      [{fault: '502'}, {status: 502, body: undefined, text: expect.stringMatching(/^<!DOCTYPE html>[^]*Bad gateway/)}],
      [
        {fault: '429', html: true},
        {status: 429, body: undefined, text: expect.stringMatching(/^<!DOCTYPE html>/)},
      ],
    ] as const;
    for (const [fault, expected] of answers) {
      const client = opencxClient();
      const state = await stateOf(client);
      await client.fault(fault);
      expect(await client.call('POST', '/redaction/session', {body: {sessionId: seeded.session}})).toMatchObject(
        expected,
      );
      expect(await stateOf(client)).toBe(state);
    }
  });

  it('OPENCX-10, OPENCX-32 a lost answer leaves the session redacted, and a retry counts nothing', async () => {
    const client = opencxClient();
    await client.fault({fault: 'empty', when: 'after', operation: 'redactSession', times: 1});
    const answer = await client.call('POST', '/redaction/session', {body: {sessionId: seeded.session}});
    expect(answer.wire).toEqual({broken: 'empty'});
    expect(await redactSession(client, seeded.session)).toMatchObject({success: true, messagesRedacted: 0});
    expect((await messages(client, seeded.session))[0]?.event.content?.text).toBe('[REDACTED]');
  });

  it('OPENCX-33 two calls at once both succeed, and together count every message once', async () => {
    const client = opencxClient();
    const answers = await Promise.all([
      redactSession(client, seeded.session),
      redactSession(client, seeded.session),
      redactMessage(client, seeded.message),
    ]);
    expect(answers.map(({success}) => success)).toEqual([true, true, true]);
    expect(answers.slice(0, 2).reduce((sum, {messagesRedacted}) => sum + Number(messagesRedacted), 0)).toBe(5);
  });

  it('OPENCX-41, OPENCX-42 offers no way back', async () => {
    const client = opencxClient();
    await redactSession(client, seeded.session);
    for (const [method, path] of [
      ['POST', '/redaction/unredact'],
      ['DELETE', '/redaction/session'],
      ['DELETE', '/redaction/message'],
    ] as const) {
      expect(await client.call(method, path, {body: {sessionId: seeded.session}})).toMatchObject({
        status: 404,
        body: {message: `Route ${method}:${path} not found`, error: 'Not Found', statusCode: 404},
      });
    }
    await post(client, `/chat/sessions/${seeded.session}/send`, {message: {type: 'text', text: 'reopen'}});
    await client.call('PATCH', session, {body: {status: 'open'}});
    expect((await messages(client, seeded.session))[0]?.event.content?.text).toBe('[REDACTED]');
  });

  it('OPENCX-4 a key for redaction alone is enough', async () => {
    const client = opencxClient({}, {authorization: keys.redaction});
    expect(await redactSession(client, seeded.session)).toMatchObject({success: true});
  });
});
