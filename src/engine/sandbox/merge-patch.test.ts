import {describe, expect, it} from 'vitest';
import {mergePatch} from './merge-patch.js';

describe('a JSON Merge Patch', () => {
  // The table of RFC 7396, appendix A.
  it.each([
    [{a: 'b'}, {a: 'c'}, {a: 'c'}],
    [{a: 'b'}, {b: 'c'}, {a: 'b', b: 'c'}],
    [{a: 'b'}, {a: null}, {}],
    [{a: 'b', b: 'c'}, {a: null}, {b: 'c'}],
    [{a: ['b']}, {a: 'c'}, {a: 'c'}],
    [{a: 'c'}, {a: ['b']}, {a: ['b']}],
    [{a: {b: 'c'}}, {a: {b: 'd', c: null}}, {a: {b: 'd'}}],
    [{a: [{b: 'c'}]}, {a: [1]}, {a: [1]}],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{a: 'b'}, ['c'], ['c']],
    [{a: 'foo'}, null, null],
    [{a: 'foo'}, 'bar', 'bar'],
    [{e: null}, {a: 1}, {e: null, a: 1}],
    [[1, 2], {a: 'b', c: null}, {a: 'b'}],
    [{}, {a: {bb: {ccc: null}}}, {a: {bb: {}}}],
  ])('makes of %j with %j %j', (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result);
  });

  it('leaves what it was applied to as it was', () => {
    const target = Object.freeze({a: Object.freeze({b: 'c'})});
    expect(mergePatch(target, {a: {d: 'e'}})).toEqual({a: {b: 'c', d: 'e'}});
    expect(target).toEqual({a: {b: 'c'}});
  });

  it('takes a name that leads to what every object has for a name', () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__": {"isAdmin": true}}')) as object;
    expect(Object.keys(merged)).toEqual(['__proto__']);
    expect(merged).not.toHaveProperty('isAdmin');
  });
});
