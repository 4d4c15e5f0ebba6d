import type {Person, Seeds} from '../engine/index.js';
import {vendorsNamed} from '../registry.js';

/**
 * A seed with these people at each of the vendors. It names no accounts, so those of the vendors' own seeds stay.
 * @param vendors names, such as `['dixa']`; all of them when absent.
 * @throws RangeError when a vendor is not known.
 */
export function seedOf(people: readonly Person[], vendors?: readonly string[]): Seeds {
  return Object.fromEntries(vendorsNamed(vendors).map(({name, populate}) => [name, populate(people)]));
}
