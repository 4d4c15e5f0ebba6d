/** What an anonymization takes out of webhooks: those that left, those on their way, and those that wait. */
import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import type {EventPayload, PersonInEvent} from './payloads.js';
import {
  aDay,
  clientWith,
  conversation,
  dataOf,
  deliveryLog,
  dixaClient,
  endUser,
  message,
  receiver,
  seeded,
  sentEvents,
  slowReceiver,
  subscribe,
} from '../test-support.js';
import type {WebhookDelivery, WebhookSubscription} from './entities.js';

const person = (id: string, name: string, kind: PersonInEvent['user_type'] = 'Contact'): PersonInEvent => ({
  id,
  name: `${name}-name`,
  email: `${name}@example.org`,
  phone: `${name}-phone`,
  roles: [],
  user_type: kind,
});
const nameless = (id: string) => ({...person(id, ''), name: null, email: null, phone: null});
const kim = person(seeded.kim, 'kept-agent', 'Member');

/** A body with everything that any event tells. */
function payload(csid: number, name: string, author: PersonInEvent): EventPayload {
  return {
    event_id: seeded.billing,
    event_fqn: 'CONVERSATION_MESSAGE_ADDED',
    event_version: '1',
    event_timestamp: '2025-01-02T00:00:00.000Z',
    organization: {id: seeded.support, name: 'kept-organization'},
    data: {
      conversation: {
        csid,
        channel: 'EMAIL',
        status: 'OPEN',
        direction: 'INBOUND',
        queue: {id: seeded.support, name: 'kept-queue'},
        contact_point: `${name}-contact-point`,
        requester: person(csid === 1 ? seeded.ada : seeded.noor, name),
        assignee: kim,
        subject: `${name}-subject`,
        tags: [{id: seeded.support, name: 'kept-tag'}],
        created_at: '2025-01-01T00:00:00.000Z',
      },
      message_id: seeded.firstMessage,
      note_id: seeded.support,
      text: `${name}-text`,
      content: {
        text: `${name}-content`,
        content_type: 'Text',
        original_content_url: null,
        processed_content_url: null,
      },
      external_id: `${name}-external`,
      comment: `${name}-comment`,
      score: 5,
      type: 'Csat',
      author,
      created_at: '2025-01-02T00:00:00.000Z',
    },
  };
}

const subscription: WebhookSubscription = {
  id: seeded.support,
  name: 'Receiver',
  url: receiver,
  subscribedEvents: ['ConversationMessageAdded'],
  authorization: {_type: 'NoAuth'},
  customHeaders: {},
  secretKey: 'ab'.repeat(32),
  enabled: true,
  createdAt: '2025-01-01T00:00:00Z',
  createdBy: seeded.admin,
  updatedAt: '2025-01-01T00:00:00Z',
  updatedBy: seeded.admin,
};
const deliveryOf = (id: number, body: EventPayload, echo: string): WebhookDelivery => ({
  id,
  subscriptionId: subscription.id,
  event: 'ConversationMessageAdded',
  payload: body,
  detail: {
    deliveryTimestamp: '2025-01-02T00:00:00.000Z',
    success: true,
    responseCode: 200,
    responseText: `You said ${echo}`,
  },
});

const ada = payload(1, 'canary', person(seeded.ada, 'canary-author'));
const agents = {...ada, data: {...ada.data, author: kim, message_id: seeded.openMessage}};
const noors = payload(2, 'kept', person(seeded.noor, 'kept-author'));
const noor = {...noors, data: {...noors.data, message_id: seeded.otherMessage}};

/** Ada's conversation with a delivery of hers and one of an agent's, and a bystander's. */
function planted(options: Parameters<typeof clientWith>[1] = {}): VendorClient {
  const said = {_type: 'ChatAttributes', isAutomated: false, attachments: [], direction: 'Inbound'} as const;
  return clientWith(
    {
      endUsers: [endUser(seeded.ada), endUser(seeded.noor)],
      conversations: [conversation(1), conversation(2, {requesterId: seeded.noor})],
      messages: [message(seeded.firstMessage, 1, said), message(seeded.openMessage, 1, said)],
      webhookSubscriptions: [subscription],
      webhookDeliveries: [
        deliveryOf(1, ada, 'canary-echo'),
        deliveryOf(2, agents, 'canary-echo'),
        deliveryOf(3, noor, 'kept-echo'),
      ],
    },
    options,
  );
}

