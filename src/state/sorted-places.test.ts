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
});
