import {NotWritten} from '../state/index.js';
import type {Shelf} from '../state/lasting-store.js';

/** What all keys, databases and locks of a stand-in in a browser begin with. */
export const prefix = 'standin';

/** There is no room: the storage of the page is full, or the browser lets the page keep nothing. */
export class StorageRefused extends NotWritten {
  override readonly name = 'StorageRefused';

  /** @param storage as a reader calls it: `localStorage`. */
  constructor(storage: string, cause: unknown) {
    const reason = isFull(cause)
      ? `${storage} is full: delete sandboxes that are not needed, or reset this one.`
      : `${storage} cannot be used: see that this browser lets pages keep data, or leave out persist.`;
    super(`Nothing was changed, since ${reason}`, {cause});
  }
}

function isFull(cause: unknown): boolean {
  return cause instanceof Error && /quota/i.test(cause.name);
}

/** What is used of `navigator.locks`, the browser's own queue for all tabs of an origin. */
interface Locks {
  request<T>(name: string, job: () => Promise<T>): Promise<T>;
}

/**
 * One tab after the other. Only pages that came over HTTPS or from this machine have locks; elsewhere tabs that act at the
 * very same moment may overwrite each other.
 */
export const alone: Shelf['alone'] = (partition, job) => {
  const {locks} = (globalThis as {navigator?: {locks?: Locks}}).navigator ?? {};
  return locks ? locks.request(`${prefix}:${partition}`, job) : job();
};
