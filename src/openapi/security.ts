import {resolve, type OpenApiDocument} from './document.js';
import {isObject} from './json.js';
import type {Operation} from './operations.js';

/** A security scheme of a document whose credential goes in a header. */
export interface SecurityScheme {
  /** Its name in the document: `BearerAuth`. */
  readonly name: string;
  /** The header that carries it, as the document spells it. */
  readonly header: string;
  /** Whether the value begins with `Bearer`. */
  readonly isBearer: boolean;
}

/** A document's security schemes with a header, in its order. */
export function securitySchemesOf(document: OpenApiDocument): readonly SecurityScheme[] {
  return Object.keys(document.components?.securitySchemes ?? {}).flatMap((name) => schemeOf(document, name) ?? []);
}

/** A security scheme by its name; undefined when there is none, or none of a header. */
export function schemeOf({components}: OpenApiDocument, name: string): SecurityScheme | undefined {
  const schemes = components?.securitySchemes ?? {};
  const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
  if (!isObject(scheme)) return undefined;
  if (scheme.type === 'http') return {name, header: 'Authorization', isBearer: true};
  return scheme.in === 'header' ? {name, header: String(scheme.name), isBearer: false} : undefined;
}

/**
 * The ways to be let in to an operation, which are alternatives: of each, all schemes together. None where it asks for no
 * credential.
 */
export function waysInto(document: OpenApiDocument, {pointer}: Operation): readonly (readonly SecurityScheme[])[] {
  const raw = resolve(document, pointer).value as {readonly security?: readonly object[]};
  const requirements = raw.security ?? (document.security as readonly object[] | undefined) ?? [];
  return requirements.map((one) => Object.keys(one).flatMap((name) => schemeOf(document, name) ?? []));
}
