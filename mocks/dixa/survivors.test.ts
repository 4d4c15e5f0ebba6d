/** What a client that only anonymizes finds again, and by which rule. */
import {describe, expect, it} from 'vitest';
import {ember, quill} from '../../test/support/people.js';
import type {VendorClient} from '../../test/support/vendor-client.js';
import {taggingKey} from './entities.js';
import {populate} from './populate.js';
import {survives} from './survivors.js';
import {
  aDay,
  clientWith,
  conversation,
  dixaClient,
  endUser,
  message,
  nobody,
  seeded,
  subscribe,
} from './test-support.js';
import {dixa} from './index.js';

const tag = {id: '00000000-0000-4000-8000-0000000000aa', name: 'kept-tag', state: 'Active'} as const;
const attribute = {id: nobody, name: 'Plan', identifier: 'plan', value: 'kept-attribute'};

/** Ada's conversation, and Noor's, each with a custom attribute, a tag, and a log that tells of both. */
function planted(behaviours: Readonly<Record<string, unknown>> = {}): VendorClient {
  const both = [
    {id: 1, requesterId: seeded.ada},
    {id: 2, requesterId: seeded.noor},
  ];
  return clientWith(
    {
      tags: [tag],
      endUsers: both.map(({requesterId}) => endUser(requesterId)),
      conversations: both.map(({id, requesterId}) => conversation(id, {requesterId, customAttributes: [attribute]})),
      conversationTags: both.map(({id}) => ({id: taggingKey(id, tag.id), conversationId: id, tagId: tag.id}) as const),
      messages: [
        message(seeded.firstMessage, 1, {_type: 'ChatAttributes', isAutomated: false, attachments: []}),
        message(seeded.openMessage, 1, {_type: 'ChatAttributes', isAutomated: false, attachments: []}),
      ],
      activities: both.map(({id}) => ({
        id: `00000000-0000-4000-8000-0000000000b${id}`,
        conversationId: id,
        activityTimestamp: '2025-01-02T00:00:00.000Z',
        _type: 'TagAdded' as const,
        author: {id: seeded.ada},
        attributes: {tag: 'kept-tag', updatedAttributeValues: {plan: 'kept-attribute'}},
      })),
    },
    {behaviours},
  );
}

async function anonymize(client: VendorClient, path: string): Promise<void> {
  expect((await client.call('PATCH', `${path}/anonymize?force=true`)).status).toBe(202);
  client.advance(aDay);
}

/** Where a text is left: what no rule keeps, and what one does. */
async function left(client: VendorClient, text: string): Promise<{places: string[]; survivors: string[]}> {
  const {places, survivors} = await client.erasure({texts: [text]});
  return {
    places: places.map(({pointer}) => pointer),
    survivors: survivors.map(({pointer, rule}) => `${rule} ${pointer}`),
  };
}

it('names rules that there are', () => {
  const known = dixa.rules.map(({id}) => id);
  for (const {rule} of survives) expect(known).toContain(rule);
});

describe('custom attributes of conversations', () => {
  const log = '/dixa/activities/00000000-0000-4000-8000-0000000000b';
  const value = (id: number) => `/dixa/conversations/${id}/customAttributes/0/value`;
  const logged = (id: number) => `${log}${id}/attributes/updatedAttributeValues/plan`;

  it('DIXA-42 stay in a conversation that was anonymized, and in its log; in another they are just there', async () => {
    const client = planted();
    expect(await left(client, 'kept-attribute')).toEqual({
      places: [value(1), value(2), logged(1), logged(2)],
      survivors: [],
    });
    await anonymize(client, '/v1/conversations/1');
    expect(await left(client, 'kept-attribute')).toEqual({
      places: [value(2), logged(2)],
      survivors: [`DIXA-42 ${value(1)}`, `DIXA-42 ${logged(1)}`],
    });
  });

  it('DIXA-42 go with the switch, and what is left all the same no rule keeps', async () => {
    const client = planted({'dixa.drop_custom_attributes': true});
    await anonymize(client, '/v1/conversations/1');
    expect(await left(client, 'kept-attribute')).toEqual({places: [value(2), logged(2)], survivors: []});
    const early = planted();
    await anonymize(early, '/v1/conversations/1');
    await early.call('GET', '/v1/conversations/1');
    await early.engine.sandboxes.changeBehaviours('default', {'dixa.drop_custom_attributes': true});
    expect(await left(early, 'kept-attribute')).toMatchObject({survivors: []});
  });
});

