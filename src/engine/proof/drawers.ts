import type {Change, Entity} from '../../state/index.js';
import type {Holdings, Stored} from '../sandbox/holdings.js';
import {byId} from '../sandbox/state-reading.js';
import {plainId} from '../trace.js';
import {positionName} from './pointers.js';
import {auditTrail} from './survivors.js';

/**
 * Where something stands. `state`: in an entity, files included · `index`: in a key by which an entity is found · `audit` ·
 * `queue`: in what waits for its time · `record`: in what the sandbox keeps about itself · `journal` · `fault` · `snapshot`
 */
export type Where = 'state' | 'index' | 'audit' | 'queue' | 'record' | 'journal' | 'fault' | 'snapshot';

/** Whether a name must not be shown, since it tells what was found. */
export type IsTelling = (name: string) => boolean;

/** Values of one kind that are searched together. */
export interface Drawer {
  readonly where: Where;
  readonly values: readonly unknown[];
  /** The full name of the collection that they are of, where a rule may keep them. */
  readonly collection?: string;
  /** Whose a value is; nobody's when it is the stand-in's own. */
  readonly vendorOf: (position: number) => string | undefined;
  /** The names that lead to a value. */
  readonly namesOf: (position: number, isTelling: IsTelling) => readonly string[];
}

/** All that a sandbox holds, in the order in which it is told. */
export function* drawersOf(holdings: Holdings): Iterable<Drawer> {
  const {entities, journal, faults, snapshots} = holdings;
  for (const [collection, changes] of entities) {
    const drawer = entityDrawer(collection, changes);
    yield {...drawer, where: 'state', collection, values: changes.map(({entity}) => entity)};
    yield {...drawer, where: 'index', values: changes.map(({entries}) => entries)};
  }
  yield* engineDrawers(holdings);
  const vendorOf = (position: number) => journal[position]?.entry.vendor;
  const idOf = (position: number) => journal[position]?.entry.id ?? '';
  yield {where: 'journal', values: journal.map(({entry}) => entry), namesOf: (at) => [idOf(at)], vendorOf};
  yield {where: 'journal', values: journal.map(({trace}) => trace), namesOf: (at) => [idOf(at), 'trace'], vendorOf};
  yield {where: 'fault', values: faults, namesOf: (at) => [faults[at]?.id ?? ''], vendorOf: () => undefined};
  for (const [position, snapshot] of snapshots.entries()) yield* snapshotDrawers(snapshot, position);
}

/** Of a snapshot as its document shows it: without the keys, which follow from the entities. */
function* snapshotDrawers({name, ...stored}: Holdings['snapshots'][number], position: number): Iterable<Drawer> {
  const nameShown = (isTelling: IsTelling) => (isTelling(name) ? positionName(position) : name);
  for (const [collection, changes] of stored.entities) {
    const {vendorOf, namesOf} = entityDrawer(collection, changes);
    yield {
      where: 'snapshot',
      values: changes.map(({entity}) => entity),
      vendorOf,
      namesOf: (at, isTelling) => [nameShown(isTelling), 'state', ...namesOf(at, isTelling)],
    };
  }
  const parts = {audit: ['audit'], queue: ['due'], record: []} as const;
  for (const {where, values, vendorOf} of engineDrawers(stored)) {
    const numberOf = (at: number) => (where === 'record' ? [] : [String(at)]);
    const namesOf: Drawer['namesOf'] = (at, isTelling) => [
      ...[nameShown(isTelling), 'engine', ...parts[where]],
      ...numberOf(at),
    ];
    yield {where: 'snapshot', values, vendorOf, namesOf};
  }
}

function entityDrawer(name: string, changes: readonly Change[]): Pick<Drawer, 'vendorOf' | 'namesOf'> {
  const [vendor = '', collection = ''] = name.split('.', 2);
  const ranks = ranksOf(changes);
  return {
    vendorOf: () => vendor,
    namesOf: (position, isTelling) => {
      const id = changes[position]?.id ?? '';
      // An id may be a credential, or the name of a file.
      const isShown = plainId.test(id) && !isTelling(id);
      return [vendor, collection, isShown ? id : positionName(ranks().get(id) ?? position)];
    },
  };
}

/** What a sandbox keeps beside its vendors' entities. */
function* engineDrawers({
  audit,
  queue,
  records,
}: Stored): Iterable<Drawer & {readonly where: 'audit' | 'queue' | 'record'}> {
  yield {
    where: 'audit',
    collection: auditTrail,
    values: audit,
    vendorOf: (at) => audit[at]?.vendor,
    namesOf: (at) => ['entries', String(at)],
  };
  yield {where: 'queue', values: queue, vendorOf: (at) => queue[at]?.vendor, namesOf: (at) => [String(at)]};
  yield {where: 'record', values: records, vendorOf: () => undefined, namesOf: () => []};
}

/** Where each entity stands in its collection as the control plane shows it; worked out when it is first asked for. */
function ranksOf(changes: readonly Change[]): () => ReadonlyMap<string, number> {
  let ranks: ReadonlyMap<string, number> | undefined;
  return () => {
    const inOrder = () => changes.map(({entity}) => entity as Entity).sort(byId);
    return (ranks ??= new Map(inOrder().map(({id}, rank) => [String(id), rank])));
  };
}
