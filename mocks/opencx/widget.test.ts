import {describe, expect, it} from 'vitest';
import {opencx} from './index.js';
import {
  history,
  invalid,
  keys,
  nobody,
  notFound,
  opencxClient,
  openSession,
  pathOf,
  post,
  read,
  redactMessage,
  redactSession,
  seeded,
  send,
  stateOf,
  unauthorized,
  visitor,
  widgetToken,
  widgetTokenB,
} from './test-support.js';

type Client = ReturnType<typeof opencxClient>;

interface WidgetItem {
  readonly publicId: string;
  readonly type: string;
  readonly content: {readonly text: string | null};
  readonly sender: {readonly kind: string; readonly name?: string | null};
  readonly attachments: readonly {readonly url: string}[] | null;
}

interface Poll {
  readonly session: {readonly lastMessage: string | null; readonly isOpened: boolean; readonly isHandedOff: boolean};
  readonly history: readonly WidgetItem[];
}

const base = '/backend/widget/v2';

/** What an open widget asks for again and again. */
async function poll(client: Client, headers: Record<string, string>, session: string = seeded.session): Promise<Poll> {
  const answer = await client.call('GET', `${base}/poll/${session}`, {headers});
  expect(answer.status).toBe(200);
  return answer.body as Poll;
}

describe('POST /widget/authenticate-user', () => {
  it('OPENCX-51 answers a token and the contact that was found by the e-mail address', async () => {
    const client = opencxClient();
    const answer = await post(client, '/widget/authenticate-user', {email: 'ada@example.com', customData: {seats: 4}});
    expect(answer).toEqual({
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      contact: {id: seeded.ada},
    });
    expect(await read(client, `/chat/sessions/${seeded.session}`)).toMatchObject({
      contact: {name: 'Ada Example', custom_data: {plan: 'pro', region: 'emea', seats: '4'}},
    });
  });

  it('OPENCX-51 makes a contact of somebody new', async () => {
    const client = opencxClient();
    const body = {email: 'new@example.com', name: 'New Name', phone: '+12025550101', chat_context: {page: 'x'}};
    const {contact} = await post<{contact: {id: string}}>(client, '/widget/authenticate-user', body);
    const session = await openSession(client, {contact_id: contact.id});
    expect(await read(client, `/chat/sessions/${session}`)).toMatchObject({
      contact: {email: 'new@example.com', name: 'New Name', phone_number: '+12025550101', custom_data: null},
    });
  });

  it('OPENCX-31 answers the token alone, and 201, by the older docs', async () => {
    const client = opencxClient({docs_generation: 'G2'});
    const answer = await client.call('POST', '/widget/authenticate-user', {body: {email: 'ada@example.com'}});
    expect(answer).toMatchObject({status: 201, body: {token: expect.any(String)}});
    expect(Object.keys(answer.body as object)).toEqual(['token']);
  });

  it.each([
    [{}, 'body/email Invalid input: expected string, received undefined'],
    [{email: 'ada'}, 'body/email Invalid email address'],
    [{email: ''}, 'body/email Invalid email address'],
    [{email: 'ada@example.com', customData: {a: []}}, 'body/customData/a Invalid input'],
    [
      {email: 'ada@example.com', http_action_overrides: {headers: 'x'}},
      'body/http_action_overrides/headers Invalid input: expected record, received string',
    ],
  ])('refuses %j', async (body, message) => {
    const client = opencxClient();
    const before = await stateOf(client);
    const answer = await client.call('POST', '/widget/authenticate-user', {body});
    expect(answer).toMatchObject({status: 400, body: invalid(message)});
    expect(await stateOf(client)).toBe(before);
  });
});

