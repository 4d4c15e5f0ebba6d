import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../test/support/vendor-client.js';
import {dixa} from './index.js';
import {
  conversation,
  dataOf,
  deliveryLog,
  dixaClient,
  endUser,
  read,
  seeded,
  stateOf,
  token,
  unauthorized,
} from './test-support.js';
import {emittedEvents} from './webhooks/entities.js';

const told = `/v1/conversations/${seeded.closed}`;
const other = `/v1/conversations/${seeded.other}`;
const within = (scenario: NonNullable<NonNullable<Parameters<typeof dixaClient>[0]>['scenario']>, options = {}) =>
  dixaClient({scenario, ...options});

describe('already-redacted', () => {
  it('DIXA-42 the conversation was anonymized, as the operation itself leaves it', async () => {
    const client = within('already-redacted');
    expect(await read(client, told)).toMatchObject({_type: 'AnonymizedConversation', state: 'Closed'});
    expect(await read<object[]>(client, `${told}/messages`)).toMatchObject([{attributes: {attachments: []}}, {}]);

    const asked = dixaClient();
    await asked.call('PATCH', `${told}/anonymize`);
    asked.advance(1000);
    await read(asked, told);
    expect(contents(await stateOf(client))).toEqual(contents(await stateOf(asked)));
  });

  it('DIXA-48 asked for once more, it is accepted and changes nothing', async () => {
    const client = within('already-redacted');
    const before = await read(client, told);
    expect((await client.call('PATCH', `${told}/anonymize`)).status).toBe(202);
    client.advance(60_000);
    expect(await read(client, told)).toEqual(before);
  });

  it('leaves everybody else alone', async () => {
    expect(await read(within('already-redacted'), other)).toEqual(await read(dixaClient(), other));
  });

  it('takes the first conversation of a seed without that one, and has no webhook leave for it', async () => {
    const subscription = {
      id: 'cb452b81-6748-40ab-af85-6559b371bc5d',
      name: 'Receiver',
      url: 'https://hooks.example.org/dixa',
      subscribedEvents: emittedEvents,
      authorization: {_type: 'NoAuth'},
      secretKey: '4a4b988c468d785965b780684bde5546c52aae658d76b4e33fb69c526ea4bdbc',
      enabled: true,
      createdAt: '2023-08-01T09:30:15Z',
      createdBy: seeded.admin,
      updatedAt: '2023-08-02T15:09:30Z',
      updatedBy: seeded.admin,
    };
    const seeds = {
      dixa: {
        endUsers: [endUser(seeded.ada)],
        conversations: [conversation(8, {createdAt: '2025-02-01T00:00:00Z'}), conversation(7, {state: 'Open'})],
        webhookSubscriptions: [subscription],
      },
    };
    const client = within('already-redacted', {seeds});
    expect(await read(client, '/v1/conversations/7')).toMatchObject({_type: 'AnonymizedConversation'});
    expect(await read(client, '/v1/conversations/8')).toMatchObject({_type: 'MessengerConversation'});
    const [delivery] = await deliveryLog(client, subscription, 'ConversationClosed');
    expect(delivery).toMatchObject({deliveryDetail: {success: false, responseCode: 0}});
    expect(client.sent).toEqual([]);
  });

  it('has nothing to do where a seed holds no conversation', async () => {
    const client = within('already-redacted', {seeds: {dixa: {endUsers: [endUser(seeded.ada)]}}});
    expect((await client.call('GET', told)).status).toBe(404);
  });
});

describe('open-conversation', () => {
  it('DIXA-28 without force it is a conflict, and nothing changes', async () => {
    const client = within('open-conversation');
    expect(await read(client, told)).toMatchObject({state: 'Open'});
    const before = await stateOf(client);
    expect(await client.call('PATCH', `${told}/anonymize`)).toMatchObject({
      status: 409,
      body: {message: 'The conversation is not closed'},
    });
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-29 with force it is closed and anonymized', async () => {
    const client = within('open-conversation');
    expect((await client.call('PATCH', `${told}/anonymize?force=true`)).status).toBe(202);
    client.advance(60_000);
    expect(await read(client, told)).toMatchObject({_type: 'AnonymizedConversation', state: 'Closed'});
  });

  it('DIXA-59 was opened as by the operation: back in its queue, and the log tells', async () => {
    const client = within('open-conversation');
    expect(await read(client, told)).toMatchObject({queue: {id: seeded.support, queuedAt: '2026-01-05T09:00:00Z'}});
    const log = await read<object[]>(client, `${told}/activitylog`);
    expect(log).toContainEqual(expect.objectContaining({_type: 'ConversationReopened'}));
  });
});

