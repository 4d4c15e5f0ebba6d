/** Webhook subscriptions: what can be subscribed to, what answers show, what is refused. */
import {describe, expect, it} from 'vitest';
import {
  clientWith,
  dataOf,
  decodingFailure,
  dixaClient,
  invalidValue,
  nobody,
  notFound,
  read,
  receiver,
  seeded,
  sentNames,
  stateOf,
  subscribe,
} from '../test-support.js';

const plain = {name: 'Receiver', url: receiver, authorization: {_type: 'NoAuth'}, customHeaders: {}};
const condition = {_type: 'IsOneOf', field: 'InitialChannel', values: ['email']};
const filters = {Conversation: {_type: 'CombinedFilters', strategy: 'All', conditions: [condition]}};

describe('DIXA-89 a webhook subscription', () => {
  it('is shown as it was made, with a key and times of its own', async () => {
    const client = clientWith({});
    const body = {...plain, events: ['ConversationClosed', 'ConversationCreated'], filters};
    const created = await client.call('POST', '/v1/webhooks', {body});
    expect(created.status).toBe(201);
    const {id, secretKey} = dataOf(created);
    expect(secretKey).toMatch(/^[0-9a-f]{64}$/);
    expect(created.body).toEqual({
      data: {
        id,
        secretKey,
        name: 'Receiver',
        url: receiver,
        subscribedEvents: ['ConversationClosed', 'ConversationCreated'],
        headers: {},
        enabled: true,
        createdAt: '2026-01-05T09:00:00Z',
        createdBy: seeded.admin,
        updatedAt: '2026-01-05T09:00:00Z',
        updatedBy: seeded.admin,
        filters,
      },
    });
    expect(await read(client, `/beta/webhooks/${String(id)}`)).toEqual(dataOf(created));
    expect(await read(client, '/v1/webhooks')).toEqual([dataOf(created)]);
  });

  it('has another key and another place in the list than the one before', async () => {
    const client = clientWith({});
    const made = [];
    for (let count = 0; count < 12; count += 1) made.push(await subscribe(client, {name: `Receiver ${count}`}));
    expect(new Set(made.map(({secretKey}) => secretKey)).size).toBe(12);
    expect(await read(client, '/v1/webhooks')).toEqual(made);
  });

  it.each([
    [{_type: 'NoAuth'}, {'X-One': 'one'}, {'X-One': 'one'}],
    [{_type: 'TokenAuth', value: 'a.b.c'}, {'X-One': 'one'}, {'X-One': 'one', Authorization: 'Bearer a.b.c'}],
    [{_type: 'BasicAuth', username: 'sam', password: 'péché'}, {}, {Authorization: 'Basic c2FtOnDDqWNow6k='}],
    [{_type: 'TokenAuth', value: 'mine'}, {authorization: 'theirs'}, {Authorization: 'Bearer mine'}],
    [{_type: 'NoAuth'}, {authorization: 'theirs'}, {authorization: 'theirs'}],
  ])('shows the headers that follow from %j and %j', async (authorization, customHeaders, headers) => {
    const body = {...plain, authorization, customHeaders};
    expect(dataOf(await dixaClient().call('POST', '/v1/webhooks', {body})).headers).toEqual(headers);
  });

  it('is made by Pipedream without customHeaders', async () => {
    const {customHeaders: _, ...body} = {...plain, events: ['ConversationCreated']};
    const answer = await dixaClient().call('POST', '/v1/webhooks', {body});
    expect(answer).toMatchObject({status: 201, body: {data: {headers: {}}}});
  });

  it('names each event once, and keeps nothing that the document does not know', async () => {
    const client = dixaClient();
    const body = {
      ...plain,
      events: ['ConversationClosed', 'ConversationClosed'],
      authorization: {_type: 'NoAuth', 'canary-a': 1},
      filters: {
        Conversation: {
          ...filters.Conversation,
          'canary-b': 1,
          conditions: [{...condition, 'canary-c': 1}],
        },
      },
      'canary-d': 1,
    };
    const answer = await client.call('POST', '/v1/webhooks', {body});
    expect(answer).toMatchObject({status: 201, body: {data: {subscribedEvents: ['ConversationClosed'], filters}}});
    expect(await stateOf(client)).not.toContain('canary');
  });

  it.each([
    [{name: 'New name'}, {name: 'New name'}],
    [{events: ['ConversationRated']}, {subscribedEvents: ['ConversationRated']}],
    [{url: 'http://127.0.0.1:9000/hook?x=1'}, {url: 'http://127.0.0.1:9000/hook?x=1'}],
    [{authorization: {_type: 'TokenAuth', value: 'new'}}, {headers: {'X-One': 'one', Authorization: 'Bearer new'}}],
    [{customHeaders: {'X-Two': 'two'}}, {headers: {'X-Two': 'two', Authorization: 'Bearer old'}}],
    [{enabled: false}, {enabled: false}],
    [{filters}, {filters}],
    [{}, {}],
  ])('is changed by %j in what that names', async (patch, changed) => {
    const client = dixaClient();
    const customHeaders = {'X-One': 'one'};
    const made = await subscribe(client, {customHeaders, authorization: {_type: 'TokenAuth', value: 'old'}});
    client.advance(60_000);
    client.authorization = 'dixa-demo-without-rights';
    const answer = await client.call('PATCH', `/v1/webhooks/${made.id}`, {body: patch});
    expect(answer.status).toBe(200);
    const times = {updatedAt: '2026-01-05T09:01:00Z', updatedBy: seeded.sam};
    expect(answer.body).toEqual({data: {...made, ...changed, ...times}});
    expect(await read(client, `/v1/webhooks/${made.id}`)).toEqual(dataOf(answer));
  });

  it('is gone once it is deleted', async () => {
    const client = dixaClient();
    const {id} = await subscribe(client);
    expect(await client.call('DELETE', `/v1/webhooks/${id}`)).toMatchObject({status: 204, text: ''});
    expect(await client.call('GET', `/v1/webhooks/${id}`)).toMatchObject({status: 404, body: notFound});
    await client.call('PUT', `/v1/conversations/${seeded.open}/close`);
    expect(await sentNames(client)).toEqual([]);
  });
});

