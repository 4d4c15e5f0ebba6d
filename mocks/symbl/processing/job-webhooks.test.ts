import {describe, expect, it} from 'vitest';
import type {components} from '../../../specs/symbl/generated/index.js';
import type {Outgoing, OutgoingResult} from '../../../src/engine/index.js';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {badRequest, poll, said, seeded, signedIn, submit} from '../test-support.js';

const webhookUrl = 'https://hooks.example.com/symbl?for=jobs';
const aSecond = 1000;

/** What was posted so far, in order. */
async function told(client: VendorClient): Promise<unknown[]> {
  await client.settled();
  return client.sent.map(({body}) => JSON.parse(body) as unknown);
}

/** Lets the clock run, and what is due happen: in a test nobody but a caller wakes the stand-in. */
async function wait(client: VendorClient, milliseconds: number): Promise<void> {
  client.advance(milliseconds);
  await client.call('GET', '/v1/manage/settings');
}

describe('a job’s webhook', () => {
  it('SYMBL-24 is told of each status, in order, as the docs print it', async () => {
    const client = await signedIn();
    const {jobId} = await submit(client, [said('Hello.')], {webhookUrl});
    const posted = [await told(client)];
    for (let i = 0; i < 3; i++) {
      await wait(client, aSecond);
      posted.push(await told(client));
    }
    const all = ['scheduled', 'in_progress', 'completed'].map((status) => ({jobId, status}));
    expect(posted).toEqual([all.slice(0, 1), all.slice(0, 2), all, all]);
    for (const {url, headers} of client.sent) {
      expect(url).toBe(webhookUrl);
      expect(headers).toEqual({'Content-Type': 'application/json'});
    }
  });

  it('SYMBL-24 is told in order when the clock makes a leap, and when somebody polls', async () => {
    const statuses = async (client: VendorClient) =>
      ((await told(client)) as {status: string}[]).map(({status}) => status);
    const leaping = await signedIn();
    await submit(leaping, [said('Hello.')], {webhookUrl});
    await wait(leaping, 3600 * aSecond);
    expect(await statuses(leaping)).toEqual(['scheduled', 'in_progress', 'completed']);

    const polling = await signedIn({'symbl.jobs': 'polls'});
    const {jobId} = await submit(polling, [said('Hello.')], {webhookUrl});
    await wait(polling, 3600 * aSecond);
    expect(await statuses(polling)).toEqual(['scheduled']);
    for (let i = 0; i < 4; i++) await poll(polling, jobId);
    expect(await statuses(polling)).toEqual(['scheduled', 'in_progress', 'completed']);
  });

  it('SYMBL-24 is told that a job failed', async () => {
    const client = await signedIn({'symbl.job_outcome': 'failed'});
    const {jobId} = await submit(client, [said('Hello.')], {webhookUrl});
    await wait(client, 2 * aSecond);
    expect((await told(client)).at(-1)).toEqual({jobId, status: 'failed'});
  });

  it('SYMBL-24 has the job as `id` too where the switch says so, as the blog prints it', async () => {
    const client = await signedIn({'symbl.webhook_id': true});
    const {jobId} = await submit(client, [said('Hello.')], {webhookUrl});
    expect(await told(client)).toEqual([{id: jobId, jobId, status: 'scheduled'}]);
  });

  it('SYMBL-24 is there for what is added and for recordings, wherever the option stands', async () => {
    const client = await signedIn();
    const url = 'https://files.example.com/a';
    const wav = {'content-type': 'audio/wav'};
    const query = `webhookUrl=${encodeURIComponent(webhookUrl)}`;
    const calls: readonly (readonly [string, string, object])[] = [
      ['PUT', `/v1/process/text/${seeded.page}`, {body: {messages: [said('Hello.')], webhookUrl}}],
      ['POST', '/v1/process/audio/url', {body: {url, webhookUrl}}],
      ['PUT', `/v1/process/video/url/${seeded.others}`, {body: {url, webhookUrl}}],
      ['POST', `/v1/process/audio?${query}`, {body: new Uint8Array([1]), headers: wav}],
    ];
    const jobs: string[] = [];
    for (const [method, path, call] of calls) {
      const answer = await client.call(method, path, call);
      jobs.push((answer.body as components['schemas']['ProcessResponse']).jobId);
    }
    expect(await told(client)).toEqual(jobs.map((jobId) => ({jobId, status: 'scheduled'})));
    expect(new Set(client.sent.map((request) => request.url))).toEqual(new Set([webhookUrl]));
  });

  it('SYMBL-24 SYMBL-26 is told when the job’s turn comes, though nobody listens to the one before', async () => {
    const client = await signedIn();
    const {conversationId} = await submit(client, [said('One.')]);
    const {jobId} = await submit(client, [said('Two.')], {to: conversationId, webhookUrl});
    expect(await told(client)).toEqual([{jobId, status: 'scheduled'}]);
    await wait(client, 2 * aSecond);
    expect(await told(client)).toHaveLength(1);
    await wait(client, 2 * aSecond);
    expect(await told(client)).toEqual(['scheduled', 'in_progress', 'completed'].map((status) => ({jobId, status})));
  });

  it('SYMBL-24 wakes the stand-in for what leads to it, and for nothing else', async () => {
    const quiet = await signedIn();
    await submit(quiet, [said('Hello.')]);
    const waiting = async (client: VendorClient) =>
      (JSON.parse(await client.everything()) as [{collection: string; entity: {leaves?: boolean}}[]])[0].filter(
        ({entity}) => entity.leaves,
      ).length;
    expect(await waiting(quiet)).toBe(0);
    const client = await signedIn();
    const {conversationId} = await submit(client, [said('One.')]);
    await submit(client, [said('Two.')], {to: conversationId, webhookUrl});
    await client.settled();
    expect(await waiting(client)).toBeGreaterThan(0);
  });

  it('SYMBL-24 gets each once, whatever it answers, and what it answers changes nothing', async () => {
    const answers = [{status: 500, body: 'no'}, {failure: 'Nobody is there.'}, {status: 302, body: ''}];
    const outgoing = {send: async () => answers.shift() ?? {status: 200, body: ''}};
    const client = await signedIn({}, {outgoing});
    const {jobId} = await submit(client, [said('Hello.')], {webhookUrl});
    await wait(client, 2 * aSecond);
    expect(await told(client)).toHaveLength(3);
    await wait(client, 3600 * aSecond);
    expect(await told(client)).toHaveLength(3);
    expect(await poll(client, jobId)).toBe('completed');
    expect(await client.everything()).not.toContain('hooks.example.com');
  });

  it('SYMBL-24 is not kept waiting by somebody else who does not answer', async () => {
    let [finish, answer] = [() => {}, (_: OutgoingResult) => {}];
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const answered = new Promise<OutgoingResult>((resolve) => (answer = resolve));
    const send: Outgoing['send'] = async ({url, body}) => {
      if (url.endsWith('/slow')) return answered;
      if (body.includes('completed')) finish();
      return {status: 200, body: ''};
    };
    const client = await signedIn({}, {outgoing: {send}});
    await submit(client, [said('One.')], {webhookUrl: 'https://hooks.example.com/slow'});
    await submit(client, [said('Two.')], {webhookUrl});
    await wait(client, 2 * aSecond);
    await finished;
    expect(client.sent.filter(({url}) => url.endsWith('/slow'))).toHaveLength(1);
    answer({status: 200, body: ''});
    expect(await told(client)).toHaveLength(6);
  });

  it('SYMBL-24 SYMBL-81 is told nothing more once the conversation is deleted', async () => {
    const client = await signedIn();
    const {conversationId} = await submit(client, [said('Hello.')], {webhookUrl});
    expect(await told(client)).toHaveLength(1);
    expect((await client.call('DELETE', `/v1/conversations/${conversationId}`)).status).toBe(200);
    await wait(client, 10 * aSecond);
    expect(await told(client)).toHaveLength(1);
    expect(await client.everything()).not.toContain('hooks.example.com');
  });

  it('SYMBL-24 SYMBL-81 is not told what waited for it to answer when the conversation was deleted', async () => {
    let [arrive, answer] = [() => {}, (_: OutgoingResult) => {}];
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const answered = new Promise<OutgoingResult>((resolve) => (answer = resolve));
    const outgoing = {
      send: () => {
        arrive();
        return answered;
      },
    };
    const client = await signedIn({'symbl.jobs': 'polls'}, {outgoing});
    const {conversationId, jobId} = await submit(client, [said('Hello.')], {webhookUrl});
    await arrived;
    expect(await poll(client, jobId)).toBe('in_progress');
    await client.call('DELETE', `/v1/conversations/${conversationId}`);
    answer({status: 200, body: ''});
    expect(await told(client)).toEqual([{jobId, status: 'scheduled'}]);
  });

  it('SYMBL-24 is nobody where the address is empty, as in one of the vendor’s samples', async () => {
    const client = await signedIn();
    await submit(client, [said('Hello.')], {webhookUrl: ''});
    await wait(client, 10 * aSecond);
    expect(await told(client)).toEqual([]);
  });

  it.each([
    'hooks.example.com',
    'ftp://hooks.example.com',
    'javascript:alert(1)',
    'https://',
    'http:///x',
    ' ',
    5,
    null,
  ])('SYMBL-24 is refused when it is no address on the web: %j', async (address) => {
    const client = await signedIn();
    const before = JSON.parse(await client.everything()) as unknown[];
    const body = {messages: [said('Hello.')], webhookUrl: address};
    const answer = await client.call('POST', '/v1/process/text', {body});
    expect(answer).toMatchObject({status: 400, body: badRequest});
    expect((JSON.parse(await client.everything()) as unknown[])[0]).toEqual(before[0]);
    expect(await told(client)).toEqual([]);
  });
});
