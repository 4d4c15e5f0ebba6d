import {escapePointer, valueAt, type Schema, type Validator} from '../../openapi/index.js';
import {nearestName} from './nearest-name.js';
import type {SeedPart} from './seed-schema.js';

type ValidatorError = NonNullable<Validator['errors']>[number];

/** What an entity was judged by. */
export interface Judgement {
  readonly schema: SeedPart;
  /** The name of its collection. */
  readonly collection: string;
  readonly entity: unknown;
}

/** Says what a validator found, one sentence each, beginning with the place in the entity. */
export function problemsOf(errors: readonly ValidatorError[], judgement: Judgement): readonly string[] {
  // Which shape is meant is told by the member that tells them apart, and Ajv says what is wrong with that as well.
  const told = withoutShapes(errors, judgement.schema).filter(({keyword}) => keyword !== 'discriminator');
  return [...new Set(told.map((error) => sentenceOf(error, judgement)))];
}

/** Of a value that has none of the shapes it may have, Ajv tells for every shape why. Kept is what says it best. */
function withoutShapes(errors: readonly ValidatorError[], schema: SeedPart): readonly ValidatorError[] {
  const at = errors.findIndex(
    ({keyword, schemaPath}) =>
      (keyword === 'anyOf' || keyword === 'oneOf') && parentOf(schemaPath, schema).discriminator === undefined,
  );
  const choice = errors[at];
  if (choice === undefined) return errors;
  const isInside = ({instancePath}: ValidatorError) => `${instancePath}/`.startsWith(`${choice.instancePath}/`);
  const before = errors.slice(0, at);
  const rest = [
    ...before.filter((error) => !isInside(error)),
    ...nearestOf(before.filter(isInside), choice, schema),
    ...errors.slice(at + 1),
  ];
  return withoutShapes(rest, schema);
}

/** What is wrong with the shape that was meant: one whose type the value has, and that knows its members. */
function nearestOf(
  errors: readonly ValidatorError[],
  choice: ValidatorError,
  schema: SeedPart,
): readonly ValidatorError[] {
  const isHere = ({instancePath}: ValidatorError) => instancePath === choice.instancePath;
  const {anyOf = [], oneOf = anyOf} = parentOf(choice.schemaPath, schema);
  const names = [...new Set(oneOf.flatMap((shape) => namesIn(shape, schema)))];
  const inside = errors.filter((error) => !isHere(error));
  const unknown = errors
    .filter((error) => isHere(error) && isUnknown(error) && !names.includes(memberOf(error)))
    .map((error) => ({...error, params: {...error.params, names}}));
  if (inside.length + unknown.length > 0) return [...inside, ...unknown];
  const lacking = errors.filter((error) => isHere(error) && error.keyword === 'required');
  if (new Set(lacking.map(({schemaPath}) => schemaPath)).size === 1) return lacking;
  return [{...choice, keyword: 'shapes', message: demandsOf(errors)}];
}

/** What all shapes together demand of a value that is no object. */
function demandsOf(errors: readonly ValidatorError[]): string {
  const told = errors.filter((error) => error.keyword !== 'required' && !isUnknown(error));
  const best = told.filter(({keyword}) => keyword !== 'type' && keyword !== 'pattern');
  const hasShape = told.length < errors.length;
  const demands = new Set((best.length > 0 ? best : told).map(demandOf));
  return hasShape || demands.size === 0
    ? 'of one of the shapes that the schema of seeds has'
    : [...demands].join(' or ');
}

function sentenceOf(error: ValidatorError, {schema, collection, entity}: Judgement): string {
  const {instancePath, keyword} = error;
  const member = `${instancePath}/${escapePointer(memberOf(error))}`;
  if (keyword === 'required') return `${member}: is missing; add it.`;
  if (isUnknown(error)) {
    const names = namesAt(error, schema);
    const near = nearestName(memberOf(error), names);
    const advice = near === undefined ? `use ${names.join(', ')}.` : `did you mean ${near}?`;
    return `${member}: is no member of ${instancePath === '' ? collection : 'it'}; ${advice}`;
  }
  const demand = demandOf(error);
  const isUnquoted = demand === types.string && typeof valueAt(entity, instancePath) === 'number';
  return `${instancePath}: must be ${demand}${isUnquoted ? '; put it in quotes' : ''}.`;
}

/** What a value must be, to be read behind "must be". */
function demandOf({keyword, params, message = ''}: ValidatorError): string {
  const {type, format, pattern, allowedValues, allowedValue} = params as Readonly<Record<string, unknown>>;
  if (keyword === 'shapes') return message;
  if (typeof type === 'string' || Array.isArray(type)) {
    return [type]
      .flat()
      .map((one: string) => types[one] ?? one)
      .join(' or ');
  }
  if (typeof format === 'string') return formats[format] ?? `a text of the format ${format}`;
  if (typeof pattern === 'string') return `a text like ${pattern}`;
  if (Array.isArray(allowedValues)) return `one of ${allowedValues.join(', ')}`;
  if (allowedValue !== undefined) return JSON.stringify(allowedValue);
  return `right: it ${message}`;
}

const types: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

const formats: Readonly<Record<string, string>> = {
  uuid: 'a UUID such as 123e4567-e89b-12d3-a456-426614174000',
  'date-time': 'an instant such as 2026-01-05T09:00:00.000Z',
  int32: 'a whole number of 32 bits',
  int64: 'a whole number',
};

function isUnknown({keyword}: ValidatorError): boolean {
  return keyword === 'additionalProperties' || keyword === 'unevaluatedProperties';
}

/** The member that is missing, or that is one too many. */
function memberOf({params}: ValidatorError): string {
  const {missingProperty, additionalProperty, unevaluatedProperty} = params as Readonly<Record<string, string>>;
  return missingProperty ?? additionalProperty ?? unevaluatedProperty ?? '';
}

/** The members that the schema knows in whose place there was a strange one. */
function namesAt({schemaPath, params}: ValidatorError, schema: SeedPart): readonly string[] {
  const {names = namesIn(parentOf(schemaPath, schema), schema)} = params as {readonly names?: readonly string[]};
  return names;
}

function namesIn({$ref, properties = {}, allOf = []}: Schema, schema: SeedPart): readonly string[] {
  const parts = $ref === undefined ? allOf : [...allOf, valueAt(schema, $ref.slice(1)) as Schema];
  return [...Object.keys(properties), ...parts.flatMap((part) => namesIn(part, schema))];
}

/** The schema that a keyword stands in. */
function parentOf(schemaPath: string, schema: SeedPart): Schema {
  const pointer = schemaPath.replace(/^[^#]*#/, '');
  return valueAt(schema, pointer.slice(0, pointer.lastIndexOf('/'))) as Schema;
}
