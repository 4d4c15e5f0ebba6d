import {describe, expect, it} from 'vitest';
import {
  aDay,
  dixaClient,
  invalidValue,
  nobody,
  notFound,
  read,
  seeded,
  sentEvents,
  stateOf,
  subscribe,
  taggedWith,
} from '../test-support.js';
import type {WebhookDelivery} from '../webhooks/entities.js';

const path = `/v1/conversations/${seeded.open}`;
const example = 'b794a74a-625b-4303-8237-9b11668a9605';
const refund = '4b1c0de2-93a5-4c71-8f0e-6d2a7c9b5e01';
const inactive = '7e2f9a64-0b8d-4d3c-a1f5-2c6e8b0d4f02';

const namesOf = async (client: ReturnType<typeof dixaClient>) =>
  (await read<{name: string}[]>(client, `${path}/tags`)).map(({name}) => name);
const typesOf = async (client: ReturnType<typeof dixaClient>) =>
  (await read<{_type: string}[]>(client, `${path}/activitylog`)).map(({_type}) => _type);

describe('a tag on a conversation', () => {
  it('DIXA-79 is added once, however often it is asked for', async () => {
    const client = dixaClient();
    for (let time = 0; time < 2; time += 1) {
      expect(await client.call('PUT', `${path}/tags/${refund}`)).toMatchObject({status: 204, text: ''});
    }
    expect(await read(client, `${path}/tags`)).toEqual([
      {id: refund, name: 'refund', color: '#cc0000', state: 'Active'},
    ]);
    expect(await typesOf(client)).toEqual(['TagAdded']);
  });

  it('DIXA-79 stands in the order in which tags were added', async () => {
    const client = dixaClient();
    for (const tag of [refund, example]) await client.call('PUT', `${path}/tags/${tag}`);
    expect(await namesOf(client)).toEqual(['refund', 'example']);
  });

  it('DIXA-79 is refused when it is inactive, and unknown ones are not found', async () => {
    const client = dixaClient();
    await client.call('GET', path);
    const before = await stateOf(client);
    for (const [target, status, body] of [
      [`${path}/tags/${inactive}`, 400, invalidValue],
      [`${path}/tags/${nobody}`, 404, notFound],
      [`/v1/conversations/999999/tags/${refund}`, 404, notFound],
      [`${path}/tags/refund`, 400, invalidValue],
    ] as const) {
      expect(await client.call('PUT', target)).toMatchObject({status, body});
    }
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-79 is removed, active or not, and that it was not there is no error', async () => {
    const client = dixaClient();
    await client.call('PUT', `${path}/tags/${refund}`);
    await client.call('PATCH', `/v1/tags/${refund}/deactivate`);
    expect(await read(client, `${path}/tags`)).toMatchObject([{name: 'refund', state: 'Inactive'}]);
    for (let time = 0; time < 2; time += 1) {
      expect((await client.call('DELETE', `${path}/tags/${refund}`)).status).toBe(204);
    }
    expect(await namesOf(client)).toEqual([]);
    expect(await typesOf(client)).toEqual(['TagAdded', 'TagRemoved']);
  });

  it('DIXA-79 that is unknown cannot be removed either', async () => {
    for (const target of [`${path}/tags/${nobody}`, `/v1/conversations/999999/tags/${refund}`]) {
      expect(await dixaClient().call('DELETE', target)).toMatchObject({status: 404, body: notFound});
    }
  });

  it('DIXA-79 goes with the tag itself', async () => {
    const client = dixaClient();
    for (const tag of [refund, example]) await client.call('PUT', `${path}/tags/${tag}`);
    await client.call('DELETE', `/v1/tags/${refund}`);
    expect(await namesOf(client)).toEqual(['example']);
  });

  it('DIXA-78 has its coming and going in the log, by its name', async () => {
    const client = dixaClient();
    await client.call('PUT', `${path}/tags/${refund}`);
    await client.call('DELETE', `${path}/tags/${refund}`);
    const author = {id: seeded.admin};
    expect(await read(client, `${path}/activitylog`)).toMatchObject([
      {_type: 'TagAdded', activityType: 'TagAddedActivityType', author, attributes: {tag: 'refund'}},
      {_type: 'TagRemoved', activityType: 'TagRemovedActivityType', author, attributes: {tag: 'refund'}},
    ]);
  });

  it('DIXA-44 DIXA-51 stays on an anonymized conversation, which takes and loses others', async () => {
    const client = dixaClient();
    await client.call('PUT', `${path}/tags/${refund}`);
    await client.call('PATCH', `${path}/anonymize?force=true`);
    client.advance(aDay);
    expect(await namesOf(client)).toEqual(['refund']);
    expect((await client.call('PUT', `${path}/tags/${example}`)).status).toBe(204);
    expect((await client.call('DELETE', `${path}/tags/${refund}`)).status).toBe(204);
    expect((await client.call('POST', `${path}/tags/bulk`, {body: {data: [{name: 'late'}]}})).status).toBe(202);
    expect(await namesOf(client)).toEqual(['example', 'late']);
  });

  it('DIXA-12 is not listed for an unknown conversation', async () => {
    expect(await dixaClient().call('GET', '/v1/conversations/999999/tags')).toMatchObject({
      status: 404,
      body: notFound,
    });
  });
});