describe('the widget', () => {
  it('OPENCX-48 shows a session of the visitor with its history, but no notes among agents', async () => {
    const client = opencxClient();
    const {session, history: items} = await poll(client, await visitor(client));
    expect(session).toEqual({
      id: seeded.session,
      ticketNumber: 4521,
      title: null,
      createdAt: '2026-01-04T09:00:00.000Z',
      updatedAt: '2026-01-04T09:12:00.000Z',
      isHandedOff: true,
      isOpened: true,
      assignee: {kind: 'human', name: null, avatarUrl: null},
      channel: 'web',
      isVerified: true,
      lastMessage: 'Hello Ada, I will call you at +1 202 555 0143 today.',
      modeId: null,
      latestStateCheckpointPayload: null,
      sessionAttributes: {order_id: 'ord_123', cart_value: 149.99, vip: true, caller: 'Ada Example, ada@example.com'},
    });
    expect(items.map(({type, sender}) => [type, sender.kind])).toEqual([
      ['message', 'user'],
      ['message', 'ai'],
      ['message', 'user'],
      ['message', 'user'],
      ['handoff', 'system'],
      ['agent_joined', 'system'],
      ['agent_message', 'agent'],
    ]);
    expect(items[0]).toEqual({
      publicId: seeded.message,
      type: 'message',
      content: {text: 'I am Ada Example, 12 Sample Street. My parcel never came. Call me at +1 202 555 0143.'},
      sender: {kind: 'user', name: 'Ada Example', avatar: null},
      sentAt: '2026-01-04T09:00:00.000Z',
      attachments: [],
      systemMessagePayload: {type: 'none'},
    });
    expect(JSON.stringify(items)).not.toContain('wrote before');
  });

  it('OPENCX-48 shows the same history alone', async () => {
    const client = opencxClient();
    const headers = await visitor(client);
    const answer = await client.call('GET', `${base}/session/history/${seeded.session}`, {headers});
    expect(answer.body).toEqual((await poll(client, headers)).history);
  });

  it('OPENCX-48 a redacted message keeps its publicId and reads [REDACTED], without attachments', async () => {
    const client = opencxClient();
    const headers = await visitor(client);
    const before = await poll(client, headers);
    await redactSession(client, seeded.session);
    const after = await poll(client, headers);
    expect(after.history.map(({publicId}) => publicId)).toEqual(before.history.map(({publicId}) => publicId));
    const texts = after.history.filter(({sender}) => sender.kind !== 'system');
    expect(texts).toHaveLength(5);
    for (const {content, attachments} of texts) {
      expect(content).toEqual({text: '[REDACTED]'});
      expect(attachments).toEqual([]);
    }
  });

  it('OPENCX-48 lastMessage is the last message, redacted only if that one was', async () => {
    const client = opencxClient();
    const headers = await visitor(client);
    const last = (await history(client, seeded.session)).at(-1)?.id ?? '';
    await redactMessage(client, seeded.message);
    expect((await poll(client, headers)).session.lastMessage).toContain('Hello Ada');
    await redactMessage(client, last);
    expect((await poll(client, headers)).session.lastMessage).toBe('[REDACTED]');
    await send(client, seeded.session, 'One more thing.');
    expect((await poll(client, headers)).session.lastMessage).toBe('One more thing.');
  });

  it('OPENCX-48 lists the visitor’s sessions a page at a time, with their last messages', async () => {
    const client = opencxClient({page_size: 1});
    const headers = await visitor(client);
    const list = async (query: string) =>
      (await client.call('GET', `${base}/sessions${query}`, {headers})).body as {
        items: {id: string; lastMessage: string}[];
        next: string | null;
      };
    const first = await list('?filters=%7B%7D');
    expect(first.items).toMatchObject([{id: seeded.session}]);
    const second = await list(`?filters=%7B%22any%22%3A%22thing%22%7D&cursor=${first.next}`);
    expect(second).toMatchObject({
      items: [{id: seeded.closed, lastMessage: 'I sent it to ada@example.com, Ada.'}],
      next: null,
    });
    await redactSession(client, seeded.closed);
    expect((await list(`?cursor=${first.next}`)).items).toMatchObject([{lastMessage: '[REDACTED]'}]);
  });

  it.each([
    ['filters=%7B', 'querystring/filters Invalid input'],
    ['cursor=nonsense', 'querystring/cursor Invalid input'],
  ])('OPENCX-61 refuses %s', async (query, message) => {
    const client = opencxClient();
    const answer = await client.call('GET', `${base}/sessions?${query}`, {headers: await visitor(client)});
    expect(answer).toMatchObject({status: 400, body: invalid(message)});
  });

  it('a session without messages has no last one', async () => {
    const client = opencxClient();
    const session = await openSession(client, {contact_id: seeded.ada});
    const {session: shown} = await poll(client, await visitor(client), session);
    expect(shown).toMatchObject({lastMessage: null, isHandedOff: false, assignee: {kind: 'ai'}, sessionAttributes: {}});
  });
});

describe('POST /backend/widget/v2/session/resolve', () => {
  const path = `${base}/session/resolve`;
  const body = {session_id: seeded.session};

  it('OPENCX-60 closes the session for the visitor, and history tells when told to', async () => {
    const client = opencxClient({emit_status_events: true});
    const headers = await visitor(client);
    const answer = await client.call('POST', path, {body, headers});
    expect(answer).toMatchObject({status: 200, body: {id: seeded.session, isOpened: false}});
    expect(await read(client, `/chat/sessions/${seeded.session}`)).toMatchObject({status: 'closed_resolved'});
    expect((await history(client, seeded.session)).at(-1)?.event).toEqual({type: 'closed_resolved_by_contact'});
    expect((await poll(client, headers)).history.at(-1)).toMatchObject({type: 'closed_resolved_by_contact'});
  });

  it('OPENCX-60 leaves a closed session as it is', async () => {
    const client = opencxClient({emit_status_events: true});
    const headers = await visitor(client);
    await client.call('PATCH', `/chat/sessions/${seeded.session}`, {body: {status: 'closed_unresolved'}});
    const before = await stateOf(client);
    expect((await client.call('POST', path, {body, headers})).status).toBe(200);
    expect(await stateOf(client)).toBe(before);
  });

  it('refuses a body without a session', async () => {
    const client = opencxClient();
    const answer = await client.call('POST', path, {body: {}, headers: await visitor(client)});
    const message = 'body/session_id Invalid input: expected string, received undefined';
    expect(answer).toMatchObject({status: 400, body: invalid(message)});
  });
});

