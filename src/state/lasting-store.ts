import {deepFreeze} from './freeze.js';
import {createMemoryStore} from './memory-store.js';
import type {Change, Entity, IndexQuery, Partition, Store} from './store.js';

/** What lies on a shelf under the name of a partition. */
export interface Shelved {
  /** Who wrote it: what another version of this package wrote is not read. */
  readonly stamp: string;
  /** A mark that no other write has. */
  readonly revision: string;
}

/** One write to a shelf. */
export interface ShelfWrite extends Shelved {
  readonly changes: readonly Change[];
  /** Whether the changes take the place of all there was. */
  readonly whole: boolean;
}

/** Where state lies when nobody runs: the storage of a browser. It keeps what it is given and knows nothing about it. */
export interface Shelf {
  /** What the last write of a partition was; undefined where nothing lies. */
  head(partition: string): Promise<Shelved | undefined>;
  /** Everything that lies under a partition; `entity` is there in each. Broken data may be told as it is. */
  read(partition: string): Promise<readonly unknown[]>;
  /**
   * Writes all or nothing; done when it is written.
   * @throws Error with a sentence that says what to do, when there is no room.
   */
  write(partition: string, write: ShelfWrite): Promise<void>;
  /** Removes a partition and all that is in it. */
  remove(partition: string): Promise<void>;
  /** Runs a job while nobody else who uses the shelf runs one for that partition. */
  alone<T>(partition: string, job: () => Promise<T>): Promise<T>;
}

/** What a lasting store is made of. */
export interface LastingStoreOptions {
  readonly shelf: Shelf;
  /** What is found under another stamp counts as not there, and the next write takes its place. */
  readonly stamp: string;
}

/**
 * State in memory that is written to a shelf as well, so that it is there again next time. A commit is done when it is
 * written, and what could not be written did not happen. Several stores may share a shelf: whoever has the turn first
 * reads what the others wrote.
 */
export function createLastingStore({shelf, stamp}: LastingStoreOptions): Store {
  const memory = createMemoryStore();
  const partitions = new Map<string, Promise<Partition>>();
  const marks = new Marks(stamp);
  const open = async (name: string): Promise<Partition> => {
    const partition = new LastingPartition({name, shelf, marks, memory: await memory.open(name)});
    await partition.refresh();
    return partition;
  };
  return {
    open(name) {
      let partition = partitions.get(name);
      if (partition === undefined) {
        partitions.set(name, (partition = open(name)));
        partition.catch(() => partitions.delete(name));
      }
      return partition;
    },
    async remove(name) {
      await shelf.alone(name, () => shelf.remove(name));
      partitions.delete(name);
      await memory.remove(name);
    },
  };
}

/** Makes marks that no other store makes. */
class Marks {
  readonly stamp: string;
  readonly #own = crypto.getRandomValues(new Uint32Array(4)).join('-');
  #count = 0;

  constructor(stamp: string) {
    this.stamp = stamp;
  }

  next(): Shelved {
    return {stamp: this.stamp, revision: `${this.#own}-${(this.#count += 1)}`};
  }
}

interface Parts {
  readonly name: string;
  readonly shelf: Shelf;
  readonly marks: Marks;
  readonly memory: Partition;
}

class LastingPartition implements Partition {
  readonly #name: string;
  readonly #shelf: Shelf;
  readonly #marks: Marks;
  readonly #memory: Partition;
  /** The write after which memory and shelf are the same; undefined while nothing of ours lies there. */
  #revision: string | undefined;

  constructor({name, shelf, marks, memory}: Parts) {
    this.#name = name;
    this.#shelf = shelf;
    this.#marks = marks;
    this.#memory = memory;
  }

  exclusive<T>(job: () => Promise<T>): Promise<T> {
    return this.#memory.exclusive(() =>
      this.#shelf.alone(this.#name, async () => {
        await this.refresh();
        return job();
      }),
    );
  }

  get(collection: string, id: string): Promise<Entity | undefined> {
    return this.#memory.get(collection, id);
  }

  find(collection: string, query: IndexQuery): Promise<readonly Entity[]> {
    return this.#memory.find(collection, query);
  }

  dump(): Promise<readonly Change[]> {
    return this.#memory.dump();
  }

  async commit(changes: readonly Change[]): Promise<void> {
    await (this.#revision === undefined ? this.#writeAll(changes) : this.#write({changes, whole: false}));
    await this.#memory.commit(changes);
  }

  async replace(changes: readonly Change[]): Promise<void> {
    await this.#write({changes, whole: true});
    await this.#memory.replace(changes);
  }

  /** Takes over what somebody else wrote. What is gone, broken or another version's leaves memory as it is. */
  async refresh(): Promise<void> {
    const head = await this.#shelf.head(this.#name);
    if (this.#revision !== undefined && head?.revision === this.#revision) return;
    this.#revision = undefined;
    if (head?.stamp !== this.#marks.stamp) return;
    const changes = await this.#shelf.read(this.#name);
    if (!changes.every(isWhole)) return;
    await this.#memory.replace(changes.map((change) => ({...change, entity: deepFreeze(change.entity)})));
    this.#revision = head.revision;
  }

  /** Nothing of ours lies there, so that memory is written with what changes. */
  async #writeAll(changes: readonly Change[]): Promise<void> {
    const next = await createMemoryStore().open(this.#name);
    await next.replace(await this.#memory.dump());
    await next.commit(changes);
    await this.#write({changes: await next.dump(), whole: true});
  }

  async #write(write: Pick<ShelfWrite, 'changes' | 'whole'>): Promise<void> {
    const mark = this.#marks.next();
    await this.#shelf.write(this.#name, {...write, ...mark});
    this.#revision = mark.revision;
  }
}

/** Whether something that was read is an entity with its places: others may write to the storage of a page as well. */
function isWhole(value: unknown): value is Change {
  if (!isObject(value) || typeof value.collection !== 'string' || typeof value.id !== 'string') return false;
  return isObject(value.entity) && isObject(value.entries) && Object.values(value.entries).every(isObject);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
