import type {Vendor} from '../../engine/index.js';
import {isObject, resolve, type Operation} from '../../openapi/index.js';

/** A header that carries a credential, in one way to be let in. */
export interface SecurityHeader {
  /** As the document spells it. */
  readonly name: string;
  /** How to send it: `Authorization: Bearer <credential>`. */
  readonly form: string;
  /** Whether the value begins with `Bearer`. */
  readonly isBearer: boolean;
}

/** The ways to be let in to an operation: of each all headers must be there. None where it asks for no credential. */
export function waysIn({document}: Vendor, operation: Operation): readonly (readonly SecurityHeader[])[] {
  const raw = resolve(document, operation.pointer).value as {readonly security?: readonly object[]};
  return (raw.security ?? document.security ?? []).map((requirement) =>
    Object.keys(requirement).flatMap((scheme) => headerOf({document}, scheme) ?? []),
  );
}

/** The header of a security scheme; undefined when it is none of a header. */
export function headerOf({document}: Pick<Vendor, 'document'>, scheme: string): SecurityHeader | undefined {
  const raw = document.components?.securitySchemes?.[scheme];
  if (!isObject(raw)) return undefined;
  if (raw.type === 'http') return {name: 'Authorization', form: 'Authorization: Bearer <credential>', isBearer: true};
  return {name: String(raw.name), form: `${String(raw.name)}: <credential>`, isBearer: false};
}

/**
 * Whether a header's value, or its token in a journal, has a form that the vendor does not take: another scheme than `Bearer`,
 * or none where there has to be one.
 */
export function isMisshapen({isBearer}: SecurityHeader, value: string): boolean {
  const scheme = /^tok_[0-9a-f]{16}(?:\((\w+)\))?$/.exec(value);
  const [word = ''] = scheme ? [scheme[1]] : value.includes(' ') ? value.split(' ') : [];
  return word === '' ? isBearer : word.toLowerCase() !== 'bearer';
}