describe('who may look', () => {
  const calls = [
    ['GET', `${base}/poll/${seeded.session}`, undefined],
    ['GET', `${base}/session/history/${seeded.session}`, undefined],
    ['GET', `${base}/sessions`, undefined],
    ['POST', `${base}/session/resolve`, {session_id: seeded.session}],
  ] as const;

  it.each(calls)('OPENCX-1 %s %s wants both tokens, and a key is neither', async (method, path, body) => {
    const client = opencxClient();
    const {authorization = ''} = await visitor(client);
    const before = await stateOf(client);
    const refused: readonly Record<string, string>[] = [
      {},
      {'x-bot-token': widgetToken},
      {'x-bot-token': widgetToken, authorization: keys.full},
      {'x-bot-token': widgetToken, authorization: `${authorization}x`},
      {'x-bot-token': widgetToken, authorization: 'Bearer a.b.c'},
      {'x-bot-token': keys.full.slice('Bearer '.length), authorization},
      {'x-bot-token': '', authorization},
      {authorization},
      {'x-bot-token': widgetTokenB, authorization},
    ];
    for (const headers of refused) {
      const answer = await client.call(method, path, {authorization: null, headers, ...(body && {body})});
      expect(answer, JSON.stringify(headers)).toMatchObject({status: 401, body: unauthorized});
    }
    expect(await stateOf(client)).toBe(before);
  });

  it('OPENCX-1 the contact’s token opens nothing but the widget', async () => {
    const client = opencxClient();
    const headers = await visitor(client);
    expect((await client.call('GET', '/chat/sessions', {headers})).status).toBe(401);
  });

  it.each(calls.filter(([, path]) => path !== `${base}/sessions`))(
    'OPENCX-67 %s %s does not exist for another visitor, nor one that nobody has',
    async (method, path, body) => {
      const client = opencxClient();
      const noor = await visitor(client, 'noor@example.org');
      const ada = await visitor(client);
      for (const id of [seeded.other, seeded.empty, seeded.foreign, nobody]) {
        const [target, sent] = [path.replace(seeded.session, id), body && {session_id: id}];
        const answer = await client.call(method, target, {headers: ada, ...(sent && {body: sent})});
        expect(answer, id).toMatchObject({status: 404, body: notFound('Session')});
      }
      const answer = await client.call(method, path, {headers: noor, ...(body && {body})});
      expect(answer).toMatchObject({status: 404, body: notFound('Session')});
    },
  );

  it('a removed contact is nobody', async () => {
    const client = opencxClient();
    const headers = await visitor(client);
    await client.call('DELETE', `/contacts/${seeded.ada}`);
    expect((await client.call('GET', `${base}/sessions`, {headers})).status).toBe(401);
  });

  it('takes every widget for the demo one when it is told not to be strict, but no made-up contact', async () => {
    const client = opencxClient({}, {auth: 'any'});
    const headers = {...(await visitor(client)), 'x-bot-token': 'any-widget'};
    expect((await client.call('GET', `${base}/sessions`, {headers})).status).toBe(200);
    const made = {...headers, authorization: 'Bearer a.b.c'};
    expect((await client.call('GET', `${base}/sessions`, {headers: made})).status).toBe(401);
  });

  it('a widget’s token leads to the sandbox it was issued for, and so do the addresses of files', async () => {
    const {env} = opencx.issue('blue');
    const client = opencxClient({}, {authorization: `Bearer ${env.OPENCX_API_KEY}`});
    const {authorization = ''} = await visitor(client);
    const headers = {'x-bot-token': env.OPENCX_WIDGET_TOKEN ?? '', authorization};
    expect(env.OPENCX_WIDGET_TOKEN).toMatch(/^ocx_widget_[0-9a-z]+$/);
    const {history: items} = await poll(client, headers);
    const url = items.find(({publicId}) => publicId === seeded.textAndImages)?.attachments?.[0]?.url ?? '';
    expect(url).toContain('/s/blue/files/');
    await redactSession(client, seeded.session);
    expect((await client.call('GET', pathOf(url), {authorization: null})).status).toBe(404);
    expect((await client.call('GET', pathOf(url).replace('/s/blue', ''), {authorization: null})).status).toBe(200);
  });

  it('a contact’s token is unknown in any other sandbox, and a file named by header stays in its own', async () => {
    const client = opencxClient();
    const headers = await visitor(client);
    const blue = {...headers, 'x-standin-sandbox': 'blue'};
    expect((await client.call('GET', `${base}/sessions`, {headers: blue})).status).toBe(401);

    const session = seeded.session;
    const items = await client.call('GET', `/chat/sessions/${session}/history`, {sandbox: 'blue'});
    const [url = ''] = /http[^"]+\/files\/[^"]+/.exec(items.text) ?? [];
    await client.call('POST', '/redaction/session', {body: {sessionId: session}, sandbox: 'blue'});
    expect((await client.call('GET', pathOf(url), {authorization: null})).status).toBe(404);
    expect((await client.call('GET', pathOf(url).replace('/s/blue', ''), {authorization: null})).status).toBe(200);
  });
});
