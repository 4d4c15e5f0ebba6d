/** What real clients get wrong about Dixa's conversations: the stand-in must show it, not forgive it. */
import {describe, expect, it} from 'vitest';
import {dataOf, decodingFailure, dixaClient, invalidValue, notFound, read, seeded, stateOf} from '../test-support.js';

const open = `/v1/conversations/${seeded.open}`;
const tag = 'b794a74a-625b-4303-8237-9b11668a9605';

describe("Dixa CLI and Dixa's MCP server", () => {
  it.each([
    ['GET', '/v1/conversations/activity-log', undefined, 400, invalidValue],
    ['GET', `${open}/activity-log`, undefined, 404, notFound],
    ['GET', `${open}/flows`, undefined, 404, notFound],
    ['PUT', `${open}/followup`, {followUp: true}, 400, decodingFailure],
    ['PUT', `${open}/link`, {parentConversationId: seeded.closed}, 400, decodingFailure],
    ['POST', '/v1/conversations/import', {conversations: [{genericChannelName: 'email'}]}, 400, decodingFailure],
  ])('DIXA-9 DIXA-13 call %s %s with %j', async (method, path, body, status, refusal) => {
    const client = dixaClient();
    await client.call('GET', open);
    const before = await stateOf(client);
    expect(await client.call(method, path, {...(body && {body})})).toMatchObject({status, body: refusal});
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-76 add notes as notes, which adds none', async () => {
    const client = dixaClient();
    const body = {notes: [{message: 'Call back'}]};
    expect(await client.call('POST', `${open}/notes/bulk`, {body})).toMatchObject({status: 200, body: {data: []}});
    expect(await read(client, `${open}/notes`)).toEqual([]);
  });

  it('DIXA-80 tag by tag_names, which tags nothing', async () => {
    const client = dixaClient();
    expect((await client.call('POST', `${open}/tags/bulk`, {body: {tag_names: ['example']}})).status).toBe(202);
    expect(await read(client, `${open}/tags`)).toEqual([]);
  });

  it('DIXA-79 tag with a content type and no body', async () => {
    const client = dixaClient();
    const headers = {'content-type': 'application/json'};
    expect((await client.call('PUT', `${open}/tags/${tag}`, {headers})).status).toBe(204);
    expect((await client.call('DELETE', `${open}/tags/${tag}`, {headers})).status).toBe(204);
  });
});

describe('community clients', () => {
  it.each([
    // A path below conversations is a conversation's number, and this is none.
    ['search by a path of their own', 'GET', '/v1/conversations/search', undefined, 400, invalidValue],
    ['search there by POST', 'POST', '/v1/conversations/search', {query: {value: 'x'}}, 404, notFound],
    ['transfer by POST', 'POST', `${open}/transfer/queue`, {queueId: seeded.billing}, 404, notFound],
    ['tag by POST', 'POST', `${open}/tags/${tag}`, undefined, 404, notFound],
    ['reopen by POST', 'POST', `${open}/reopen`, {}, 404, notFound],
  ])('DIXA-13 %s', async (_, method, path, body, status, refusal) => {
    const client = dixaClient();
    await client.call('GET', open);
    const before = await stateOf(client);
    expect(await client.call(method, path, {...(body && {body})})).toMatchObject({status, body: refusal});
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-67 DIXA-69 answer a message and hand the conversation on', async () => {
    const client = dixaClient();
    const body = {_type: 'Outbound', agentId: seeded.sam, content: {_type: 'Text', value: 'A colleague takes over'}};
    expect((await client.call('POST', `${open}/messages`, {body})).status).toBe(200);
    const transfer = {queueId: seeded.billing, userId: seeded.sam};
    expect((await client.call('PUT', `${open}/transfer/queue`, {body: transfer})).status).toBe(204);
    expect(await read(client, open)).toMatchObject({queue: {id: seeded.billing}});
  });

  it.each(['2021-08-03T00:00:00Z', '2021-08-03T00:00:00.000Z'])(
    'DIXA-20 read the log of the organization from %s on, in one page of ten thousand',
    async (from) => {
      const answer = await dixaClient().call(
        'GET',
        `/v1/conversations/activitylog?fromDatetime=${from}&pageLimit=10000`,
      );
      expect(answer.status).toBe(200);
      expect(dataOf<object[]>(answer).length).toBeGreaterThan(0);
      expect(answer.body).not.toHaveProperty('meta');
    },
  );
});
