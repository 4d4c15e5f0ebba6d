import {escapePointer, resolve, unescapePointer, type OpenApiDocument, type Schema} from './document.js';
import type {Finding} from './findings.js';
import {isObject} from './json.js';

/** What the findings are about: a value, and the pointer of its schema. */
export interface Judged {
  readonly document: OpenApiDocument;
  readonly schema: string;
  readonly value: unknown;
}

/** Path of what is wrong: for a missing member the member's own, where Ajv names only the object it is missing from. */
export function placeOf({path, keyword, params}: Finding): string {
  const {missingProperty} = params;
  if (keyword !== 'required' || typeof missingProperty !== 'string') return path;
  return `${path}/${escapePointer(missingProperty)}`;
}

/** The schema of the value at a path inside another; undefined where the document says nothing about it. */
export function schemaAt(document: OpenApiDocument, schema: string, path: string): Schema | undefined {
  let here: Schema | undefined = resolve(document, schema).value as Schema;
  for (const segment of segmentsOf(path)) here = here && childOf(document, here, segment);
  return here;
}

/** The value at a path inside another; undefined where there is none. */
export function valueAt(value: unknown, path: string): unknown {
  let here = value;
  for (const segment of segmentsOf(path)) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, segment)) return undefined;
    here = (here as Record<string, unknown>)[segment];
  }
  return here;
}

/**
 * Sorts findings as validators do that walk a schema from top to bottom: by the order in which the schema lists its
 * properties, members it does not list by their order in the value, items by their number. Ajv reports by keyword:
 * everything that is missing comes first.
 */
export function inSchemaOrder(findings: readonly Finding[], judged: Judged): readonly Finding[] {
  const ranked = findings.map((finding) => ({finding, ranks: ranksOf(placeOf(finding), judged)}));
  return ranked.sort((a, b) => compareRanks(a.ranks, b.ranks)).map(({finding}) => finding);
}

/** Where each step of a path stands among its siblings. */
function ranksOf(path: string, {document, schema, value}: Judged): number[] {
  const ranks: number[] = [];
  let [here, inside]: [Schema | undefined, unknown] = [resolve(document, schema).value as Schema, value];
  for (const segment of segmentsOf(path)) {
    const names = here ? namesIn(document, here) : [];
    const known = names.indexOf(segment);
    ranks.push(known >= 0 ? known : names.length + positionIn(inside, segment));
    here = here && childOf(document, here, segment);
    inside = valueAt(inside, `/${escapePointer(segment)}`);
  }
  return ranks;
}

function positionIn(value: unknown, segment: string): number {
  if (Array.isArray(value)) return Number(segment);
  return isObject(value) ? Object.keys(value).indexOf(segment) : 0;
}

/** What is wrong with a whole comes before what is wrong with its parts. */
function compareRanks(a: readonly number[], b: readonly number[]): number {
  const step = a.findIndex((rank, position) => rank !== b[position]);
  if (step < 0 || step >= b.length) return a.length - b.length;
  return (a[step] as number) - (b[step] as number);
}

function segmentsOf(path: string): string[] {
  return path.split('/').slice(1).map(unescapePointer);
}

function childOf(document: OpenApiDocument, schema: Schema, segment: string): Schema | undefined {
  for (const part of partsOf(document, schema)) {
    const own = part.properties;
    const child =
      own && Object.hasOwn(own, segment) ? own[segment] : (part.items ?? schemaIn(part.additionalProperties));
    if (child) return child.$ref === undefined ? child : (resolve(document, child.$ref).value as Schema);
  }
  return undefined;
}

function schemaIn(additional: boolean | Schema | undefined): Schema | undefined {
  return typeof additional === 'object' ? additional : undefined;
}

function namesIn(document: OpenApiDocument, schema: Schema): string[] {
  return partsOf(document, schema).flatMap(({properties}) => Object.keys(properties ?? {}));
}

/** A schema and everything it is composed of. */
function partsOf(document: OpenApiDocument, schema: Schema): Schema[] {
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (schema.$ref !== undefined) parts.push(resolve(document, schema.$ref).value as Schema);
  return [schema, ...parts.flatMap((part) => partsOf(document, part))];
}
