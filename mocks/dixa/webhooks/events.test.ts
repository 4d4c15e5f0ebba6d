/** Which events follow from what happens, what they tell, and whom. */
import {describe, expect, it} from 'vitest';
import {dataOf, dixaClient, seeded, sentEvents, sentNames, stateOf, subscribe, taggedWith} from '../test-support.js';

const open = `/v1/conversations/${seeded.open}`;
const closed = `/v1/conversations/${seeded.closed}`;
const text = {_type: 'Text', value: 'Hello'};
const inbound = {_type: 'Inbound', content: text};
const outbound = {_type: 'Outbound', content: text, agentId: seeded.sam};
const chat = {_type: 'Chat', requesterId: seeded.noor, widgetId: seeded.widget};
const tag = 'b794a74a-625b-4303-8237-9b11668a9605';
const seenIn = (time: string) => `2026-01-05T${time}.000Z`;

/** What is done, and the names of what is sent for it. */
const happenings: readonly (readonly [string, string, string, unknown, readonly string[]])[] = [
  ['a close', 'PUT', `${open}/close`, undefined, ['CLOSED', 'ABANDONED']],
  ['a close of a closed one', 'PUT', `${closed}/close`, undefined, []],
  ['a close of an assigned one', 'PUT', '/v1/conversations/1/close', undefined, ['CLOSED']],
  ['a reopening', 'PUT', `/v1/conversations/${seeded.other}/reopen`, undefined, ['OPEN', 'ENQUEUED']],
  ['a reopening of an assigned one', 'PUT', `${closed}/reopen`, undefined, ['OPEN', 'UNASSIGNED', 'ENQUEUED']],
  ['a reopening of an open one', 'PUT', `${open}/reopen`, undefined, []],
  ['a follow-up', 'PUT', `${open}/followup`, {timestamp: '2026-01-06T09:00:00Z'}, ['PENDING']],
  ['a transfer', 'PUT', `${open}/transfer/queue`, {queueId: seeded.billing}, ['TRANSFERRED', 'ENQUEUED']],
  [
    'a transfer of an assigned one',
    'PUT',
    '/v1/conversations/1/transfer/queue',
    {queueId: seeded.billing},
    ['TRANSFERRED', 'UNASSIGNED', 'ENQUEUED'],
  ],
  ['a note', 'POST', `${open}/notes`, {message: 'Hello'}, ['NOTE_ADDED']],
  ['two notes', 'POST', `${open}/notes/bulk`, {data: [{message: 'a'}, {message: 'b'}]}, ['NOTE_ADDED', 'NOTE_ADDED']],
  ['a tag', 'PUT', `${open}/tags/${tag}`, undefined, ['TAG_ADDED']],
  ['the removal of a tag that is not there', 'DELETE', `${open}/tags/${tag}`, undefined, []],
  ['tags in bulk', 'POST', `${open}/tags/bulk`, {data: [{name: 'example'}, {name: 'new'}]}, ['TAG_ADDED', 'TAG_ADDED']],
  ['a claim', 'PUT', `${open}/claim`, {agentId: seeded.kim}, ['ASSIGNED']],
  ['a message', 'POST', `${closed}/messages`, inbound, ['MESSAGE_ADDED']],
  ['a reply', 'POST', `${closed}/messages`, outbound, ['MESSAGE_ADDED']],
  [
    'a message from outside',
    'POST',
    '/v1/conversations',
    {...chat, message: inbound},
    ['CREATED', 'ENQUEUED', 'MESSAGE_ADDED'],
  ],
  [
    'a message to a customer',
    'POST',
    '/v1/conversations',
    {...chat, message: outbound},
    ['CREATED', 'ASSIGNED', 'MESSAGE_ADDED'],
  ],
  [
    'a call back',
    'POST',
    '/v1/conversations',
    {
      _type: 'Callback',
      requesterId: seeded.noor,
      direction: 'Inbound',
      contactEndpointId: '+15555550100',
      queueId: seeded.billing,
    },
    ['CREATED', 'ENQUEUED'],
  ],
];

