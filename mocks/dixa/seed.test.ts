import {describe, expect, it} from 'vitest';
import {clientWith, conversation, dixaClient, read, seeded, token} from './test-support.js';

const ada = {id: seeded.ada, createdAt: '2025-01-01T00:00:00Z', displayName: 'Ada'};
const at = '2025-01-02T00:00:00.000Z';

describe("a user's seed", () => {
  it('DIXA-18 need not name the lists of an end user', async () => {
    const client = clientWith({endUsers: [ada]});
    expect(await read(client, `/v1/endusers/${seeded.ada}`)).toEqual({
      ...ada,
      additionalEmails: [],
      additionalPhoneNumbers: [],
      middleNames: [],
      customAttributes: [],
    });
  });

  it('DIXA-18 need not name the lists of an agent', async () => {
    const agent = {...ada, email: 'ada@example.org'};
    const client = clientWith({agents: [agent]});
    const lists = {additionalEmails: [], additionalPhoneNumbers: [], middleNames: []};
    expect(await read(client, `/v1/agents/${ada.id}`)).toEqual({...agent, ...lists, roles: ['Agent']});
  });

  it('DIXA-18 need not name the custom attributes of a conversation', async () => {
    const left = conversation(8, {_type: 'AnonymizedConversation', anonymizedAt: at});
    const client = clientWith({endUsers: [ada], conversations: [conversation(7), left]});
    expect(await read(client, '/v1/conversations/7')).toEqual({...conversation(7), customAttributes: []});
    // Of what was anonymized before, some may be gone.
    expect(await read(client, '/v1/conversations/8')).toEqual(left);
  });

  it.each([
    [{_type: 'EmailAttributes', from: {email: 'ada@example.com'}}],
    [{_type: 'ContactFormAttributes'}],
    [{_type: 'ChatAttributes'}],
    [{_type: 'SmsAttributes'}],
    [{_type: 'WhatsAppAttributes'}],
    [{_type: 'FacebookMessengerAttributes'}],
    [{_type: 'TwitterAttributes'}],
    [{_type: 'GenericAttributes'}],
    [{_type: 'TranscriptAttributes'}],
    [{_type: 'PhoneAttributes', from: '1', to: '2'}],
  ])('DIXA-18 need not name the lists of a message (%j)', async (attributes) => {
    const message = {id: seeded.firstMessage, conversationId: 7, authorId: seeded.ada, createdAt: at, attributes};
    const client = clientWith({endUsers: [ada], conversations: [conversation(7)], messages: [message]});
    // The client fails on any answer that differs from the document.
    expect(await read(client, '/v1/conversations/7/messages')).toMatchObject([{attributes}]);
  });

  it('DIXA-78 need not repeat the kind of an activity', async () => {
    const activity = {id: seeded.firstMessage, conversationId: 7, activityTimestamp: at, _type: 'TagAdded'};
    const client = clientWith({endUsers: [], conversations: [conversation(7)], activities: [activity]});
    expect(await read(client, '/v1/conversations/7/activitylog')).toMatchObject([
      {activityType: 'TagAddedActivityType'},
    ]);
  });

  it('DIXA-20 may spell times as the reference prints them', async () => {
    const time = '2021-12-01T12:46:36.581Z[GMT]';
    const attributes = {_type: 'ChatAttributes'};
    const message = {id: seeded.firstMessage, conversationId: 7, authorId: seeded.ada, createdAt: time, attributes};
    const data = {endUsers: [ada], conversations: [conversation(7)], messages: [message]};
    const [documented, plain] = [clientWith(data), clientWith(data, {behaviours: {'dixa.dates': 'plain'}})];
    expect(await read(documented, '/v1/conversations/7/messages')).toMatchObject([{createdAt: time}]);
    expect(await read(plain, '/v1/conversations/7/messages')).toMatchObject([{createdAt: '2021-12-01T12:46:36.581Z'}]);
  });

  it('keeps the agents, queues and tokens that it does not name', async () => {
    const client = clientWith({endUsers: [ada], conversations: [conversation(7, {state: 'Open'})]});
    const answer = await client.call('PUT', '/v1/conversations/7/close', {body: {userId: seeded.kim}});
    expect(answer.status).toBe(204);
  });
});

it('the demo token is known in every sandbox, so that naming one is enough', async () => {
  const client = dixaClient();
  const path = `/v1/conversations/${seeded.open}`;
  expect((await client.call('PUT', `${path}/close`, {sandbox: 'blue', authorization: token})).status).toBe(204);
  expect(await read(client, path)).toMatchObject({state: 'Open'});
});
