import {describe, expect, it} from 'vitest';
import {tinyVendor} from '../../../test/support/tiny-vendor.js';
import {checkSeeds} from './seed-check.js';
import {SeedError} from './seed-error.js';

const vendors = new Map([['tiny', tinyVendor()]]);

/** Every problem of a seed; none when it is taken. */
async function problemsIn(seed: unknown): Promise<readonly string[]> {
  const outcome = await checkSeeds(seed, vendors).catch((error: unknown) => error);
  return outcome instanceof SeedError ? outcome.problems : [];
}

describe('a user’s seed', () => {
  it('is taken when every entity has an id of its own', async () => {
    const seeds = {tiny: {notes: [{id: 'a'}, {id: 1}, {id: 'b', more: {}}], log: []}};
    expect(await checkSeeds(seeds, vendors)).toEqual(seeds);
    expect(await checkSeeds({}, vendors)).toEqual({});
  });

  it('may say its version and where its schema is', async () => {
    const seed = {$schema: 'https://schemas.example/seed.json', version: 1, tiny: {notes: []}};
    expect(await checkSeeds(seed, vendors)).toEqual({tiny: {notes: []}});
  });

  it.each([2, '1', null])('of version %j is refused', async (version) => {
    expect(await problemsIn({version, tiny: {}})).toEqual(['/version: must be 1; this stand-in reads no other.']);
  });

  it.each([
    [[], 'A seed is an object with one member per vendor, such as {"dixa": {…}}.'],
    [null, 'A seed is an object with one member per vendor, such as {"dixa": {…}}.'],
    [{other: {}}, '/other: no such vendor; use tiny.'],
    [{'a/b': {}}, '/a~1b: no such vendor; use tiny.'],
    [{tiny: []}, '/tiny: must be an object with one list per collection.'],
    [{tiny: {nothing: []}}, '/tiny/nothing: no such collection; use notes, log, accounts.'],
    [{tiny: {toString: []}}, '/tiny/toString: no such collection; use notes, log, accounts.'],
    [{tiny: {notes: {}}}, '/tiny/notes: must be a list.'],
    [{tiny: {notes: [{id: 'a'}, 5]}}, '/tiny/notes/1: every entity needs an id, a string or a number.'],
    [{tiny: {notes: [{text: 'a'}]}}, '/tiny/notes/0: every entity needs an id, a string or a number.'],
    [{tiny: {notes: [{id: null}]}}, '/tiny/notes/0: every entity needs an id, a string or a number.'],
    [
      {tiny: {notes: [{id: 1}, {id: 2}, {id: '1'}]}},
      '/tiny/notes/2: the id 1 is used twice; give each entity its own.',
    ],
  ])('%j is refused with the place and the mend', async (seed, problem) => {
    expect(await problemsIn(seed)).toEqual([problem]);
  });

  it('is told what is wrong in several places at once, but not in more than ten', async () => {
    const two = {tiny: {notes: [5], log: {}}};
    await expect(checkSeeds(two, vendors)).rejects.toThrow(
      new SeedError(['/tiny/notes/0: every entity needs an id, a string or a number.', '/tiny/log: must be a list.']),
    );
    expect(await problemsIn({tiny: {notes: Array.from({length: 20}, () => 5)}})).toHaveLength(10);
  });
});

describe('a seed is data alone', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('so nothing in it is called %s', async (name) => {
    const seed: unknown = JSON.parse(`{"tiny": {"notes": [{"id": "a", "more": [{"${name}": {"isAdmin": true}}]}]}}`);
    expect(await problemsIn(seed)).toEqual([
      `/tiny/notes/0/more/0/${name}: has a name that data must not have; choose another.`,
    ]);
    expect(await problemsIn(JSON.parse(`{"${name}": {}}`))).toHaveLength(1);
    expect({}).not.toHaveProperty('isAdmin');
  });

  it('so what holds itself is refused, and what JSON has no word for', async () => {
    const round: Record<string, unknown> = {id: 'a'};
    round.self = round;
    const problem = 'A seed is plain data; this one holds itself, or something that JSON has no word for.';
    expect(await problemsIn({tiny: {notes: [round]}})).toEqual([problem]);
    expect(await problemsIn({tiny: {notes: [{id: 'a', number: 1n}]}})).toEqual([problem]);
  });

  it('so what lies deeper than data does is refused', async () => {
    const nested = (levels: number): object => (levels === 0 ? {} : {more: nested(levels - 1)});
    expect(await problemsIn({tiny: {notes: [{id: 'a', more: nested(90)}]}})).toEqual([]);
    expect(await problemsIn({tiny: {notes: [{id: 'a', more: nested(120)}]}})).toEqual([
      expect.stringMatching(/^\/tiny\/notes\/0(\/more)+: lies more than 100 levels deep; no data does\.$/),
    ]);
  });

  it('and it is copied: who gave it can change it later and changes nothing here', async () => {
    const note = {id: 'a', text: 'Milk'};
    const checked = await checkSeeds({tiny: {notes: [note]}}, vendors);
    note.text = 'Bread';
    expect(checked).toEqual({tiny: {notes: [{id: 'a', text: 'Milk'}]}});
  });
});
