import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {
  clientWith,
  conversation,
  decodingFailure,
  dixaClient,
  endUser,
  nobody,
  notFound,
  read,
  seeded,
  stateOf,
} from '../test-support.js';

const now = '2026-01-05T09:00:00Z';
const content = {_type: 'Text', value: 'My order has not shipped'};
const inbound = {_type: 'Inbound', content};
const outbound = {_type: 'Outbound', agentId: seeded.kim, content};

const email = {
  _type: 'Email',
  requesterId: seeded.noor,
  emailIntegrationId: 'my-integration@email.dixa.io',
  subject: 'order #123',
  message: inbound,
};
const chat = {_type: 'Chat', requesterId: seeded.noor, widgetId: seeded.widget, message: inbound};
const sms = {_type: 'Sms', requesterId: seeded.noor, contactEndpointId: '+15555550100', message: outbound};
const callback = {
  _type: 'Callback',
  requesterId: seeded.noor,
  direction: 'Inbound',
  contactEndpointId: '+15555550100',
  queueId: seeded.billing,
};

async function create(client: VendorClient, body: object): Promise<number> {
  const answer = await client.call('POST', '/v1/conversations', {body});
  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({data: {id: expect.any(Number)}});
  return (answer.body as {data: {id: number}}).data.id;
}

describe('POST /conversations', () => {
  it.each([
    ['Email', email, {_type: 'EmailConversation', channel: 'Email', direction: 'Inbound', subject: 'order #123'}],
    ['ContactForm', {...email, _type: 'ContactForm'}, {_type: 'ContactFormConversation', channel: 'ContactForm'}],
    ['Chat', chat, {_type: 'ChatConversation', channel: 'WidgetChat', direction: 'Inbound'}],
    ['Sms', sms, {_type: 'SmsConversation', channel: 'Sms', direction: 'Outbound', toNumber: '+12025550187'}],
    ['Callback', callback, {_type: 'PstnPhoneConversation', channel: 'Callback', direction: 'Inbound'}],
    ['outbound Callback', {...callback, direction: 'Outbound'}, {channel: 'Callback', direction: 'Outbound'}],
  ])('DIXA-52 opens a conversation of kind %s', async (_, body, expected) => {
    const client = dixaClient();
    const id = await create(client, body);
    expect(await read(client, `/v1/conversations/${id}`)).toMatchObject({
      ...expected,
      id,
      requesterId: seeded.noor,
      state: 'Open',
      createdAt: now,
      stateUpdatedAt: now,
    });
  });

  it('DIXA-52 counts ids up', async () => {
    const client = dixaClient();
    const ids = [await create(client, email), await create(client, chat), await create(client, callback)];
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  });

  it('DIXA-52 does not take a number that is in use, nor lose one to a refusal', async () => {
    const first = await create(dixaClient(), email);
    const client = clientWith({endUsers: [endUser(seeded.noor)], conversations: [conversation(first)]});
    expect((await client.call('POST', '/v1/conversations', {body: {...sms, message: inbound}})).status).toBe(400);
    expect(await create(client, email)).toBe(first + 1);
  });

  it.each([
    ['Inbound', inbound, 'noor@example.org', 'my-integration@email.dixa.io'],
    ['Outbound', outbound, 'my-integration@email.dixa.io', 'noor@example.org'],
  ])('DIXA-52 writes an %s mail from one address to the other', async (direction, message, from, to) => {
    const client = dixaClient();
    const id = await create(client, {...email, message, language: 'en'});
    expect(await read(client, `/v1/conversations/${id}`)).toMatchObject({
      direction,
      fromEmail: from,
      toEmail: to,
      integrationEmail: 'my-integration@email.dixa.io',
      language: 'en',
    });
    expect(await read(client, `/v1/conversations/${id}/messages`)).toMatchObject([
      {attributes: {_type: 'EmailAttributes', from: {email: from}, to: [{email: to}], direction}},
    ]);
  });

  it('DIXA-52 keeps what a chat tells of the browser, and only what Dixa knows of it', async () => {
    const client = dixaClient();
    const id = await create(client, {...chat, browserInfo: {name: 'Chrome', ipAddress: '192.0.2.1', colour: 'red'}});
    expect(await read(client, `/v1/conversations/${id}`)).toHaveProperty('browserInfo', {
      name: 'Chrome',
      ipAddress: '192.0.2.1',
    });
  });

  it.each([
    ['requester', {...email, requesterId: nobody}],
    ['requester, who is an agent', {...email, requesterId: seeded.kim}],
    ['agent', {...email, message: {...outbound, agentId: nobody}}],
    ['agent, who is an end user', {...email, message: {...outbound, agentId: seeded.ada}}],
    ['e-mail integration', {...email, emailIntegrationId: 'nobody@email.dixa.io'}],
    ['e-mail integration, which is a number', {...email, emailIntegrationId: '+15555550100'}],
    ['widget', {...chat, widgetId: nobody}],
    ['contact endpoint', {...sms, contactEndpointId: '+15555550199'}],
    ['contact endpoint, which is an address', {...sms, contactEndpointId: 'support@email.dixa.io'}],
    ['contact endpoint of a call back', {...callback, contactEndpointId: '+15555550199'}],
    ['queue', {...callback, queueId: nobody}],
  ])('DIXA-53 does not find the %s', async (_, body) => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect(await client.call('POST', '/v1/conversations', {body})).toMatchObject({status: 404, body: notFound});
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-54 refuses an inbound text message and leaves no trace', async () => {
    const client = dixaClient();
    const before = await stateOf(client);
    const answer = await client.call('POST', '/v1/conversations', {body: {...sms, message: inbound}});
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-55 queues an inbound conversation', async () => {
    const client = dixaClient();
    const created = await read(client, `/v1/conversations/${await create(client, email)}`);
    expect(created).toMatchObject({queue: {id: seeded.support, queuedAt: now}});
    expect(created).not.toHaveProperty('assignment');
  });

  it('DIXA-55 assigns an outbound conversation to the agent who wrote', async () => {
    const client = dixaClient();
    const created = await read(client, `/v1/conversations/${await create(client, sms)}`);
    expect(created).toMatchObject({assignment: {agentId: seeded.kim, assignedAt: now}});
    expect(created).not.toHaveProperty('queue');
  });

  it('DIXA-55 queues a call back where it asks to be', async () => {
    const client = dixaClient();
    const created = await read(client, `/v1/conversations/${await create(client, callback)}`);
    expect(created).toMatchObject({queue: {id: seeded.billing, queuedAt: now}});
  });
});

