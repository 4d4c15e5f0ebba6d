/** What published clients of Dixa rely on, client by client: what works with Dixa must work here. */
import {describe, expect, it} from 'vitest';
import {
  aDay,
  clientWith,
  conversation,
  dataOf,
  decodingFailure,
  dixaClient,
  endUser,
  invalidValue,
  nobody,
  notFound,
  read,
  seeded,
  sentEvents,
  stateOf,
  subscribe,
  token,
} from './test-support.js';

const open = `/v1/conversations/${seeded.open}`;
const closed = `/v1/conversations/${seeded.closed}`;
const text = {_type: 'Text', value: 'Hello'};
const json = {'content-type': 'application/json'};

interface Listed {
  readonly data: readonly {readonly id: number}[];
  readonly meta?: {readonly next: string};
}

describe("Dixa's CLI", () => {
  it('DIXA-7 DIXA-17 takes an empty body for a success, and shows the status and the body of anything else', async () => {
    const client = dixaClient();
    expect(await client.call('PUT', `${open}/close`)).toMatchObject({status: 204, text: ''});
    expect(await client.call('POST', `${open}/tags/bulk`, {body: {data: []}})).toMatchObject({status: 202, text: ''});
    const refused = await client.call('PUT', `${open}/close`, {body: {userId: seeded.ada}});
    expect(`${refused.status} ${refused.text}`).toBe('400 {"message":"Decoding failure in request"}');
  });
});

describe("Dixa's MCP server, the later one", () => {
  it.each([
    [closed, seeded.firstMessage, 202],
    [open, seeded.openMessage, 409],
  ])('DIXA-33 DIXA-35 anonymizes a message of %s without any parameter', async (path, message, status) => {
    expect((await dixaClient().call('PATCH', `${path}/messages/${message}/anonymize`)).status).toBe(status);
  });

  it.each([
    ['', 409],
    ['?force=true', 202],
  ])('DIXA-36 brings force for an end user only when it is wanted (%j)', async (query, status) => {
    expect((await dixaClient().call('PATCH', `/v1/endusers/${seeded.ada}/anonymize${query}`)).status).toBe(status);
  });

  it.each([[{}], [{userId: seeded.kim}]])('DIXA-56 closes with %j', async (body) => {
    const client = dixaClient();
    expect((await client.call('PUT', `${open}/close`, {body})).status).toBe(204);
    expect(await read(client, open)).toMatchObject({state: 'Closed'});
  });

  it('DIXA-64 always claims without force', async () => {
    const client = dixaClient();
    const claim = (agentId: string) => client.call('PUT', `${open}/claim`, {body: {agentId, force: false}});
    expect((await claim(seeded.kim)).status).toBe(204);
    expect((await claim(seeded.sam)).status).toBe(409);
  });

  it('DIXA-76 DIXA-80 brings notes and tags in an envelope', async () => {
    const client = dixaClient();
    await client.call('POST', `${open}/notes/bulk`, {body: {data: [{message: 'Call back'}]}});
    await client.call('POST', `${open}/tags/bulk`, {body: {data: [{name: 'example'}]}});
    expect(await read(client, `${open}/notes`)).toHaveLength(1);
    expect(await read(client, `${open}/tags`)).toHaveLength(1);
  });
});

describe("Dixa's MCP server, the earlier one", () => {
  it('DIXA-3 DIXA-5 tells by the text of a 401 whether the token or its rights are wrong', async () => {
    const client = dixaClient();
    const search = (authorization: string) =>
      client.call('GET', '/v1/search/conversations?query=parcel&exactMatch=true', {authorization});
    expect((await search(token)).status).toBe(200);
    expect((await search(`Bearer ${token}`)).text).toBe((await search(token)).text);
    expect(await search('unknown')).toMatchObject({status: 401, body: {message: 'Unauthorized'}});
    expect(await search('Bearer dixa-demo-without-rights')).toMatchObject({
      status: 401,
      body: {message: 'User is unauthorized to perform an underlying operation'},
    });
  });
});

