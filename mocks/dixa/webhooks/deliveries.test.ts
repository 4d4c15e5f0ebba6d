/** How webhooks leave, and what is kept of how that went. */
import {createHmac} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {
  deliveryLog,
  dixaClient,
  read,
  receiver,
  seeded,
  sentEvents,
  sentNames,
  slowReceiver,
  subscribe,
} from '../test-support.js';
import {signature} from './signature.js';

const open = `/v1/conversations/${seeded.open}`;
const messages = `${open}/messages`;
const claim = {body: {agentId: seeded.kim}};
const events = ['ConversationAssigned', 'ConversationClosed'];

/** A client whose receiver answers so. */
function answering(answer: {status: number; body: string} | {failure: string}): VendorClient {
  return dixaClient({outgoing: {send: async () => answer}});
}

describe('DIXA-90 a delivery', () => {
  it('is signed over its time and its body exactly as it is sent', async () => {
    const client = dixaClient();
    const {secretKey} = await subscribe(client, {events});
    const content = {_type: 'Text', value: 'péché "quoted" \u2028 💥'};
    await subscribe(client, {events: ['ConversationMessageAdded'], url: 'https://other.example.org'});
    client.advance(1234);
    await client.call('PUT', `${open}/claim`, claim);
    await client.call('POST', messages, {body: {_type: 'Inbound', content}});
    await client.settled();

    const [sent, other] = client.sent;
    const [time, signed] = [String(Date.parse('2026-01-05T09:00:01.234Z')), sent?.headers['X-DIXA-SIGNATURE']];
    const hmac = createHmac('sha256', Buffer.from(secretKey, 'hex')).update(`${time}.${String(sent?.body)}`);
    expect(signed).toBe(`t=${time},v1=${hmac.digest('hex')}`);
    expect(other?.url).toBe('https://other.example.org');
    expect(other?.body).toContain('péché \\"quoted\\"');
    expect(other?.headers['X-DIXA-SIGNATURE']).not.toBe(signed);
  });

  it('carries the three headers, those of the subscription, and no others', async () => {
    const client = dixaClient();
    const {id} = await subscribe(client, {
      events,
      authorization: {_type: 'BasicAuth', username: 'sam', password: 'secret'},
      customHeaders: {'X-One': 'one'},
    });
    await client.call('PUT', `${open}/claim`, claim);
    await client.settled();
    expect(client.sent).toEqual([
      {
        url: receiver,
        headers: {
          'X-One': 'one',
          Authorization: 'Basic c2FtOnNlY3JldA==',
          'Content-Type': 'application/json',
          'X-DIXA-SIGNATURE': expect.stringMatching(/^t=\d{13},v1=[0-9a-f]{64}$/) as string,
          'X-DIXA-SUBSCRIPTION-ID': id,
        },
        body: expect.any(String) as string,
        timeout: 10_000,
      },
    ]);
  });

  it("keeps Dixa's own headers whatever a subscription says", async () => {
    const client = dixaClient();
    const customHeaders = {'content-type': 'text/plain', 'x-dixa-signature': 'forged', 'X-Dixa-Subscription-Id': 'x'};
    const {id} = await subscribe(client, {events, customHeaders});
    await client.call('PUT', `${open}/claim`, claim);
    await client.settled();
    expect(client.sent[0]?.headers).toEqual({
      'Content-Type': 'application/json',
      'X-DIXA-SIGNATURE': expect.stringMatching(/^t=/) as string,
      'X-DIXA-SUBSCRIPTION-ID': id,
    });
  });

  it('can be checked by a receiver', async () => {
    const client = dixaClient();
    const {secretKey} = await subscribe(client, {events});
    await client.call('PUT', `${open}/claim`, claim);
    await client.settled();
    const {body = '', headers} = client.sent[0] ?? {};
    const text = headers?.['X-DIXA-SIGNATURE'] ?? '';
    expect(signature.header).toBe('x-dixa-signature');
    expect(signature.fault(text, body, secretKey)).toBeUndefined();
    const fault = 'The signature is of another body, another time or another secret key.';
    expect(signature.fault(text, `${body} `, secretKey)).toBe(fault);
    expect(signature.fault(text.replace('t=1', 't=2'), body, secretKey)).toBe(fault);
    expect(signature.fault(text, body, '0'.repeat(64))).toBe(fault);
    expect(signature.fault(text.replace('v1=', 'v0='), body, secretKey)).toContain('does not have the form');
    expect(signature.fault(text, body, 'secret')).toContain('secret key');
  });
});

