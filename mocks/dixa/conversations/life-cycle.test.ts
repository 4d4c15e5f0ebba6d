import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {
  aDay,
  clientWith,
  conversation,
  decodingFailure,
  dixaClient,
  endUser,
  invalidValue,
  nobody,
  notFound,
  read,
  seeded,
  stateOf,
} from '../test-support.js';

const open = `/v1/conversations/${seeded.open}`;
const closed = `/v1/conversations/${seeded.closed}`;
const now = '2026-01-05T09:00:00Z';

const logOf = (client: VendorClient, path: string) => read<{_type: string}[]>(client, `${path}/activitylog`);

describe('close', () => {
  it.each([
    ['without a body', undefined, seeded.admin],
    ['with an empty object', {}, seeded.admin],
    ["with an agent's id", {userId: seeded.kim}, seeded.kim],
    ["with an admin's id", {userId: seeded.admin}, seeded.admin],
  ])('DIXA-56 closes %s', async (_, body, author) => {
    const client = dixaClient();
    const answer = await client.call('PUT', `${open}/close`, {...(body && {body})});
    expect(answer).toMatchObject({status: 204, text: ''});
    expect(await read(client, open)).toMatchObject({state: 'Closed', stateUpdatedAt: now});
    expect(await logOf(client, open)).toMatchObject([
      {_type: 'ConversationClosed', activityType: 'ConversationClosedActivityType', author: {id: author}},
    ]);
  });

  it('DIXA-56 takes a content type without a body', async () => {
    const headers = {'content-type': 'application/json'};
    expect((await dixaClient().call('PUT', `${open}/close`, {headers})).status).toBe(204);
  });

  it.each([
    ['unknown', nobody],
    ["an end user's", seeded.ada],
    ['no id at all', 'kim'],
  ])('DIXA-57 refuses a userId that is %s', async (_, userId) => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect(await client.call('PUT', `${open}/close`, {body: {userId}})).toMatchObject({
      status: 400,
      body: decodingFailure,
    });
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-58 changes nothing about a closed conversation', async () => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect((await client.call('PUT', `${closed}/close`, {body: {userId: seeded.sam}})).status).toBe(204);
    expect(await stateOf(client)).toBe(before);
  });
});

describe('reopen', () => {
  it.each([
    ['without a body', undefined, seeded.admin],
    ["with an agent's id", {userId: seeded.kim}, seeded.kim],
  ])('DIXA-59 puts a closed conversation back into its queue (%s)', async (_, body, author) => {
    const client = dixaClient();
    const before = await read(client, closed);
    expect(before).toMatchObject({assignment: {agentId: seeded.kim}, queue: {id: seeded.support}});
    expect((await client.call('PUT', `${closed}/reopen`, {...(body && {body})})).status).toBe(204);

    const {assignment: _assignment, ...unassigned} = before;
    expect(await read(client, closed)).toEqual({
      ...unassigned,
      state: 'Open',
      stateUpdatedAt: now,
      queue: {id: seeded.support, queuedAt: now},
    });
    expect((await logOf(client, closed)).at(-1)).toMatchObject({_type: 'ConversationReopened', author: {id: author}});
  });

  it.each([
    ['the queue it had', {queue: {id: seeded.billing, queuedAt: '2025-01-01T00:00:00Z'}}, seeded.billing],
    ['the default queue if it had none', {}, seeded.support],
  ])('DIXA-59 offers it in %s', async (_, more, queue) => {
    const client = clientWith({endUsers: [endUser(seeded.ada)], conversations: [conversation(7, more)]});
    await client.call('PUT', '/v1/conversations/7/reopen');
    expect(await read(client, '/v1/conversations/7')).toMatchObject({queue: {id: queue, queuedAt: now}});
  });

  it('DIXA-60 changes nothing about a conversation that is not closed', async () => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect((await client.call('PUT', `${open}/reopen`)).status).toBe(204);
    expect(await stateOf(client)).toBe(before);
  });

  it.each([nobody, seeded.ada])('DIXA-59 refuses the userId %s, who is no agent', async (userId) => {
    const answer = await dixaClient().call('PUT', `${closed}/reopen`, {body: {userId}});
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
  });
});

