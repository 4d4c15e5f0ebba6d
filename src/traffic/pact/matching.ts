import {
  isObject,
  resolve,
  type JsonObject,
  type JsonValue,
  type OpenApiDocument,
  type Schema,
} from '../../openapi/index.js';
import type {MatchingRule} from './format.js';

/** What decides which values of an answer are to be the very same, and which only of the same type. */
export interface Literals {
  readonly document: OpenApiDocument;
  /** Pointer of the answer's schema in the document; undefined when the document has none. */
  readonly schema: string | undefined;
  /** The values that later requests send, as text. */
  readonly sentLater: ReadonlySet<string>;
}

/** What a vendor puts in the place of what it hid: `[REDACTED]`, `[PERSON_NAME]`, `****`. The zone of a date is none of it. */
const hidden = /(?<![\dZ])\[[A-Z][A-Z0-9_ ]*\]|\*{3,}/;

const rule = (match: 'type' | 'equality'): MatchingRule => ({combine: 'AND', matchers: [{match}]});

/**
 * How an answer's JSON is compared. Every value is to be of the type it is of here, and every member is to be there. The same
 * as here must be: what the document lists (states, kinds), what later requests send (ids), what was hidden, and what is empty.
 */
export function bodyRules(body: JsonValue, {document, schema, sentLater}: Literals): Record<string, MatchingRule> {
  const rules: Record<string, MatchingRule> = {$: rule('type')};
  const visit = (value: JsonValue, path: string, schemas: readonly Schema[]): void => {
    const branches = branchesOf(document, schemas);
    if (isEmpty(value)) rules[path] = rule('equality');
    else if (Array.isArray(value)) {
      const items = branches.flatMap(({items: one}) => (one === undefined ? [] : [one]));
      for (const [position, item] of value.entries()) visit(item as JsonValue, `${path}[${position}]`, items);
    } else if (isObject(value)) {
      for (const [name, member] of Object.entries(value as JsonObject)) {
        // A name with a quotation mark cannot stand in a path: what is below it keeps to the rule above it.
        if (member === undefined || name.includes("'")) continue;
        const members = branches.flatMap((one) => memberOf(one, name));
        visit(member, path + step(name), members);
      }
    } else if (isLiteral(value, branches, sentLater)) rules[path] = rule('equality');
  };
  visit(body, '$', schema === undefined ? [] : [{$ref: schema}]);
  return rules;
}

function isEmpty(value: JsonValue): boolean {
  if (value === '') return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function isLiteral(value: JsonValue, schemas: readonly Schema[], sentLater: ReadonlySet<string>): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  if (sentLater.has(String(value))) return true;
  if (typeof value === 'string' && hidden.test(value)) return true;
  return schemas.some((schema) => schema.const === value || schema.enum?.includes(value));
}

/** Schemas and all that they are composed of. Which branch of a union a value took is not asked: any may list it. */
function branchesOf(document: OpenApiDocument, schemas: readonly Schema[]): readonly Schema[] {
  const found = new Set<Schema>();
  const add = (schema: Schema): void => {
    const own = schema.$ref === undefined ? schema : (resolve(document, schema.$ref).value as Schema);
    if (found.has(own)) return;
    found.add(own);
    for (const part of [...(own.allOf ?? []), ...(own.anyOf ?? []), ...(own.oneOf ?? [])]) add(part);
  };
  for (const schema of schemas) add(schema);
  return [...found];
}

function memberOf({properties, additionalProperties}: Schema, name: string): readonly Schema[] {
  if (properties && Object.hasOwn(properties, name)) return [properties[name] as Schema];
  return isObject(additionalProperties) ? [additionalProperties] : [];
}

/** A step of a path as Pact writes it, which knows no escapes; what could be taken for more than a name stands in quotes. */
function step(name: string): string {
  return /^[A-Za-z_][\w-]*$/.test(name) ? `.${name}` : `['${name}']`;
}