describe('DIXA-92 the result of a delivery', () => {
  it.each([
    [
      {status: 200, body: 'OK'},
      {success: true, responseCode: 200, responseText: 'OK'},
    ],
    [
      {status: 204, body: ''},
      {success: true, responseCode: 204, responseText: ''},
    ],
    [
      {status: 302, body: 'Moved'},
      {success: false, responseCode: 302, responseText: 'Moved'},
    ],
    [
      {status: 500, body: 'x'.repeat(5000)},
      {success: false, responseCode: 500, responseText: 'x'.repeat(1000)},
    ],
    [{failure: 'No answer within 10 s.'}, {success: false, responseCode: 0, responseText: 'No answer within 10 s.'}],
  ])('is kept (%j), and nothing is sent again', async (answer, detail) => {
    const client = answering(answer);
    const subscription = await subscribe(client, {events});
    await client.call('PUT', `${open}/claim`, claim);
    const deliveryDetail = {deliveryTimestamp: '2026-01-05T09:00:00.000Z', ...detail};
    expect(await deliveryLog(client, subscription, 'ConversationAssigned')).toEqual([
      {deliveryDetail, payload: client.sent[0]?.body},
    ]);
    expect(await read(client, `/v1/webhooks/${subscription.id}/delivery-status`)).toEqual([
      {event: 'ConversationAssigned', deliveryStatus: {_type: 'DeliveryDetail', ...deliveryDetail}},
      {event: 'ConversationClosed', deliveryStatus: {_type: 'NoRecentDelivery'}},
    ]);
    client.advance(86_400_000);
    await client.call('GET', open);
    expect(await sentNames(client)).toHaveLength(1);
  });

  it('is kept for the latest hundred of each event, newest first', async () => {
    const client = dixaClient();
    const subscription = await subscribe(client, {events});
    await client.call('PUT', `${open}/close`);
    for (let count = 0; count < 105; count += 1) {
      client.advance(1000);
      await client.call('PUT', `${open}/claim`, claim);
      await client.settled();
    }
    const log = await deliveryLog(client, subscription, 'ConversationAssigned');
    const sent = client.sent.map(({body}) => body).filter((body) => body.includes('CONVERSATION_ASSIGNED'));
    expect(sent).toHaveLength(105);
    expect(log.map(({payload}) => payload)).toEqual(sent.slice(5).reverse());
    expect(await deliveryLog(client, subscription, 'ConversationClosed')).toHaveLength(1);
    const status = await read<object[]>(client, `/v1/webhooks/${subscription.id}/delivery-status`);
    expect(status[0]).toMatchObject({deliveryStatus: {deliveryTimestamp: '2026-01-05T09:01:45.000Z'}});
  });

  it('does not hold back a burst of more events than the log keeps', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const client = dixaClient({outgoing: {send: () => held.then(() => ({status: 200, body: ''}))}});
    await subscribe(client, {events});
    for (let count = 0; count < 105; count += 1) await client.call('PUT', `${open}/claim`, claim);
    release();
    expect(await sentEvents(client)).toHaveLength(105);
  });

  it.each([
    ['deleted', 'DELETE', undefined],
    ['switched off', 'PATCH', {enabled: false}],
  ])('is none where the subscription was %s while it waited for its turn', async (_, method, body) => {
    const {outgoing, answer, received} = slowReceiver();
    const client = dixaClient({outgoing});
    const {id} = await subscribe(client, {events});
    await client.call('PUT', `${open}/claim`, claim);
    await client.call('PUT', `${open}/close`);
    expect((await client.call(method, `/v1/webhooks/${id}`, body && {body})).status).toBeLessThan(300);
    answer();
    await client.settled();
    expect(received).toHaveLength(1);
    expect(await client.everything()).not.toMatch(/"event":"ConversationClosed"/);
  });

  it('is nothing for an event that the subscription does not name', async () => {
    const client = dixaClient();
    expect(await deliveryLog(client, await subscribe(client, {events}), 'TypingStarted')).toEqual([]);
  });

  it('goes with its subscription', async () => {
    const client = dixaClient();
    const {id} = await subscribe(client, {events});
    await client.call('PUT', `${open}/claim`, claim);
    await client.settled();
    await client.call('DELETE', `/v1/webhooks/${id}`);
    expect(await client.everything()).not.toContain('CONVERSATION_ASSIGNED');
  });

  it('waits as long as the switch says', async () => {
    const client = dixaClient({behaviours: {'dixa.webhook_timeout': 'PT3S'}});
    await subscribe(client, {events});
    await client.call('PUT', `${open}/claim`, claim);
    await client.settled();
    expect(client.sent[0]?.timeout).toBe(3000);
  });
});
