import type {Holdings} from '../sandbox/holdings.js';
import {plainId} from '../trace.js';
import {positionName} from './pointers.js';
import {auditTrail} from './survivors.js';

/**
 * Where something stands. `state`: in an entity, files included · `index`: in a key by which an entity is found · `audit` ·
 * `queue`: in what waits for its time · `journal` · `fault` · `record`: in what the sandbox keeps about itself.
 */
export type Where = 'state' | 'index' | 'audit' | 'queue' | 'journal' | 'fault' | 'record';

/** Values of one kind that are searched together. */
export interface Drawer {
  readonly where: Where;
  readonly values: readonly unknown[];
  /** The names that lead to a value, by its position. */
  readonly namesOf: (position: number) => readonly string[];
  /** Whose the value is; nobody's when it is the stand-in's own. */
  readonly vendorOf: (position: number) => string | undefined;
  /** The full name of the collection that the values are of. */
  readonly collection?: string;
}

/** All that a sandbox holds, in the order in which it is told. The keys of a collection follow its entities. */
export function* drawersOf({stored, audit, queue, record, journal, faults}: Holdings): Iterable<Drawer> {
  for (const [collection, changes] of stored) {
    const [vendor = '', name = ''] = collection.split('.', 2);
    const namesOf = (position: number) => [vendor, name, shownId(changes[position]?.id ?? '', position)];
    const whose = {namesOf, vendorOf: () => vendor, collection};
    yield {where: 'state', values: changes.map(({entity}) => entity), ...whose};
    yield {where: 'index', values: changes.map(({entries}) => entries), ...whose};
  }
  yield {
    where: 'audit',
    values: audit,
    namesOf: (position) => ['entries', String(position)],
    vendorOf: (position) => audit[position]?.vendor,
    collection: auditTrail,
  };
  yield {
    where: 'queue',
    values: queue,
    namesOf: (position) => [String(queue[position]?.id)],
    vendorOf: (position) => queue[position]?.vendor,
  };
  const vendorOf = (position: number) => journal[position]?.entry.vendor;
  const idOf = (position: number) => journal[position]?.entry.id ?? '';
  yield {where: 'journal', values: journal.map(({entry}) => entry), namesOf: (at) => [idOf(at)], vendorOf};
  yield {where: 'journal', values: journal.map(({trace}) => trace), namesOf: (at) => [idOf(at), 'trace'], vendorOf};
  yield {where: 'fault', values: faults, namesOf: (at) => [faults[at]?.id ?? ''], vendorOf: () => undefined};
  yield {where: 'record', values: [record], namesOf: () => [], vendorOf: () => undefined};
}

/** An id that may tell something, such as a credential or a file's name, is not shown: the place in the collection is. */
function shownId(id: string, position: number): string {
  return plainId.test(id) ? id : positionName(position);
}
