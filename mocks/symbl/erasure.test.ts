/** What deleting a conversation removes, and what it leaves. Every text that must go is a canary. */
import {describe, expect, it} from 'vitest';
import type {components} from '../../specs/symbl/generated/index.js';
import type {VendorClient} from '../../test/support/vendor-client.js';
import {
  configure,
  getMessages,
  notFound,
  otherApp,
  poll,
  process,
  said,
  seeded,
  signedIn,
  submit,
  tokenOf,
} from './test-support.js';

const gone = {message: 'The conversationId is either invalid or does not exist.'};
const deleted = {message: 'successfully deleted the conversation'};

/** A conversation that has a canary in everything a caller can put into one. */
async function withCanaries(client: VendorClient): Promise<string> {
  const from = {userId: 'canary-author@example.com', name: 'canary Author'};
  const id = await process(
    client,
    [
      said('I am canary Tony Stark, please call me at +1 202 555 0143 tomorrow, canary.', {from}),
      said('Is the canary-thing done?', {from: {name: 'canary Nobody'}}),
    ],
    {
      name: 'canary-name',
      conversationType: 'canary-type',
      metadata: {'canary-label': 'canary-value'},
      entities: [{customType: 'canary-kind', value: 'canary-thing', text: 'canary-thing'}],
      trackers: [{name: 'canary-tracker', vocabulary: ['canary-thing']}],
      detectPhrases: true,
      enableSummary: true,
    },
  );
  const {body} = await client.call('GET', `/v1/conversations/${id}/members`);
  const [member] = (body as components['schemas']['Members']).members;
  await client.call('PUT', `/v1/conversations/${id}/members/${member?.id}`, {
    body: {id: member?.id, name: 'canary Renamed', email: 'canary-renamed@example.com'},
  });
  const user = {id: 'canary-user', name: 'canary Speaker', email: 'canary-speaker@example.com'};
  const speakerEvents = [{type: 'started_speaking', user, offset: {seconds: 0}}];
  await client.call('PUT', `/v1/conversations/${id}/speakers`, {body: {speakerEvents}});
  await client.call('PUT', `/v1/conversations/${id}`, {body: {metadata: {'canary-new': 'canary-newer'}}});
  return id;
}

/** Reads everything there is to read of a conversation. */
function reads(client: VendorClient, id: string) {
  const paths = client.vendor.operationList
    .filter(({method, path}) => method === 'GET' && path.startsWith('/v1/conversations/{conversationId}'))
    .map(({path}) => path.replace('{conversationId}', id));
  expect(paths.length).toBeGreaterThan(5);
  return Promise.all(paths.map((path) => client.call('GET', path)));
}

/** State, audit trail and journal, in one text; asked whether it has something, since it is too long to print. */
async function holds(client: VendorClient, text: string): Promise<boolean> {
  return (await client.everything()).includes(text);
}

describe('deleting a conversation', () => {
  it('SYMBL-81 removes everything that was ever said, by whom, and what it was called', async () => {
    const client = await signedIn();
    const id = await withCanaries(client);
    for (const answer of await reads(client, id)) expect(answer.status).toBe(200);
    await getMessages(client, id, 'redact=true&verbose=true');
    expect(await holds(client, 'canary')).toBe(true);

    const answer = await client.call('DELETE', `/v1/conversations/${id}`);
    expect(answer).toMatchObject({status: 200, body: deleted});
    expect(await holds(client, 'canary')).toBe(false);
    expect(await holds(client, '202 555 0143')).toBe(true);
    expect((await client.engine.sandboxes.audit('default')).at(-1)).toMatchObject({
      action: 'delete',
      type: 'conversation',
      item: id,
      actor: 'account-demo',
      count: 2,
    });
  });

  it('SYMBL-30 SYMBL-81 makes every read of it a 404, and deleting it once more one with a text of its own', async () => {
    const client = await signedIn();
    await client.call('DELETE', `/v1/conversations/${seeded.ada}`);
    for (const answer of await reads(client, seeded.ada)) expect(answer).toMatchObject({status: 404, body: notFound});
    for (let i = 0; i < 2; i++) {
      expect(await client.call('DELETE', `/v1/conversations/${seeded.ada}`)).toMatchObject({status: 404, body: gone});
    }
  });

  it('SYMBL-81 leaves nothing to add to or to change', async () => {
    const client = await signedIn();
    const {body} = await client.call('GET', `/v1/conversations/${seeded.ada}/members`);
    const [member] = (body as components['schemas']['Members']).members;
    await client.call('DELETE', `/v1/conversations/${seeded.ada}`);
    const path = `/v1/conversations/${seeded.ada}`;
    const calls: readonly (readonly [string, unknown])[] = [
      [`/v1/process/text/${seeded.ada}`, {messages: [said('Hello.')]}],
      [path, {metadata: {}}],
      [`${path}/members/${member?.id}`, {id: member?.id, name: 'x'}],
      [`${path}/speakers`, {speakerEvents: []}],
    ];
    for (const [to, wanted] of calls) expect((await client.call('PUT', to, {body: wanted})).status, to).toBe(404);
  });

  it('SYMBL-81 stops the work that is still to be done for it', async () => {
    const client = await signedIn();
    const webhookUrl = 'https://hooks.example.com/canary';
    const first = await submit(client, [said('canary one')], {webhookUrl});
    const second = await submit(client, [said('canary two')], {to: first.conversationId});
    expect(await poll(client, first.jobId)).toBe('in_progress');
    await client.call('DELETE', `/v1/conversations/${first.conversationId}`);
    expect(await holds(client, 'canary')).toBe(false);
    client.advance(60_000);
    for (const {jobId} of [first, second]) expect((await client.call('GET', `/v1/job/${jobId}`)).status).toBe(404);
    expect((await getMessages(client, first.conversationId)).status).toBe(404);
    expect(await holds(client, 'canary')).toBe(false);
  });

  it('SYMBL-81 leaves all other conversations as they are, and the account’s settings', async () => {
    const client = await signedIn();
    await configure(client, {type: 'custom', custom: {SSN: 'Number'}});
    const others = [seeded.noor, seeded.page, seeded.others];
    const read = () => Promise.all(others.map(async (id) => (await reads(client, id)).map(({text}) => text)));
    const before = await read();
    await client.call('DELETE', `/v1/conversations/${seeded.ada}`);
    expect(await read()).toEqual(before);
    expect((await client.call('GET', '/v1/manage/settings')).text).toContain('Number');
    expect(await holds(client, 'Ada Example')).toBe(false);
    expect(await holds(client, 'Noor Sample')).toBe(true);
  });

  it('SYMBL-13 SYMBL-81 is for the account’s own: another’s looks as if it were not there, and stays', async () => {
    const client = await signedIn();
    for (const id of [seeded.foreign, '1111111111111111', 'nonsense']) {
      expect(await client.call('DELETE', `/v1/conversations/${id}`)).toMatchObject({status: 404, body: gone});
    }
    client.authorization = `Bearer ${await tokenOf(client, otherApp)}`;
    expect((await getMessages(client, seeded.foreign)).status).toBe(200);
  });

  it('SYMBL-53 is the only thing that erases: a redacted read does not', async () => {
    const client = await signedIn();
    await getMessages(client, seeded.ada, 'redact=true');
    expect(await holds(client, '+1 202 555 0143')).toBe(true);
    await client.call('DELETE', `/v1/conversations/${seeded.ada}`);
    expect(await holds(client, '+1 202 555 0143')).toBe(false);
  });
});