describe("Dixa's Voyado bridge", () => {
  it('DIXA-52 DIXA-83 creates an end user and writes a mail in their name', async () => {
    const client = dixaClient();
    const person = {displayName: 'Una Buyer', email: 'una@customer.example'};
    const {id: requesterId} = dataOf(await client.call('POST', '/v1/endusers', {body: person}));
    const message = {_type: 'Inbound', content: {_type: 'Html', value: '<p>Hello</p>'}};
    const mail = {_type: 'Email', requesterId, emailIntegrationId: 'support@email.dixa.io', subject: 'Hello', message};
    const created = await client.call('POST', '/v1/conversations', {body: mail});
    expect(created.status).toBe(201);
    const {id} = dataOf<{id: number}>(created);
    expect(await read(client, `/v1/conversations/${id}`)).toMatchObject({fromEmail: 'una@customer.example'});
  });
});

describe('Pipedream', () => {
  it.each([
    ['Inbound', undefined, 200],
    ['Outbound', seeded.kim, 200],
    ['Outbound', undefined, 400],
  ])('DIXA-69 DIXA-70 adds a message (%s, by %s)', async (_type, agentId, status) => {
    const body = {content: text, _type, ...(agentId !== undefined && {agentId})};
    expect((await dixaClient().call('POST', `${open}/messages`, {body})).status).toBe(status);
  });

  it('DIXA-89 subscribes without customHeaders, and unsubscribes', async () => {
    const client = dixaClient();
    const body = {name: 'Source', url: 'https://hooks.example.org/pipedream', authorization: {_type: 'NoAuth'}};
    const created = await client.call('POST', '/v1/webhooks', {body: {...body, events: ['ConversationCreated']}});
    expect(created.status).toBe(201);
    const path = `/v1/webhooks/${String(dataOf(created).id)}`;
    expect((await client.call('DELETE', path)).status).toBe(204);
    expect((await client.call('GET', path)).status).toBe(404);
  });
});

describe('PostHog', () => {
  it('DIXA-12 passes over the messages of a conversation that is not there', async () => {
    expect(await dixaClient().call('GET', '/v1/conversations/999999/messages')).toMatchObject({
      status: 404,
      body: notFound,
    });
  });

  it('DIXA-23 never gets an empty page with a link, nor a link to another host', async () => {
    for (const count of [0, 1, 2, 3, 4]) {
      const conversations = Array.from({length: count}, (_, n) => conversation(n + 1));
      const client = clientWith({endUsers: [endUser(seeded.ada)], conversations});
      let path: string | undefined = `/v1/endusers/${seeded.ada}/conversations?pageLimit=2`;
      while (path !== undefined) {
        const {data, meta} = (await client.call('GET', path)).body as Listed;
        if (meta) expect(data.length).toBeGreaterThan(0);
        path = meta?.next;
        if (path !== undefined) expect(new URL(path, 'https://dev.dixa.io').host).toBe('dev.dixa.io');
      }
    }
  });

  it('DIXA-78 keeps ratings apart by id and ratingType together', async () => {
    const ids = {ratingId: nobody, conversationId: seeded.closed, agentId: seeded.kim, userId: seeded.ada};
    const rating = {...ids, conversationChannel: 'Email', ratingStatus: 'Offered', timestamps: {}};
    const kinds = ['Csat', 'Nps'].map((ratingType) => ({...rating, id: `${nobody} ${ratingType}`, ratingType}));
    const client = clientWith({conversations: [conversation(seeded.closed)], ratings: kinds});
    const body = {ratingResult: {_type: 'Nps', value: 9}};
    expect((await client.call('POST', `${closed}/ratings/${nobody}/submit`, {body})).status).toBe(201);
    expect(await read(client, `${closed}/ratings`)).toMatchObject([
      {id: nobody, ratingType: 'Csat', ratingStatus: 'Offered'},
      {id: nobody, ratingType: 'Nps', ratingStatus: 'Rated', ratingScore: 9},
    ]);
  });
});

