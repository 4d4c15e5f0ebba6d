import type {Search, Trace} from '../../erasure/index.js';
import type {Entity} from '../../state/index.js';
import type {Holdings} from '../sandbox/holdings.js';
import type {Vendor} from '../vendor.js';
import {drawersOf, type Drawer} from './drawers.js';
import {Keepers} from './keepers.js';

/** A place where something of a person still stands: in one of the values of a drawer. */
export interface Found extends Pick<Trace, 'of' | 'as' | 'inName'> {
  readonly drawer: Drawer;
  readonly position: number;
  /** JSON pointer that leads from the value to the place. */
  readonly inside: string;
  /** The rule that keeps it on purpose. */
  readonly rule?: string;
}

/** What is proven, with what. */
export interface Proving {
  readonly holdings: Holdings;
  readonly search: Search;
  readonly vendors: readonly Vendor[];
}

/**
 * Finds every place in what a sandbox holds where something of a person stands.
 *
 * A key by which an entity is found is told only where the entity itself does not say the same any more: as long as it
 * does, they are one place.
 */
export function* prove({holdings, search, vendors}: Proving): Iterable<Found> {
  const keepers = new Keepers(vendors, holdings);
  const clean = new Set<unknown>();
  let said = new Set<string>();
  for (const drawer of drawersOf(holdings)) {
    const isIndex = drawer.where === 'index';
    const saying = new Set<string>();
    for (const found of foundIn(drawer, {search, clean})) {
      const value = `${found.position} ${found.of}`;
      if (isIndex && said.has(value)) continue;
      saying.add(value);
      const rule = ruleFor(found, keepers);
      yield {...found, ...(rule !== undefined && {rule})};
    }
    said = saying;
  }
}

/**
 * All values of a drawer are searched as one: many short ones one by one would take ten times as long. What lies in several
 * places, as snapshots share entities with the sandbox, is searched once when there is nothing in it.
 */
function* foundIn(
  drawer: Drawer,
  {search, clean}: {readonly search: Search; readonly clean: Set<unknown>},
): Iterable<Found> {
  const positions = [...drawer.values.keys()].filter((position) => !clean.has(drawer.values[position]));
  const values = positions.map((position) => drawer.values[position]);
  const dirty = new Set<unknown>();
  for (const {pointer, ...trace} of search.in(values)) {
    const [, at = ''] = pointer.split('/', 2);
    dirty.add(values[Number(at)]);
    yield {...trace, drawer, position: positions[Number(at)] as number, inside: pointer.slice(1 + at.length)};
  }
  for (const value of values) if (!dirty.has(value)) clean.add(value);
}

function ruleFor({drawer, position, inside}: Found, keepers: Keepers): string | undefined {
  const {collection, values, vendorOf} = drawer;
  const vendor = vendorOf(position);
  if (collection === undefined || vendor === undefined) return undefined;
  return keepers.ruleFor({vendor, collection, entity: values[position] as Entity, pointer: inside});
}
