import {describe, expect, it} from 'vitest';
import {differencesBetween} from './index.js';

const before = {id: 1, name: 'Ben', tags: ['a', 'b'], 'a/b': {deep: null}};

describe('two bodies', () => {
  it('are equal whatever the order of their members', () => {
    expect(differencesBetween(before, {'a/b': {deep: null}, tags: ['a', 'b'], name: 'Ben', id: 1})).toEqual([]);
  });

  it.each([
    ['a value', {...before, name: 'Anonymous'}, '/name', '"Ben"', '"Anonymous"'],
    ['a type', {...before, id: '1'}, '/id', '1', '"1"'],
    ['a member less', {id: 1, tags: ['a', 'b'], 'a/b': {deep: null}}, '/name', '"Ben"', 'nothing'],
    ['a member more', {...before, extra: {a: 1}}, '/extra', 'nothing', '{"a":1}'],
    ['a member more that objects inherit', {...before, constructor: 1}, '/constructor', 'nothing', '1'],
    ['an item less', {...before, tags: ['a']}, '/tags/1', '"b"', 'nothing'],
    ['an item more', {...before, tags: ['a', 'b', 'c']}, '/tags/2', 'nothing', '"c"'],
    ['null and a value', {...before, 'a/b': {deep: 0}}, '/a~1b/deep', 'null', '0'],
    ['an object and a list', {...before, 'a/b': []}, '/a~1b', '{"deep":null}', '[]'],
  ])('differ in %s', (_, after, pointer, expected, got) => {
    expect(differencesBetween(before, after)).toMatchObject([{check: 'unchanged', pointer, expected, got}]);
  });

  it('differ in the order of a list, once for each item', () => {
    const found = differencesBetween(before, {...before, tags: ['b', 'a']});
    expect(found.map(({pointer}) => pointer)).toEqual(['/tags/0', '/tags/1']);
  });

  it('that are no objects differ as a whole, and long values are cut', () => {
    const [one] = differencesBetween('x'.repeat(500), null);
    expect(one).toMatchObject({
      pointer: '',
      got: 'null',
      message: 'The body changed, where nothing was to change.',
    });
    expect(one?.expected).toHaveLength(80);
  });
});