it('slow-anonymization: DIXA-38, DIXA-39 what was accepted is there as before for six hours', async () => {
  const client = within('slow-anonymization');
  const before = await read(client, told);
  const {id} = dataOf<{id: string}>(await client.call('PATCH', `${told}/anonymize`));
  client.advance(6 * 3_600_000 - 1);
  expect(await read(client, told)).toEqual(before);
  expect(await read(client, `/v1/anonymization/request/${id}`)).not.toHaveProperty('processedAt');
  client.advance(1);
  expect(await read(client, told)).toMatchObject({_type: 'AnonymizedConversation'});
});

it('rate-limited: DIXA-16 the second call at once is one too many, and a second later it is not', async () => {
  const client = within('rate-limited');
  expect((await client.call('GET', told)).status).toBe(200);
  expect(await client.call('GET', told)).toMatchObject({status: 429, body: {message: 'Too Many Requests'}});
  client.advance(1000);
  expect((await client.call('GET', told)).status).toBe(200);
});

it('flaky: every third call fails before the work, every fifth after it', async () => {
  const client = within('flaky');
  const close = async () => (await client.call('PUT', `/v1/conversations/${seeded.open}/close`)).status;
  const state = async () => (await read<{state: string}>(client, `/v1/conversations/${seeded.open}`)).state;
  expect(await state()).toBe('Open');
  expect(await state()).toBe('Open');
  expect(await close()).toBe(500);
  expect(await state()).toBe('Open');
  expect(await close()).toBe(500);
  const {partition} = await client.engine.sandbox('default');
  expect(await partition.get('dixa.conversations', String(seeded.open))).toMatchObject({state: 'Closed'});
  expect((await client.journal()).map(({fault}) => fault)).toEqual([undefined, undefined, '500', undefined, '500']);
});

describe('revoked-key', () => {
  it('DIXA-2 the demo token and the sandbox’s own are unknown, others are not', async () => {
    const client = within('revoked-key');
    const own = dixa.issue('blue').env.DIXA_API_KEY as string;
    for (const [sandbox, authorization] of [
      ['default', token],
      ['blue', token],
      ['blue', own],
    ] as const) {
      expect(await client.call('GET', told, {sandbox, authorization})).toMatchObject({status: 401, body: unauthorized});
    }
    expect((await client.call('GET', told, {authorization: 'dixa-demo-without-rights'})).status).toBe(200);
  });

  it('DIXA-2 is in force where every credential counts as well', async () => {
    expect((await within('revoked-key', {auth: 'any'}).call('GET', told)).status).toBe(401);
  });
});

it('partial-scope: DIXA-5 the user behind the token lacks rights on some operations', async () => {
  const client = within('partial-scope');
  const {id} = dataOf<{id: string}>(await client.call('PATCH', `${told}/anonymize`));
  for (const path of [`/v1/anonymization/request/${id}`, '/v1/search/conversations?query=parcel']) {
    expect(await client.call('GET', path)).toMatchObject({
      status: 401,
      body: {message: 'User is unauthorized to perform an underlying operation'},
    });
  }
});

it('legacy-docs: DIXA-20 times are spelled plain', async () => {
  const {initiatedAt} = dataOf<{initiatedAt: string}>(await within('legacy-docs').call('PATCH', `${told}/anonymize`));
  expect(initiatedAt).toBe('2026-01-05T09:00:00.000Z');
  expect(dataOf(await dixaClient().call('PATCH', `${told}/anonymize`))).toMatchObject({
    initiatedAt: '2026-01-05T09:00:00.000Z[GMT]',
  });
});

it('each scenario leaves nothing behind', async () => {
  const client: VendorClient = dixaClient();
  const fresh = await stateOf(client);
  for (const name of Object.keys(dixa.scenarios) as (keyof typeof dixa.scenarios)[]) {
    await client.engine.sandboxes.changeScenario('default', name);
    await client.call('PATCH', `${told}/anonymize`);
    await client.engine.sandboxes.changeScenario('default', 'happy-path');
    expect(await stateOf(client), name).toBe(fresh);
    expect((await client.call('GET', told)).status, name).toBe(200);
    await client.engine.sandboxes.reset('default');
  }
});

/** What is stored of Dixa's, but for instants: those differ by the time that an anonymization takes. */
function contents(state: string): unknown {
  const changes = JSON.parse(state.replace(/2026-01-05T09:00:0\d(\.\d+)?Z/g, 'T')) as {collection: string}[];
  return changes.filter(({collection}) => collection.startsWith('dixa.'));
}
