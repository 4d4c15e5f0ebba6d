import type {Operation, Vendor} from '../engine/index.js';
import {isObject, resolve} from '../openapi/index.js';

/** A way in which an operation takes a credential. */
export interface Scheme {
  /** Its name in the document: `BearerAuth`. */
  readonly name: string;
  /** The header that carries it, in lower case. */
  readonly header: string;
  /** What stands before it there. */
  readonly before: string;
}

/** The ways in which an operation takes credentials, in the document's order. */
export function schemesOf({document}: Vendor, operation: Operation): readonly Scheme[] {
  const raw = resolve(document, operation.pointer).value as {readonly security?: readonly object[]};
  const names = (raw.security ?? document.security ?? []).flatMap((one) => Object.keys(one));
  return [...new Set(names)].flatMap((name) => {
    const scheme = document.components?.securitySchemes?.[name];
    if (!isObject(scheme)) return [];
    if (scheme.type === 'http') return [{name, header: 'authorization', before: 'Bearer '}];
    return scheme.in === 'header' ? [{name, header: String(scheme.name).toLowerCase(), before: ''}] : [];
  });
}