describe('GET /conversations/{id}/activitylog', () => {
  it('DIXA-77 is empty for an unknown conversation', async () => {
    expect(await dixaClient().call('GET', '/v1/conversations/999999/activitylog')).toMatchObject({
      status: 200,
      body: {data: []},
    });
  });

  it.each([
    ['inbound', email, ['ConversationCreatedByCustomer', 'MessageAddedByCustomer'], seeded.noor],
    ['outbound', sms, ['ConversationCreatedByAgent', 'ConversationAssigned', 'MessageAddedByAgent'], seeded.kim],
    ['called back', callback, ['ConversationCreatedByCustomer'], seeded.noor],
    ['to be called', {...callback, direction: 'Outbound'}, ['ConversationCreatedByAgent'], seeded.admin],
  ])('DIXA-78 begins with how a conversation began (%s)', async (_, body, types, author) => {
    const client = dixaClient();
    const log = await read<object[]>(client, `/v1/conversations/${await create(client, body)}/activitylog`);
    expect(log).toMatchObject(
      types.map((_type) => ({_type, activityType: `${_type}ActivityType`, author: {id: author}})),
    );
  });

  it('DIXA-78 tells everything that happened, in order', async () => {
    const client = dixaClient();
    const path = `/v1/conversations/${await create(client, email)}`;
    await client.call('PUT', `${path}/claim`, {body: {agentId: seeded.kim}});
    await client.call('POST', `${path}/messages`, {body: outbound});
    await client.call('PUT', `${path}/followup`, {body: {timestamp: '2026-01-05T09:00:10Z'}});
    client.advance(10_000);
    await client.call('PUT', `${path}/close`);
    await client.call('PUT', `${path}/reopen`);
    const log = await read<{_type: string; activityType: string; conversationId: number}[]>(
      client,
      `${path}/activitylog`,
    );
    expect(log.map(({_type}) => _type)).toEqual([
      'ConversationCreatedByCustomer',
      'MessageAddedByCustomer',
      'ConversationClaimed',
      'MessageAddedByAgent',
      'ConversationPending',
      'FollowupAdded',
      'FollowupExpired',
      'ConversationClosed',
      'ConversationReopened',
    ]);
    for (const {_type, activityType} of log) expect(activityType).toBe(`${_type}ActivityType`);
  });

  it('DIXA-78 names an end user with phone number, an agent without', async () => {
    const client = dixaClient();
    const path = `/v1/conversations/${await create(client, email)}`;
    await client.call('PUT', `${path}/close`, {body: {userId: seeded.kim}});
    const log = await read<{author: object}[]>(client, `${path}/activitylog`);
    expect(log[0]?.author).toEqual({
      id: seeded.noor,
      name: 'Noor Sample',
      email: 'noor@example.org',
      phoneNumber: '+12025550187',
    });
    expect(log.at(-1)?.author).toEqual({id: seeded.kim, name: 'Kim Agent', email: 'kim.agent@example.org'});
  });

  it('DIXA-78 orders entries by time, and keeps the order of one instant', async () => {
    const client = dixaClient();
    const path = `/v1/conversations/${seeded.closed}`;
    for (let times = 0; times < 6; times += 1) await client.call('PUT', `${path}/${times % 2 ? 'close' : 'reopen'}`);
    const log = await read<{_type: string}[]>(client, `${path}/activitylog`);
    expect(log.map(({_type}) => _type)).toEqual([
      'ConversationCreatedByCustomer',
      'ConversationClosed',
      ...Array.from({length: 3}, () => ['ConversationReopened', 'ConversationClosed']).flat(),
    ]);
  });
});