describe('DIXA-89 DIXA-12 an unknown webhook subscription', () => {
  it.each([
    ['GET', '', 404, notFound],
    ['DELETE', '', 404, notFound],
    ['GET', '/delivery-status', 404, notFound],
    ['GET', '/delivery-status/logs/ConversationClosed', 404, notFound],
    // The one operation that declares no 404.
    ['PATCH', '', 400, decodingFailure],
  ] as const)('is refused by %s %s', async (method, rest, status, body) => {
    const client = dixaClient();
    const before = await stateOf(client);
    const options = method === 'PATCH' ? {body: {name: 'New name'}} : {};
    expect(await client.call(method, `/v1/webhooks/${nobody}${rest}`, options)).toMatchObject({status, body});
    expect(await stateOf(client)).toBe(before);
  });

  it.each([
    ['GET', '/v1/webhooks/abc', invalidValue],
    ['DELETE', '/v1/webhooks/abc', invalidValue],
    ['PATCH', '/v1/webhooks/abc', decodingFailure],
    ['GET', '/v1/webhooks/abc/delivery-status', invalidValue],
    ['GET', `/v1/webhooks/${nobody}/delivery-status/logs/ConversationBurnt`, invalidValue],
  ])('DIXA-8 cannot be named as in %s %s', async (method, path, body) => {
    const options = method === 'PATCH' ? {body: {}} : {};
    expect(await dixaClient().call(method, path, options)).toMatchObject({status: 400, body});
  });
});

