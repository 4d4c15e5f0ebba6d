import {resolve, type OpenApiDocument, type Schema} from '../document.js';
import type {Validator, ValidatorError} from '../findings.js';
import {valueAt} from '../order.js';
import type {Check, Keyword, Place, Seen} from './keyword.js';
import {keywords, kinds} from './keywords.js';

/**
 * Makes validators of a document's schemas where no compiler may run and none of its output is wanted: of closures, when a
 * schema is first used. They tell what Ajv's tell, in the same order and words, of the keywords that the documents use.
 */
export class SchemaCompiler {
  readonly #document: OpenApiDocument;
  readonly #keywords: readonly Keyword[];
  readonly #checks = new Map<string, Check>();

  /** @param judged the keywords that count. @defaultValue all that demand something */
  constructor(document: OpenApiDocument, judged = keywords) {
    this.#document = document;
    this.#keywords = judged;
  }

  /** A validator of values that a schema describes; the schema may refer to those of the document. */
  validator(schema: Schema): Validator {
    let check: Check | undefined;
    const validator: Validator = (value) => {
      const errors: ValidatorError[] = [];
      check ??= this.#compile(schema, '#');
      check(value, '', errors);
      validator.errors = errors.length > 0 ? errors : null;
      return errors.length === 0;
    };
    return validator;
  }

  #compile(schema: Schema, pointer: string): Check {
    // Bytes are no JSON: whatever a form has there is right.
    if (schema.format === 'binary') return () => undefined;
    const place: Place = {
      schema,
      pointer,
      inside: (inner, path) => this.#compile(inner, pointer + path),
      referred: (reference) => this.#referred(reference),
      resolved: (one) => (one.$ref === undefined ? one : (resolve(this.#document, one.$ref).value as Schema)),
    };
    const check = inOrder(place, this.#keywords);
    return schema.unevaluatedProperties === undefined ? check : withOwnSeen(check);
  }

  /** Compiled when a value first comes there: schemas may hold themselves. */
  #referred(reference: string): Check {
    return (value, path, errors, seen) => {
      let check = this.#checks.get(reference);
      if (check === undefined) {
        const schema = valueAt(this.#document, reference.slice(1)) as Schema;
        this.#checks.set(reference, (check = this.#compile(schema, reference)));
      }
      check(value, path, errors, seen);
    };
  }
}

/** All keywords of a schema, in the order in which Ajv judges them; that the type is wrong is told in its keywords' place. */
function inOrder(place: Place, keywords: readonly Keyword[]): Check {
  const {schema, pointer} = place;
  const groups = kinds.map((kind) => ({
    kind,
    checks: keywords
      .filter(({name, of}) => of === kind && schema[name] !== undefined)
      .map(({name, make}) => make(schema[name] as never, place))
      .filter((check) => check !== undefined),
    isUsed: keywords.some(({name, of}) => of === kind && schema[name] !== undefined),
  }));
  const types = [schema.type ?? []].flat() as readonly string[];
  const [only] = types.length === 1 ? types : [];
  const late = groups.some(({kind, isUsed}) => kind !== undefined && kind === only && isUsed);
  const typeError = (instancePath: string): ValidatorError => ({
    instancePath,
    schemaPath: `${pointer}/type`,
    keyword: 'type',
    params: {type: schema.type},
    message: `must be ${String(schema.type)}`,
  });
  return (value, path, errors, seen) => {
    if (types.length > 0 && !late && !types.some((type) => isOf(type, value))) errors.push(typeError(path));
    for (const {kind, checks} of groups) {
      if (kind === undefined || isOf(kind, value)) for (const check of checks) check(value, path, errors, seen);
      else if (late && kind === only) errors.push(typeError(path));
    }
  };
}

/** What others say of the members does not count inside, but what is said inside counts for the others. */
function withOwnSeen(check: Check): Check {
  return (value, path, errors, seen) => {
    const own: Seen = new Set();
    check(value, path, errors, own);
    if (seen) for (const name of own) seen.add(name);
  };
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}
