import {describe, expect, it} from 'vitest';
import {structureOf} from './structure.js';

/** Texts and names that show which shape they were made for. */
const making = {text: (shape: string) => `<${shape}>`, name: (shape: string) => `name ${shape}`};
const made = (shape: string) => structureOf(shape, making);

describe('a structure made of its shape', () => {
  it('has objects in lists and lists in objects, with names and texts made up for theirs', () => {
    expect(made('{"aaa":"Aaaa","aa":[{"a":"9-9"},"A"]}')).toEqual({
      'name aaa': '<Aaaa>',
      'name aa': [{'name a': '<9-9>'}, '<A>'],
    });
  });

  it('has numbers of as many digits, and booleans', () => {
    expect(made('[99,-9.9,aaaa,aaaaa]')).toEqual([11, -1.1, true, false]);
  });

  it('reads braces, colons and escapes in texts as text', () => {
    expect(made('{"a":"{aa: [\\"a\\", 9}","aa":9}')).toEqual({'name a': '<{aa: [ a , 9}>', 'name aa': 1});
  });

  it('has what is complete where the shape was cut off', () => {
    expect(made('{"aaa":"Aaaa","aa":[99,"Aaa')).toEqual({'name aaa': '<Aaaa>', 'name aa': [11]});
    expect(made('[{"a":9},{"aa"')).toEqual([{'name a': 1}]);
    expect(made('[{"aaaa')).toEqual([]);
    expect(made('{"aaaa')).toEqual({});
  });

  it('is none where the shape is one of a text or a number', () => {
    for (const shape of ['', 'aaaa', '99', '"aaa"', ' {"a":9}']) expect(made(shape)).toBe(undefined);
  });
});
