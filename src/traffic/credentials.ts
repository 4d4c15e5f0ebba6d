import type {Vendor} from '../engine/index.js';
import {securitySchemesOf} from '../openapi/index.js';

/** Names of the headers that carry a vendor's credentials, in lower case. */
export function credentialHeaders({document}: Pick<Vendor, 'document'>): readonly string[] {
  const names = securitySchemesOf(document).map(({header}) => header.toLowerCase());
  return [...new Set([...names, 'cookie'])];
}
