import fc from 'fast-check';
import {describe, expect, it, vi} from 'vitest';
import {
  collection,
  createMemoryStore,
  nameCollections,
  UnitOfWork,
  type Entity,
  type IndexQuery,
  type Partition,
  type Place,
  type SortKey,
} from './index.js';

interface Person extends Entity {
  readonly id: string;
  readonly email?: string;
  readonly age: number;
  readonly tags?: {readonly names: readonly string[]};
}

const people = collection<Person>()({
  email: {by: (person) => person.email},
  age: {by: () => 'all', sort: (person) => person.age},
});
const named = nameCollections('test', {people});

const open = (): Promise<Partition> => createMemoryStore().open('default');
const stateOf = (unit: UnitOfWork) => unit.state<{people: typeof people}>(named).people;

async function saved(partition: Partition, ...entities: Person[]): Promise<void> {
  const unit = new UnitOfWork(partition);
  for (const entity of entities) stateOf(unit).save(entity);
  await unit.commit();
}

const anna: Person = {id: 'anna', email: 'anna@example.org', age: 30};
const ben: Person = {id: 'ben', email: 'ben@example.org', age: 40};

describe('a unit of work', () => {
  it('shows its own writes before anyone else sees them', async () => {
    const partition = await open();
    const unit = new UnitOfWork(partition);
    stateOf(unit).save(anna);

    expect(await stateOf(unit).get('anna')).toEqual(anna);
    expect(await stateOf(new UnitOfWork(partition)).get('anna')).toBeUndefined();
    expect(await partition.dump()).toEqual([]);
  });

  it('leaves nothing behind when it is not committed', async () => {
    const partition = await open();
    await saved(partition, anna);
    const before = await partition.dump();
    const unit = new UnitOfWork(partition);
    stateOf(unit).save({...anna, age: 31});
    stateOf(unit).save(ben);
    stateOf(unit).remove('anna');

    expect(await partition.dump()).toEqual(before);
  });

  it('writes all its changes in one commit', async () => {
    const partition = await open();
    const commits: number[] = [];
    const watched: Partition = {
      exclusive: (job) => partition.exclusive(job),
      get: (name, id) => partition.get(name, id),
      find: (name, query) => partition.find(name, query),
      replace: (changes) => partition.replace(changes),
      dump: () => partition.dump(),
      commit: (changes) => {
        commits.push(changes.length);
        return partition.commit(changes);
      },
    };
    const unit = new UnitOfWork(watched);
    stateOf(unit).save(anna);
    stateOf(unit).save(ben);
    stateOf(unit).save({...anna, age: 31});
    await unit.commit();
    await unit.commit();

    expect(commits).toEqual([2]);
    expect(await stateOf(new UnitOfWork(partition)).get('anna')).toEqual({...anna, age: 31});
  });

  it('buffers nothing of an entity whose index cannot be worked out', async () => {
    const broken = collection<Person>()({
      tag: {by: (person) => (person.tags as NonNullable<Person['tags']>).names[0]},
    });
    const partition = await open();
    const unit = new UnitOfWork(partition);
    const target = unit.collection<Person>('test.people', broken);
    expect(() => target.save(anna)).toThrow(TypeError);
    await unit.commit();

    expect(await partition.dump()).toEqual([]);
  });

  it('finds an entity under its new key only, once the key was changed', async () => {
    const partition = await open();
    await saved(partition, anna);
    const unit = new UnitOfWork(partition);
    stateOf(unit).save({...anna, email: 'new@example.org'});

    for (const state of [stateOf(unit), await committed(unit, partition)]) {
      expect(await state.first('email', 'anna@example.org')).toBeUndefined();
      expect((await state.first('email', 'new@example.org'))?.id).toBe('anna');
    }
  });

  it('tells apart collections of the same name of two vendors', async () => {
    const partition = await open();
    await saved(partition, anna);
    const other = new UnitOfWork(partition).state<{people: typeof people}>(nameCollections('other', {people})).people;
    expect(await other.get('anna')).toBeUndefined();
    expect(await other.find('age', 'all')).toEqual([]);
  });
});

async function committed(unit: UnitOfWork, partition: Partition) {
  await unit.commit();
  return stateOf(new UnitOfWork(partition));
}

