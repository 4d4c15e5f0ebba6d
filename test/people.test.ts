import {describe, expect, it} from 'vitest';
import type {Person, SeedData} from '../src/engine/index.js';
import {createStandin} from '../src/index.js';
import {makePeople, seedOf} from '../src/people/index.js';
import {vendorsNamed} from '../src/registry.js';
import {ember, quill} from './support/people.js';
import {tinyVendor} from './support/tiny-vendor.js';

const registry = await vendorsNamed();

/** Every id, with the collection it is unique in. */
function idsOf(data: SeedData): string[] {
  return Object.entries(data).flatMap(([name, entities]) => entities.map(({id}) => `${name} ${id}`));
}

describe.each(registry)('people at $name', ({populate, seed, accounts, collections}) => {
  it('are the same whenever they are made, and each the same beside others', () => {
    expect(populate([quill, ember])).toEqual(populate([quill, ember]));
    const [both, one] = [populate([ember, quill]), populate([quill])];
    for (const [name, entities] of Object.entries(one))
      expect(both[name]).toEqual(expect.arrayContaining([...entities]));
  });

  it('have ids that are no others’: neither of the seed nor of one another', async () => {
    const ids = idsOf(populate(await makePeople({count: 300})));
    expect(new Set(ids).size).toBe(ids.length);
    const seeded = new Set(idsOf(seed));
    expect(ids.filter((id) => seeded.has(id))).toEqual([]);
  });

  it('bring no accounts, so that the demo credentials and what agents there are stay', () => {
    const names = Object.keys(populate([quill]));
    expect(names.filter((name) => (accounts as readonly string[]).includes(name))).toEqual([]);
    expect(names.filter((name) => !(name in collections))).toEqual([]);
  });
});

it('are nobody at a vendor that has no place for them', () => {
  expect(tinyVendor().populate([quill])).toEqual({});
});

describe('a stand-in', () => {
  it('takes what was made up as its seed', async () => {
    const people = await makePeople({count: 40, randomSeed: 3});
    await using standin = await createStandin({seed: await seedOf(people)});
    const {env} = standin.info.vendors.dixa ?? {};
    const answer = await standin.fetch(`/dixa/v1/endusers?email=${people[39]?.email}`, {
      headers: {authorization: env?.DIXA_API_KEY ?? ''},
    });
    expect(await answer.json()).toMatchObject({data: [{phoneNumber: people[39]?.phone}]});
  });

  it.each<[string, Person]>([
    ['never wrote', {...quill, conversations: []}],
    [
      'was never answered',
      {...quill, conversations: quill.conversations.map((one) => ({...one, turns: one.turns.slice(0, 1)}))},
    ],
    ['wrote nothing into it', {...quill, conversations: quill.conversations.map((one) => ({...one, turns: []}))}],
  ])('takes somebody who %s', async (_, person) => {
    await using standin = await createStandin({seed: await seedOf([person])});
    expect(standin.info.vendors).toHaveProperty('symbl');
  });
});
