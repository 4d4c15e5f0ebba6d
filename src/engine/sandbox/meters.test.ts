import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {tinyToken, tinyVendor} from '../../../test/support/tiny-vendor.js';
import {VendorClient} from '../../../test/support/vendor-client.js';
import {Meters} from './meters.js';

describe('a window', () => {
  it('begins with the first call, counts the calls in it, and says how long it lasts', () => {
    const meters = new Meters();
    const count = (now: number, key = 'a') => meters.window(key, {length: 60_000, now});
    expect(count(1000)).toEqual({count: 1, resetsIn: 60_000});
    expect(count(31_000)).toEqual({count: 2, resetsIn: 30_000});
    expect(count(31_000, 'b')).toEqual({count: 1, resetsIn: 60_000});
    expect(count(60_999)).toEqual({count: 3, resetsIn: 1});
    expect(count(61_000)).toEqual({count: 1, resetsIn: 60_000});
  });

  it('begins anew when the clock is set back before it, or the counts are cleared', () => {
    const meters = new Meters();
    meters.window('a', {length: 1000, now: 5000});
    expect(meters.window('a', {length: 1000, now: 4999}).count).toBe(1);
    meters.clear();
    expect(meters.window('a', {length: 1000, now: 4999}).count).toBe(1);
  });
});

describe('a bucket', () => {
  it('holds so many tokens and fills by so many a second', () => {
    const meters = new Meters();
    const take = (now: number) => meters.token('a', {perSecond: 10, capacity: 3, now});
    expect([take(0), take(0), take(0), take(0)]).toEqual([true, true, true, false]);
    expect([take(99), take(100), take(100)]).toEqual([false, true, false]);
    expect([take(10_000), take(10_000), take(10_000), take(10_000)]).toEqual([true, true, true, false]);
  });

  it('never gives more than it holds and was filled with', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), {maxLength: 200}), (steps) => {
        const meters = new Meters();
        let now = 0;
        let taken = 0;
        for (const step of steps) {
          now += step;
          if (meters.token('a', {perSecond: 10, capacity: 14, now})) taken += 1;
        }
        expect(taken).toBeLessThanOrEqual(14 + now / 100);
      }),
    );
  });

  it('is full when the clock is set back', () => {
    const meters = new Meters();
    const take = (now: number) => meters.token('a', {perSecond: 1, capacity: 1, now});
    expect([take(5000), take(5000), take(1000)]).toEqual([true, false, true]);
  });
});

describe('a limit', () => {
  const limited = () =>
    new VendorClient(
      tinyVendor({
        steps: ['route', 'authenticate', 'authorize', 'limit', 'decode', 'validate'],
        limit: ({caller, now, meters}) => {
          const {count, resetsIn} = meters.window(caller.id, {length: 1000, now});
          const headers = {'X-Left': String(2 - count), 'X-Reset': String(resetsIn)};
          return count > 2 ? {refusal: {status: 400, body: {message: 'Too fast'}}} : {headers};
        },
      }),
      {authorization: `Bearer ${tinyToken('admin')}`},
    );

  it('refuses one call too many of one caller until its window ends, or the sandbox is reset', async () => {
    const client = limited();
    const get = () => client.call('GET', '/v1/notes/seeded');
    const statuses = async () => [(await get()).status, (await get()).status, (await get()).status];
    expect(await statuses()).toEqual([200, 200, 400]);
    const other = await client.call('GET', '/v1/notes/seeded', {authorization: `Bearer ${tinyToken('reader')}`});
    expect(other.status).toBe(200);
    client.advance(1000);
    expect(await statuses()).toEqual([200, 200, 400]);
    await client.engine.sandboxes.reset('default');
    expect((await get()).status).toBe(200);
  });

  it('counts refused calls as well, and adds its headers to them', async () => {
    const client = limited();
    const missing = await client.call('GET', '/v1/notes/nothing');
    expect([missing.status, missing.headers['X-Left']]).toEqual([404, '1']);
    const wrong = await client.call('POST', '/v1/notes', {body: {text: 5}});
    expect([wrong.status, wrong.headers['X-Left']]).toEqual([400, '0']);
    expect((await client.call('GET', '/v1/notes/seeded')).text).toContain('Too fast');
  });

  it('counts neither calls of nobody nor calls that need no credential', async () => {
    const client = limited();
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await client.call('GET', '/v1/notes/seeded', {authorization: null})).status).toBe(401);
      expect((await client.call('GET', '/ping')).headers).not.toHaveProperty('X-Left');
    }
    expect((await client.call('GET', '/v1/notes/seeded')).headers['X-Left']).toBe('1');
  });
});