describe('an index key', () => {
  it('disappears with its entity: an erased e-mail must not remain as a key', async () => {
    const partition = await open();
    await saved(partition, anna, ben);
    const unit = new UnitOfWork(partition);
    stateOf(unit).save({id: 'anna', age: 30});
    stateOf(unit).remove('ben');
    await unit.commit();

    expect(JSON.stringify(await partition.dump())).not.toContain('@example.org');
    expect(await stateOf(unit).find('email', 'anna@example.org')).toEqual([]);
    expect(await stateOf(unit).find('email', 'ben@example.org')).toEqual([]);
    expect((await stateOf(unit).find('age', 'all')).map(({id}) => id)).toEqual(['anna']);
  });

  it('is not kept by the store either, not even with nothing under it', async () => {
    const written = vi.spyOn(Map.prototype, 'set');
    try {
      const partition = await open();
      await saved(partition, anna, ben);
      const holds = () => written.mock.contexts.some((map) => (map as Map<unknown, unknown>).has('anna@example.org'));
      expect(holds()).toBe(true);
      const unit = new UnitOfWork(partition);
      stateOf(unit).save({id: 'anna', age: 30});
      await unit.commit();
      expect(holds()).toBe(false);
    } finally {
      written.mockRestore();
    }
  });

  it('keeps its other entities when one of them leaves', async () => {
    const partition = await open();
    await saved(partition, anna, {...ben, email: 'anna@example.org'});
    const unit = new UnitOfWork(partition);
    stateOf(unit).remove('anna');
    await unit.commit();
    expect((await stateOf(unit).find('email', 'anna@example.org')).map(({id}) => id)).toEqual(['ben']);
  });
});

describe('stored entities', () => {
  it('cannot be changed, at any depth', async () => {
    const partition = await open();
    const person = {...anna, tags: {names: ['a']}};
    await saved(partition, person);
    const stored = (await stateOf(new UnitOfWork(partition)).get('anna')) as typeof person;

    expect(() => (stored.age = 1)).toThrow(TypeError);
    expect(() => stored.tags.names.push('b')).toThrow(TypeError);
    expect(() => Object.assign(stored.tags, {more: true})).toThrow(TypeError);
  });

  it('cannot be changed where somebody had frozen the outside only', async () => {
    const names = ['a'];
    const partition = await open();
    await saved(partition, Object.freeze({...anna, tags: {names}}));
    expect(() => names.push('b')).toThrow(TypeError);
  });

  it('are frozen as soon as they are saved', async () => {
    const unit = new UnitOfWork(await open());
    const stored = stateOf(unit).save({...anna}) as {age: number};
    expect(() => (stored.age = 1)).toThrow(TypeError);
  });
});

/** Items with few keys and few sort values, so that they meet each other often. */
interface Item extends Entity {
  readonly id: string;
  readonly group: string | undefined;
  readonly rank: number;
}

const items = collection<Item>()({
  rank: {by: (item) => item.group, sort: (item): SortKey => item.rank},
  plain: {by: (item) => item.group},
});

type Step =
  | {readonly kind: 'save'; readonly item: Item}
  | {readonly kind: 'remove'; readonly id: string}
  | {readonly kind: 'commit'}
  | {readonly kind: 'abandon'}
  | {readonly kind: 'find'; readonly query: IndexQuery};

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '\uffff', '10', '9');
const rank = fc.integer({min: 0, max: 4});
const item = fc.record({id, group: fc.constantFrom('x', 'y', undefined), rank});

const queryOf = (index: string, sort: fc.Arbitrary<SortKey>): fc.Arbitrary<IndexQuery> =>
  fc.record(
    {
      index: fc.constant(index),
      by: fc.constantFrom('x', 'y', 'z'),
      from: sort,
      to: sort,
      after: fc.record({sort, id}),
      descending: fc.boolean(),
      limit: fc.integer({min: 0, max: 5}),
    },
    {requiredKeys: ['index', 'by']},
  );

const step: fc.Arbitrary<Step> = fc.oneof(
  {weight: 5, arbitrary: fc.record({kind: fc.constant('save' as const), item})},
  {weight: 2, arbitrary: fc.record({kind: fc.constant('remove' as const), id})},
  {weight: 1, arbitrary: fc.constant({kind: 'commit' as const})},
  {weight: 1, arbitrary: fc.constant({kind: 'abandon' as const})},
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('find' as const),
      query: fc.oneof(queryOf('rank', rank), queryOf('plain', id)),
    }),
  },
);

