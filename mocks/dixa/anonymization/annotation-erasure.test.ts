/** What an anonymization does to what hangs on a conversation: notes, ratings, tags, links, its log, the search. */
import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {aDay, clientWith, conversation, dataOf, dixaClient, endUser, nobody, read, seeded} from '../test-support.js';

const refund = '4b1c0de2-93a5-4c71-8f0e-6d2a7c9b5e01';
const attribute = '2f5515b6-7e98-4f4d-9010-bfd2a27d4f35';

/** An end user of their own with a conversation that has a canary wherever a text can stand. Returns both paths. */
async function planted(client: VendorClient): Promise<{user: string; path: string}> {
  const person = {displayName: 'canary-name', email: 'canary@customer.example', phoneNumber: 'canary-phone'};
  const requesterId = String(dataOf(await client.call('POST', '/v1/endusers', {body: person})).id);
  const opening = {
    ...{_type: 'Email', requesterId, emailIntegrationId: 'support@email.dixa.io', subject: 'canary-subject'},
    message: {_type: 'Inbound', content: {_type: 'Text', value: 'canary-text'}, externalId: 'canary-id'},
  };
  const created = await client.call('POST', '/v1/conversations', {body: opening});
  const path = `/v1/conversations/${String(dataOf(created).id)}`;
  const calls: readonly (readonly [string, string, object?])[] = [
    ['POST', '/notes', {message: 'canary-note', agentId: seeded.kim}],
    ['POST', '/notes/bulk', {data: [{message: 'canary-bulk'}, {message: 'canary-lost', agentId: nobody}]}],
    ['PUT', '/claim', {agentId: seeded.kim}],
    ['PUT', '/transfer/queue', {queueId: seeded.billing}],
    ['PUT', `/tags/${refund}`],
    ['POST', '/tags/bulk', {data: [{name: 'kept-tag'}]}],
    ['PUT', '/link', {parentId: seeded.other, linkType: 'Related'}],
    ['PATCH', '/custom-attributes', {[attribute]: 'kept-attribute'}],
    ['PUT', '/close'],
  ];
  for (const [method, rest, body] of calls) {
    expect((await client.call(method, path + rest, {...(body && {body})})).status, rest).toBeLessThan(300);
  }
  for (const ratingType of ['Csat', 'Nps']) {
    const offer = await client.call('POST', `${path}/ratings/offer`, {body: {ratingType, agentId: seeded.kim}});
    const target = `${path}/ratings/${String(dataOf(offer).id)}/submit`;
    const body = {ratingResult: {_type: ratingType, value: 4}, comment: `canary-${ratingType}`};
    expect((await client.call('POST', target, {body})).status).toBe(201);
  }
  // What is only read must leave nothing behind either.
  for (const rest of ['', '/messages', '/notes', '/ratings', '/tags', '/activitylog'])
    await client.call('GET', path + rest);
  await client.call('GET', '/v1/conversations/activitylog?pageLimit=100');
  await client.call('GET', '/v1/search/conversations?query=canary');
  await client.call('POST', '/v1/search/conversations', {body: {query: {value: 'canary subject'}}});
  await client.call('GET', `/v1/conversations/${seeded.other}/linked`);
  return {user: `/v1/endusers/${requesterId}`, path};
}

async function erase(client: VendorClient, path: string): Promise<void> {
  expect((await client.call('PATCH', `${path}/anonymize`)).status).toBe(202);
  client.advance(aDay);
  await client.call('GET', path);
}

async function canaries(client: VendorClient): Promise<string[]> {
  return [...new Set((await client.everything()).match(/canary[\w-]*/gi))].sort();
}

