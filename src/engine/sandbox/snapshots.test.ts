import {describe, expect, it} from 'vitest';
import type {Change} from '../../state/index.js';
import {Snapshots, TooManySnapshots, type Snapshot} from './snapshots.js';

function snapshot(name: string, changes: readonly Change[] = []): Snapshot {
  return {name, sandbox: 'default', takenAt: 0, vendors: ['tiny'], changes, holdsErased: false};
}

const note = (id: string, text: string): Change => ({
  collection: 'tiny.notes',
  id,
  entity: {id, text, more: [{text: 'Bread'}]} as Change['entity'],
  entries: {},
});

const erased = (id: string, ...texts: string[]) => ({
  texts: new Set(texts),
  entities: [{collection: 'tiny.notes', id}],
});

describe('snapshots', () => {
  it('are kept by name, in the order in which names were first used', () => {
    const snapshots = new Snapshots();
    expect(['b', 'a', 'b'].map((name) => snapshots.save(snapshot(name)))).toEqual([true, true, false]);
    expect(snapshots.list().map(({name}) => name)).toEqual(['b', 'a']);
    expect([snapshots.remove('b'), snapshots.remove('b')]).toEqual([true, false]);
    expect(snapshots.get('b')).toBeUndefined();
  });

  it('hold half a million entities together at most; one that takes another’s place is not counted twice', () => {
    const snapshots = new Snapshots();
    const many = Array.from({length: 300_000}, () => note('a', 'Milk'));
    snapshots.save(snapshot('one', many));
    expect(() => snapshots.save(snapshot('two', many))).toThrow(
      new TooManySnapshots('Snapshots of a sandbox hold 500000 entities together; delete some of them first.'),
    );
    expect(snapshots.save(snapshot('one', many))).toBe(false);
    expect(snapshots.list()).toHaveLength(1);
  });
});

describe('a snapshot holds what was erased', () => {
  const after = (forgotten: ReturnType<typeof erased>, ...changes: readonly Change[]) => {
    const snapshots = new Snapshots();
    snapshots.save(snapshot('one', changes));
    snapshots.forget(forgotten);
    return snapshots.get('one')?.holdsErased;
  };

  it('when the entity stands in it with the text, however deep', () => {
    expect(after(erased('a', 'Milk'), note('a', 'Milk'))).toBe(true);
    expect(after(erased('a', 'Bread'), note('a', 'Milk'))).toBe(true);
  });

  it('not when the entity stands in it without the text, or is another one', () => {
    expect(after(erased('a', 'Milk'), note('a', 'Eggs'))).toBe(false);
    expect(after(erased('a', 'Milk'), note('b', 'Milk'))).toBe(false);
    expect(after(erased('a', 'Milk'), {...note('a', 'Milk'), collection: 'tiny.log'})).toBe(false);
    expect(after(erased('a'), note('a', 'Milk'))).toBe(false);
  });

  it('from then on', () => {
    const snapshots = new Snapshots();
    snapshots.save(snapshot('one', [note('a', 'Milk')]));
    snapshots.forget(erased('a', 'Milk'));
    snapshots.forget(erased('b', 'Eggs'));
    expect(snapshots.get('one')?.holdsErased).toBe(true);
  });
});
