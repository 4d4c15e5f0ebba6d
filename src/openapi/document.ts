import {isObject, type JsonValue} from './json.js';

/** How sure we are that the vendor behaves this way: said by the vendor, concluded by us, or a convention of ours. */
export type Mark = 'documented' | 'inferred' | 'assumed';

/** The parts of an OpenAPI 3.1 document that the engine reads. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: {readonly title: string; readonly version: string};
  readonly servers?: readonly {readonly url: string}[];
  readonly security?: readonly object[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Ids of the rules that concern every call. */
  readonly 'x-standin-rules'?: readonly string[];
  /** Ids of the rules about what no operation declares in its query and its body. */
  readonly 'x-standin-undeclared'?: Readonly<Record<string, readonly string[]>>;
}

/** A JSON Schema as it stands in a document. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: JsonValue;
  readonly enum?: readonly JsonValue[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly default?: JsonValue;
  readonly [keyword: string]: unknown;
}

/**
 * The value a JSON pointer leads to, following one `$ref` at the end if there is one.
 * @param pointer `/components/schemas/X` or the same behind `#`.
 * @returns the value and the pointer where it really stands.
 * @throws Error when the pointer leads nowhere: the document is broken.
 */
export function resolve(document: OpenApiDocument, pointer: string): {value: unknown; pointer: string} {
  const path = pointer.startsWith('#') ? pointer.slice(1) : pointer;
  const value = lookUp(document, path);
  if (value === undefined) throw new Error(`The document has nothing at ${pointer}`);
  const reference = isObject(value) ? value.$ref : undefined;
  if (typeof reference === 'string') return resolve(document, reference);
  return {value, pointer: `#${path}`};
}

function lookUp(document: OpenApiDocument, path: string): unknown {
  let here: unknown = document;
  for (const part of path.split('/').slice(1)) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Record<string, unknown>)[unescapePointer(part)];
  }
  return here;
}

/** One segment of a JSON pointer (RFC 6901), escaped. */
export function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The segment that {@link escapePointer} made. */
export function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
