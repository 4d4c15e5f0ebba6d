import type {Person} from '../engine/index.js';
import {seedText, type SeedFormat} from '../engine/sandbox/seed-text.js';
import {vendorsNamed, type VendorName} from '../registry.js';

export type {SeedFormat} from '../engine/sandbox/seed-text.js';

/**
 * A seed of people as the text of a file, piece by piece.
 * @throws RangeError when a vendor is not known; before the first piece.
 */
export async function seedFile(
  people: readonly Person[],
  {format, vendors}: {readonly format: SeedFormat; readonly vendors?: readonly VendorName[]},
): Promise<Iterable<string>> {
  const chosen = await vendorsNamed(vendors);
  const parts = chosen.map(({name, populate}) => ({name, data: () => populate(people)}));
  return seedText(parts, {format, remark: 'Made-up people: any likeness to real ones is by chance.'});
}
