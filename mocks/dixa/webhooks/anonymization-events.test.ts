/** Anonymization has no event of its own; what it does by force to a conversation has. */
import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {aDay, dixaClient, seeded, sentEvents, sentNames, subscribe, taggedWith} from '../test-support.js';

const open = `/v1/conversations/${seeded.open}`;
const closed = `/v1/conversations/${seeded.closed}`;
const tag = 'b794a74a-625b-4303-8237-9b11668a9605';

describe('DIXA-49 anonymization', () => {
  /** Asks for it and waits until it was carried out. */
  async function anonymize(client: VendorClient, path: string): Promise<void> {
    expect((await client.call('PATCH', path)).status).toBe(202);
    client.advance(aDay);
    await client.call('GET', '/v1/tags');
  }

  it.each([
    ['a conversation', `${closed}/anonymize`],
    ['a message', `${closed}/messages/${seeded.firstMessage}/anonymize`],
    ['an end user', `/v1/endusers/${seeded.noor}/anonymize`],
  ])('of %s has no event', async (_, path) => {
    const client = dixaClient();
    await subscribe(client);
    await anonymize(client, path);
    expect(await sentNames(client)).toEqual([]);
  });

  it.each([
    ['a conversation', `${open}/anonymize?force=true`],
    ['an end user', `/v1/endusers/${seeded.ada}/anonymize?force=true`],
  ])('DIXA-29 of %s by force has the events of the close, at once', async (_, path) => {
    const client = dixaClient();
    await subscribe(client);
    await client.call('PATCH', path);
    const events = await sentEvents(client);
    expect(events.map(({event_fqn: name}) => name)).toEqual(['CONVERSATION_CLOSED', 'CONVERSATION_ABANDONED']);
    expect(events[0]?.data.conversation).toMatchObject({csid: seeded.open, status: 'CLOSED'});
    client.advance(aDay);
    await client.call('GET', open);
    expect(await sentNames(client)).toHaveLength(2);
  });

  it('DIXA-42 leaves a conversation of which later events tell no more than answers do', async () => {
    const client = dixaClient();
    await anonymize(client, `${closed}/anonymize`);
    await subscribe(client);
    await client.call('PUT', `${closed}/tags/${tag}`);
    const [event] = await sentEvents(client);
    expect(event?.data.conversation).toEqual({
      csid: seeded.closed,
      channel: 'EMAIL',
      status: 'CLOSED',
      direction: 'INBOUND',
      queue: null,
      contact_point: null,
      requester: {id: seeded.ada, name: null, email: null, phone: null, roles: ['Enduser'], user_type: 'Contact'},
      assignee: null,
      subject: null,
      tags: await taggedWith(client, closed),
      created_at: '2021-11-30T09:41:43.000Z',
    });
  });
});