async function erase(client: VendorClient, path: string): Promise<void> {
  expect((await client.call('PATCH', `${path}/anonymize`)).status).toBe(202);
  client.advance(aDay);
  await client.call('GET', '/v1/tags');
  await client.settled();
}

/** All canaries that are anywhere in the sandbox. */
async function canaries(client: VendorClient): Promise<string[]> {
  return [...new Set((await client.everything()).match(/canary[\w-]*/g))];
}

/** The bodies in the log, newest first. */
async function bodies(client: VendorClient): Promise<EventPayload[]> {
  const log = await deliveryLog(client, subscription, 'ConversationMessageAdded');
  return log.map((entry) => JSON.parse(entry.payload) as EventPayload);
}

const withoutTexts = {text: null, content: null, external_id: null, comment: null};

describe.each([
  ['DIXA-42 DIXA-43 DIXA-44 an anonymized conversation', '/v1/conversations/1'],
  ['DIXA-45 an anonymized end user', `/v1/endusers/${seeded.ada}`],
])('DIXA-92 %s', (_, path) => {
  it('loses in delivery logs what it loses in answers, and what receivers answered', async () => {
    const client = planted();
    await erase(client, path);
    const left = {
      ...ada.data,
      ...withoutTexts,
      conversation: {...ada.data.conversation, requester: nameless(seeded.ada), subject: null, contact_point: null},
    };
    expect(await bodies(client)).toEqual([
      noor,
      {...ada, data: {...left, author: kim, message_id: seeded.openMessage}},
      {...ada, data: {...left, author: nameless(seeded.ada)}},
    ]);
    const log = await deliveryLog(client, subscription, 'ConversationMessageAdded');
    expect(log.map(({deliveryDetail}) => deliveryDetail.responseText)).toEqual(['You said kept-echo', '', '']);
    expect(await canaries(client)).toEqual([]);
  });

  it('keeps them where the switch says so, and loses them when asked again without it', async () => {
    const client = planted({behaviours: {'dixa.scrub_delivery_logs': false}});
    await erase(client, path);
    expect(await bodies(client)).toEqual([noor, agents, ada]);
    await client.engine.sandboxes.changeBehaviours('default', {'dixa.scrub_delivery_logs': true});
    await erase(client, path);
    expect(await canaries(client)).toEqual([]);
  });

  it('loses the names of agents who were made end users since then, as the activity log does', async () => {
    const sam = person(seeded.sam, 'canary-agent', 'Member');
    const {conversation: told, ...rest} = noor.data;
    const data = {...rest, conversation: {...told, csid: 1, assignee: sam}, author: sam, pendingByUser: sam};
    const event = deliveryOf(1, {...noor, data}, '');
    const client = clientWith({
      endUsers: [endUser(seeded.ada)],
      conversations: [conversation(1)],
      webhookSubscriptions: [subscription],
      webhookDeliveries: [event],
    });
    expect((await client.call('DELETE', `/v1/agents/${seeded.sam}`)).status).toBe(204);
    await erase(client, path);
    expect(await canaries(client)).toEqual([]);
  });
});

