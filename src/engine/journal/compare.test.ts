import {describe, expect, it} from 'vitest';
import type {JsonValue} from '../../openapi/index.js';
import {differencesIn} from './compare.js';

const differences = (expected: JsonValue, got?: JsonValue) => differencesIn(expected, got, 'body');

describe('a body differs', () => {
  it('in every member that is expected and is not there or not equal, and in no other', () => {
    const got = {a: 1, b: {c: 'x', d: null}, e: [1, 2]};
    expect(differences({a: 1, b: {d: null}}, got)).toEqual([]);
    expect(differences({a: 2, b: {c: 'y', f: true}}, got)).toEqual([
      {member: 'body/a', expected: 2, got: 1},
      {member: 'body/b/c', expected: 'y', got: 'x'},
      {member: 'body/b/f', expected: true},
    ]);
    expect(differences({a: 1})).toEqual([{member: 'body', expected: {a: 1}}]);
    expect(differences(null, false)).toEqual([{member: 'body', expected: null, got: false}]);
  });

  it('in lists item by item, or as a whole where their lengths do', () => {
    expect(differences([1, {a: 2}], [1, {a: 2, b: 3}])).toEqual([]);
    expect(differences([1, 3], [1, 2])).toEqual([{member: 'body/1', expected: 3, got: 2}]);
    expect(differences([1], [1, 2])).toMatchObject([{member: 'body', note: 'lists of different lengths'}]);
    expect(differences([], {})).toEqual([{member: 'body', expected: [], got: {}}]);
  });

  it('in members that every object inherits, unless they are there', () => {
    expect(differences({toString: 'x'}, {})).toEqual([{member: 'body/toString', expected: 'x'}]);
  });

  it('as a whole where the journal hides it so', () => {
    const [expected, got] = ['tok_0123456789abcdef({"a":9})', 'tok_fedcba9876543210({"a":9,"b":9})'];
    expect(differences({a: expected}, {a: got})).toEqual([
      {member: 'body/a', expected, got, note: 'hidden as a whole, so expect the whole of it'},
    ]);
    expect(differences({a: 'tok_0123456789abcdef(a)'}, {a: 'tok_fedcba9876543210(b)'})[0]).not.toHaveProperty('note');
  });
});
