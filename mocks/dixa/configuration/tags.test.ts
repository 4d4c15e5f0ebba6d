import {describe, expect, it} from 'vitest';
import {
  clientWith,
  conversation,
  dataOf,
  dixaClient,
  invalidValue,
  nobody,
  notFound,
  read,
  seeded,
  stateOf,
} from '../test-support.js';

const example = {id: 'b794a74a-625b-4303-8237-9b11668a9605', name: 'example', state: 'Active'};
const refund = {id: '4b1c0de2-93a5-4c71-8f0e-6d2a7c9b5e01', name: 'refund', color: '#cc0000', state: 'Active'};
const old = {id: '7e2f9a64-0b8d-4d3c-a1f5-2c6e8b0d4f02', name: 'old campaign', state: 'Inactive'};

describe('GET /tags', () => {
  it.each([
    ['', [example, refund]],
    ['?includeDeactivated=false', [example, refund]],
    ['?includeDeactivated=true', [example, old, refund]],
  ])('lists active tags unless asked for all (%s)', async (query, tags) => {
    expect(await read(dixaClient(), `/v1/tags${query}`)).toEqual(tags);
  });

  it.each(['yes', '1', ''])('DIXA-10 refuses includeDeactivated=%s', async (value) => {
    const answer = await dixaClient().call('GET', `/v1/tags?includeDeactivated=${value}`);
    expect(answer).toMatchObject({status: 400, body: invalidValue});
  });
});

describe('POST /tags', () => {
  it('creates an active tag', async () => {
    const client = dixaClient();
    const answer = await client.call('POST', '/v1/tags', {body: {name: 'test', color: '#000000', state: 'Inactive'}});
    expect(answer.status).toBe(200);
    const tag = dataOf(answer);
    expect(tag).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'test',
      color: '#000000',
      state: 'Active',
    });
    expect(await read(client, `/v1/tags/${String(tag.id)}`)).toEqual(tag);
  });

  it.each([
    ['an active one', {name: 'refund', color: '#00ff00'}, refund],
    ['one without a colour', {name: 'example', color: '#00ff00'}, example],
    ['an inactive one', {name: 'old campaign'}, old],
  ])('DIXA-81 answers the tag that has the name, unchanged: %s', async (_, body, tag) => {
    const client = dixaClient();
    const before = await stateOf(client);
    const answer = await client.call('POST', '/v1/tags', {body});
    expect(answer).toMatchObject({status: 200, body: {data: tag}});
    expect(dataOf(answer)).toEqual(tag);
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-81 tells names apart by case', async () => {
    const client = dixaClient();
    expect(dataOf(await client.call('POST', '/v1/tags', {body: {name: 'Refund'}})).id).not.toBe(refund.id);
  });

  it.each([{}, {name: 7}, {name: null}, {color: '#000000'}, {name: 'test', color: 0}])(
    'DIXA-9 refuses %j',
    async (body) => {
      const client = dixaClient();
      const before = await stateOf(client);
      expect(await client.call('POST', '/v1/tags', {body})).toMatchObject({status: 400, body: invalidValue});
      expect(await stateOf(client)).toBe(before);
    },
  );
});

describe('one tag', () => {
  it('is deactivated and activated, as often as one likes', async () => {
    const client = dixaClient();
    for (const [what, state] of [
      ['deactivate', 'Inactive'],
      ['deactivate', 'Inactive'],
      ['activate', 'Active'],
      ['activate', 'Active'],
    ] as const) {
      expect(await client.call('PATCH', `/v1/tags/${refund.id}/${what}`)).toMatchObject({status: 204, text: ''});
      expect(await read(client, `/v1/tags/${refund.id}`)).toEqual({...refund, state});
    }
  });

  it.each([
    ['GET', ''],
    ['DELETE', ''],
    ['PATCH', '/activate'],
    ['PATCH', '/deactivate'],
  ])('DIXA-8 DIXA-12 is found by its id alone: %s …%s', async (method, rest) => {
    const client = dixaClient();
    const before = await stateOf(client);
    const [unknown, garbled] = [`/v1/tags/${nobody}${rest}`, `/v1/tags/refund${rest}`];
    expect(await client.call(method, unknown)).toMatchObject({status: 404, body: notFound});
    expect(await client.call(method, garbled)).toMatchObject({status: 400, body: invalidValue});
    expect(await stateOf(client)).toBe(before);
  });
});

it('DIXA-79 a deactivated tag stays where it is and comes nowhere else', async () => {
  const client = dixaClient();
  const on = (id: number) => `/v1/conversations/${id}/tags`;
  expect((await client.call('PUT', `${on(seeded.open)}/${refund.id}`)).status).toBe(204);
  await client.call('PATCH', `/v1/tags/${refund.id}/deactivate`);
  expect(await read(client, on(seeded.open))).toEqual([{...refund, state: 'Inactive'}]);
  expect((await client.call('PUT', `${on(seeded.other)}/${refund.id}`)).status).toBe(400);
  await client.call('PATCH', `/v1/tags/${refund.id}/activate`);
  expect((await client.call('PUT', `${on(seeded.other)}/${refund.id}`)).status).toBe(204);
});

describe('DELETE /tags/{tagId}', () => {
  const tagging = (conversationId: number, tagId: string) => ({
    id: `${conversationId} ${tagId}`,
    conversationId,
    tagId,
  });

  it('removes a tag and everything it stands on, and nothing else', async () => {
    const client = clientWith({
      conversations: [conversation(1), conversation(2)],
      conversationTags: [tagging(1, refund.id), tagging(1, example.id), tagging(2, refund.id)],
    });
    expect(await client.call('DELETE', `/v1/tags/${refund.id}`)).toMatchObject({status: 204, text: ''});
    expect((await client.call('GET', `/v1/tags/${refund.id}`)).status).toBe(404);
    expect(await read(client, '/v1/tags')).toEqual([example]);
    expect(await read(client, '/v1/conversations/1/tags')).toEqual([example]);
    expect(await read(client, '/v1/conversations/2/tags')).toEqual([]);
    expect(await stateOf(client)).not.toContain(refund.id);
  });

  it('DIXA-81 has its name free again, for a tag of another id', async () => {
    const client = dixaClient();
    await client.call('DELETE', `/v1/tags/${refund.id}`);
    const tag = dataOf(await client.call('POST', '/v1/tags', {body: {name: 'refund'}}));
    expect(tag.id).not.toBe(refund.id);
    expect(tag).not.toHaveProperty('color');
  });
});

it('what a caller wrote for name and color is in no journal', async () => {
  const client = dixaClient();
  const tag = dataOf(await client.call('POST', '/v1/tags', {body: {name: 'canary-name', color: 'canary-color'}}));
  await client.call('PUT', `/v1/conversations/${seeded.open}/tags/${String(tag.id)}`);
  for (const path of ['/v1/tags', `/v1/tags/${String(tag.id)}`, `/v1/conversations/${seeded.open}/tags`]) {
    expect((await client.call('GET', path)).text).toContain('canary-color');
  }
  expect(JSON.stringify(await client.journal())).not.toContain('canary');
});

it("a user's seed keeps the tags that it does not name", async () => {
  expect(await read(clientWith({endUsers: []}), '/v1/tags')).toEqual([example, refund]);
  expect(await read(clientWith({tags: [refund]}), '/v1/tags')).toEqual([refund]);
});
