import type {JsonValue} from '../json.js';
import type {Schema} from '../document.js';
import type {ValidatorError} from '../findings.js';

/** Names of an object's members that a schema has spoken of, for `unevaluatedProperties`. */
export type Seen = Set<string>;

/**
 * Judges a value and adds what is wrong with it.
 * @param path JSON pointer of the value inside what is judged as a whole.
 * @param seen absent where nobody asks which members were spoken of.
 */
export type Check = (value: unknown, path: string, errors: ValidatorError[], seen?: Seen) => void;

/** What a keyword may know of the schema that it stands in. */
export interface Place {
  readonly schema: Schema;
  /** Pointer of the schema in the document, as errors tell it. */
  readonly pointer: string;
  /** The check of a schema inside this one. @param path from this one: `/allOf/0`. */
  readonly inside: (schema: Schema, path: string) => Check;
  /** The check of a schema that is referred to. */
  readonly referred: (reference: string) => Check;
  /** The schema that is referred to. */
  readonly resolved: (schema: Schema) => Schema;
}

/** The JSON types that keywords may be about. Other values such a keyword does not judge. */
export type Kind = 'number' | 'string' | 'array' | 'object';

/** One keyword of JSON Schema. */
export interface Keyword {
  readonly name: string;
  /** What it is about; of every value when absent. */
  readonly of?: Kind;
  /** Its check; undefined when it demands nothing. */
  readonly make: (value: never, place: Place) => Check | undefined;
}

/** Makes the error of a keyword. */
export function errorOf(
  {pointer}: Place,
  keyword: string,
  params: Readonly<Record<string, unknown>>,
  message: string,
): (path: string) => ValidatorError {
  const schemaPath = `${pointer}/${keyword}`;
  return (instancePath) => ({instancePath, schemaPath, keyword, params, message});
}

/** A keyword that holds a value against a condition, and says the same of every one that fails. */
export function condition<Value, Limit>(
  name: string,
  of: Kind | undefined,
  {holds, params, message}: Condition<Value, Limit>,
): Keyword {
  return {
    name,
    ...(of && {of}),
    make: (limit: Limit, place) => {
      const error = errorOf(place, name, params(limit), message(limit));
      return (value, path, errors) => {
        if (!holds(value as Value, limit)) errors.push(error(path));
      };
    },
  };
}

interface Condition<Value, Limit> {
  readonly holds: (value: Value, limit: Limit) => boolean;
  readonly params: (limit: Limit) => Readonly<Record<string, unknown>>;
  readonly message: (limit: Limit) => string;
}

/** Whether two JSON values are the same. */
export function isSame(one: unknown, other: JsonValue): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  return (
    names.length === others.length &&
    names.every(
      (name) =>
        Object.hasOwn(other, name) &&
        isSame((one as Record<string, unknown>)[name], (other as Record<string, JsonValue>)[name] as JsonValue),
    )
  );
}
