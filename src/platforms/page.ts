import {noWayOut} from '../engine/index.js';
import type {Shelf} from '../state/lasting-store.js';
import {wakeLater, type Persistence, type Platform} from './platform.js';

/** A page in a browser: nothing listens and nothing leaves; what would have left is recorded as not sent. */
export const page: Platform = {
  outgoing: () => noWayOut,
  timer: wakeLater,
  store: async (persistence, stamp) => {
    const shelf = await shelfOf(persistence);
    const {createLastingStore} = await import('../state/lasting-store.js');
    return createLastingStore({shelf, stamp});
  },
  listen: () => Promise.reject(new Error('A page cannot listen: use the handlers of standin/msw, or standin.fetch.')),
};

/** Most pages keep nothing, so what it takes is loaded when one does. */
const shelves: Readonly<Record<Persistence, () => Promise<Shelf>>> = {
  indexeddb: async () => (await import('./indexed-db.js')).indexedDbShelf(),
  localstorage: async () => (await import('./local-storage.js')).localStorageShelf(),
};

/** The type says which there are, but not to callers without types. */
async function shelfOf(persistence: Persistence): Promise<Shelf> {
  if (Object.hasOwn(shelves, persistence)) return shelves[persistence]();
  throw new RangeError(
    `State cannot be kept in ${JSON.stringify(persistence)}: use ${Object.keys(shelves).join(', ')}.`,
  );
}
