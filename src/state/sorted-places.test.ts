import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {SortedPlaces} from './sorted-places.js';

const place = (sort: number) => ({sort, id: String(sort)});
const all = {index: 'at', by: 'all'};

describe('the places of a long list', () => {
  it('stay in order while thousands leave from the front and others come', () => {
    const places = new SortedPlaces();
    const expected: number[] = [];
    for (let number = 0; number < 5000; number += 1) {
      places.add(place(number));
      expected.push(number);
    }
    for (let number = 0; number < 4000; number += 1) {
      places.remove(place(number));
      expected.shift();
      if (number % 500 === 0) {
        places.add(place(number + 0.5));
        expected.unshift(number + 0.5);
        places.remove(place(number + 0.5));
        expected.shift();
      }
      if (number % 250 === 0) {
        expect(places.size).toBe(expected.length);
        expect(places.select({...all, limit: 3})).toEqual(expected.slice(0, 3).map(String));
        expect(places.select({...all, descending: true, limit: 2})).toEqual(['4999', '4998']);
        expect(places.select({...all, to: number})).toEqual([]);
      }
    }
    expect(places.select(all)).toEqual(expected.map(String));
    expect(JSON.stringify(places.select({...all, from: 4998}))).toBe('["4998","4999"]');
  });

  it('are not disturbed by the removal of a place that is not there', () => {
    const places = new SortedPlaces();
    places.add(place(1));
    places.remove(place(2));
    places.remove({sort: 1, id: 'other'});
    expect(places.size).toBe(1);
    places.remove(place(1));
    places.remove(place(1));
    expect(places.size).toBe(0);
    places.add(place(0));
    expect(places.select(all)).toEqual(['0']);
  });

  it('are those of a plain sorted list, wherever they come and go', () => {
    const change = fc.record({add: fc.boolean(), number: fc.nat(3000)});
    const query = fc.record(
      {
        from: fc.nat(3000),
        to: fc.nat(3000),
        after: fc.nat(3000).map(place),
        limit: fc.nat(2000),
        descending: fc.boolean(),
      },
      {requiredKeys: []},
    );
    fc.assert(
      fc.property(
        fc.array(change, {minLength: 500, maxLength: 4000}),
        fc.array(query, {maxLength: 20}),
        (changes, queries) => {
          const places = new SortedPlaces();
          const present = new Set<number>();
          for (const {add, number} of changes) {
            if (add && !present.has(number)) places.add(place(number));
            if (!add) places.remove(place(number));
            if (add) present.add(number);
            else present.delete(number);
          }
          expect(places.size).toBe(present.size);
          for (const asked of queries) {
            const {from = -1, to = Infinity, after, limit = Infinity, descending = false} = asked;
            const isBeyond = (one: number) =>
              after === undefined || (descending ? one < (after.sort as number) : one > (after.sort as number));
            const inOrder = [...present].sort((a, b) => (descending ? b - a : a - b));
            const expected = inOrder.filter((one) => one >= from && one <= to && isBeyond(one)).slice(0, limit);
            expect(places.select({...all, ...asked})).toEqual(expected.map(String));
          }
        },
      ),
      {numRuns: 30},
    );
  });
});
