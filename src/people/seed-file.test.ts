import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {ember, quill} from '../../test/support/people.js';
import {seedFile, type SeedFormat} from './seed-file.js';
import {seedOf} from './seed-of.js';

const people = [quill, ember];
const textOf = (format: SeedFormat, vendors?: readonly string[]) =>
  [...seedFile(people, {format, ...(vendors && {vendors})})].join('');

describe('a seed as a file', () => {
  it('is YAML that says the same as the seed, and which schema it is of', () => {
    const text = textOf('yaml');
    expect(parse(text)).toEqual({version: 1, ...seedOf(people)});
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./node_modules/standin/dist/seed.schema.json');
  });

  it('is JSON that says the same as the seed, and which schema it is of', () => {
    expect(JSON.parse(textOf('json'))).toEqual({
      $schema: './node_modules/standin/dist/seed.schema.json',
      version: 1,
      ...seedOf(people),
    });
  });

  it.each(['yaml', 'json'] as const)('is %s with a line for each entity', (format) => {
    const lines = textOf(format).split('\n');
    for (const entity of Object.values(seedOf(people)).flatMap((data) => Object.values(data).flat())) {
      expect(lines.filter((line) => line.includes(JSON.stringify(entity)))).toHaveLength(1);
    }
  });

  it.each(['yaml', 'json'] as const)(
    'is whole as %s when there is nothing in a collection, or one vendor alone',
    (format) => {
      const nobody = [...seedFile([], {format, vendors: ['symbl']})].join('');
      expect(parse(nobody)).toMatchObject({version: 1, symbl: {conversations: [], members: [], messages: []}});
      expect(Object.keys(parse(textOf(format, ['dixa', 'dixa'])) as object)).not.toContain('opencx');
    },
  );

  it('is refused for a vendor that is not there before anything is written', () => {
    expect(() => seedFile(people, {format: 'yaml', vendors: ['dixa', 'dixo']})).toThrow(
      new RangeError('There is no vendor "dixo": use opencx, dixa, symbl.'),
    );
  });
});

describe('a seed of people', () => {
  it('has each vendor, or those that are named', () => {
    expect(Object.keys(seedOf(people))).toEqual(['opencx', 'dixa', 'symbl']);
    expect(Object.keys(seedOf(people, ['symbl']))).toEqual(['symbl']);
  });
});
