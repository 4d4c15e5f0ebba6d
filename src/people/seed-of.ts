import type {Person, Seeds} from '../engine/index.js';
import {vendorsNamed, type VendorName} from '../registry.js';

/**
 * A seed with these people at each of the vendors. It names no accounts, so those of the vendors' own seeds stay.
 * @param vendors names, such as `['dixa']`; all of them when absent.
 * @throws RangeError when a vendor is not known.
 */
export async function seedOf(people: readonly Person[], vendors?: readonly VendorName[]): Promise<Seeds> {
  return Object.fromEntries((await vendorsNamed(vendors)).map(({name, populate}) => [name, populate(people)]));
}