describe('followup', () => {
  const followUp = (client: VendorClient, seconds: number, path = open) =>
    client.call('PUT', `${path}/followup`, {
      body: {timestamp: new Date(Date.parse(now) + seconds * 1000).toISOString(), userId: seeded.kim},
    });

  it.each([
    ['nothing', {}],
    ['the name of another client', {followUp: true}],
    ['only a user', {userId: seeded.kim}],
    ['a time that is none', {timestamp: 'tomorrow'}],
    ['a day without a time', {timestamp: '2026-02-01'}],
    ['a leap second, which no clock here shows', {timestamp: '2026-06-30T23:59:60Z'}],
    ['a user who is no agent', {timestamp: '2026-02-01T00:00:00Z', userId: seeded.ada}],
  ])('DIXA-61 refuses %s', async (_, body) => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect(await client.call('PUT', `${open}/followup`, {body})).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-62 puts a conversation off until its time', async () => {
    const client = dixaClient();
    expect(await followUp(client, 60)).toMatchObject({status: 204, text: ''});
    expect(await read(client, open)).toMatchObject({state: 'Pending', stateUpdatedAt: now});
    client.advance(59_999);
    expect(await read(client, open)).toMatchObject({state: 'Pending'});
    client.advance(1);
    expect(await read(client, open)).toMatchObject({state: 'Open', stateUpdatedAt: '2026-01-05T09:01:00Z'});
    expect(await logOf(client, open)).toMatchObject([
      {_type: 'ConversationPending', author: {id: seeded.kim}},
      {_type: 'FollowupAdded', author: {id: seeded.kim}},
      {_type: 'FollowupExpired', activityTimestamp: '2026-01-05T09:01:00.000Z[GMT]'},
    ]);
  });

  it('DIXA-62 expires at once when its time is past', async () => {
    const client = dixaClient();
    expect((await followUp(client, -60)).status).toBe(204);
    expect(await read(client, open)).toMatchObject({state: 'Open', stateUpdatedAt: now});
    expect((await logOf(client, open)).map(({_type}) => _type)).toEqual([
      'ConversationPending',
      'FollowupAdded',
      'FollowupExpired',
    ]);
  });

  it.each([
    [10, 60],
    [60, 10],
  ])('DIXA-62 counts the latest follow-up only (%i s, then %i s)', async (first, second) => {
    const client = dixaClient();
    await followUp(client, first);
    await followUp(client, second);
    client.advance(second * 1000 - 1);
    expect(await read(client, open)).toMatchObject({state: 'Pending'});
    client.advance(1);
    expect(await read(client, open)).toMatchObject({state: 'Open'});
    client.advance(aDay);
    const types = (await logOf(client, open)).map(({_type}) => _type);
    expect(types.filter((type) => type === 'FollowupExpired')).toHaveLength(1);
  });

  it('DIXA-62 does not wake a conversation that was closed meanwhile', async () => {
    const client = dixaClient();
    await followUp(client, 60);
    await client.call('PUT', `${open}/close`);
    client.advance(aDay);
    expect(await read(client, open)).toMatchObject({state: 'Closed', stateUpdatedAt: now});
  });

  it('DIXA-62 does not cut a later follow-up short when all happens within one second', async () => {
    const client = dixaClient();
    await followUp(client, 10);
    await client.call('PUT', `${open}/close`);
    await client.call('PUT', `${open}/reopen`);
    await followUp(client, 60);
    client.advance(59_999);
    expect(await read(client, open)).toMatchObject({state: 'Pending'});
  });

  it('DIXA-63 puts off a closed conversation too', async () => {
    const client = dixaClient();
    expect((await followUp(client, 60, closed)).status).toBe(204);
    expect(await read(client, closed)).toMatchObject({state: 'Pending'});
  });

  it('DIXA-63 refuses a closed conversation where the switch says so', async () => {
    const client = dixaClient({behaviours: {'dixa.followup_closed': 'refuse'}});
    expect(await followUp(client, 60, closed)).toMatchObject({status: 400, body: decodingFailure});
    expect((await followUp(client, 60)).status).toBe(204);
  });
});

