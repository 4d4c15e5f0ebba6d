import {describe, expect, it} from 'vitest';
import {forbidden, keys, opencxClient, organizationA, seeded, visitor} from './test-support.js';
import {opencx} from './index.js';

const path = '/chat/sessions';

/** Calls so many times and gives the statuses that were answered. */
async function calls(client: ReturnType<typeof opencxClient>, count: number, authorization = keys.full) {
  const statuses = new Set<number>();
  for (let call = 0; call < count; call++) statuses.add((await client.call('GET', path, {authorization})).status);
  return [...statuses];
}

describe('OPENCX-7 the limiter', () => {
  it('OPENCX-7 is off unless it is switched on', async () => {
    const client = opencxClient();
    expect(await calls(client, 101)).toEqual([200]);
    expect((await client.call('GET', path)).headers).not.toHaveProperty('x-ratelimit-limit');
  });

  it('OPENCX-7 refuses the 101st request of a key within a minute', async () => {
    const client = opencxClient({limiter: 'on'});
    expect(await calls(client, 100)).toEqual([200]);
    const answer = await client.call('GET', path);
    expect(answer.status).toBe(429);
    expect(answer.body).toEqual({
      statusCode: 429,
      error: 'Too Many Requests',
      message: 'Rate limit exceeded, retry in 1 minute',
    });
    expect(answer.headers).toMatchObject({
      'retry-after': '60',
      'x-ratelimit-limit': '100',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '60',
    });
  });

  it('OPENCX-7 tells on every counted answer how much is left', async () => {
    const client = opencxClient({limiter: 'on'});
    const left = async (method: string, target: string, options = {}) => {
      const {headers} = await client.call(method, target, options);
      return [headers['x-ratelimit-remaining'], headers['x-ratelimit-reset']];
    };
    expect(await left('GET', path)).toEqual(['99', '60']);
    client.advance(1500);
    expect(await left('GET', `${path}/unknown`)).toEqual(['98', '59']);
    expect(await left('POST', '/redaction/session', {body: '{'})).toEqual(['97', '59']);
    expect(await left('POST', '/redaction/session', {body: {sessionId: seeded.empty}})).toEqual(['96', '59']);
  });

  it.each([
    [1, 'retry in 1 minute', '60'],
    [30_000, 'retry in 30 seconds', '30'],
    [59_000, 'retry in 1 second', '1'],
  ])('OPENCX-7 says after %i ms of the window how long to wait', async (passed, text, seconds) => {
    const client = opencxClient({limiter: 'on'});
    await calls(client, 100);
    client.advance(passed);
    const answer = await client.call('GET', path);
    expect(answer.body).toMatchObject({message: `Rate limit exceeded, ${text}`});
    expect(answer.headers).toMatchObject({'retry-after': seconds, 'x-ratelimit-reset': seconds});
  });

  it('OPENCX-7 counts anew when the minute is over, however many were refused', async () => {
    const client = opencxClient({limiter: 'on'});
    await calls(client, 100);
    client.advance(59_999);
    expect(await calls(client, 5)).toEqual([429]);
    client.advance(1);
    expect(await calls(client, 100)).toEqual([200]);
    expect(await calls(client, 1)).toEqual([429]);
  });

  it('OPENCX-7 counts each key for itself', async () => {
    const client = opencxClient({limiter: 'on'});
    await calls(client, 101);
    expect(await calls(client, 100, keys.reading)).toEqual([200]);
    expect(await calls(client, 1, keys.orgB)).toEqual([200]);
  });

  it('OPENCX-5, OPENCX-7 counts neither what has no route or key nor what lacks the scope', async () => {
    const client = opencxClient({limiter: 'on'});
    const apiKeys = [{id: 'ocx_live_c', name: 'Contacts', organization_id: organizationA, scopes: ['contacts:read']}];
    const scoped = opencxClient({limiter: 'on'}, {seeds: {opencx: {...opencx.seed, apiKeys}}});
    for (let call = 0; call < 101; call++) {
      await client.call('GET', '/nothing');
      await client.call('GET', path, {authorization: 'Bearer unknown'});
      await scoped.call('GET', path, {authorization: 'Bearer ocx_live_c'});
    }
    expect(await calls(client, 1)).toEqual([200]);
    expect((await scoped.call('GET', '/contacts', {authorization: 'Bearer ocx_live_c'})).status).toBe(200);
  });

  it('OPENCX-5 comes behind key and scope, and before content type, JSON and schema', async () => {
    const client = opencxClient({limiter: 'on'});
    await calls(client, 100);
    await calls(client, 100, keys.reading);
    const statusOf = async (target: string, options: object) => (await client.call('POST', target, options)).status;
    expect(await statusOf('/redaction/nothing', {body: {}})).toBe(404);
    expect(await statusOf('/redaction/session', {body: {}, authorization: null})).toBe(401);
    const refused = await client.call('POST', '/redaction/session', {body: {}, authorization: keys.reading});
    expect(refused).toMatchObject({status: 403, body: forbidden});
    expect(await statusOf('/redaction/session', {body: 'x', headers: {'content-type': 'text/plain'}})).toBe(429);
    expect(await statusOf('/redaction/session', {body: '{'})).toBe(429);
    expect(await statusOf('/redaction/session', {body: {}})).toBe(429);
  });

  it('OPENCX-7 a refused call does no work', async () => {
    const client = opencxClient({limiter: 'on'});
    await calls(client, 100);
    await client.call('POST', '/redaction/session', {body: {sessionId: seeded.session}});
    expect(await client.everything()).toContain('12 Sample Street');
  });

  it('OPENCX-7 does not count the visitors of a widget, who have no key', async () => {
    const client = opencxClient({limiter: 'on'});
    const headers = await visitor(client);
    for (let call = 0; call < 101; call++) {
      const answer = await client.call('GET', '/backend/widget/v2/sessions', {headers});
      expect([answer.status, answer.headers['x-ratelimit-limit']]).toEqual([200, undefined]);
    }
  });
});
