import {describe, expect, it} from 'vitest';
import {createMemoryStore, type Change} from './index.js';

const change = (id: string): Change => ({collection: 'things', id, entity: {id}, entries: {}});

describe('the memory store', () => {
  it('gives the same partition for the same name, and keeps names apart', async () => {
    const store = createMemoryStore();
    await (await store.open('blue')).commit([change('a')]);

    expect(await (await store.open('blue')).get('things', 'a')).toEqual({id: 'a'});
    expect(await (await store.open('red')).get('things', 'a')).toBeUndefined();
    expect(await (await createMemoryStore().open('blue')).get('things', 'a')).toBeUndefined();
  });

  it('forgets a partition that is removed, and empties one that is cleared', async () => {
    const store = createMemoryStore();
    const blue = await store.open('blue');
    await blue.commit([change('a')]);
    await blue.clear();
    expect(await blue.dump()).toEqual([]);

    await blue.commit([change('b')]);
    await store.remove('blue');
    expect(await (await store.open('blue')).dump()).toEqual([]);
  });

  it('finds nothing where nothing was ever stored', async () => {
    const blue = await createMemoryStore().open('blue');
    expect(await blue.find('things', {index: 'all', by: 'x'})).toEqual([]);
    await blue.commit([{...change('a'), entity: undefined}]);
    expect(await blue.dump()).toEqual([]);
  });
});
