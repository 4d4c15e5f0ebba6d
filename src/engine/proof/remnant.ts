import type {Search, Trace} from '../../erasure/index.js';
import type {Where} from './drawers.js';
import {withoutTelling} from './pointers.js';
import type {Found} from './prove.js';

/** A place where something of a person still stands, as it is told. */
export interface Remnant extends Pick<Trace, 'of' | 'as' | 'inName'> {
  readonly where: Where;
  /** Whose it is; absent for what is no vendor's. */
  readonly vendor?: string;
  /**
   * JSON pointer to the value. It begins with the names that lead to it in the control plane: vendor, collection and id of
   * an entity, the id of an entry. `@3` stands for a name or an id that is not shown, since it may tell what was found; it
   * is the fourth there.
   */
  readonly pointer: string;
  /** The rule that keeps it on purpose, such as `DIXA-42`. */
  readonly rule?: string;
}

/** Tells of a place without repeating what stands there. */
export function remnantOf({drawer, position, inside, of, as, inName, rule}: Found, search: Search): Remnant {
  const isTelling = (name: string) => !isNothing(search.in(name));
  const names = drawer.namesOf(position, isTelling).map((name) => `/${name}`);
  const vendor = drawer.vendorOf(position);
  return {
    where: drawer.where,
    ...(vendor !== undefined && {vendor}),
    pointer: names.join('') + withoutTelling(drawer.values[position], inside, isTelling),
    ...{of, as, ...(inName && {inName})},
    ...(rule !== undefined && {rule}),
  };
}

function isNothing(all: Iterable<unknown>): boolean {
  for (const _ of all) return false;
  return true;
}
