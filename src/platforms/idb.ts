/**
 * What is used of IndexedDB, as types: the rest of the package knows no DOM. With it, promises in place of events.
 */
export interface Factory {
  open(name: string, version: number): OpenRequest;
  deleteDatabase(name: string): OpenRequest;
}

/** A database that is open. */
export interface Database {
  readonly objectStoreNames: {contains(name: string): boolean};
  createObjectStore(name: string): unknown;
  transaction(names: readonly string[], mode: 'readonly' | 'readwrite'): Transaction;
  close(): void;
  onversionchange: (() => void) | null;
  onclose: (() => void) | null;
}

/** Reads and writes that happen all or not at all. */
export interface Transaction {
  readonly error: unknown;
  objectStore(name: string): ObjectStore;
  oncomplete: (() => void) | null;
  onabort: (() => void) | null;
  abort(): void;
}

/** A table. Keys that are arrays are ordered by their first member, then by the next. */
export interface ObjectStore {
  get(key: Key): Asked<unknown>;
  getAll(range: unknown): Asked<readonly unknown[]>;
  put(value: unknown, key: Key): unknown;
  delete(keyOrRange: unknown): unknown;
}

/** A key of a table. */
export type Key = string | readonly string[];

/** Something that was asked for. */
export interface Asked<T> {
  readonly result: T;
  readonly error: unknown;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
}

/** The opening of a database. */
export interface OpenRequest extends Asked<Database> {
  onupgradeneeded: (() => void) | null;
}

/** What the page has of it. */
export interface Scope {
  readonly indexedDB?: Factory;
  readonly IDBKeyRange?: {bound(from: readonly unknown[], to: readonly unknown[]): unknown};
}

/** What was asked for. */
export function answerOf<T>(asked: Asked<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error as Error);
  });
}

/**
 * Writes all or nothing; done when it is written.
 * @throws what it was broken off for.
 */
export async function writing(
  database: Database,
  tables: readonly string[],
  write: (transaction: Transaction) => void,
): Promise<void> {
  const transaction = database.transaction(tables, 'readwrite');
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error as Error);
  });
  try {
    write(transaction);
  } catch (error) {
    // Otherwise what was asked for before it would be written by itself.
    transaction.abort();
    await done.catch(() => undefined);
    throw error;
  }
  await done;
}
