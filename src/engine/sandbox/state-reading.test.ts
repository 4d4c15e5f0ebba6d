import {describe, expect, it} from 'vitest';
import {tinyVendor} from '../../../test/support/tiny-vendor.js';
import type {Change} from '../../state/index.js';
import {dataIn, isExpected, pageOf, tagged} from './state-reading.js';

const note = (id: string | number): Change => ({collection: 'tiny.notes', id: String(id), entity: {id}, entries: {}});
const idsIn = (...ids: readonly (string | number)[]) =>
  (dataIn(ids.map(note), [tinyVendor()]).tiny?.notes ?? []).map(({id}) => id);

describe('data', () => {
  it('has every collection of its vendors, and nothing of anybody else', () => {
    const other = {...note('a'), collection: 'other.notes'};
    const record = {...note('sandbox'), collection: 'standin.sandbox'};
    expect(dataIn([note('a'), other, record], [tinyVendor()])).toEqual({
      tiny: {notes: [{id: 'a'}], log: [], accounts: []},
    });
  });

  it('is in the order of its ids: numbers by their size, before all that are none', () => {
    expect(idsIn('b', 10, 'a', 9, '10b', 100)).toEqual([9, 10, 100, '10b', 'a', 'b']);
    expect(idsIn('10', '9', '100')).toEqual(['9', '10', '100']);
    expect(idsIn('5191738432421889', '5191738432421888')).toEqual(['5191738432421888', '5191738432421889']);
    expect(idsIn('B', 'a', 'Ä')).toEqual(['B', 'a', 'Ä']);
  });
});

describe('a page', () => {
  const entities = [9, 10, 11, 'a', 'b'].map((id) => ({id}));
  const page = (limit: number, after?: string) => {
    const {entities: found, next} = pageOf(entities, {limit, after});
    return [found.map(({id}) => id), next];
  };

  it('ends with the id behind which the next one begins, and the last one with none', () => {
    expect(page(2)).toEqual([[9, 10], '10']);
    expect(page(2, '10')).toEqual([[11, 'a'], 'a']);
    expect(page(2, 'a')).toEqual([['b'], undefined]);
    expect(page(5)).toEqual([[9, 10, 11, 'a', 'b'], undefined]);
    expect(page(5, 'b')).toEqual([[], undefined]);
  });

  it('goes on where it should when the id is gone', () => {
    expect(page(2, '50')).toEqual([['a', 'b'], undefined]);
    expect(page(1, '2')).toEqual([[9], '9']);
  });
});

describe('a tag', () => {
  it('is that of what is said, not of the order in which it is', () => {
    const {tag} = tagged({id: 1, more: {a: 1, b: [1, 2]}});
    expect(tagged({more: {b: [1, 2], a: 1}, id: 1}).tag).toBe(tag);
    expect(tagged({more: {b: [2, 1], a: 1}, id: 1}).tag).not.toBe(tag);
    expect(tagged({id: '1', more: {a: 1, b: [1, 2]}}).tag).not.toBe(tag);
  });

  it.each([
    [undefined, true, true],
    ['*', true, false],
    ['TAG', true, false],
    ['"other", TAG', true, false],
    ['"other"', false, false],
    ['W/TAG', false, false],
    ['', false, false],
  ])('If-Match: %s expects what is there: %j; nothing: %j', (header, something, nothing) => {
    const there = tagged({id: 1});
    expect(isExpected(header?.replace('TAG', there.tag), there)).toBe(something);
    expect(isExpected(header, undefined)).toBe(nothing);
  });
});
