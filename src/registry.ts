/** The vendors there are. A fourth one is three folders and one line here; no other file of `src/` imports `mocks/`. */
import {dixa} from '../mocks/dixa/index.js';
import {opencx} from '../mocks/opencx/index.js';
import {symbl} from '../mocks/symbl/index.js';
import type {Vendor} from './engine/index.js';

export const registry = [opencx, dixa, symbl] as const;

/**
 * The vendors of these names, each once; all of them when there are no names.
 * @throws RangeError when one is not known.
 */
export function vendorsNamed(names: readonly string[] | undefined): readonly Vendor[] {
  const known: readonly Vendor[] = registry;
  if (names === undefined) return known;
  return [...new Set(names)].map((name) => {
    const vendor = known.find((one) => one.name === name);
    if (vendor) return vendor;
    throw new RangeError(`There is no vendor ${JSON.stringify(name)}: use ${known.map((one) => one.name).join(', ')}.`);
  });
}
