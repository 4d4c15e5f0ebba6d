import type {Vendor} from '../engine/index.js';
import {isObject, resolve} from '../openapi/index.js';

/** Names of the headers that carry a vendor's credentials, in lower case. */
export function credentialHeaders({document}: Pick<Vendor, 'document'>): readonly string[] {
  const {value} = resolve(document, '#/components/securitySchemes');
  const schemes = Object.values(isObject(value) ? value : {}).filter(isObject);
  const names = schemes.map(({type, name}) => (type === 'http' ? 'authorization' : String(name).toLowerCase()));
  return [...new Set([...names, 'cookie'])];
}