/** What neither POST nor PATCH takes. */
const refused: readonly (readonly [string, object])[] = [
  ['a wrong name', {name: 7}],
  ['a relative address', {url: '/hook'}],
  ['an empty address', {url: ''}],
  ['a file', {url: 'file:///etc/passwd'}],
  ['a script', {url: 'javascript:alert(1)'}],
  ['credentials in the address', {url: 'https://sam:secret@hooks.example.org'}],
  ['an address without end', {url: `https://hooks.example.org/${'a'.repeat(9000)}`}],
  ['an unknown event', {events: ['ConversationAnonymized']}],
  ['an event as bodies have it', {events: ['CONVERSATION_CLOSED']}],
  ['an unknown authorization', {authorization: {_type: 'DigestAuth'}}],
  ['an authorization without a kind', {authorization: {username: 'a', password: 'b'}}],
  ['basic authorization without a password', {authorization: {_type: 'BasicAuth', username: 'a'}}],
  ['a password without end', {authorization: {_type: 'BasicAuth', username: 'a', password: 'b'.repeat(9000)}}],
  ['a token with a line break', {authorization: {_type: 'TokenAuth', value: 'a\r\nX-Injected: 1'}}],
  ['a token beyond Latin 1', {authorization: {_type: 'TokenAuth', value: '💥'}}],
  ['a header that is no text', {customHeaders: {'X-One': 1}}],
  ['a header with a line break', {customHeaders: {'X-One': 'one\nX-Injected: 1'}}],
  ['a header with a null', {customHeaders: {'X-One': 'a\u0000'}}],
  ['a header beyond Latin 1', {customHeaders: {'X-One': '💥'}}],
  ['a header without a name', {customHeaders: {'': 'one'}}],
  ['a header with a space in its name', {customHeaders: {'X One': 'one'}}],
  ['a header with a line break in its name', {customHeaders: {'X-One: 1\r\nX-Two': 'one'}}],
  ['a header beyond ASCII in its name', {customHeaders: {'X-Ä': 'one'}}],
  ...[
    'Content-Length',
    'transfer-encoding',
    'HOST',
    'Connection',
    'Upgrade',
    'TE',
    'Trailer',
    'Expect',
    'Keep-Alive',
  ].map((name) => [`the header ${name}`, {customHeaders: {[name]: '1'}}] as const),
  ['headers without end', {customHeaders: {'X-One': 'a'.repeat(9000)}}],
  ['filters without conditions', {filters: {Conversation: {...filters.Conversation, conditions: []}}}],
  ['filters without a strategy', {filters: {Conversation: {_type: 'CombinedFilters', conditions: [condition]}}}],
  ['filters of another kind', {filters: {Conversation: {...filters.Conversation, _type: 'Filters'}}}],
  ...[
    {...condition, _type: 'IsEmpty'},
    {...condition, field: 'Channel'},
    {...condition, values: []},
    {...condition, values: [1]},
  ].map(
    (one) =>
      [
        `the condition ${JSON.stringify(one)}`,
        {filters: {Conversation: {...filters.Conversation, conditions: [one]}}},
      ] as const,
  ),
  ['something else than true for enabled', {enabled: 'true'}],
];

describe('DIXA-89 DIXA-9 a webhook subscription cannot have', () => {
  it.each(refused)('%s when it is made', async (_, part) => {
    const client = dixaClient();
    const before = await stateOf(client);
    const answer = await client.call('POST', '/v1/webhooks', {body: {...plain, ...part}});
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it.each(refused)('%s when it is changed', async (_, part) => {
    const client = dixaClient();
    const {id} = await subscribe(client);
    const before = await stateOf(client);
    const answer = await client.call('PATCH', `/v1/webhooks/${id}`, {body: part});
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it.each(['name', 'url', 'authorization'] as const)('no %s', async (member) => {
    const {[member]: _, ...body} = plain;
    const answer = await dixaClient().call('POST', '/v1/webhooks', {body});
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
  });
});
