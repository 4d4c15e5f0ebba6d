import {beforeEach, describe, expect, it} from 'vitest';
import {expiryOf, Lifetimes, TooManySandboxes} from './lifetimes.js';
import type {Origin, Sandbox} from './sandbox.js';

let now: number;
/** What was done, in order. */
let log: string[];
let errors: unknown[];

beforeEach(() => {
  now = 1000;
  log = [];
  errors = [];
});

const scenario = 'happy-path';
const origin = (expiresAfter?: number): Origin => ({
  scenario,
  createdAt: now,
  ...(expiresAfter !== undefined && {expiresAfter}),
});

function lifetimes(remove: (id: string) => Promise<void> = () => Promise.resolve()): Lifetimes {
  return new Lifetimes({
    time: () => now,
    open: async (id, opened) => {
      if (id === 'broken') throw new Error('It cannot be filled.');
      log.push(`open ${id}`);
      return {id, origin: opened} as Sandbox;
    },
    remove: async ({id}) => {
      log.push(`removing ${id}`);
      await remove(id);
      log.push(`removed ${id}`);
    },
    onError: (error) => errors.push(error),
  });
}

const ids = async (all: Lifetimes) => (await Promise.all(all.all().map(({opening}) => opening))).map(({id}) => id);

describe('a sandbox', () => {
  it('is opened when it is first named, once, and stays', async () => {
    const all = lifetimes();
    const [first, again] = await Promise.all([all.use('blue', {scenario}), all.use('blue', {scenario})]);
    expect(first).toBe(again);
    expect(log).toEqual(['open blue']);
    now += 1e12;
    expect(await all.use('blue', {scenario})).toBe(first);
    expect(expiryOf(all.find('blue')!)).toBeUndefined();
  });

  it('that could not be opened takes no place, and is tried again', async () => {
    const all = lifetimes();
    await expect(all.use('broken', {scenario})).rejects.toThrow('cannot be filled');
    expect(all.all()).toEqual([]);
    await expect(all.use('broken', {scenario})).rejects.toThrow('cannot be filled');
  });

  it('begins anew when it is named after it was removed, and waits for that', async () => {
    let finish: () => void = () => undefined;
    const all = lifetimes(() => new Promise((resolve) => (finish = resolve)));
    const first = await all.use('blue', {scenario});
    const ended = all.end('blue');
    const second = all.use('blue', {scenario});
    await Promise.resolve();
    expect(log).toEqual(['open blue', 'removing blue']);
    finish();
    expect(await ended).toBe(true);
    expect(await second).not.toBe(first);
    expect(log).toEqual(['open blue', 'removing blue', 'removed blue', 'open blue']);
  });

  it('is removed once, however many ask for it', async () => {
    const all = lifetimes();
    await all.use('blue', {scenario});
    expect(await Promise.all([all.end('blue'), all.end('blue')])).toEqual([true, false]);
    expect(await all.end('never')).toBe(false);
    expect(log.filter((entry) => entry === 'removing blue')).toHaveLength(1);
  });
});

describe('a sandbox that expires', () => {
  it('is gone when it was not used for as long, and begins anew when it is named', async () => {
    const all = lifetimes();
    const first = await all.make('blue', origin(500)).opening;
    expect(expiryOf(all.find('blue')!)).toBe(1500);
    now = 1499;
    expect(await all.use('blue', {scenario})).toBe(first);
    now = 1998;
    expect(await ids(all)).toEqual(['blue']);
    now = 1999;
    expect(await all.end('blue')).toBe(false);
    expect(all.find('blue')).toBeUndefined();
    expect(all.all()).toEqual([]);
    expect(await all.use('blue', {scenario})).not.toBe(first);
    expect(log).toEqual(['open blue', 'removing blue', 'removed blue', 'open blue']);
    // What comes after it is any sandbox: it stays.
    expect(expiryOf(all.find('blue')!)).toBeUndefined();
  });

  it('is not used by being looked at', async () => {
    const all = lifetimes();
    await all.make('blue', origin(500)).opening;
    now = 1400;
    all.find('blue');
    all.all();
    now = 1500;
    expect(all.find('blue')).toBeUndefined();
  });

  it('tells when it cannot be removed, and is gone all the same', async () => {
    const all = lifetimes(() => Promise.reject(new Error('The disk is full.')));
    await all.make('blue', origin(500)).opening;
    now = 1500;
    expect(all.all()).toEqual([]);
    await expect.poll(() => errors).toEqual([new Error('The disk is full.')]);
  });
});

describe('the most sandboxes there can be', () => {
  const fill = async (all: Lifetimes, expiresAfter?: number) => {
    for (let number = 0; number < 1000; number += 1) await all.make(`s${number}`, origin(expiresAfter)).opening;
  };

  it('are a thousand', async () => {
    const all = lifetimes();
    await fill(all);
    await expect(all.use('one-more', {scenario})).rejects.toThrow(TooManySandboxes);
    await expect(all.use('one-more', {scenario})).rejects.toThrow(/DELETE \/_standin\/sandboxes\/\{id\}/);
    expect((await all.use('s999', {scenario})).id).toBe('s999');
    await all.end('s0');
    expect((await all.use('one-more', {scenario})).id).toBe('one-more');
  });

  it('do not count those that expired', async () => {
    const all = lifetimes();
    await fill(all, 500);
    now = 1500;
    expect((await all.use('one-more', {scenario})).id).toBe('one-more');
    expect(all.all()).toHaveLength(1);
  });
});
