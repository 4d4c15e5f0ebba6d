import type {Vendor} from '../vendor.js';
import type {Seeds} from './seed-check.js';

/**
 * The data that a stand-in is started with, judged. Most are started with the vendors' own.
 * @throws SeedError naming the places and the mends.
 */
export async function givenSeeds(given: unknown, vendors: readonly Vendor[]): Promise<Seeds> {
  if (given === undefined || given === null) return {};
  const {checkSeeds} = await import('./seed-check.js');
  return checkSeeds(given, new Map(vendors.map((vendor) => [vendor.name, vendor])));
}