describe('DIXA-44 an anonymized conversation', () => {
  it('keeps its notes with their authors and times, and none of their texts', async () => {
    const client = dixaClient();
    const {path} = await planted(client);
    const before = await read<object[]>(client, `${path}/notes`);
    await erase(client, path);
    expect(before).toHaveLength(2);
    expect(await read(client, `${path}/notes`)).toEqual(before.map((note) => ({...note, message: 'anonymized'})));
  });

  it('keeps its ratings with their scores, and none of their comments', async () => {
    const client = dixaClient();
    const {path} = await planted(client);
    const before = await read<{ratingComment: string}[]>(client, `${path}/ratings`);
    await erase(client, path);
    expect(before.map(({ratingComment}) => ratingComment)).toEqual(['canary-Csat', 'canary-Nps']);
    expect(await read(client, `${path}/ratings`)).toEqual(before.map(({ratingComment: _, ...rest}) => rest));
  });

  it('keeps its tags', async () => {
    const client = dixaClient();
    const {path} = await planted(client);
    const before = await read<{name: string}[]>(client, `${path}/tags`);
    await erase(client, path);
    expect(before.map(({name}) => name)).toEqual(['refund', 'kept-tag']);
    expect(await read(client, `${path}/tags`)).toEqual(before);
  });

  it('keeps the kinds, times and agents of its log, in the log of the organization too', async () => {
    const client = dixaClient();
    const {path} = await planted(client);
    const kinds = async (target: string) =>
      (await read<{_type: string; activityTimestamp: string}[]>(client, target)).map((entry) => [
        entry._type,
        entry.activityTimestamp,
      ]);
    const all = '/v1/conversations/activitylog?pageLimit=100';
    const [own, everybody] = [await kinds(`${path}/activitylog`), await kinds(all)];
    await erase(client, path);
    expect(await kinds(`${path}/activitylog`)).toEqual(own);
    expect(await kinds(all)).toEqual(everybody);
    const {text} = await client.call('GET', all);
    expect(text).not.toContain('canary');
    expect(text).toContain('Kim Agent');
    expect(text).toContain('kept-attribute');
  });

  it('DIXA-42 leaves no text anywhere but what is the end user’s', async () => {
    const client = dixaClient();
    const {path} = await planted(client);
    await erase(client, path);
    expect(await canaries(client)).toEqual(['canary', 'canary-name', 'canary-phone']);
  });
});

it('DIXA-45 an anonymized end user takes along all of it', async () => {
  const client = dixaClient();
  const {user} = await planted(client);
  expect((await canaries(client)).length).toBeGreaterThan(8);
  await erase(client, user);
  expect(await canaries(client)).toEqual([]);
  expect(await client.everything()).toContain('kept-attribute');
});

it('DIXA-45 leaves the notes and ratings of others alone', async () => {
  const notes = [{id: nobody, csid: 2, authorId: seeded.kim, createdAt: '2025-01-01T00:00:00Z', message: 'kept-note'}];
  const rating = {
    ...{
      id: `${nobody} Csat`,
      ratingId: nobody,
      conversationId: 2,
      ratingType: 'Csat',
      conversationChannel: 'Messenger',
    },
    ...{userId: seeded.noor, ratingStatus: 'Rated', ratingComment: 'kept-comment', ratingScore: 1, timestamps: {}},
  };
  const client = clientWith({
    endUsers: [endUser(seeded.ada), endUser(seeded.noor)],
    conversations: [conversation(1), conversation(2, {requesterId: seeded.noor})],
    notes,
    ratings: [rating],
  });
  await erase(client, `/v1/endusers/${seeded.ada}`);
  expect(await read(client, '/v1/conversations/2/notes')).toMatchObject([{message: 'kept-note'}]);
  expect(await read(client, '/v1/conversations/2/ratings')).toMatchObject([{ratingComment: 'kept-comment'}]);
});

it('DIXA-46 an anonymized message leaves the notes and ratings of its conversation', async () => {
  const client = dixaClient();
  const {path} = await planted(client);
  const [message] = await read<{id: string}[]>(client, `${path}/messages`);
  await erase(client, `${path}/messages/${message?.id ?? ''}`);
  expect(await read(client, `${path}/notes`)).toMatchObject([{message: 'canary-note'}, {message: 'canary-bulk'}]);
  expect(await read(client, `${path}/ratings`)).toMatchObject([{ratingComment: 'canary-Csat'}, {}]);
  expect(await canaries(client)).not.toContain('canary-text');
});

describe('DIXA-48 with the switch at conflict', () => {
  const requestFor = (_type: string, targetEntityId: string) => ({
    ...{id: nobody, entityType: `${_type}AnonymizationType`, _type, targetEntityId, requestedBy: seeded.admin},
    initiatedAt: '2025-02-01T00:00:00.000Z',
  });

  it.each([
    ['Conversation', '1', '/v1/conversations/1'],
    ['User', seeded.ada, `/v1/endusers/${seeded.ada}`],
    ['Message', `1_${seeded.firstMessage}`, `/v1/conversations/1/messages/${seeded.firstMessage}`],
  ])('a request that a seed brings counts like any other (%s)', async (_type, target, path) => {
    const message = {
      ...{id: seeded.firstMessage, conversationId: 1, authorId: seeded.ada, createdAt: '2025-01-02T00:00:00Z'},
      attributes: {_type: 'ChatAttributes'},
    };
    const data = {
      endUsers: [endUser(seeded.ada)],
      conversations: [conversation(1)],
      messages: [message],
    };
    const behaviours = {'dixa.repeat': 'conflict'};
    const asked = clientWith({...data, anonymizationRequests: [requestFor(_type, target)]}, {behaviours});
    expect((await asked.call('PATCH', `${path}/anonymize`)).status).toBe(409);
    const fresh = clientWith(data, {behaviours});
    expect((await fresh.call('PATCH', `${path}/anonymize`)).status).toBe(202);
  });
});
