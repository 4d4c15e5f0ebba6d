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

  it('puts other entities in place of all there are, at once for whoever reads meanwhile', async () => {
    const blue = await createMemoryStore().open('blue');
    const indexed = (id: string): Change => ({...change(id), entries: {all: {by: 'x', sort: 0}}});
    await blue.commit([indexed('a'), indexed('b')]);
    const replaced = blue.replace([indexed('b'), indexed('c')]);
    expect(await blue.find('things', {index: 'all', by: 'x'})).toEqual([{id: 'b'}, {id: 'c'}]);
    await replaced;
    expect((await blue.dump()).map(({id}) => id)).toEqual(['b', 'c']);
  });

  it('forgets a partition that is removed', async () => {
    const store = createMemoryStore();
    const blue = await store.open('blue');
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
