import {describe, expect, it} from 'vitest';
import {frozen, setTo} from '../../../src/time/index.js';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {aDay, clientWith, conversation, dataOf, dixaClient, endUser, nobody, notFound, read} from '../test-support.js';
import {seeded, stateOf} from '../test-support.js';

interface Request {
  readonly id: string;
  readonly initiatedAt: string;
  readonly processedAt?: string;
}

const closed = `/v1/conversations/${seeded.closed}`;
const open = `/v1/conversations/${seeded.open}`;
const notClosed = {message: 'The conversation is not closed'};

async function accepted(client: VendorClient, path: string): Promise<Request> {
  const answer = await client.call('PATCH', path);
  expect(answer.status).toBe(202);
  return dataOf<Request & Record<string, unknown>>(answer);
}

const status = (client: VendorClient, {id}: Request) =>
  read<Request & object>(client, `/v1/anonymization/request/${id}`);

describe('anonymizing a conversation', () => {
  it('DIXA-27 is accepted when the conversation is closed', async () => {
    expect(await accepted(dixaClient(), `${closed}/anonymize`)).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      _type: 'Conversation',
      entityType: 'ConversationAnonymizationType',
      initiatedAt: '2026-01-05T09:00:00.000Z[GMT]',
      targetEntityId: '10749',
      requestedBy: seeded.admin,
    });
  });

  it.each(['Open', 'Pending', 'AwaitingPending'])('DIXA-28 is refused while it is %s', async (state) => {
    const client = clientWith({endUsers: [endUser(seeded.ada)], conversations: [conversation(7, {state})]});
    const before = await stateOf(client);
    expect(await client.call('PATCH', '/v1/conversations/7/anonymize')).toMatchObject({status: 409, body: notClosed});
    client.advance(aDay);
    expect(await read(client, '/v1/conversations/7')).toMatchObject({_type: 'MessengerConversation', state});
    expect(await stateOf(client)).toBe(before);
  });

  it.each(['Open', 'Pending', 'AwaitingPending'])('DIXA-29 closes it first by force while it is %s', async (state) => {
    const client = clientWith({endUsers: [endUser(seeded.ada)], conversations: [conversation(7, {state})]});
    client.advance(1_000);
    await accepted(client, '/v1/conversations/7/anonymize?force=true');

    expect(await read(client, '/v1/conversations/7')).toMatchObject({
      _type: 'MessengerConversation',
      state: 'Closed',
      stateUpdatedAt: '2026-01-05T09:00:01Z',
    });
    expect(await read(client, '/v1/conversations/7/activitylog')).toMatchObject([
      {_type: 'ConversationClosed', author: {id: seeded.admin}},
    ]);
    client.advance(aDay);
    expect(await read(client, '/v1/conversations/7')).toMatchObject({_type: 'AnonymizedConversation', state: 'Closed'});
  });

  it('DIXA-29 does not close again what is closed', async () => {
    const client = dixaClient();
    await accepted(client, `${closed}/anonymize?force=true`);
    expect(await read(client, closed)).toMatchObject({stateUpdatedAt: '2021-12-01T12:40:00Z'});
    expect(await read(client, `${closed}/activitylog`)).toHaveLength(2);
  });

  it.each([
    ['JSON', {force: true}, 'application/json'],
    ['a form', 'force=true', 'application/x-www-form-urlencoded'],
    ['no JSON', '{', 'application/json'],
  ])('DIXA-30 does not read force from a body (%s)', async (_, body, type) => {
    const client = dixaClient();
    for (const path of [open, `${open}/messages/${seeded.openMessage}`, `/v1/endusers/${seeded.ada}`]) {
      const answer = await client.call('PATCH', `${path}/anonymize`, {body, headers: {'content-type': type}});
      expect(answer.status).toBe(409);
    }
    expect((await client.call('PATCH', `${closed}/anonymize`, {body})).status).toBe(202);
  });

  it('DIXA-31 takes force=false for no force', async () => {
    const client = dixaClient();
    expect((await client.call('PATCH', `${open}/anonymize?force=false`)).status).toBe(409);
    expect((await client.call('PATCH', `${closed}/anonymize?force=false`)).status).toBe(202);
  });

  it('DIXA-32 does not find an unknown conversation', async () => {
    for (const path of ['/v1/conversations/999999/anonymize', '/v1/conversations/999999/anonymize?force=true']) {
      expect(await dixaClient().call('PATCH', path)).toMatchObject({status: 404, body: notFound});
    }
  });
});

