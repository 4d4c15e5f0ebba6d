import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {aDay, dataOf, decodingFailure, dixaClient, nobody, notFound, read, seeded, stateOf} from '../test-support.js';

const path = '/v1/conversations/import';
const text = (value: string) => ({_type: 'Text', value});

const inbound = {_type: 'InboundImport', content: text('My order'), createdAt: '2021-12-01T13:00:00.003Z'};
const outbound = {
  _type: 'OutboundImport',
  content: text('Our bad'),
  agentId: seeded.kim,
  createdAt: '2021-12-01T14:00:00.004Z',
};
const generic = {
  _type: 'GenericConversationImport',
  genericChannelName: 'genericapimessaging',
  requesterId: seeded.ada,
  direction: 'Inbound',
  createdAt: '2021-12-01T11:00:00.001Z[GMT]',
  messages: [inbound, outbound],
};
const email = {
  ...generic,
  genericChannelName: 'email',
  attributes: {emailIntegrationId: 'support@email.dixa.io', subject: 'Order'},
};

/** Imports, and returns the path of what came of it. */
async function imported(client: VendorClient, body: object): Promise<string> {
  const answer = await client.call('POST', path, {body});
  expect(answer.status).toBe(201);
  return `/v1/conversations/${String(dataOf(answer).id)}`;
}

