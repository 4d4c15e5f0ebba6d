import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {Waits} from './waits.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What came first of some promises that are given names. */
async function ended(waits: Readonly<Record<string, Promise<void>>>): Promise<string[]> {
  const done: string[] = [];
  for (const [name, wait] of Object.entries(waits)) void wait.then(() => done.push(name));
  await vi.advanceTimersByTimeAsync(0);
  return done;
}

it('waits as long as it is told', async () => {
  const waits = new Waits();
  const wait = waits.for(1000);
  await vi.advanceTimersByTimeAsync(999);
  expect(await ended({wait})).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(await ended({wait})).toEqual(['wait']);
});

it('waits no longer for one who went away, and leaves no timer behind', async () => {
  const waits = new Waits();
  const caller = new AbortController();
  const [his, other, late] = [waits.for(1000, caller.signal), waits.for(1000), waits.for(1000, AbortSignal.abort())];
  caller.abort();
  expect(await ended({his, other, late})).toEqual(['his', 'late']);
  expect(vi.getTimerCount()).toBe(1);
});

it('does not begin a wait for one who began before all were ended', async () => {
  const waits = new Waits();
  const begun = waits.now;
  waits.end();
  expect(await ended({late: waits.for(1000, undefined, begun), next: waits.for(1000, undefined, waits.now)})).toEqual([
    'late',
  ]);
});

it('ends all waits when it is told to, and waits again after that', async () => {
  const waits = new Waits();
  const [one, two] = [waits.for(1000), waits.for(600_000)];
  waits.end();
  expect(await ended({one, two})).toEqual(['one', 'two']);
  expect(vi.getTimerCount()).toBe(0);
  expect(await ended({three: waits.for(1)})).toEqual([]);
});
