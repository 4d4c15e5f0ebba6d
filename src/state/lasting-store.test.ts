import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {MemoryShelf} from '../../test/support/memory-shelf.js';
import {createMemoryStore, type Change, type Entity, type Store} from './index.js';
import {createLastingStore} from './lasting-store.js';

const storeOn = (shelf: MemoryShelf, stamp = 'one') => createLastingStore({shelf, stamp});
const change = (id: string, name = id): Change => ({
  collection: 'people',
  id,
  entity: {id, name} as Entity,
  entries: {name: {by: name, sort: id}},
});
const removal = (id: string): Change => ({collection: 'people', id, entity: undefined, entries: {}});
const idsIn = async (store: Store) => (await (await store.open('blue')).dump()).map(({id}) => id);

describe('a store that lasts', () => {
  it('finds again what was committed, by id and by index, and cannot be changed', async () => {
    const shelf = new MemoryShelf();
    const before = await storeOn(shelf).open('blue');
    await before.commit([change('b', 'x'), change('a', 'x'), change('c')]);
    await before.commit([removal('c')]);

    const after = await storeOn(shelf).open('blue');
    expect(await after.find('people', {index: 'name', by: 'x'})).toEqual([
      {id: 'a', name: 'x'},
      {id: 'b', name: 'x'},
    ]);
    expect(await after.get('people', 'c')).toBeUndefined();
    const found = (await after.get('people', 'a')) as Entity & {name: string};
    expect(() => (found.name = 'y')).toThrow(TypeError);
    expect(await (await storeOn(shelf).open('red')).dump()).toEqual([]);
  });

  it('is after any commits and reloads what a store in memory is', async () => {
    const one = fc
      .record({id: fc.constantFrom('a', 'b', 'c', 'd'), name: fc.constantFrom('x', 'y', undefined)})
      .map(({id, name}) => (name === undefined ? removal(id) : change(id, name)));
    const step = fc.record({
      kind: fc.constantFrom('commit', 'commit', 'replace', 'reload'),
      changes: fc.array(one, {maxLength: 4}),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, {maxLength: 12}), async (steps) => {
        const shelf = new MemoryShelf();
        const model = await createMemoryStore().open('blue');
        let lasting = await storeOn(shelf).open('blue');
        for (const {kind, changes} of steps) {
          if (kind === 'reload') lasting = await storeOn(shelf).open('blue');
          else for (const partition of [model, lasting]) await partition[kind as 'commit' | 'replace'](changes);
          const byId = (all: readonly Change[]) => new Map(all.map((each) => [each.id, each]));
          expect(byId(await lasting.dump())).toEqual(byId(await model.dump()));
          for (const by of ['x', 'y']) {
            const query = {index: 'name', by};
            expect(await lasting.find('people', query)).toEqual(await model.find('people', query));
          }
        }
      }),
    );
  });

  it('changes nothing, in memory or on the shelf, where the shelf cannot write', async () => {
    const shelf = new MemoryShelf();
    const store = storeOn(shelf);
    const blue = await store.open('blue');
    await blue.commit([change('a')]);
    const text = shelf.texts.get('blue');

    shelf.failures = 2;
    await expect(blue.commit([change('b'), removal('a')])).rejects.toThrow('The shelf is full.');
    await expect(blue.replace([change('b')])).rejects.toThrow('The shelf is full.');
    expect(await idsIn(store)).toEqual(['a']);
    expect(shelf.texts.get('blue')).toBe(text);

    await blue.commit([change('c')]);
    expect(await idsIn(store)).toEqual(['a', 'c']);
    expect(await idsIn(storeOn(shelf))).toEqual(['a', 'c']);
  });

  it('has nothing of what was removed on the shelf when the commit is done', async () => {
    const shelf = new MemoryShelf();
    const blue = await storeOn(shelf).open('blue');
    await blue.commit([change('a', 'Ada Example'), change('b', 'Bo Example')]);
    expect(shelf.texts.get('blue')).toContain('Ada Example');
    await blue.commit([change('a', 'hidden'), removal('b')]);
    expect(shelf.texts.get('blue')).not.toContain('Example');
  });

  it('forgets a partition that is removed', async () => {
    const shelf = new MemoryShelf();
    const store = storeOn(shelf);
    await (await store.open('blue')).commit([change('a')]);
    await store.remove('blue');
    expect(shelf.texts.size).toBe(0);
    expect(await idsIn(store)).toEqual([]);
  });

  it('can be opened again after a shelf that failed', async () => {
    const shelf = new MemoryShelf();
    await (await storeOn(shelf).open('blue')).commit([change('a')]);
    const text = shelf.texts.get('blue') ?? '';
    const store = storeOn(shelf);
    shelf.texts.set('blue', '{');
    await expect(store.open('blue')).rejects.toThrow(SyntaxError);
    shelf.texts.set('blue', text);
    expect(await idsIn(store)).toEqual(['a']);
  });
});

describe('what cannot be used', () => {
  it.each([
    ['of another version', (text: string) => text.replace('"stamp":"one"', '"stamp":"two"')],
    ['that holds no entity', (text: string) => text.replace(/"entity":\{[^}]*\}/, '"entity":"gone"')],
    ['without places', (text: string) => text.replace('"entries"', '"entrees"')],
    ['with a place that is none', (text: string) => text.replace(/"name":\{"by"[^}]*\}/, '"name":"a"')],
    ['that is something else', (text: string) => text.replace(/"changes":\[/, '"changes":[null,')],
  ])('begins anew: state %s', async (_, spoil) => {
    const shelf = new MemoryShelf();
    await (await storeOn(shelf).open('blue')).commit([change('a')]);
    const text = shelf.texts.get('blue') ?? '';
    expect(spoil(text)).not.toBe(text);
    shelf.texts.set('blue', spoil(text));

    const store = storeOn(shelf);
    expect(await idsIn(store)).toEqual([]);
    await (await store.open('blue')).commit([change('b')]);
    expect(await idsIn(storeOn(shelf))).toEqual(['b']);
  });
});

describe('two that share a shelf', () => {
  it('each read what the other wrote before they do anything', async () => {
    const shelf = new MemoryShelf();
    const [left, right] = [await storeOn(shelf).open('blue'), await storeOn(shelf).open('blue')];
    const count = async (partition: typeof left) => {
      const before = (await partition.get('people', 'count')) as (Entity & {name: string}) | undefined;
      await partition.commit([change('count', String(Number(before?.name ?? 0) + 1))]);
    };
    await Promise.all(
      Array.from({length: 20}, (_, turn) => {
        const partition = turn % 2 === 0 ? left : right;
        return partition.exclusive(() => count(partition));
      }),
    );
    expect(await (await storeOn(shelf).open('blue')).get('people', 'count')).toEqual({id: 'count', name: '20'});
  });

  it('go on with what they have where the other removed it, and write it as a whole', async () => {
    const shelf = new MemoryShelf();
    const [left, right] = [storeOn(shelf), storeOn(shelf)];
    const kept = await left.open('blue');
    await kept.commit([change('a')]);
    await right.remove('blue');
    await kept.exclusive(() => kept.commit([change('b')]));
    expect(await idsIn(left)).toEqual(['a', 'b']);
    expect(await idsIn(storeOn(shelf))).toEqual(['a', 'b']);
  });
});