describe('POST /conversations/import', () => {
  it('DIXA-82 answers 201 with the number and no errors', async () => {
    const answer = await dixaClient().call('POST', path, {body: generic});
    expect(answer.status).toBe(201);
    expect(dataOf(answer)).toEqual({id: expect.any(Number), partialErrors: []});
  });

  it('DIXA-82 brings in an e-mail conversation, open and queued, with times of its own', async () => {
    const client = dixaClient();
    const conversation = await imported(client, email);
    expect(await read(client, conversation)).toEqual({
      _type: 'EmailConversation',
      id: expect.any(Number),
      requesterId: seeded.ada,
      channel: 'Email',
      direction: 'Inbound',
      state: 'Open',
      createdAt: '2021-12-01T11:00:00Z',
      stateUpdatedAt: '2021-12-01T11:00:00Z',
      queue: {id: seeded.support, queuedAt: '2026-01-05T09:00:00Z'},
      fromEmail: 'ada@example.com',
      toEmail: 'support@email.dixa.io',
      integrationEmail: 'support@email.dixa.io',
      subject: 'Order',
      customAttributes: [],
    });
    expect(await read(client, `${conversation}/messages`)).toMatchObject([
      {
        authorId: seeded.ada,
        createdAt: '2021-12-01T13:00:00.003Z[GMT]',
        attributes: {
          _type: 'EmailAttributes',
          emailContent: {_type: 'Regular', content: text('My order')},
          from: {email: 'ada@example.com'},
          to: [{email: 'support@email.dixa.io'}],
          direction: 'Inbound',
        },
      },
      {authorId: seeded.kim, attributes: {from: {email: 'support@email.dixa.io'}, direction: 'Outbound'}},
    ]);
  });

  it('DIXA-82 brings in a conversation of no channel of its own', async () => {
    const client = dixaClient();
    const conversation = await imported(client, generic);
    expect(await read(client, conversation)).toMatchObject({_type: 'GenericConversation', channel: 'Messenger'});
    expect(await read(client, `${conversation}/messages`)).toMatchObject([
      {attributes: {_type: 'GenericAttributes', content: text('My order')}},
      {attributes: {_type: 'GenericAttributes', content: text('Our bad')}},
    ]);
  });

  it('DIXA-82 makes it closed where it was closed, and assigned where it was assigned', async () => {
    const client = dixaClient();
    const assignment = {agentId: seeded.sam, assignedAt: '2021-12-01T12:00:00.002Z'};
    const closing = {closedAt: '2021-12-01T15:00:00.005Z', closedBy: seeded.kim};
    const closed = await imported(client, {...email, assignment, closing});
    const expected = {state: 'Closed', stateUpdatedAt: '2021-12-01T15:00:00Z'};
    const after = await read(client, closed);
    expect(after).toMatchObject({...expected, assignment: {agentId: seeded.sam, assignedAt: '2021-12-01T12:00:00Z'}});
    expect(after).not.toHaveProperty('queue');
  });

  it('DIXA-78 DIXA-82 has its steps in the activity log, each at its own time', async () => {
    const client = dixaClient();
    const assignment = {agentId: seeded.sam, assignedAt: '2021-12-01T12:00:00.002Z'};
    const closing = {closedAt: '2021-12-01T15:00:00.005Z', closedBy: seeded.kim};
    const conversation = await imported(client, {...email, assignment, closing});
    const log = await read<{_type: string; author: {id: string}; activityTimestamp: string}[]>(
      client,
      `${conversation}/activitylog`,
    );
    expect(log.map(({_type, author, activityTimestamp}) => [_type, author.id, activityTimestamp])).toEqual([
      ['ConversationCreatedByCustomer', seeded.ada, '2021-12-01T11:00:00.001Z[GMT]'],
      ['ConversationAssigned', seeded.sam, '2021-12-01T12:00:00.002Z[GMT]'],
      ['MessageAddedByCustomer', seeded.ada, '2021-12-01T13:00:00.003Z[GMT]'],
      ['MessageAddedByAgent', seeded.kim, '2021-12-01T14:00:00.004Z[GMT]'],
      ['ConversationClosed', seeded.kim, '2021-12-01T15:00:00.005Z[GMT]'],
    ]);
  });

  it('DIXA-82 was created by its first agent where it went out', async () => {
    const client = dixaClient();
    const conversation = await imported(client, {...email, direction: 'Outbound'});
    expect(await read(client, conversation)).toMatchObject({
      fromEmail: 'support@email.dixa.io',
      toEmail: 'ada@example.com',
    });
    const [created] = await read<object[]>(client, `${conversation}/activitylog`);
    expect(created).toMatchObject({_type: 'ConversationCreatedByAgent', author: {id: seeded.kim}});
  });

  it('DIXA-82 takes what an e-mail tells of its own: another writer, another address of ours, copies by address', async () => {
    const client = dixaClient();
    const own = 'my-integration@email.dixa.io';
    const messages = [
      {...inbound, externalId: '41', attributes: {emailIntegrationId: own, requesterId: seeded.noor}},
      {...outbound, attributes: {cc: ['a@customer.example'], bcc: ['b@customer.example']}},
    ];
    const conversation = await imported(client, {...email, messages});
    expect(await read(client, `${conversation}/messages`)).toMatchObject([
      {authorId: seeded.noor, externalId: '41', attributes: {from: {email: 'noor@example.org'}, to: [{email: own}]}},
      {attributes: {cc: [{email: 'a@customer.example'}], bcc: [{email: 'b@customer.example'}]}},
    ]);
    // Nothing would take her name out of somebody else's log (DIXA-45).
    const log = await client.call('GET', `${conversation}/activitylog`);
    expect(log.text).toContain(seeded.noor);
    expect(log.text).not.toContain('Noor');
  });

  it('DIXA-82 tells what did not stop it: nobody to assign it to, an attachment that is not there', async () => {
    const client = dixaClient();
    const attachments = [
      {url: 'https://files.example.org/photo.png', prettyName: 'photo'},
      {url: 'https://nowhere.example/photo.png'},
    ];
    const messages = [
      {...inbound, attachments, externalId: '42'},
      {...outbound, attachments},
    ];
    const assignment = {agentId: seeded.noor, assignedAt: '2021-12-01T12:00:00.002Z'};
    const answer = await client.call('POST', path, {body: {...email, assignment, messages}});
    expect(answer.status).toBe(201);
    const {id, partialErrors} = dataOf(answer);
    expect(partialErrors).toEqual([
      {message: 'The conversation could not be assigned'},
      {message: 'Invalid attachment url in message. externalId: 42'},
      {message: 'Invalid attachment url in message.'},
    ]);
    expect(await read(client, `/v1/conversations/${String(id)}`)).not.toHaveProperty('assignment');
    const listed = await read<{attributes: {attachments: {url: string}[]}}[]>(
      client,
      `/v1/conversations/${String(id)}/messages`,
    );
    expect(listed.map(({attributes}) => attributes.attachments.length)).toEqual([1, 1]);
    const address = new URL(listed[0]?.attributes.attachments[0]?.url ?? '').pathname.replace('/dixa', '');
    expect((await client.call('GET', address)).status).toBe(200);
  });

  it.each([
    ['an unknown requester', {requesterId: nobody}],
    ['an agent as requester', {requesterId: seeded.kim}],
    ['an unknown author', {messages: [inbound, {...outbound, agentId: nobody}]}],
    ['an end user as agent', {messages: [{...outbound, agentId: seeded.ada}]}],
    ['an unknown writer', {messages: [{...inbound, attributes: {requesterId: nobody}}]}],
    ['an unknown assignee', {assignment: {agentId: nobody, assignedAt: '2021-12-01T12:00:00Z'}}],
    ['an unknown closer', {closing: {closedAt: '2021-12-01T12:00:00Z', closedBy: nobody}}],
    ['an outbound message without an agent', {messages: [{...outbound, agentId: undefined}]}],
    ['a message without content', {messages: [{...inbound, content: undefined}]}],
    ['a message without a time', {messages: [{...inbound, createdAt: undefined}]}],
    ['a message of another kind', {messages: [{...inbound, _type: 'Inbound'}]}],
    ['a time that is none', {messages: [{...inbound, createdAt: '2021-12-31T23:59:60Z'}]}],
    ['another channel', {genericChannelName: 'widgetchat'}],
    ['no channel', {genericChannelName: undefined}],
    ['no direction', {direction: undefined}],
    ['no time', {createdAt: undefined}],
    ['no kind', {_type: undefined}],
    ['an e-mail without an integration', {genericChannelName: 'email'}],
  ])('DIXA-82 refuses %s and changes nothing', async (_, change) => {
    const client = dixaClient();
    await client.call('GET', `/v1/conversations/${seeded.open}`);
    const before = await stateOf(client);
    const answer = await client.call('POST', path, {body: {...generic, ...change}});
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it.each([
    ['of the conversation', {attributes: {emailIntegrationId: 'nobody@email.dixa.io'}}],
    ['of a message', {messages: [{...inbound, attributes: {emailIntegrationId: 'nobody@email.dixa.io'}}]}],
    ['that is a phone number', {attributes: {emailIntegrationId: '+15555550100'}}],
  ])('DIXA-12 does not find an unknown integration %s', async (_, change) => {
    const answer = await dixaClient().call('POST', path, {body: {...email, ...change}});
    expect(answer).toMatchObject({status: 404, body: notFound});
  });

  it('DIXA-52 gives it a number like any other', async () => {
    const client = dixaClient();
    const [first, second] = [await imported(client, generic), await imported(client, generic)];
    expect(Number(second.split('/').at(-1))).toBe(Number(first.split('/').at(-1)) + 1);
  });

  it('DIXA-91 tells webhooks of the conversation, and that it was imported', async () => {
    const client = dixaClient();
    const body = {
      name: 'all',
      url: 'https://hooks.example.org/',
      authorization: {_type: 'NoAuth'},
      events: ['ConversationCreated', 'ConversationClosed', 'ConversationMessageAdded'],
      filters: {
        Conversation: {
          _type: 'CombinedFilters',
          strategy: 'All',
          conditions: [{_type: 'IsOneOf', field: 'OperationOrigin', values: ['ApiImport']}],
        },
      },
    };
    expect((await client.call('POST', '/v1/webhooks', {body})).status).toBe(201);
    await imported(client, {...email, closing: {closedAt: '2021-12-01T15:00:00.005Z'}});
    const {partition} = await client.engine.sandbox('default');
    const events = (await partition.dump()).filter(({collection}) => collection === 'dixa.webhookDeliveries');
    const names = events.map(({entity}) => (entity as unknown as {event: string}).event);
    expect(names).toEqual(['ConversationCreated', 'ConversationClosed']);
  });
});

it('DIXA-43 DIXA-45 what was imported goes with its requester, ids of the client included', async () => {
  const client = dixaClient();
  const content = text('canary-text');
  const messages = [
    {
      ...inbound,
      content,
      externalId: 'canary-id',
      attachments: [{url: 'http://attachment.url', prettyName: 'canary-file'}],
    },
    {...outbound, content, attributes: {cc: ['canary-cc@customer.example']}},
  ];
  const attributes = {...email.attributes, subject: 'canary-subject'};
  const requester = await client.call('POST', '/v1/endusers', {
    body: {displayName: 'canary-name', email: 'canary@x.example'},
  });
  const requesterId = String(dataOf(requester).id);
  await imported(client, {...email, requesterId, messages, attributes, externalId: 'canary-conversation'});
  expect(await client.everything()).toContain('canary-subject');
  expect(await client.everything()).not.toContain('canary-conversation');
  expect((await client.call('PATCH', `/v1/endusers/${requesterId}/anonymize?force=true`)).status).toBe(202);
  client.advance(aDay);
  await client.call('GET', `/v1/endusers/${requesterId}`);
  expect((await client.everything()).match(/canary[\w-]*/g)).toBeNull();
});