describe('DIXA-91 an event', () => {
  it.each(happenings)('follows from %s', async (_, method, path, body, names) => {
    const client = dixaClient();
    await subscribe(client);
    const answer = await client.call(method, path, body === undefined ? {} : {body});
    expect(answer.status).toBeLessThan(300);
    expect(await sentNames(client)).toEqual(names.map((name) => `CONVERSATION_${name}`));
  });

  it('follows when a follow-up expires, and names who put the conversation off', async () => {
    const client = dixaClient();
    await subscribe(client, {events: ['ConversationPendingExpired']});
    await client.call('PUT', `${open}/followup`, {body: {timestamp: '2026-01-05T10:00:00Z', userId: seeded.kim}});
    client.advance(3_600_000);
    await client.call('GET', open);
    const [event, ...others] = await sentEvents(client);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      event_fqn: 'CONVERSATION_PENDING_EXPIRED',
      event_timestamp: seenIn('10:00:00'),
      data: {conversation: {csid: seeded.open, status: 'OPEN'}, pendingByUser: {id: seeded.kim, user_type: 'Member'}},
    });
  });

  it.each([
    ['a refused close', 'PUT', `${open}/close`, {userId: seeded.ada}],
    ['a refused claim', 'PUT', '/v1/conversations/1/claim', {agentId: seeded.sam, force: false}],
    [
      'a refused message',
      'POST',
      `${open}/messages`,
      {_type: 'Inbound', content: text, attachments: [{url: 'http://nowhere.example'}]},
    ],
    // Found out only after the conversation was made.
    [
      'a refused conversation',
      'POST',
      '/v1/conversations',
      {...chat, message: {...inbound, attachments: [{url: 'http://nowhere.example'}]}},
    ],
  ])('does not follow from %s', async (_, method, path, body) => {
    const client = dixaClient();
    await subscribe(client);
    const before = await stateOf(client);
    expect((await client.call(method, path, {body})).status).toBeGreaterThanOrEqual(400);
    expect(await sentNames(client)).toEqual([]);
    expect(await stateOf(client)).toBe(before);
  });

  it('tells the conversation as it is after the change', async () => {
    const client = dixaClient();
    await client.call('PUT', `${closed}/tags/${tag}`);
    await subscribe(client, {events: ['ConversationOpen']});
    await client.call('PUT', `${closed}/reopen`);
    const [event] = await sentEvents(client);
    expect(event).toEqual({
      event_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      event_fqn: 'CONVERSATION_OPEN',
      event_version: '1',
      event_timestamp: seenIn('09:00:00'),
      organization: {id: 'e9609fa9-efff-4fdc-a7ef-dd335f33c5f6', name: 'Example Organization'},
      data: {
        conversation: {
          csid: seeded.closed,
          channel: 'EMAIL',
          status: 'OPEN',
          direction: 'INBOUND',
          queue: {id: seeded.support, name: 'Support'},
          contact_point: 'support@email.dixa.io',
          requester: {
            id: seeded.ada,
            name: 'Ada Example',
            email: 'ada@example.com',
            phone: '+12025550143',
            roles: ['Enduser'],
            user_type: 'Contact',
          },
          assignee: null,
          subject: 'Where is the parcel for Ada Example?',
          tags: await taggedWith(client, closed),
          created_at: '2021-11-30T09:41:43.000Z',
        },
      },
    });
  });

  it('tells null for what a conversation and its requester do not have', async () => {
    const client = dixaClient();
    const {id} = dataOf(await client.call('POST', '/v1/endusers', {body: {}}));
    await subscribe(client, {events: ['ConversationAbandoned']});
    const body = {...chat, requesterId: id, message: outbound};
    const created = dataOf(await client.call('POST', '/v1/conversations', {body}));
    await client.call('PUT', `/v1/conversations/${String(created.id)}/close`);
    expect(await sentEvents(client)).toEqual([]);
    await client.call('PUT', `${open}/close`);
    const [abandoned] = await sentEvents(client);
    expect(abandoned?.data.conversation).toMatchObject({subject: null, contact_point: null, assignee: null, tags: []});
    expect(abandoned?.data.queue).toEqual({id: seeded.support, name: 'Support'});

    await subscribe(client, {events: ['ConversationOpen']});
    await client.call('PUT', `/v1/conversations/${String(created.id)}/reopen`);
    expect((await sentEvents(client)).at(-1)?.data.conversation.requester).toEqual({
      id,
      name: null,
      email: null,
      phone: null,
      roles: ['Enduser'],
      user_type: 'Contact',
    });
  });

  it('names end users in their own conversations only', async () => {
    const client = dixaClient();
    await subscribe(client, {events: ['ConversationClosed']});
    // A former agent is an end user who still has conversations.
    await client.call('PUT', `${open}/claim`, {body: {agentId: seeded.kim}});
    expect((await client.call('DELETE', `/v1/agents/${seeded.kim}`)).status).toBe(204);
    await client.call('PUT', `${open}/close`);
    const {requester, assignee} = (await sentEvents(client))[0]?.data.conversation ?? {};
    expect(requester).toMatchObject({id: seeded.ada, name: 'Ada Example'});
    const nameless = {name: null, email: null, phone: null, roles: ['Enduser'], user_type: 'Contact'};
    expect(assignee).toEqual({id: seeded.kim, ...nameless});
  });

  it('tells a note and its author', async () => {
    const client = dixaClient();
    await subscribe(client, {events: ['ConversationNoteAdded']});
    const body = {message: 'Call back', agentId: seeded.kim, createdAt: '2026-01-04T10:00:00.500Z[GMT]'};
    const {id} = dataOf(await client.call('POST', `${open}/notes`, {body}));
    const {conversation: _, ...data} = (await sentEvents(client))[0]?.data ?? {};
    expect(data).toEqual({
      note_id: id,
      text: 'Call back',
      author: expect.objectContaining({id: seeded.kim, name: 'Kim Agent', user_type: 'Member'}) as object,
      created_at: '2026-01-04T10:00:00.500Z',
    });
  });

  it('tells a tag that was added or removed, and which tags there are then', async () => {
    const client = dixaClient();
    await subscribe(client, {events: ['ConversationTagAdded', 'ConversationTagRemoved']});
    await client.call('PUT', `${open}/tags/${tag}`);
    await client.call('DELETE', `${open}/tags/${tag}`);
    const told = (await sentEvents(client)).map(({event_fqn: name, data}) => [name, data.tag, data.conversation.tags]);
    const example = {id: tag, name: 'example'};
    expect(told).toEqual([
      ['CONVERSATION_TAG_ADDED', example, [example]],
      ['CONVERSATION_TAG_REMOVED', example, []],
    ]);
  });

  it.each([
    ['with', {comment: 'Thank you'}, [null, 'Thank you']],
    ['without', {}, [null]],
  ])('follows from a rating %s a comment, and from the comment once more', async (_, more, comments) => {
    const client = dixaClient();
    await subscribe(client, {events: ['ConversationRated']});
    const offer = await client.call('POST', `${closed}/ratings/offer`, {body: {ratingType: 'Csat'}});
    const body = {ratingResult: {_type: 'Csat', value: 5}, ...more};
    await client.call('POST', `${closed}/ratings/${String(dataOf(offer).id)}/submit`, {body});
    const told = (await sentEvents(client)).map(({data: {conversation: __, ...data}}) => data);
    expect(told).toEqual(comments.map((comment) => ({score: 5, comment, type: 'Csat'})));
  });

  it('follows from custom attributes, without their values', async () => {
    const client = dixaClient();
    await subscribe(client);
    const body = {'7b0f6b4c-2a57-4c39-9a0e-58d2c1a3e902': 'A-1002'};
    const answer = await client.call('PATCH', `${closed}/custom-attributes`, {body});
    expect(answer.status).toBe(200);
    const [event, ...others] = await sentEvents(client);
    expect(others).toEqual([]);
    expect(event?.event_fqn).toBe('CONVERSATION_CUSTOM_ATTRIBUTE_UPDATED');
    expect(Object.keys(event?.data ?? {})).toEqual(['conversation']);
  });

  it.each([
    ['inbound', inbound, seeded.ada, 'Contact'],
    ['outbound', {...outbound, externalId: 'ext-1'}, seeded.sam, 'Member'],
  ] as const)('tells an %s message and its author', async (direction, body, author, kind) => {
    const client = dixaClient();
    await subscribe(client, {events: ['ConversationMessageAdded']});
    const {messageId} = dataOf(await client.call('POST', `${closed}/messages`, {body}));
    const [event] = await sentEvents(client);
    const {conversation: _, ...data} = event?.data ?? {};
    expect(data).toEqual({
      message_id: messageId,
      text: 'Hello',
      content: {text: 'Hello', content_type: 'Text', original_content_url: null, processed_content_url: null},
      channel: 'EMAIL',
      direction,
      external_id: 'externalId' in body ? body.externalId : null,
      author: expect.objectContaining({id: author, user_type: kind}) as object,
      created_at: seenIn('09:00:00'),
    });
  });
});
