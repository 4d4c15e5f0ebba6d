/** The rate limit, for who switches it on. */
import {describe, expect, it} from 'vitest';
import {Meters} from '../../src/engine/sandbox/meters.js';
import {dixa} from './index.js';
import {noLists} from './people/people.js';
import {limit} from './limiter.js';
import {dixaClient, nobody, seeded, stateOf, token} from './test-support.js';

const path = `/v1/conversations/${seeded.open}`;
const tooMany = {message: 'Too Many Requests'};
const on = {behaviours: {'dixa.limiter': 'on'}};
const other = 'dixa-demo-without-rights';

/** How many of so many calls at the same instant are answered. */
async function answered(client: ReturnType<typeof dixaClient>, calls: number, authorization = token): Promise<number> {
  let count = 0;
  for (let call = 0; call < calls; call += 1) {
    const {status} = await client.call('GET', path, {authorization});
    if (status === 200) count += 1;
  }
  return count;
}

describe('DIXA-16 the limiter', () => {
  it('is off by default', async () => {
    expect(await answered(dixaClient(), 40)).toBe(40);
  });

  it('lets ten calls and four more through at once, then ten a second', async () => {
    const client = dixaClient(on);
    expect(await answered(client, 20)).toBe(14);
    client.advance(99);
    expect(await answered(client, 3)).toBe(0);
    client.advance(1);
    expect(await answered(client, 3)).toBe(1);
    client.advance(1000);
    expect(await answered(client, 20)).toBe(10);
    client.advance(60_000);
    expect(await answered(client, 20)).toBe(14);
  });

  it('counts each token by itself, bare or behind Bearer', async () => {
    const client = dixaClient(on);
    expect(await answered(client, 7)).toBe(7);
    expect(await answered(client, 20, `Bearer ${token}`)).toBe(7);
    expect(await answered(client, 20, other)).toBe(14);
  });

  it.each([
    ['a right call', 'PUT', `${path}/close`, {}],
    ['a wrong body', 'PUT', `${path}/claim`, {body: '{'}],
    ['an unknown id', 'GET', `/v1/endusers/${nobody}`, {}],
  ])('refuses %s alike, without headers of its own, and changes nothing', async (_, method, target, options) => {
    const client = dixaClient(on);
    await answered(client, 14);
    const before = await stateOf(client);
    const answer = await client.call(method, target, options);
    expect(answer).toMatchObject({status: 429, body: tooMany});
    expect(answer.headers).toEqual({'Content-Type': 'application/json'});
    expect(await stateOf(client)).toBe(before);
  });

  it('looks at the token first: nobody can use up the calls of another', async () => {
    const client = dixaClient(on);
    await answered(client, 14);
    expect((await client.call('GET', path, {authorization: `${token}x`})).status).toBe(401);
    expect((await client.call('GET', path, {authorization: null})).status).toBe(401);
  });

  it('lets 864,000 calls a day through', () => {
    const meters = new Meters();
    const [operation] = dixa.operationList;
    if (operation === undefined) throw new Error('Dixa has no operations.');
    const caller = {token, user: {id: seeded.admin, createdAt: '', displayName: '', email: '', roles: [], ...noLists}};
    const behaviours = {...defaults(), limiter: 'on' as const};
    const call = (now: number) => limit({caller, operation, now, behaviours, meters});
    // As fast as the bucket fills: with the first burst, the day's calls are used up before the day is over.
    let now = 0;
    for (let count = 0; count < 864_000; count += 1) {
      if (count >= 14) now += 100;
      if (call(now) !== undefined) throw new Error(`call ${count} was refused`);
    }
    expect(call(now + 200)).toEqual({refusal: {status: 429, body: tooMany}});
    expect(call(86_400_000)).toBeUndefined();
  });
});

function defaults() {
  const values = Object.entries(dixa.behaviours).map(([name, behaviour]) => [name, behaviour.default]);
  return Object.fromEntries(values) as Parameters<typeof limit>[0]['behaviours'];
}
