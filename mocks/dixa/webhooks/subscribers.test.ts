/** Who hears of an event: who named it, is switched on, and whose filters it meets. */
import {describe, expect, it} from 'vitest';
import {dixaClient, read, seeded, sentEvents, sentNames, stateOf, subscribe} from '../test-support.js';

const open = `/v1/conversations/${seeded.open}`;
const inbound = {_type: 'Inbound', content: {_type: 'Text', value: 'Hello'}};
const chat = {_type: 'Chat', requesterId: seeded.noor, widgetId: seeded.widget};

describe('DIXA-91 subscribers', () => {
  it('hear of the events that they named and of no others', async () => {
    const client = dixaClient();
    await subscribe(client, {events: ['ConversationClosed']});
    await subscribe(client, {events: []});
    await client.call('PUT', `${open}/claim`, {body: {agentId: seeded.kim}});
    await client.call('PUT', `${open}/close`);
    expect(await sentNames(client)).toEqual(['CONVERSATION_CLOSED']);
  });

  it('hear nothing while they are switched off', async () => {
    const client = dixaClient();
    const {id} = await subscribe(client, {enabled: false});
    await client.call('PUT', `${open}/close`);
    await client.call('PATCH', `/v1/webhooks/${id}`, {body: {enabled: true}});
    await client.call('PUT', `${open}/reopen`);
    expect(await sentNames(client)).toEqual(['CONVERSATION_OPEN', 'CONVERSATION_ENQUEUED']);
  });

  it('all hear of the same event, each once', async () => {
    const client = dixaClient();
    const both = [await subscribe(client), await subscribe(client)];
    await client.call('PUT', `${open}/claim`, {body: {agentId: seeded.kim}});
    const events = await sentEvents(client);
    expect(new Set(events.map(({event_id: id}) => id)).size).toBe(1);
    expect(client.sent.map(({headers}) => headers['X-DIXA-SUBSCRIPTION-ID']).sort()).toEqual(
      both.map(({id}) => id).sort(),
    );
  });

  const is = (field: string, ...values: string[]) => ({_type: 'IsOneOf', field, values});
  const isNot = (field: string, ...values: string[]) => ({_type: 'IsNotOneOf', field, values});
  const channel = is('InitialChannel', 'email', 'widget_chat');
  it.each([
    ['All', [channel], true],
    ['All', [is('InitialChannel', 'WidgetChat', 'WIDGET_CHAT')], false],
    ['All', [isNot('InitialChannel', 'widget_chat')], false],
    ['All', [is('QueueId', seeded.billing, seeded.support)], true],
    ['All', [is('QueueId', seeded.billing)], false],
    ['All', [isNot('QueueId', seeded.billing)], true],
    ['All', [is('OperationOrigin', 'ApiImport')], false],
    ['All', [isNot('OperationOrigin', 'ApiImport')], true],
    ['All', [channel, is('QueueId', seeded.billing)], false],
    ['Any', [channel, is('QueueId', seeded.billing)], true],
    ['Any', [is('QueueId', seeded.billing), is('OperationOrigin', 'ApiImport')], false],
  ])('DIXA-89 hear what meets %s of %j: %s', async (strategy, conditions, isHeard) => {
    const client = dixaClient();
    const filters = {Conversation: {_type: 'CombinedFilters', strategy, conditions}};
    await subscribe(client, {events: ['ConversationClosed'], filters});
    await client.call('PUT', `${open}/close`);
    expect(await sentNames(client)).toEqual(isHeard ? ['CONVERSATION_CLOSED'] : []);
  });

  it('DIXA-89 can leave out what is imported', async () => {
    const client = dixaClient();
    for (const condition of [isNot('OperationOrigin', 'ApiImport'), is('OperationOrigin', 'ApiImport')]) {
      const filters = {Conversation: {_type: 'CombinedFilters', strategy: 'All', conditions: [condition]}};
      await subscribe(client, {name: condition._type, events: ['ConversationCreated'], filters});
    }
    const body = {
      _type: 'GenericConversationImport',
      genericChannelName: 'genericapimessaging',
      requesterId: seeded.noor,
      direction: 'Inbound',
      createdAt: '2025-01-01T00:00:00Z',
    };
    expect((await client.call('POST', '/v1/conversations/import', {body})).status).toBe(201);
    await client.call('POST', '/v1/conversations', {body: {...chat, message: inbound}});
    const subscriptions = await read<{id: string; name: string}[]>(client, '/v1/webhooks');
    await client.settled();
    const heard = client.sent.map(
      ({headers}) => subscriptions.find(({id}) => id === headers['X-DIXA-SUBSCRIPTION-ID'])?.name,
    );
    expect(heard).toEqual(['IsOneOf', 'IsNotOneOf']);
  });

  it('DIXA-89 are not held back by filters for other families', async () => {
    const client = dixaClient();
    const filters = {Agent: {_type: 'CombinedFilters', strategy: 'All', conditions: [is('QueueId', seeded.billing)]}};
    await subscribe(client, {events: ['ConversationClosed'], filters});
    await client.call('PUT', `${open}/close`);
    expect(await sentNames(client)).toEqual(['CONVERSATION_CLOSED']);
  });

  it('cost nothing where there are none', async () => {
    const client = dixaClient();
    await client.call('PUT', `${open}/close`);
    expect(await stateOf(client)).not.toContain('webhookDeliveries');
  });
});
