/** State: collections behind an asynchronous store, and units of work that change them all at once or not at all. */
export {
  collection,
  entriesOf,
  type AnyCollection,
  type Collections,
  type CollectionDefinition,
  type CollectionState,
  type IndexDefinition,
  type State,
} from './collection.js';
export {deepFreeze} from './freeze.js';
export {frozenCopy} from './frozen-copy.js';
export {createMemoryStore} from './memory-store.js';
export {NotWritten} from './store.js';
export type {Change, Entity, IndexEntry, IndexQuery, Partition, Place, SortKey, Store} from './store.js';
export {nameCollections, UnitOfWork, type NamedCollections} from './unit-of-work.js';
