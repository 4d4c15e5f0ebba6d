import type {Shelf, Shelved} from '../state/lasting-store.js';
import {answerOf, writing, type Database, type Factory, type Scope, type Transaction} from './idb.js';
import {alone, prefix, StorageRefused} from './storage.js';

/** Changes when the tables do. A database of another layout is thrown away: it holds nothing but test data. */
const layout = 1;

/** By partition: {@link Shelved}. */
const heads = 'heads';
/** By partition, collection and id: the entity with its places in indexes. */
const entities = 'entities';
const tables = [heads, entities] as const;

/**
 * A shelf in IndexedDB: one database, `standin`, in which each entity is a record of its own.
 * @throws RangeError where there is no IndexedDB.
 */
export function indexedDbShelf(): Shelf {
  const {indexedDB, IDBKeyRange} = globalThis as Scope;
  if (!indexedDB || !IDBKeyRange) {
    throw new RangeError('There is no IndexedDB here: use a page in a browser, or leave out persist.');
  }
  const connection = new Connection(indexedDB);
  // Behind every text and number comes an array.
  const allOf = (partition: string) => IDBKeyRange.bound([partition], [partition, []]);

  const change = async (write: (transaction: Transaction) => void): Promise<void> => {
    try {
      await writing(await connection.open(), tables, write);
    } catch (error) {
      throw error instanceof StorageRefused ? error : new StorageRefused('IndexedDB', error);
    }
  };

  return {
    alone,
    head: async (partition) => {
      const transaction = (await connection.open()).transaction([heads], 'readonly');
      return (await answerOf(transaction.objectStore(heads).get(partition))) as Shelved | undefined;
    },
    read: async (partition) => {
      const transaction = (await connection.open()).transaction([entities], 'readonly');
      return answerOf(transaction.objectStore(entities).getAll(allOf(partition)));
    },
    write: (partition, {stamp, revision, changes, whole}) =>
      change((transaction) => {
        const records = transaction.objectStore(entities);
        if (whole) records.delete(allOf(partition));
        for (const one of changes) {
          const key = [partition, one.collection, one.id];
          if (one.entity === undefined) records.delete(key);
          else records.put(one, key);
        }
        transaction.objectStore(heads).put({stamp, revision} satisfies Shelved, partition);
      }),
    remove: (partition) =>
      change((transaction) => {
        transaction.objectStore(entities).delete(allOf(partition));
        transaction.objectStore(heads).delete(partition);
      }),
  };
}

/** The database, opened when it is first needed, and again when the browser or another tab took it away. */
class Connection {
  readonly #factory: Factory;
  #database: Promise<Database> | undefined;

  constructor(factory: Factory) {
    this.#factory = factory;
  }

  open(): Promise<Database> {
    if (this.#database) return this.#database;
    const opening = this.#open().catch((error: unknown) => {
      throw new StorageRefused('IndexedDB', error);
    });
    this.#database = opening;
    opening.catch(() => this.#forget(opening));
    return opening;
  }

  async #open(): Promise<Database> {
    const database = await this.#ask().catch(async (error: unknown) => {
      // A later version of this package made it.
      if ((error as Partial<Error> | null)?.name !== 'VersionError') throw error;
      return this.#anew();
    });
    const ours = tables.every((table) => database.objectStoreNames.contains(table))
      ? database
      : await this.#anew(database);
    const opened = this.#database;
    // Whoever deletes the database, or makes a later one, waits for all that have it open.
    ours.onversionchange = () => {
      ours.close();
      this.#forget(opened);
    };
    ours.onclose = () => this.#forget(opened);
    return ours;
  }

  async #anew(old?: Database): Promise<Database> {
    old?.close();
    await answerOf(this.#factory.deleteDatabase(prefix));
    return this.#ask();
  }

  #ask(): Promise<Database> {
    const request = this.#factory.open(prefix, layout);
    request.onupgradeneeded = () => {
      for (const table of tables) request.result.createObjectStore(table);
    };
    return answerOf(request);
  }

  #forget(opened: Promise<Database> | undefined): void {
    if (this.#database === opened) this.#database = undefined;
  }
}