/** What `find` must answer, in the plainest words there are: look at everything, sort, cut. */
function naiveFind(all: ReadonlyMap<string, Item>, query: IndexQuery): Item[] {
  const sortOf = (one: Item): SortKey => (query.index === 'rank' ? one.rank : one.id);
  const compare = (a: Place, b: Place): number =>
    a.sort === b.sort ? Number(a.id > b.id) - Number(a.id < b.id) : a.sort > b.sort ? 1 : -1;
  const placeOf = (one: Item): Place => ({sort: sortOf(one), id: one.id});
  const {after, from, to, descending = false, limit = Infinity} = query;
  const sorted = [...all.values()]
    .filter((one) => one.group === query.by)
    .filter((one) => from === undefined || sortOf(one) >= from)
    .filter((one) => to === undefined || sortOf(one) <= to)
    .sort((a, b) => compare(placeOf(a), placeOf(b)));
  if (descending) sorted.reverse();
  return sorted
    .filter((one) => after === undefined || compare(placeOf(one), after) * (descending ? -1 : 1) > 0)
    .slice(0, limit);
}

describe('finding by an index', () => {
  it('answers as a naive model does, for stored and buffered entities alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, {maxLength: 60}), async (steps) => {
        const partition = await open();
        let unit = new UnitOfWork(partition);
        let stored = new Map<string, Item>();
        let seen = new Map<string, Item>();
        for (const one of steps) {
          const state = unit.collection<Item>('items', items);
          if (one.kind === 'save') seen.set(one.item.id, state.save({...one.item}));
          if (one.kind === 'remove') {
            state.remove(one.id);
            seen.delete(one.id);
          }
          if (one.kind === 'commit') {
            await unit.commit();
            stored = new Map(seen);
          }
          if (one.kind === 'abandon') {
            unit = new UnitOfWork(partition);
            seen = new Map(stored);
          }
          if (one.kind === 'find') {
            const {index, by, ...range} = one.query;
            expect(await state.find(index, by, range)).toEqual(naiveFind(seen, one.query));
            expect(await partition.find('items', one.query)).toEqual(naiveFind(stored, one.query));
          }
        }
        await unit.commit();
        const dumped = (await partition.dump()).map(({entity}) => entity as Item);
        expect(new Map(dumped.map((entity) => [entity.id, entity]))).toEqual(seen);
      }),
      {numRuns: 500},
    );
  });

  it('finds what is left behind many buffered changes, and what came anew between lookups', async () => {
    const partition = await open();
    const many = Array.from({length: 600}, (_, age): Person => ({id: `p${age}`, age, email: `${age % 3}@example.org`}));
    await saved(partition, ...many);
    const state = stateOf(new UnitOfWork(partition));
    for (const {id} of many.slice(0, 500)) state.remove(id);
    expect((await state.find('age', 'all', {limit: 2})).map(({id}) => id)).toEqual(['p500', 'p501']);
    expect(await state.find('age', 'all', {to: 499, limit: 1})).toEqual([]);

    state.save({id: 'new', age: 500.5, email: 'new@example.org'});
    expect((await state.find('age', 'all', {limit: 2})).map(({id}) => id)).toEqual(['p500', 'new']);
    expect(await state.first('email', 'new@example.org')).toMatchObject({id: 'new'});
    state.save({id: 'new', age: 900});
    expect(await state.first('email', 'new@example.org')).toBeUndefined();
    expect((await state.find('age', 'all', {descending: true, limit: 1})).map(({id}) => id)).toEqual(['new']);
    expect((await state.find('email', '2@example.org', {limit: 40})).length).toBe(34);
  });

  it('pages through everything once, whatever the page size and direction', async () => {
    const page = fc.integer({min: 1, max: 4});
    await fc.assert(
      fc.asyncProperty(fc.array(item, {maxLength: 12}), page, fc.boolean(), async (all, limit, descending) => {
        const unit = new UnitOfWork(await open());
        const state = unit.collection<Item>('items', items);
        const [half, rest] = [all.slice(0, 6), all.slice(6)];
        for (const one of half) state.save({...one, group: 'x'});
        await unit.commit();
        for (const one of rest) state.save({...one, group: 'x'});

        const seen: string[] = [];
        for (let after: Place | undefined; ;) {
          const found = await state.find('rank', 'x', {limit, descending, ...(after && {after})});
          seen.push(...found.map((one) => one.id));
          const last = found.at(-1);
          if (last === undefined) break;
          after = {sort: last.rank, id: last.id};
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(new Set(seen)).toEqual(new Set(all.map((one) => one.id)));
      }),
    );
  });
});
