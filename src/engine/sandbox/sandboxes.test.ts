import {expect, it} from 'vitest';
import {tinyToken, tinyVendor} from '../../../test/support/tiny-vendor.js';
import {createMemoryStore} from '../../state/index.js';
import {addressOf} from '../addressing.js';
import {Engine} from '../engine.js';
import type {Timer} from './departures.js';

/** An engine whose alarms can be looked at, and a call to one of its sandboxes. */
function tinyEngine() {
  const alarms: {readonly after: number; isCancelled: boolean}[] = [];
  const timer: Timer = (after) => {
    const alarm = {after, isCancelled: false};
    alarms.push(alarm);
    return {cancel: () => void (alarm.isCancelled = true)};
  };
  const store = createMemoryStore();
  const engine = new Engine({
    vendors: [tinyVendor()],
    seeds: {},
    behaviours: {},
    time: () => 0,
    randomSeed: 1,
    journalKey: new Uint8Array(32),
    auth: 'strict',
    store,
    timer,
  });
  const call = (method: string, target: string, sandbox: string) => {
    const headers = {authorization: `Bearer ${tinyToken('admin')}`, 'x-standin-sandbox': sandbox};
    const request = {method, target, headers, body: undefined, origin: 'http://127.0.0.1:4020', vendor: 'tiny'};
    const address = addressOf(request, engine.vendors);
    if (address.kind !== 'vendor') throw new Error(`${target} led to ${address.kind}`);
    return engine.answer(request, address);
  };
  return {engine, store, alarms, call};
}

it('a sandbox that is removed does not wake any more for what it was to send', async () => {
  const {engine, alarms, call} = tinyEngine();
  for (const id of ['blue', 'green']) await call('POST', '/v1/notes/seeded/erase?transition=deliver&after=5000', id);
  expect(alarms).toEqual([
    {after: 5000, isCancelled: false},
    {after: 5000, isCancelled: false},
  ]);
  await engine.sandboxes.delete('blue');
  expect(alarms.map(({isCancelled}) => isCancelled)).toEqual([true, false]);
});

it('a sandbox that is removed lets go of those who listen to its journal', async () => {
  const {engine} = tinyEngine();
  const follower = (await engine.sandbox('blue')).journal.follow();
  const next = follower?.next();
  await engine.sandboxes.delete('blue');
  expect(await next).toEqual([]);
});

it('a sandbox that is removed is gone from the store', async () => {
  const {engine, store} = tinyEngine();
  await engine.sandbox('blue');
  expect(await (await store.open('blue')).dump()).not.toEqual([]);
  await engine.sandboxes.delete('blue');
  expect(await (await store.open('blue')).dump()).toEqual([]);
});