describe('claim', () => {
  const claim = (client: VendorClient, body: object, path = open) => client.call('PUT', `${path}/claim`, {body});

  it('DIXA-64 leaves a conversation with another agent when force is false', async () => {
    const client = dixaClient();
    await claim(client, {agentId: seeded.kim});
    const before = await stateOf(client);
    expect(await claim(client, {agentId: seeded.sam, force: false})).toMatchObject({
      status: 409,
      body: {message: 'The conversation is already assigned to another agent'},
    });
    expect(await stateOf(client)).toBe(before);
  });

  it.each([{force: true}, {}])('DIXA-64 takes it over with %j', async (force) => {
    const client = dixaClient();
    await claim(client, {agentId: seeded.kim});
    expect((await claim(client, {agentId: seeded.sam, ...force})).status).toBe(204);
    expect(await read(client, open)).toMatchObject({assignment: {agentId: seeded.sam}});
  });

  it.each(['nobody', 'the same agent'])('DIXA-64 succeeds without force when %s has it', async (holder) => {
    const client = dixaClient();
    if (holder === 'the same agent') await claim(client, {agentId: seeded.sam});
    expect((await claim(client, {agentId: seeded.sam, force: false})).status).toBe(204);
  });

  it.each([
    ['an unknown agent', {agentId: nobody}, 404, notFound],
    ['an end user', {agentId: seeded.ada}, 404, notFound],
    ['nobody', {}, 400, invalidValue],
    ['null', {agentId: null}, 400, invalidValue],
  ])('DIXA-65 refuses %s', async (_, body, status, expected) => {
    expect(await claim(dixaClient(), body)).toMatchObject({status, body: expected});
  });

  it.each([
    ['an open', open, 'Open'],
    ['a closed', closed, 'Closed'],
  ])('DIXA-66 assigns %s conversation and leaves its state', async (_, path, state) => {
    const client = dixaClient();
    const before = await read(client, path);
    expect(await claim(client, {agentId: seeded.sam}, path)).toMatchObject({status: 204, text: ''});
    const assignment = {agentId: seeded.sam, assignedAt: now};
    expect(await read(client, path)).toEqual({...before, state, assignment});
    expect((await logOf(client, path)).at(-1)).toMatchObject({_type: 'ConversationClaimed', author: {id: seeded.sam}});
  });
});

describe('an anonymized conversation', () => {
  async function anonymized(): Promise<VendorClient> {
    const client = dixaClient();
    await client.call('PATCH', `${closed}/anonymize`);
    client.advance(aDay);
    expect(await read(client, closed)).toMatchObject({_type: 'AnonymizedConversation'});
    return client;
  }
  const content = {_type: 'Text', value: 'Hello'};

  it.each([
    ['an inbound message', 'POST', 'messages', {_type: 'Inbound', content}, decodingFailure],
    ['an outbound message', 'POST', 'messages', {_type: 'Outbound', agentId: seeded.kim, content}, decodingFailure],
    ['a reopening', 'PUT', 'reopen', {}, decodingFailure],
    ['a claim', 'PUT', 'claim', {agentId: seeded.kim}, invalidValue],
    ['a follow-up', 'PUT', 'followup', {timestamp: '2026-02-01T00:00:00Z'}, decodingFailure],
  ])('DIXA-51 refuses %s', async (_, method, what, body, expected) => {
    const client = await anonymized();
    const before = await stateOf(client);
    expect(await client.call(method, `${closed}/${what}`, {body})).toMatchObject({status: 400, body: expected});
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-51 takes a close that does nothing', async () => {
    const client = await anonymized();
    const before = await stateOf(client);
    expect((await client.call('PUT', `${closed}/close`)).status).toBe(204);
    expect(await stateOf(client)).toBe(before);
  });
});
