import {Queue} from './queue.js';
import {SortedPlaces} from './sorted-places.js';
import type {Change, Entity, IndexEntry, IndexQuery, Partition, Store} from './store.js';

/** State in this process's memory: gone when it ends. */
export function createMemoryStore(): Store {
  const partitions = new Map<string, Partition>();
  return {
    async open(name) {
      let partition = partitions.get(name);
      if (partition === undefined) partitions.set(name, (partition = new MemoryPartition()));
      return partition;
    },
    async remove(name) {
      partitions.delete(name);
    },
  };
}

type Entries = Readonly<Record<string, IndexEntry>>;

interface Collection {
  readonly entities: Map<string, Entity>;
  /** Where the indexed entities stand, by id; kept apart, since most entities of a long run are in no index. */
  readonly entries: Map<string, Entries>;
  /** By index name, then by key. */
  readonly indexes: Map<string, Map<string, SortedPlaces>>;
}

class MemoryPartition implements Partition {
  readonly #queue = new Queue();
  readonly #collections = new Map<string, Collection>();

  exclusive<T>(job: () => Promise<T>): Promise<T> {
    return this.#queue.run(job);
  }

  async get(collection: string, id: string): Promise<Entity | undefined> {
    return this.#collections.get(collection)?.entities.get(id);
  }

  async find(name: string, query: IndexQuery): Promise<readonly Entity[]> {
    const collection = this.#collections.get(name);
    const places = collection?.indexes.get(query.index)?.get(query.by);
    if (collection === undefined || places === undefined) return [];
    return places.select(query).map((id) => collection.entities.get(id) as Entity);
  }

  async commit(changes: readonly Change[]): Promise<void> {
    for (const change of changes) this.#apply(change);
  }

  async replace(changes: readonly Change[]): Promise<void> {
    this.#collections.clear();
    for (const change of changes) this.#apply(change);
  }

  async dump(): Promise<readonly Change[]> {
    return [...this.#collections].flatMap(([collection, {entities, entries}]) =>
      [...entities].map(([id, entity]) => ({collection, id, entity, entries: entries.get(id) ?? none})),
    );
  }

  #apply({collection: name, id, entity, entries}: Change): void {
    let collection = this.#collections.get(name);
    if (collection === undefined) {
      collection = {entities: new Map(), entries: new Map(), indexes: new Map()};
      this.#collections.set(name, collection);
    }
    const before = collection.entries.get(id) ?? none;
    unindex(collection, id, before, entries);
    if (entity === undefined) {
      collection.entities.delete(id);
      collection.entries.delete(id);
      return;
    }
    collection.entities.set(id, entity);
    if (isEmpty(entries)) collection.entries.delete(id);
    else collection.entries.set(id, entries);
    index(collection, id, entries, before);
  }
}

const none: Entries = {};

function isEmpty(entries: Entries): boolean {
  for (const _ in entries) return false;
  return true;
}

function index(collection: Collection, id: string, entries: Entries, before: Entries): void {
  for (const name in entries) {
    const entry = entries[name] as IndexEntry;
    if (isSame(entry, before[name])) continue;
    let keys = collection.indexes.get(name);
    if (keys === undefined) collection.indexes.set(name, (keys = new Map()));
    let places = keys.get(entry.by);
    if (places === undefined) keys.set(entry.by, (places = new SortedPlaces()));
    places.add({sort: entry.sort, id});
  }
}

/** Takes an entity out of its old places. A key that held nothing else goes too: it may itself be an erased value. */
function unindex(collection: Collection, id: string, before: Entries, after: Entries): void {
  for (const name in before) {
    const entry = before[name] as IndexEntry;
    if (isSame(entry, after[name])) continue;
    const keys = collection.indexes.get(name);
    const places = keys?.get(entry.by);
    places?.remove({sort: entry.sort, id});
    if (places?.size === 0) keys?.delete(entry.by);
  }
}

function isSame(a: IndexEntry, b: IndexEntry | undefined): boolean {
  return a.by === b?.by && a.sort === b.sort;
}
