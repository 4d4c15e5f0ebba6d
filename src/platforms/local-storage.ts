import type {Change} from '../state/index.js';
import type {Shelf, Shelved, ShelfWrite} from '../state/lasting-store.js';
import {alone, prefix, StorageRefused} from './storage.js';

/** What is used of `localStorage`. */
interface WebStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What lies under the key of a partition, as JSON. */
interface Item extends Shelved {
  readonly changes: readonly Change[];
}

/**
 * A shelf in `localStorage`: one item for each sandbox, `standin:<sandbox>`, since only a single item is written as a whole or
 * not at all. Each commit writes it anew, so this is for small states; browsers give a page about five million characters.
 * They tell other tabs of a write a moment later: of two tabs that act at the same time the last one wins, as a whole.
 * @throws RangeError where there is no `localStorage`.
 */
export function localStorageShelf(): Shelf {
  const storage = storageOf(globalThis as {readonly localStorage?: WebStorage});
  /** What this tab last read or wrote: what is in the storage meanwhile may be of another tab, and must not be mixed in. */
  const known = new Map<string, readonly Change[]>();
  return {
    alone,
    head: async (partition) => itemIn(storage, partition),
    read: async (partition) => {
      const changes = itemIn(storage, partition)?.changes ?? [];
      known.set(partition, changes);
      return changes;
    },
    write: async (partition, write) => {
      const changes = write.whole ? write.changes : merged(known.get(partition) ?? [], write);
      const item: Item = {stamp: write.stamp, revision: write.revision, changes};
      try {
        storage.setItem(keyOf(partition), JSON.stringify(item));
      } catch (error) {
        throw new StorageRefused('localStorage', error);
      }
      known.set(partition, changes);
    },
    remove: async (partition) => {
      storage.removeItem(keyOf(partition));
      known.delete(partition);
    },
  };
}

function storageOf(scope: {readonly localStorage?: WebStorage}): WebStorage {
  let storage: WebStorage | undefined;
  try {
    storage = scope.localStorage;
  } catch {
    // A browser that lets a page keep nothing throws at the sight of it.
  }
  if (storage) return storage;
  throw new RangeError('There is no localStorage here: use a page in a browser, or leave out persist.');
}

function keyOf(partition: string): string {
  return `${prefix}:${partition}`;
}

function merged(before: readonly Change[], {changes}: ShelfWrite): readonly Change[] {
  const all = new Map(before.map((one) => [placeOf(one), one]));
  for (const change of changes) {
    if (change.entity === undefined) all.delete(placeOf(change));
    else all.set(placeOf(change), change);
  }
  return [...all.values()];
}

function placeOf({collection, id}: Change): string {
  return `${collection} ${id}`;
}

/** Undefined as well for what is no item of ours. */
function itemIn(storage: WebStorage, partition: string): Item | undefined {
  try {
    const item = JSON.parse(storage.getItem(keyOf(partition)) ?? 'null') as Partial<Item> | null;
    return Array.isArray(item?.changes) ? (item as Item) : undefined;
  } catch {
    return undefined;
  }
}