describe('anonymizing a message', () => {
  it('DIXA-33 names the message by conversation and message', async () => {
    expect(await accepted(dixaClient(), `${closed}/messages/${seeded.firstMessage}/anonymize`)).toMatchObject({
      _type: 'Message',
      entityType: 'MessageAnonymizationType',
      targetEntityId: `10749_${seeded.firstMessage}`,
    });
  });

  it.each([
    ['an unknown message', `${closed}/messages/${nobody}`],
    ["another conversation's message", `${closed}/messages/${seeded.otherMessage}`],
    ['an unknown conversation', `/v1/conversations/999999/messages/${seeded.firstMessage}`],
  ])('DIXA-34 does not find %s', async (_, path) => {
    const answer = await dixaClient().call('PATCH', `${path}/anonymize?force=true`);
    expect(answer).toMatchObject({status: 404, body: notFound});
  });

  it('DIXA-35 is refused in a conversation that is not closed', async () => {
    const answer = await dixaClient().call('PATCH', `${open}/messages/${seeded.openMessage}/anonymize`);
    expect(answer).toMatchObject({status: 409, body: notClosed});
  });

  it.each([
    ['by force', '?force=true', 'conflict'],
    ['where the switch says so', '', 'accept'],
  ])('DIXA-35 is accepted %s without closing the conversation', async (_, query, messageOpen) => {
    const client = dixaClient({behaviours: {'dixa.message_open': messageOpen}});
    await accepted(client, `${open}/messages/${seeded.openMessage}/anonymize${query}`);
    client.advance(aDay);
    expect(await read(client, open)).toMatchObject({_type: 'ChatConversation', state: 'Open'});
    const [message] = await read<object[]>(client, `${open}/messages`);
    expect(message).not.toHaveProperty('attributes.content');
  });
});

describe('anonymizing an end user', () => {
  const user = `/v1/endusers/${seeded.ada}`;

  it('DIXA-36 is accepted when all conversations are closed', async () => {
    expect(await accepted(dixaClient(), `/v1/endusers/${seeded.noor}/anonymize`)).toMatchObject({
      _type: 'User',
      entityType: 'UserAnonymizationType',
      targetEntityId: seeded.noor,
    });
  });

  it('DIXA-36 is accepted when there are no conversations', async () => {
    const client = clientWith({endUsers: [endUser(seeded.ada)]});
    await accepted(client, `${user}/anonymize`);
  });

  it('DIXA-36 is refused while a conversation is not closed', async () => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect(await client.call('PATCH', `${user}/anonymize`)).toMatchObject({
      status: 409,
      body: {message: 'The end user has conversations that are not closed'},
    });
    expect(await stateOf(client)).toBe(before);
  });

  it("DIXA-36 closes all of the user's conversations by force, and nobody else's", async () => {
    const conversations = [
      conversation(1, {state: 'Open'}),
      conversation(2, {state: 'Pending'}),
      conversation(3),
      conversation(4, {state: 'Open', requesterId: seeded.noor}),
    ];
    const client = clientWith({endUsers: [endUser(seeded.ada), endUser(seeded.noor)], conversations});
    await accepted(client, `${user}/anonymize?force=true`);
    const states = await Promise.all(
      [1, 2, 3, 4].map(async (id) => (await read(client, `/v1/conversations/${id}`)).state),
    );
    expect(states).toEqual(['Closed', 'Closed', 'Closed', 'Open']);
  });

  it('DIXA-36 does not count conversations that are anonymized already', async () => {
    const conversations = [
      conversation(1, {state: 'Open', _type: 'AnonymizedConversation', anonymizedAt: '2025-01-04T00:00:00Z'}),
    ];
    const client = clientWith({endUsers: [endUser(seeded.ada)], conversations});
    await accepted(client, `${user}/anonymize`);
  });

  it.each([seeded.admin, seeded.kim])('DIXA-37 does not find the agent %s', async (id) => {
    const answer = await dixaClient().call('PATCH', `/v1/endusers/${id}/anonymize?force=true`);
    expect(answer).toMatchObject({status: 404, body: notFound});
  });
});

describe('the queue', () => {
  it('DIXA-38 is served in order of acceptance, whatever the clock says', async () => {
    const client = dixaClient();
    const {engine} = client;
    const first = await accepted(client, `${closed}/anonymize`);
    await engine.sandboxes.changeClock('default', (clock, time) => setTo(clock, time() - 500, time));
    const second = await accepted(client, `/v1/conversations/${seeded.other}/anonymize`);
    await engine.sandboxes.changeClock('default', (clock, time) => setTo(clock, time() + 999, time));
    expect(await status(client, second)).not.toHaveProperty('processedAt');
    client.advance(1);
    expect(await status(client, second)).toHaveProperty('processedAt');
    expect((await status(client, first)).processedAt).toBe((await status(client, second)).processedAt);
  });

  it('DIXA-38 is held by a clock that stands still, and released when it goes on', async () => {
    const client = dixaClient();
    await client.engine.sandboxes.changeClock('default', frozen);
    const request = await accepted(client, `${closed}/anonymize`);
    client.advance(aDay);
    expect(await status(client, request)).not.toHaveProperty('processedAt');
    await client.engine.sandboxes.changeClock('default', (clock, time) =>
      setTo(clock, Date.parse('2026-01-05T09:00:01Z'), time),
    );
    expect((await status(client, request)).processedAt).toBe('2026-01-05T09:00:01.000Z[GMT]');
  });

  it('DIXA-38 takes as long as the switch says, up to a day', async () => {
    const client = dixaClient({behaviours: {'dixa.anonymization_delay': 'PT24H'}});
    const request = await accepted(client, `${closed}/anonymize`);
    client.advance(aDay - 1);
    expect(await status(client, request)).not.toHaveProperty('processedAt');
    client.advance(1);
    expect(await status(client, request)).toHaveProperty('processedAt', '2026-01-06T09:00:00.000Z[GMT]');
  });

  it('DIXA-39 changes nothing until it gets to a request', async () => {
    const client = dixaClient();
    const paths = [closed, `${closed}/messages`, `${closed}/activitylog`, `/v1/endusers/${seeded.noor}`];
    const readAll = () => Promise.all(paths.map((path) => read(client, path)));
    const before = await readAll();
    await accepted(client, `${closed}/anonymize`);
    await accepted(client, `/v1/endusers/${seeded.noor}/anonymize`);
    client.advance(999);
    expect(await readAll()).toEqual(before);
  });

  it('DIXA-40 sets processedAt to when it was carried out, not to when somebody looks', async () => {
    const client = dixaClient();
    const request = await accepted(client, `${closed}/anonymize`);
    client.advance(aDay);
    expect((await status(client, request)).processedAt).toBe('2026-01-05T09:00:01.000Z[GMT]');
  });
});