describe('the TypeScript client of the community', () => {
  it.each([
    [`${closed}/anonymize`, 'Conversation'],
    [`${closed}/messages/${seeded.firstMessage}/anonymize`, 'Message'],
    [`/v1/endusers/${seeded.noor}/anonymize`, 'User'],
  ])('DIXA-27 DIXA-33 DIXA-36 DIXA-41 asks for %s without force and knows the kind by _type', async (path, _type) => {
    const client = dixaClient();
    const {id} = dataOf(await client.call('PATCH', path));
    client.advance(aDay);
    const request = await read(client, `/v1/anonymization/request/${String(id)}`);
    expect(request).toMatchObject({id, _type, requestedBy: seeded.admin});
    expect(request).toHaveProperty('processedAt');
  });

  it('DIXA-24 DIXA-26 sends its own query again, along with the link', async () => {
    const client = dixaClient();
    const search = '/v1/search/conversations?pageLimit=1&query=ada&exactMatch=false';
    const seen: number[] = [];
    let path: string | undefined = search;
    while (path !== undefined && seen.length < 10) {
      const {data, meta} = (await client.call('GET', path)).body as Listed;
      seen.push(...data.map(({id}) => id));
      path = meta && `${meta.next}&pageLimit=1&query=ada&exactMatch=false`;
    }
    expect(seen).toEqual([seeded.open, seeded.closed]);
  });
});

describe('the Python clients of the community', () => {
  it('DIXA-16 try again a second after a 429, for ever', async () => {
    const client = dixaClient({behaviours: {'dixa.limiter': 'on'}});
    for (let call = 0; call < 14; call += 1) await client.call('GET', open);
    expect((await client.call('GET', open)).status).toBe(429);
    client.advance(1000);
    expect((await client.call('GET', open)).status).toBe(200);
  });
});

describe('the workflow connector', () => {
  it.each([
    ['GET', '/v1/conversations/12a', 400, invalidValue],
    ['GET', '/v1/conversations/999999', 404, notFound],
    ['PUT', `${open}/followup`, 400, decodingFailure],
  ])('DIXA-7 makes a line of the message alone (%s %s)', async (method, path, status, body) => {
    const answer = await dixaClient().call(method, path);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual(body);
  });
});

describe('the Rust client', () => {
  const stricter = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

  it('DIXA-20 reads every time by RFC 3339, and can only where brackets are off', async () => {
    const paths = [`${closed}/messages`, `${closed}/activitylog`, '/v1/custom-attributes', closed];
    const timesOf = async (dates: string) => {
      const client = dixaClient({behaviours: {'dixa.dates': dates}});
      const texts = await Promise.all(paths.map(async (path) => (await client.call('GET', path)).text));
      return texts.flatMap((answer) => answer.match(/(?<=")\d{4}-\d\d-\d\dT[^"]*/g) ?? []);
    };
    expect((await timesOf('plain')).every((time) => stricter.test(time))).toBe(true);
    expect((await timesOf('documented')).some((time) => !stricter.test(time))).toBe(true);
  });

  it('DIXA-19 tells the members of unions apart by _type', async () => {
    const client = dixaClient();
    const answers = await Promise.all(
      [closed, `${closed}/messages`, '/v1/contact-endpoints'].map((p) => read(client, p)),
    );
    for (const answer of answers.flat()) expect(JSON.stringify(answer)).toContain('"_type":');
  });
});

it('DIXA-69 DIXA-67 DIXA-91 a bot answers the message that a webhook tells of, and hands the conversation on', async () => {
  const client = dixaClient();
  await subscribe(client, {events: ['ConversationMessageAdded']});
  await client.call('POST', `${open}/messages`, {body: {_type: 'Inbound', content: text}});
  const [event] = await sentEvents(client);
  const path = `/v1/conversations/${String(event?.data.conversation.csid)}`;
  const body = {_type: 'Outbound', agentId: seeded.sam, content: text};
  expect((await client.call('POST', `${path}/messages`, {body, headers: json})).status).toBe(200);
  const transfer = {queueId: seeded.billing, userId: seeded.sam};
  expect((await client.call('PUT', `${path}/transfer/queue`, {body: transfer})).status).toBe(204);
  expect(await stateOf(client)).toContain('TransferSuccessful');
});