it('DIXA-44 keeps the tags of a conversation: by their names in the log, and as what there is to tag with', async () => {
  const client = planted();
  const [name, log] = [`/dixa/tags/${tag.id}/name`, '/dixa/activities/00000000-0000-4000-8000-0000000000b'];
  expect((await left(client, 'kept-tag')).survivors).toEqual([]);
  await anonymize(client, '/v1/conversations/1');
  expect(await left(client, 'kept-tag')).toEqual({
    places: [`${log}2/attributes/tag`],
    survivors: [`DIXA-44 ${name}`, `DIXA-44 ${log}1/attributes/tag`],
  });
});

it('DIXA-41…45, DIXA-92 keep the id of an end user wherever it stood', async () => {
  const client = clientWith(populate([quill, ember]));
  await subscribe(client);
  const [{id}] = populate([quill]).endUsers as [{id: string}];
  const [{id: number}] = populate([quill]).conversations as [{id: number}];
  await client.call('PUT', `/v1/conversations/${number}/reopen`);
  await client.call('PUT', `/v1/conversations/${number}/close`);
  await client.settled();
  expect((await client.erasure({texts: [id]})).survivors).toEqual([]);

  await anonymize(client, `/v1/endusers/${id}`);
  const {places, survivors} = await client.erasure({texts: [id]});
  // An id tells nothing of anybody, so the journal keeps those it was asked for.
  expect(places.filter(({where}) => where !== 'journal')).toEqual([]);
  const kept = survivors.map(({rule, pointer}) => `${rule} ${pointer.replace(/[^/]*\d[^/]*/g, '*')}`);
  expect([...new Set(kept)].sort()).toEqual([
    'DIXA-41 /dixa/anonymizationRequests/*/targetEntityId',
    'DIXA-42 /dixa/conversations/*/requesterId',
    'DIXA-43 /dixa/messages/*/authorId',
    'DIXA-44 /dixa/activities/*/author/id',
    'DIXA-44 /dixa/ratings/*/userId',
    'DIXA-45 /dixa/endUsers/*/id',
    'DIXA-92 /dixa/webhookDeliveries/*/payload/data/conversation/requester/id',
  ]);
});

it('DIXA-42…44, DIXA-47 keep the number of a conversation, and the ids of what is in it', async () => {
  const client = dixaClient();
  await client.call('POST', `/v1/conversations/${seeded.closed}/notes`, {body: {message: 'A note'}});
  await anonymize(client, `/v1/conversations/${seeded.closed}`);
  for (const text of [String(seeded.closed), seeded.firstMessage]) {
    const {places, survivors} = await client.erasure({texts: [text]});
    expect(places.filter(({where}) => where !== 'journal')).toEqual([]);
    expect(survivors.length).toBeGreaterThan(0);
  }
});

it('DIXA-46, DIXA-43 keep the ids of a message that was anonymized alone, and nothing of the one beside it', async () => {
  const client = planted();
  await anonymize(client, `/v1/conversations/1/messages/${seeded.firstMessage}`);
  const {survivors} = await client.erasure({texts: [seeded.ada]});
  expect(survivors.map(({pointer}) => pointer)).toEqual([`/dixa/messages/${seeded.firstMessage}/authorId`]);
});

it('DIXA-73 does not reach files elsewhere, from which Dixa took its copies', async () => {
  const letter = {id: 'https://files.example.org/1', ...{type: 'text/plain', base64: btoa('A letter of Ada Example')}};
  const client = clientWith({attachmentSources: [letter]});
  const {erased, survivors} = await client.erasure({names: ['Ada Example']});
  expect({erased, survivors}).toMatchObject({
    erased: true,
    survivors: [{pointer: '/dixa/attachmentSources/@0/base64', as: ['base64'], rule: 'DIXA-73'}],
  });
});

it('keeps nothing of delivery logs that are not scrubbed: no rule says that it may stay', async () => {
  const client = clientWith(populate([quill]), {behaviours: {'dixa.scrub_delivery_logs': false}});
  await subscribe(client);
  const [{id}] = populate([quill]).endUsers as [{id: string}];
  const [{id: number}] = populate([quill]).conversations as [{id: number}];
  await client.call('PUT', `/v1/conversations/${number}/reopen`);
  await client.settled();
  await anonymize(client, `/v1/endusers/${id}`);
  const {erased, places} = await client.erasure({emails: [quill.email]});
  expect(erased).toBe(false);
  expect(new Set(places.map(({pointer}) => pointer.split('/')[2]))).toEqual(new Set(['webhookDeliveries']));
});
