import {describe, expect, it} from 'vitest';
import {fitsPattern, withoutTelling} from './pointers.js';

describe('a pattern', () => {
  it.each([
    ['/email', '/email'],
    ['/customAttributes/3/value', '/customAttributes/*/value'],
    ['/custom_data', '/custom_data/**'],
    ['/custom_data/a/0', '/custom_data/**'],
    ['/a~1b/c', '/a~1b/*'],
    ['', '/**'],
    ['/anything/at/all', '/**'],
  ])('is fitted by %j: %j', (pointer, pattern) => expect(fitsPattern(pointer, pattern)).toBe(true));

  it.each([
    ['/email', '/emails'],
    ['/email/0', '/email'],
    ['/email', '/email/*'],
    ['/customAttributes/3', '/customAttributes/*/value'],
    ['/custom_data_2', '/custom_data/**'],
    ['', '/email'],
  ])('is not fitted by %j: %j', (pointer, pattern) => expect(fitsPattern(pointer, pattern)).toBe(false));
});

describe('a pointer', () => {
  const isTelling = (name: string) => name.includes('ada');

  it('leads to a place by names', () => {
    expect(withoutTelling({a: [{'b/c': 'x'}]}, '/a/0/b~1c', isTelling)).toBe('/a/0/b~1c');
  });

  it('has the position of a name that must not be told', () => {
    const value = {id: 1, data: {x: 1, 'ada@example.org': {likes: ['tea']}}};
    expect(withoutTelling(value, '/data/ada@example.org/likes/0', isTelling)).toBe('/data/@1/likes/0');
  });
});
