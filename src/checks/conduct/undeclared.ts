import type {JournalEntry, Vendor} from '../../engine/index.js';
import {isObject, resolve, type OpenApiDocument, type Operation, type Schema} from '../../openapi/index.js';

/** Where the journal writes one token for all that came behind the values it keeps. */
const restOfMany = /^tok_[0-9a-f]{16}\(\[/;

/**
 * What a request has that the document does not declare, as sentences: parameters of the query, and members of a JSON
 * body. They are counted, not named, since they may be anything. What the document refuses or leaves free is none.
 */
export function undeclaredIn(
  entry: JournalEntry,
  operation: Operation,
  {document}: Pick<Vendor, 'document'>,
): string[] {
  const parameters = operation.parameters.filter((one) => one.in === 'query').map(({name}) => name);
  const said = [told('query', 'parameter', surplus(entry.request.query, parameters), parameters)];
  const members = operation.body?.schema === undefined ? undefined : membersOf(document, operation.body.schema);
  const {body} = entry.request;
  if (members && isObject(body)) said.push(told('body', 'member', surplus(body, members), members));
  return said.filter((one) => one !== undefined);
}

function surplus(given: object, declared: readonly string[]): number {
  return Object.keys(given).filter((name) => !declared.includes(name) && !restOfMany.test(name)).length;
}

function told(place: string, kind: string, count: number, declared: readonly string[]): string | undefined {
  if (count === 0) return undefined;
  const what = count === 1 ? `a ${kind}` : `${count} ${kind}s`;
  const choice = declared.length === 0 ? 'there is none' : `there are ${declared.join(', ')}`;
  return `The ${place} has ${what} that the document does not declare and that the vendor does not look at; ${choice}.`;
}

/** The members that an object may have; undefined where the document says itself what becomes of others. */
function membersOf(document: OpenApiDocument, pointer: string): readonly string[] | undefined {
  const schemas = composing(document, resolve(document, pointer).value as Schema, new Set());
  const isSettled = schemas.some(
    ({additionalProperties, unevaluatedProperties}) => (additionalProperties ?? unevaluatedProperties) !== undefined,
  );
  const members = schemas.flatMap(({properties}) => Object.keys(properties ?? {}));
  return isSettled || members.length === 0 ? undefined : [...new Set(members)];
}

/** A schema with all that it refers to or is composed of. */
function composing(document: OpenApiDocument, schema: Schema, seen: Set<Schema>): readonly Schema[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (schema.$ref !== undefined) parts.push(resolve(document, schema.$ref).value as Schema);
  return [schema, ...parts.flatMap((part) => composing(document, part, seen))];
}
