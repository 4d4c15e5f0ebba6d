import {describe, expect, it} from 'vitest';
import {seedRandom} from '../random.js';
import {Tally, type Schedule} from './tally.js';

/** Which of so many calls are hit, counted from 1. */
function hitsOf(schedule: Schedule, {calls = 20, salt = 'a'} = {}): number[] {
  const tally = new Tally(schedule, seedRandom(1, salt));
  return Array.from({length: calls}, (_, position) => position + 1).filter(() => {
    if (!tally.aims()) return false;
    tally.strike();
    return true;
  });
}

describe('a tally', () => {
  it.each<[Schedule, number[]]>([
    [{}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    [{times: 2}, [1, 2]],
    [{skip: 7}, [8, 9, 10]],
    [{every: 3}, [3, 6, 9]],
    [{skip: 1, every: 3, times: 2}, [4, 7]],
    [{probability: 0}, []],
    [{probability: 1}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ])('of %j hits of ten calls %j', (schedule, hits) => {
    expect(hitsOf(schedule, {calls: 10})).toEqual(hits);
  });

  it('tells how often it hit, and how often it will', () => {
    const tally = new Tally({times: 2}, seedRandom(1, 'a'));
    expect([tally.hits, tally.remaining]).toEqual([0, 2]);
    tally.aims();
    tally.strike();
    expect([tally.hits, tally.remaining]).toEqual([1, 1]);
    expect(new Tally({every: 2}, seedRandom(1, 'a')).remaining).toBeUndefined();
  });

  it('counts no call as hit that it only aimed at: another fault was first', () => {
    const tally = new Tally({times: 1}, seedRandom(1, 'a'));
    expect([tally.aims(), tally.aims(), tally.hits]).toEqual([true, true, 0]);
  });
});

describe('a probability', () => {
  it('hits about as many calls as it says', () => {
    const {length} = hitsOf({probability: 0.3}, {calls: 10_000});
    expect(length).toBeGreaterThan(2700);
    expect(length).toBeLessThan(3300);
  });

  it('hits the same calls for the same seed, and others for another', () => {
    expect(hitsOf({probability: 0.5})).toEqual(hitsOf({probability: 0.5}));
    expect(hitsOf({probability: 0.5})).not.toEqual(hitsOf({probability: 0.5}, {salt: 'b'}));
  });

  it('is drawn for those calls alone that the rest of the schedule leaves', () => {
    expect(hitsOf({probability: 0.5, every: 2})).toEqual(hitsOf({probability: 0.5}, {calls: 10}).map((hit) => hit * 2));
  });
});
