import type {Standin, VendorName} from '../../../src/index.js';

/** A vendor's real address. @throws Error when the stand-in has no such vendor. */
export function originOf({vendors}: Standin, name: VendorName): string {
  const origin = vendors.find((vendor) => vendor.name === name)?.origins[0];
  if (origin === undefined) throw new Error(`The stand-in has no ${name}.`);
  return origin;
}