describe('the status of a request', () => {
  it.each([
    `${closed}/anonymize`,
    `${closed}/messages/${seeded.firstMessage}/anonymize`,
    `/v1/endusers/${seeded.noor}/anonymize`,
  ])('DIXA-41 is the accepted request, then the same with processedAt (%s)', async (path) => {
    const client = dixaClient();
    const request = await accepted(client, path);
    expect(await status(client, request)).toEqual(request);
    client.advance(aDay);
    expect(await status(client, request)).toEqual({...request, processedAt: expect.any(String)});
  });
});

describe('asking again', () => {
  it.each(['queued', 'carried out'])('DIXA-48 is accepted with a request of its own (%s)', async (when) => {
    const client = dixaClient();
    for (const path of [
      `${closed}/messages/${seeded.firstMessage}/anonymize`,
      `${closed}/anonymize`,
      `/v1/endusers/${seeded.noor}/anonymize`,
    ]) {
      const first = await accepted(client, path);
      if (when === 'carried out') client.advance(1_000);
      const second = await accepted(client, path);
      expect(second.id).not.toBe(first.id);
    }
  });

  it('DIXA-48 is carried out as nothing', async () => {
    const client = dixaClient();
    const paths = [closed, `${closed}/messages`, `${closed}/activitylog`, `/v1/endusers/${seeded.noor}`];
    const readAll = () => Promise.all(paths.map((path) => read(client, path)));
    const askForAll = async () => {
      await accepted(client, `${closed}/messages/${seeded.firstMessage}/anonymize`);
      client.advance(1_000);
      const afterMessage = await readAll();
      const again = await accepted(client, `${closed}/messages/${seeded.firstMessage}/anonymize`);
      client.advance(1_000);
      expect(await readAll()).toEqual(afterMessage);
      expect(await status(client, again)).toHaveProperty('processedAt');
      await accepted(client, `${closed}/anonymize`);
      await accepted(client, `/v1/endusers/${seeded.noor}/anonymize`);
      client.advance(aDay);
    };
    await askForAll();
    const after = await readAll();
    await askForAll();
    expect(await readAll()).toEqual(after);
  });

  it.each([
    `${closed}/anonymize`,
    `${closed}/messages/${seeded.firstMessage}/anonymize`,
    `/v1/endusers/${seeded.noor}/anonymize`,
  ])('DIXA-48 is a conflict where the switch says so (%s)', async (path) => {
    const client = dixaClient({behaviours: {'dixa.repeat': 'conflict'}});
    await accepted(client, path);
    const refusal = {status: 409, body: {message: 'The anonymization was already requested'}};
    expect(await client.call('PATCH', path)).toMatchObject(refusal);
    client.advance(aDay);
    expect(await client.call('PATCH', path)).toMatchObject(refusal);
  });

  it('DIXA-48 is a conflict, if it is one, also for what went with something larger', async () => {
    const client = dixaClient({behaviours: {'dixa.repeat': 'conflict'}});
    await accepted(client, `/v1/endusers/${seeded.noor}/anonymize`);
    client.advance(aDay);
    for (const path of [
      `/v1/conversations/${seeded.other}`,
      `/v1/conversations/${seeded.other}/messages/${seeded.otherMessage}`,
    ]) {
      expect((await client.call('PATCH', `${path}/anonymize`)).status).toBe(409);
    }
  });
});

it('DIXA-49 sends nothing to anyone: all that is scheduled is the anonymization itself', async () => {
  const client = dixaClient();
  await accepted(client, `${closed}/anonymize`);
  const {partition} = await client.engine.sandbox('default');
  const due = async () => (await partition.dump()).filter(({collection}) => collection === 'standin.due');
  expect(await due()).toMatchObject([{entity: {vendor: 'dixa', transition: 'anonymize'}}]);
  client.advance(aDay);
  await read(client, closed);
  expect(await due()).toEqual([]);
});
