import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {ember, quill} from '../../test/support/people.js';
import type {VendorName} from '../registry.js';
import {seedFile, type SeedFormat} from './seed-file.js';
import {seedOf} from './seed-of.js';

const people = [quill, ember];
const textOf = async (format: SeedFormat, vendors?: readonly VendorName[]) =>
  [...(await seedFile(people, {format, ...(vendors && {vendors})}))].join('');

describe('a seed as a file', () => {
  it('is YAML that says the same as the seed, and which schema it is of', async () => {
    const text = await textOf('yaml');
    expect(parse(text)).toEqual({version: 1, ...(await seedOf(people))});
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./node_modules/standin/dist/seed.schema.json');
  });

  it('is JSON that says the same as the seed, and which schema it is of', async () => {
    expect(JSON.parse(await textOf('json'))).toEqual({
      $schema: './node_modules/standin/dist/seed.schema.json',
      version: 1,
      ...(await seedOf(people)),
    });
  });

  it.each(['yaml', 'json'] as const)('is %s with a line for each entity', async (format) => {
    const lines = (await textOf(format)).split('\n');
    for (const entity of Object.values(await seedOf(people)).flatMap((data) => Object.values(data).flat())) {
      expect(lines.filter((line) => line.includes(JSON.stringify(entity)))).toHaveLength(1);
    }
  });

  it.each(['yaml', 'json'] as const)(
    'is whole as %s when there is nothing in a collection, or one vendor alone',
    async (format) => {
      const nobody = [...(await seedFile([], {format, vendors: ['symbl']}))].join('');
      expect(parse(nobody)).toMatchObject({version: 1, symbl: {conversations: [], members: [], messages: []}});
      expect(Object.keys(parse(await textOf(format, ['dixa', 'dixa'])) as object)).not.toContain('opencx');
    },
  );

  it('is refused for a vendor that is not there before anything is written', async () => {
    await expect(seedFile(people, {format: 'yaml', vendors: ['dixa', 'dixo' as 'dixa']})).rejects.toThrow(
      new RangeError('There is no vendor "dixo": use opencx, dixa, symbl.'),
    );
  });
});

describe('a seed of people', () => {
  it('has each vendor, or those that are named', async () => {
    expect(Object.keys(await seedOf(people))).toEqual(['opencx', 'dixa', 'symbl']);
    expect(Object.keys(await seedOf(people, ['symbl']))).toEqual(['symbl']);
  });
});
