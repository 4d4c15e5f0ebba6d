import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {
  aDay,
  clientWith,
  conversation,
  dataOf,
  decodingFailure,
  dixaClient,
  invalidValue,
  nobody,
  notFound,
  read,
  seeded,
  stateOf,
} from '../test-support.js';

const path = `/v1/conversations/${seeded.open}`;

/** Offers a rating of the open conversation and returns its id. */
async function offered(
  client: VendorClient,
  body: object = {ratingType: 'Csat', agentId: seeded.kim},
): Promise<string> {
  const answer = await client.call('POST', `${path}/ratings/offer`, {body});
  expect(answer.status).toBe(201);
  return String(dataOf(answer).id);
}

const submit = (client: VendorClient, id: string, body: object) =>
  client.call('POST', `${path}/ratings/${id}/submit`, {body});

describe('an offer', () => {
  it('answers 201 with who rates whom, and stands in the list', async () => {
    const client = dixaClient();
    const body = {
      ratingType: 'Nps',
      userId: seeded.noor,
      agentId: seeded.sam,
      offeredAt: '2024-03-11T16:39:30.500Z[GMT]',
    };
    const answer = await client.call('POST', `${path}/ratings/offer`, {body});
    expect(answer.status).toBe(201);
    // DIXA-20: seconds, plain.
    const offer = {...body, id: expect.any(String), offeredAt: '2024-03-11T16:39:30Z'};
    expect(dataOf(answer)).toEqual(offer);
    expect(await read(client, `${path}/ratings`)).toEqual([
      {
        id: dataOf(answer).id,
        ratingType: 'Nps',
        conversationChannel: 'WidgetChat',
        agentId: seeded.sam,
        userId: seeded.noor,
        ratingStatus: 'Offered',
        timestamps: {offered_at: '2024-03-11T16:39:30Z'},
      },
    ]);
  });

  it('is for the requester and about the agent who has the conversation, and made now', async () => {
    const client = dixaClient();
    await client.call('PUT', `${path}/claim`, {body: {agentId: seeded.sam}});
    const answer = await client.call('POST', `${path}/ratings/offer`, {body: {ratingType: 'Csat'}});
    const expected = {userId: seeded.ada, agentId: seeded.sam, offeredAt: '2026-01-05T09:00:00Z'};
    expect(dataOf(answer)).toMatchObject(expected);
  });

  it('is about the agent who wrote last where nobody has the conversation', async () => {
    const client = dixaClient();
    for (const agentId of [seeded.sam, seeded.kim]) {
      const body = {_type: 'Outbound', agentId, content: {_type: 'Text', value: 'Hello'}};
      await client.call('POST', `${path}/messages`, {body});
    }
    const answer = await client.call('POST', `${path}/ratings/offer`, {body: {ratingType: 'Csat'}});
    expect(dataOf(answer)).toMatchObject({agentId: seeded.kim});
  });

  it.each([
    ['an unknown user', {ratingType: 'Csat', userId: nobody, agentId: seeded.kim}, 404, notFound],
    ['an agent as user', {ratingType: 'Csat', userId: seeded.sam, agentId: seeded.kim}, 404, notFound],
    ['an unknown agent', {ratingType: 'Csat', agentId: nobody}, 404, notFound],
    ['an end user as agent', {ratingType: 'Csat', agentId: seeded.ada}, 404, notFound],
    ['nobody to rate', {ratingType: 'Csat'}, 400, decodingFailure],
    ['an unknown type', {ratingType: 'Stars', agentId: seeded.kim}, 400, decodingFailure],
    ['no type', {agentId: seeded.kim}, 400, decodingFailure],
    [
      'a time that is none',
      {ratingType: 'Csat', agentId: seeded.kim, offeredAt: '2021-12-31T23:59:60Z'},
      400,
      decodingFailure,
    ],
  ])('DIXA-9 DIXA-12 with %s is refused and changes nothing', async (_, body, status, refusal) => {
    const client = dixaClient();
    await client.call('GET', path);
    const before = await stateOf(client);
    expect(await client.call('POST', `${path}/ratings/offer`, {body})).toMatchObject({status, body: refusal});
    expect(await stateOf(client)).toBe(before);
  });
});

