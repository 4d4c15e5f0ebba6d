import {describe, expect, it} from 'vitest';
import {OpenEnds, type Recorded} from './open-ends.js';

const token = (digit: string) => `tok_${digit.repeat(16)}(aaa)`;

/** Ends with these values, opened one after the other. */
function opened(...all: readonly (readonly Recorded[])[]) {
  const open = new OpenEnds<number>();
  const places = all.map((expected, at) => open.add(at, {expected, held: undefined, since: at}));
  const found = (given: readonly Recorded[]) => [...(open.spotOf(given)?.ends.get(undefined) ?? [])];
  return {open, places, found};
}

describe('what is open', () => {
  it('is found by its own values, numbers as texts', () => {
    const {found} = opened(['one'], [2], ['one'], [token('1')]);
    expect(found(['one'])).toEqual([0, 2]);
    expect(found(['2'])).toEqual([1]);
    expect(found([token('1')])).toEqual([3]);
  });

  it('is, beside a token or what was not recorded, the oldest that may be meant', () => {
    const {found, places} = opened([undefined], [token('1')], [undefined], [token('2')]);
    expect(found(['one'])).toEqual([0]);
    places[0]?.leave();
    expect(found(['one'])).toEqual([1]);
    expect(found([token('3')])).toEqual([2]);
    expect(found([undefined])).toEqual([1]);
  });

  it('is nothing where all values are others', () => {
    expect(opened(['one', token('1')]).found(['two', token('1')])).toEqual([]);
    expect(opened(['one', token('1')]).found(['two', 'x'])).toEqual([]);
    expect(opened(['one', token('1')]).found(['one', 'x'])).toEqual([0]);
  });

  it('is one and the same for all where there are no parameters, and told apart by what an answer has to hold', () => {
    const open = new OpenEnds<string>();
    const held: readonly Recorded[] = ['a', 7, token('1'), undefined];
    for (const [since, one] of held.entries()) open.add(String(one), {expected: [], held: one, since});
    const ends = open.spotOf([])?.ends;
    expect([...(ends?.keys() ?? [])]).toEqual(['a', '7', undefined]);
    expect(ends?.get(undefined)?.size).toBe(2);
  });

  it('is found without a look at the rest of it', () => {
    let reads = 0;
    const count = 1000;
    const counted = (value: Recorded) =>
      new Proxy([value], {
        get: (values, name, self) => {
          reads += 1;
          return Reflect.get(values, name, self) as unknown;
        },
      });
    const ids = Array.from({length: count}, (_, at) => `id-${at}`);
    const all = [...ids, ...ids.map((_, at) => `tok_${String(at).padStart(16, '0')}(aaa)`)].map(counted);
    const {open} = opened(...all);
    reads = 0;
    for (const id of ids.toReversed()) open.spotOf([id]);
    expect(reads).toBe(0);
    for (const id of ids) open.spotOf([`${id}-of-nobody`]);
    expect(reads).toBeGreaterThan(0);
    expect(reads).toBeLessThan(10 * count);
  });
});