it('DIXA-92 DIXA-45 leaves nothing of what all events told of an end user', async () => {
  const client = dixaClient({outgoing: {send: async ({body}) => ({status: 200, body})}});
  const everything = await subscribe(client);
  const call = async (method: string, path: string, body: object) => {
    const answer = await client.call(method, path, {body});
    expect(answer.status, `${method} ${path}`).toBeLessThan(300);
    return answer;
  };
  const person = {displayName: 'canary-name', email: 'canary@customer.example', phoneNumber: 'canary-phone'};
  const requesterId = String(dataOf(await call('POST', '/v1/endusers', person)).id);
  const content = {_type: 'Text', value: 'canary-text'};
  const opening = {
    _type: 'Email',
    requesterId,
    emailIntegrationId: 'support@email.dixa.io',
    subject: 'canary-subject',
    message: {_type: 'Inbound', content, externalId: 'canary-id'},
  };
  const path = `/v1/conversations/${String(dataOf(await call('POST', '/v1/conversations', opening)).id)}`;
  await call('POST', `${path}/messages`, {_type: 'Outbound', content, agentId: seeded.kim});
  await call('POST', `${path}/notes`, {message: 'canary-note'});
  const offer = await call('POST', `${path}/ratings/offer`, {ratingType: 'Csat', agentId: seeded.kim});
  const ratingResult = {_type: 'Csat', value: 1};
  await call('POST', `${path}/ratings/${String(dataOf(offer).id)}/submit`, {ratingResult, comment: 'canary-comment'});
  await call('PUT', `${path}/close`, {});
  await client.settled();
  expect(
    JSON.stringify(client.sent).match(/canary-(name|phone|text|subject|id|note|comment)/g)?.length,
  ).toBeGreaterThan(20);

  await erase(client, `/v1/endusers/${requesterId}`);

  expect(await canaries(client)).toEqual([]);
  expect(await deliveryLog(client, everything, 'ConversationMessageAdded')).toHaveLength(2);
});

describe('DIXA-92 DIXA-46 an anonymized message', () => {
  const path = `/v1/conversations/1/messages/${seeded.firstMessage}`;

  it('is the only thing that delivery logs lose', async () => {
    const client = planted();
    await erase(client, path);
    expect(await bodies(client)).toEqual([
      noor,
      agents,
      {...ada, data: {...ada.data, ...withoutTexts, author: nameless(seeded.ada)}},
    ]);
    const log = await deliveryLog(client, subscription, 'ConversationMessageAdded');
    expect(log.map(({deliveryDetail}) => deliveryDetail.responseText)).toEqual([
      'You said kept-echo',
      'You said canary-echo',
      '',
    ]);
  });

  it('stays in them where the switch says so, until it is asked for again without it', async () => {
    const client = planted({behaviours: {'dixa.scrub_delivery_logs': false}});
    await erase(client, path);
    expect(await bodies(client)).toEqual([noor, agents, ada]);
    await client.engine.sandboxes.changeBehaviours('default', {'dixa.scrub_delivery_logs': true});
    await erase(client, path);
    expect((await bodies(client)).at(-1)?.data).toMatchObject(withoutTexts);
  });
});

/** Lets what was answered be written down. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

describe('DIXA-92 a webhook that has not arrived', () => {
  const inbound = (value: string) => ({body: {_type: 'Inbound', content: {_type: 'Text', value}}});
  const events = ['ConversationMessageAdded'];

  it('does not come back with an answer that arrives after the anonymization', async () => {
    const {outgoing, answer, received} = slowReceiver();
    const client = clientWith({conversations: [conversation(1)], endUsers: [endUser(seeded.ada)]}, {outgoing});
    const slow = await subscribe(client, {events});
    await client.call('POST', '/v1/conversations/1/messages', inbound('canary-text'));
    await turns();
    expect(received).toHaveLength(1);
    await client.call('PATCH', '/v1/conversations/1/anonymize');
    client.advance(aDay);
    await client.call('GET', '/v1/tags');

    answer();
    const [entry, ...others] = await deliveryLog(client, slow, 'ConversationMessageAdded');
    expect(others).toEqual([]);
    expect(entry?.deliveryDetail).toMatchObject({success: true, responseCode: 200, responseText: ''});
    expect(await canaries(client)).toEqual([]);
  });

  it('leaves without what was erased while it waited for its turn', async () => {
    const {outgoing, answer, received} = slowReceiver();
    const client = clientWith({conversations: [conversation(1)], endUsers: [endUser(seeded.ada)]}, {outgoing});
    await subscribe(client, {events});
    await client.call('POST', '/v1/conversations/1/messages', inbound('first'));
    const {messageId} = dataOf(await client.call('POST', '/v1/conversations/1/messages', inbound('canary-text')));
    await client.call('PATCH', '/v1/conversations/1/anonymize');
    client.advance(aDay);
    await client.call('GET', '/v1/tags');
    expect(received).toHaveLength(1);

    answer();
    await turns();
    answer();
    const left = (await sentEvents(client)).at(-1)?.data;
    expect(left).toMatchObject({message_id: messageId, text: null, content: null});
    expect(received[1]?.body.match(/canary/g)).toBeNull();
  });
});