describe('a result', () => {
  it.each([
    ['Csat', 1],
    ['Csat', 5],
    ['Nps', 0],
    ['Nps', 10],
    ['ThumbsUpOrDown', 0],
    ['ThumbsUpOrDown', 1],
  ])('answers 201, and the list tells it (%s, %i)', async (_type, value) => {
    const client = dixaClient();
    const id = await offered(client, {ratingType: _type, agentId: seeded.kim});
    const body = {ratingResult: {_type, value}, comment: 'Nice', submittedAt: '2025-10-10T10:46:40Z', userId: null};
    const answer = await submit(client, id, body);
    expect(answer.status).toBe(201);
    expect(dataOf(answer)).toEqual({
      ratingId: id,
      userId: seeded.ada,
      ratingResult: {_type, value},
      comment: 'Nice',
      submittedAt: '2025-10-10T10:46:40Z',
    });
    // As printed for what was offered and rated over the API: no language, one timestamp.
    expect(await read(client, `${path}/ratings`)).toEqual([
      {
        id,
        ratingScore: value,
        ratingType: _type,
        ratingComment: 'Nice',
        conversationChannel: 'WidgetChat',
        agentId: seeded.kim,
        userId: seeded.ada,
        ratingStatus: 'Rated',
        timestamps: {rated_at: '2025-10-10T10:46:40Z'},
      },
    ]);
  });

  it('replaces an earlier one, comment and all', async () => {
    const client = dixaClient();
    const id = await offered(client);
    await submit(client, id, {ratingResult: {_type: 'Csat', value: 1}, comment: 'Slow'});
    await submit(client, id, {ratingResult: {_type: 'Csat', value: 4}});
    const [rating] = await read<object[]>(client, `${path}/ratings`);
    expect(rating).toMatchObject({ratingScore: 4});
    expect(rating).not.toHaveProperty('ratingComment');
  });

  it('of one question leaves the others of its survey open', async () => {
    const ratingId = nobody;
    const ratings = (['Nps', 'Csat'] as const).map((ratingType, position) => ({
      ...{id: `${ratingId} ${ratingType}`, ratingId, conversationId: 7, ratingType, conversationChannel: 'Messenger'},
      ...{userId: seeded.ada, ratingStatus: 'Offered', language: 'en', timestamps: {}, position},
    }));
    const client = clientWith({conversations: [conversation(7)], ratings});
    const body = {ratingResult: {_type: 'Csat', value: 5}};
    await client.call('POST', `/v1/conversations/7/ratings/${ratingId}/submit`, {body});
    expect(await read(client, '/v1/conversations/7/ratings')).toMatchObject([
      {id: ratingId, ratingType: 'Nps', ratingStatus: 'Offered'},
      {id: ratingId, ratingType: 'Csat', ratingStatus: 'Rated', ratingScore: 5},
    ]);
  });

  it.each([
    ['a value below its type', {ratingResult: {_type: 'Csat', value: 0}}],
    ['a value above its type', {ratingResult: {_type: 'Csat', value: 6}}],
    ['half a value', {ratingResult: {_type: 'Csat', value: 4.5}}],
    ['another type than the offer', {ratingResult: {_type: 'Nps', value: 4}}],
    ['an unknown type', {ratingResult: {_type: 'Stars', value: 4}}],
    ['no type', {ratingResult: {value: 4}}],
    ['no result', {comment: 'Nice'}],
    ['a time that is none', {ratingResult: {_type: 'Csat', value: 4}, submittedAt: '2021-12-31T23:59:60Z'}],
  ])('DIXA-9 with %s is refused and changes nothing', async (_, body) => {
    const client = dixaClient();
    const id = await offered(client);
    const before = await stateOf(client);
    expect(await submit(client, id, body)).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it('for an unknown conversation, an unknown offer or another conversation gets 400, since 404 is not declared', async () => {
    const client = dixaClient();
    const id = await offered(client);
    const body = {ratingResult: {_type: 'Csat', value: 4}};
    for (const target of [
      `/v1/conversations/999999/ratings/${id}/submit`,
      `/v1/conversations/${seeded.other}/ratings/${id}/submit`,
      `${path}/ratings/${nobody}/submit`,
      `${path}/ratings/x/submit`,
    ]) {
      expect(await client.call('POST', target, {body})).toMatchObject({status: 400, body: decodingFailure});
    }
  });
});

describe('the lists', () => {
  it('answer the same under both names', async () => {
    const client = dixaClient();
    const listed = await read(client, `/v1/conversations/${seeded.closed}/ratings`);
    expect(listed).toMatchObject([{id: '33cf4e5e-9ce9-461c-b668-be9b712b717c', ratingStatus: 'Offered'}]);
    expect(await read(client, `/v1/conversations/${seeded.closed}/rating`)).toEqual(listed);
  });

  it.each(['rating', 'ratings'])('DIXA-8 DIXA-12 %s of what is not there', async (list) => {
    const client = dixaClient();
    expect(await read(client, `${path}/${list}`)).toEqual([]);
    expect(await client.call('GET', `/v1/conversations/999999/${list}`)).toMatchObject({status: 404, body: notFound});
    expect(await client.call('GET', `/v1/conversations/x/${list}`)).toMatchObject({status: 400, body: invalidValue});
  });
});

it('DIXA-78 offers and results stand in the activity log', async () => {
  const client = dixaClient();
  const id = await offered(client);
  await submit(client, id, {ratingResult: {_type: 'Csat', value: 4}, comment: 'Nice'});
  const kim = {id: seeded.kim, name: 'Kim Agent', email: 'kim.agent@example.org'};
  expect(await read(client, `${path}/activitylog`)).toMatchObject([
    {_type: 'ConversationRatingOffered', author: {id: seeded.admin}, attributes: {agent: kim, user: {id: seeded.ada}}},
    {_type: 'ConversationRated', author: {id: seeded.ada}, attributes: {agent: kim, score: 4, message: 'Nice'}},
  ]);
});

it('DIXA-44 the log names an end user who is not the requester by the id alone, since nothing would erase the name', async () => {
  const client = dixaClient();
  const id = await offered(client, {ratingType: 'Csat', agentId: seeded.kim, userId: seeded.noor});
  await submit(client, id, {ratingResult: {_type: 'Csat', value: 4}});
  const log = await client.call('GET', `${path}/activitylog`);
  expect(log.text).toContain(seeded.noor);
  expect(log.text).not.toMatch(/Noor|noor@/);
});

it('DIXA-51 an anonymized conversation takes neither offers nor results', async () => {
  const client = dixaClient();
  const id = await offered(client);
  await client.call('PATCH', `${path}/anonymize?force=true`);
  client.advance(aDay);
  const body = {ratingType: 'Csat', agentId: seeded.kim};
  expect(await client.call('POST', `${path}/ratings/offer`, {body})).toMatchObject({
    status: 400,
    body: decodingFailure,
  });
  const result = {ratingResult: {_type: 'Csat', value: 4}, comment: 'canary'};
  expect(await submit(client, id, result)).toMatchObject({status: 400, body: decodingFailure});
});