describe('bulk tagging', () => {
  const bulk = `${path}/tags/bulk`;
  const data = [{name: 'refund'}, {name: 'new one'}, {name: 'old campaign'}, {name: 'new one'}];

  it('DIXA-80 answers 202 without a body, makes missing tags and passes over inactive ones', async () => {
    const client = dixaClient();
    const answer = await client.call('POST', bulk, {body: {data}});
    expect(answer).toMatchObject({status: 202, text: ''});
    expect(await read(client, `${path}/tags`)).toEqual([
      {id: refund, name: 'refund', color: '#cc0000', state: 'Active'},
      {id: expect.any(String), name: 'new one', state: 'Active'},
    ]);
    expect((await read<{name: string}[]>(client, '/v1/tags')).map(({name}) => name)).toContain('new one');
    expect(await typesOf(client)).toEqual(['TagAdded', 'TagAdded']);
  });

  it('DIXA-80 happens in a later step where the switch says so, in the name of whoever asked', async () => {
    const client = dixaClient({behaviours: {'dixa.tagging_delay': 'PT10S'}});
    await client.call('POST', bulk, {body: {data}});
    client.advance(9_999);
    expect(await namesOf(client)).toEqual([]);
    client.advance(1);
    expect(await namesOf(client)).toEqual(['refund', 'new one']);
    expect(await read(client, `${path}/activitylog`)).toMatchObject([
      {author: {id: seeded.admin}, activityTimestamp: '2026-01-05T09:00:10.000Z[GMT]'},
      {author: {id: seeded.admin}},
    ]);
    const {partition} = await client.engine.sandbox('default');
    expect((await partition.dump()).filter(({collection}) => collection === 'dixa.bulkTaggings')).toEqual([]);
  });

  it('DIXA-91 is told of tag by tag, when the conversation has all of them', async () => {
    const client = dixaClient();
    await subscribe(client);
    await client.call('POST', bulk, {body: {data}});
    const events = (await sentEvents(client)).map(({data: told}) => told);
    expect(events.map(({tag}) => tag?.name)).toEqual(['refund', 'new one']);
    const all = await taggedWith(client, path);
    expect(all).toHaveLength(2);
    for (const {conversation} of events) expect(conversation.tags).toEqual(all);

    // One list for all of them: a thousand tags in a thousand lists would fill the memory.
    const {partition} = await client.engine.sandbox('default');
    const stored = (await partition.dump()).filter(({collection}) => collection === 'dixa.webhookDeliveries');
    const deliveries = stored.map(({entity}) => entity as unknown as WebhookDelivery);
    expect(new Set(deliveries.map(({payload}) => payload.data.conversation.tags)).size).toBe(1);
  });

  it.each([{}, {data: []}, {tag_names: ['refund']}])('DIXA-80 tags nothing for %j', async (body) => {
    const client = dixaClient();
    expect((await client.call('POST', bulk, {body})).status).toBe(202);
    expect(await namesOf(client)).toEqual([]);
  });

  it.each([
    ['a tag without a name', {data: [{name: 'refund'}, {}]}],
    ['names alone', {data: ['refund']}],
    ['a name that is no text', {data: [{name: 7}]}],
  ])('DIXA-9 refuses %s as a whole', async (_, body) => {
    const client = dixaClient();
    expect(await client.call('POST', bulk, {body})).toMatchObject({status: 400, body: invalidValue});
    expect(await namesOf(client)).toEqual([]);
  });

  it('DIXA-12 does not find an unknown conversation', async () => {
    const answer = await dixaClient().call('POST', '/v1/conversations/999999/tags/bulk', {body: {data}});
    expect(answer).toMatchObject({status: 404, body: notFound});
  });
});
