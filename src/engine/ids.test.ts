import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {SeededIds} from './ids.js';
import {seedRandom} from './random.js';

const idsOf = (seed: number, sandbox = 'default') => new SeededIds(seedRandom(seed, sandbox), {});
const seed = fc.integer({min: 0, max: 2 ** 32 - 1});

describe('ids', () => {
  it('are version 4 UUIDs, with the version and variant bits where they belong', () => {
    fc.assert(
      fc.property(seed, (one) => {
        const ids = idsOf(one);
        for (let count = 0; count < 20; count += 1) {
          expect(ids.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        }
      }),
    );
  });

  it('use every free bit of a UUID', () => {
    const ids = idsOf(1);
    const uuids = Array.from({length: 500}, () => ids.uuid().replaceAll('-', ''));
    const seen = Array.from({length: 32}, (_, at) => new Set(uuids.map((uuid) => uuid[at])).size);
    const expected = Array.from({length: 32}, (_, at) => (at === 12 ? 1 : at === 16 ? 4 : 16));
    expect(seen).toEqual(expected);
    expect(new Set(uuids).size).toBe(uuids.length);
  });

  it('are digits without a leading zero, or hexadecimal, as long as asked for', () => {
    fc.assert(
      fc.property(seed, fc.integer({min: 1, max: 40}), (one, length) => {
        const ids = idsOf(one);
        expect(ids.digits(length)).toMatch(new RegExp(`^[1-9]\\d{${length - 1}}$`));
        expect(ids.hex(length)).toMatch(new RegExp(`^[0-9a-f]{${length}}$`));
      }),
    );
  });

  it('are numbers that count from 1, for each counter on its own', () => {
    const ids = new SeededIds(seedRandom(1, 'default'), {known: 7});
    expect([ids.next('a'), ids.next('a'), ids.next('b'), ids.next('known')]).toEqual([1, 2, 1, 8]);
    expect(ids.counters).toEqual({a: 2, b: 1, known: 8});
  });

  it('are the same for the same seed and sandbox, and others for any other', () => {
    const some = (ids: SeededIds) => [ids.uuid(), ids.digits(12), ids.hex(9)].join();
    expect(some(idsOf(7))).toBe(some(idsOf(7)));
    const sandboxes = ['default', 'blue', 'Blue', 'a', 'b', 'ab', 'ba', '-', '_'];
    const all = [0, 1, 2, 7, 8, 2 ** 31].flatMap((one) => sandboxes.map((sandbox) => some(idsOf(one, sandbox))));
    expect(new Set(all).size).toBe(all.length);
  });

  it('go on from a state that was written back as if nothing had come between', () => {
    fc.assert(
      fc.property(seed, fc.nat(10), (one, taken) => {
        const whole = idsOf(one);
        const first = idsOf(one);
        for (let count = 0; count < taken; count += 1) expect(first.uuid()).toBe(whole.uuid());
        const written = JSON.parse(JSON.stringify(first.state)) as typeof first.state;
        expect(new SeededIds(written, first.counters).uuid()).toBe(whole.uuid());
      }),
    );
  });

  it('tell whether there is anything to write back, and leave what they were given alone', () => {
    const given = Object.freeze({a: 1});
    const ids = new SeededIds(seedRandom(1, 'default'), given);
    expect(ids.changed).toBe(false);
    ids.next('a');
    expect([ids.changed, given.a]).toEqual([true, 1]);
    const other = idsOf(1);
    other.hex(1);
    expect(other.changed).toBe(true);
  });
});
