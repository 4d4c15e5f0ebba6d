import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {otherApp, poll, said, seeded, signedIn, submit, tokenOf} from '../test-support.js';

const body = {messages: [said('Hello.')]};
const url = {url: 'https://files.example.com/a'};
const wav = {'content-type': 'audio/wav'};
const file = {body: new Uint8Array([1]), headers: wav};

const tooMany = (limit: number) => ({
  statusCode: 429,
  message:
    `This API has a limit of maximum of \`${limit}\` number of concurrent jobs per account. If you are looking to scale, ` +
    'and need more concurrent jobs than this limit, please contact us at support@symbl.ai',
});

/** Hands text over until the account has so many unfinished jobs. */
async function fill(client: VendorClient, count: number): Promise<string[]> {
  const jobs: string[] = [];
  for (let i = 0; i < count; i++) jobs.push((await submit(client, body.messages)).jobId);
  return jobs;
}

describe('the limit of concurrent jobs', () => {
  it('SYMBL-25 is five unless set otherwise, and nothing is created beyond it', async () => {
    const client = await signedIn();
    await fill(client, 5);
    const before = JSON.parse(await client.everything()) as unknown[];
    const answer = await client.call('POST', '/v1/process/text', {body});
    expect(answer.status).toBe(429);
    expect(answer.body).toEqual(tooMany(5));
    expect((JSON.parse(await client.everything()) as unknown[])[0]).toEqual(before[0]);
  });

  it.each([
    ['POST', '/v1/process/text', {body}],
    ['PUT', `/v1/process/text/${seeded.page}`, {body}],
    ['POST', '/v1/process/audio', file],
    ['PUT', `/v1/process/audio/${seeded.page}`, file],
    ['POST', '/v1/process/audio/url', {body: url}],
    ['PUT', `/v1/process/audio/url/${seeded.page}`, {body: url}],
    ['POST', '/v1/process/video', {...file, headers: {'content-type': 'video/mp4'}}],
    ['PUT', `/v1/process/video/${seeded.page}`, {...file, headers: {'content-type': 'video/mp4'}}],
    ['POST', '/v1/process/video/url', {body: url}],
    ['PUT', `/v1/process/video/url/${seeded.page}`, {body: url}],
  ])('SYMBL-25 SYMBL-87 holds for %s %s, without headers about rates', async (method, path, call) => {
    const client = await signedIn({'symbl.concurrent_jobs': 2});
    await fill(client, 2);
    const answer = await client.call(method, path, call);
    expect(answer).toMatchObject({status: 429, body: tooMany(2)});
    expect(Object.keys(answer.headers)).toEqual(['Content-Type']);
  });

  it('SYMBL-25 counts what is unfinished: a finished job makes room, by a poll or by the clock', async () => {
    const client = await signedIn({'symbl.concurrent_jobs': 1});
    const [jobId = ''] = await fill(client, 1);
    const status = async () => (await client.call('POST', '/v1/process/text', {body})).status;
    expect(await status()).toBe(429);
    expect(await poll(client, jobId)).toBe('in_progress');
    expect(await status()).toBe(429);
    expect(await poll(client, jobId)).toBe('completed');
    expect(await status()).toBe(201);
    client.advance(1999);
    expect(await status()).toBe(429);
    client.advance(1);
    expect(await status()).toBe(201);
  });

  it('SYMBL-25 counts jobs that wait for another of their conversation, and no failed ones', async () => {
    const client = await signedIn({'symbl.concurrent_jobs': 2, 'symbl.job_outcome': 'failed'});
    const {conversationId} = await submit(client, body.messages);
    await submit(client, body.messages, {to: conversationId});
    const path = `/v1/process/text/${conversationId}`;
    expect((await client.call('PUT', path, {body})).status).toBe(429);
    client.advance(2000);
    expect((await client.call('PUT', path, {body})).status).toBe(201);
  });

  it('SYMBL-25 gives back the place of a deleted conversation', async () => {
    const client = await signedIn({'symbl.concurrent_jobs': 1, 'symbl.jobs': 'polls'});
    const {conversationId} = await submit(client, body.messages);
    expect((await client.call('POST', '/v1/process/text', {body})).status).toBe(429);
    await client.call('DELETE', `/v1/conversations/${conversationId}`);
    expect((await client.call('POST', '/v1/process/text', {body})).status).toBe(201);
  });

  it('SYMBL-13 SYMBL-25 is each account’s own', async () => {
    const client = await signedIn({'symbl.concurrent_jobs': 1});
    await fill(client, 1);
    client.authorization = `Bearer ${await tokenOf(client, otherApp)}`;
    await fill(client, 1);
    expect((await client.call('POST', '/v1/process/text', {body})).status).toBe(429);
  });

  it('SYMBL-18 SYMBL-25 is not spoken of where the request is wrong by itself', async () => {
    const client = await signedIn({'symbl.concurrent_jobs': 1});
    await fill(client, 1);
    expect((await client.call('POST', '/v1/process/text', {body: {messages: []}})).status).toBe(400);
    expect((await client.call('PUT', '/v1/process/text/1111111111111111', {body})).status).toBe(404);
    expect((await client.call('POST', '/v1/process/text', {body, authorization: null})).status).toBe(401);
  });
});
