import type {Vendor} from '../engine/index.js';

/** A vendor's switches as they begin: a recording does not tell how they stood. */
export function settingsOf({
  behaviours,
}: Pick<Vendor, 'behaviours'>): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(Object.entries(behaviours).map(([name, behaviour]) => [name, behaviour.default]));
}
