import {escapePointer, type OpenApiDocument, type Schema} from '../document.js';
import type {Validator, ValidatorError} from '../findings.js';
import {SchemaCompiler} from './compile.js';
import {errorOf, type Check, type Keyword, type Place} from './keyword.js';
import {keywords} from './keywords.js';

/** What asks for something to be there, or asks what is there before it demands anything. */
const demanding = ['required', 'minProperties', 'minItems', 'if', 'discriminator'];

/**
 * Makes validators of values from which members and items may be left out, at any depth: what is there is judged, what is
 * not there never. Where a value may have several shapes, those count that what is there does not rule out: a tag or a
 * constant that says which one it is leaves that one; with none, a member is right that any of them has.
 */
export class PartialValidators {
  readonly #compiler: SchemaCompiler;
  readonly #validators = new Map<string, Validator>();

  constructor(document: OpenApiDocument) {
    this.#compiler = new SchemaCompiler(document, partialKeywords);
  }

  /** @param pointer of the schema in the document. */
  of(pointer: string): Validator {
    let validator = this.#validators.get(pointer);
    if (validator === undefined) {
      validator = eachOnce(this.#compiler.validator({$ref: pointer}));
      this.#validators.set(pointer, validator);
    }
    return validator;
  }
}

/** What a schema and the shapes in it say alike is told once. */
function eachOnce(judge: Validator): Validator {
  const validator: Validator = (value) => {
    const isRight = judge(value);
    const errors = new Map((judge.errors ?? []).map((one) => [`${one.instancePath} ${nameOf(one)}`, one]));
    validator.errors = isRight ? null : [...errors.values()];
    return isRight;
  };
  return validator;
}

const partialKeywords: readonly Keyword[] = keywords.flatMap((keyword) => {
  if (demanding.includes(keyword.name)) return [];
  return keyword.name === 'anyOf' || keyword.name === 'oneOf' ? [choice(keyword.name)] : [keyword];
});

/** A shape that a value may have, and what is wrong with the value if it is to have it. */
interface Shape {
  readonly schema: Schema;
  readonly errors: readonly ValidatorError[];
}

/** A value of which parts are left out may have more than one of the shapes: `oneOf` is judged as `anyOf`. */
function choice(name: 'anyOf' | 'oneOf'): Keyword {
  return {
    name,
    make: (schemas: readonly Schema[], place) => {
      const checks = schemas.map((schema, position) => [schema, place.inside(schema, `/${name}/${position}`)] as const);
      return (value, path, errors, seen) => {
        const shapes = checks.map(([schema, check]) => judged(schema, check, value, path));
        const passing = shapes.filter((shape) => shape.errors.length === 0);
        for (const shape of passing) for (const one of shape.seen) seen?.add(one);
        if (passing.length > 0) return;
        errors.push(...closest(name, shapes, {place, path}));
        // That no shape fits has been told: its members are not to be told once more as nobody's.
        if (typeof value === 'object' && value !== null) for (const one of Object.keys(value)) seen?.add(one);
      };
    },
  };
}

function judged(schema: Schema, check: Check, value: unknown, path: string): Shape & {readonly seen: Set<string>} {
  const errors: ValidatorError[] = [];
  const seen = new Set<string>();
  check(value, path, errors, seen);
  return {schema, errors, seen};
}

interface Where {
  readonly place: Place;
  readonly path: string;
}

/** What is wrong with a value that has none of the shapes, as near to what was meant as can be told. */
function closest(name: 'anyOf' | 'oneOf', shapes: readonly Shape[], where: Where): readonly ValidatorError[] {
  const {place, path} = where;
  const left = shapes.filter((shape) => !shape.errors.some((error) => rulesOut(error, shape, where)));
  // A shape that has all the members is meant sooner than one that lacks some.
  const having = left.filter(({errors}) => !errors.some((one) => one.instancePath === path && isSurplus(one)));
  const [only, ...others] = having.length > 0 ? having : left;
  if (only === undefined) return [kindError(shapes, where) ?? tagError(name, shapes, where) ?? noneOf(name, where)];
  if (others.length === 0) return only.errors;
  const common = only.errors.filter((error) => others.every(({errors}) => errors.some((one) => isSame(one, error))));
  if (common.length === 0) return [noneOf(name, where)];
  // Said of all the shapes together, so that whoever looks there finds the members of each.
  return common.map((one) => (one.instancePath === path ? {...one, schemaPath: `${place.pointer}/${name}`} : one));
}

/** Whether an error says that this shape is not the one that is meant: by the value's kind, or by a tag. */
function rulesOut({instancePath, keyword}: ValidatorError, {schema}: Shape, {place, path}: Where): boolean {
  if (instancePath === path) return ['type', 'const', 'enum'].includes(keyword);
  return tagsOf(schema, place).some((tag) => instancePath === `${path}/${escapePointer(tag)}`);
}

/** The members of a shape that tell it from others. */
function tagsOf(schema: Schema, place: Place): readonly string[] {
  const {propertyName: tag} = (place.schema.discriminator ?? {}) as {readonly propertyName?: string};
  if (tag !== undefined) return [tag];
  const properties = Object.entries(place.resolved(schema).properties ?? {});
  return properties.flatMap(([name, one]) => (place.resolved(one).const === undefined ? [] : [name]));
}

/** That a value is of a kind that none of the shapes is of, or none of their constants. */
function kindError(shapes: readonly Shape[], {place, path}: Where): ValidatorError | undefined {
  const here = shapes.map(({errors}) => errors.find((one) => one.instancePath === path));
  const types = here.map((one) => (one?.keyword === 'type' ? (one.params as {type: string | string[]}).type : []));
  const named = [...new Set(types.flat())];
  if (types.some((one) => one.length === 0)) return undefined;
  return errorOf(place, 'type', {type: named.length === 1 ? named[0] : named}, `must be ${named.join(' or ')}`)(path);
}

/** That a tag has a value that none of the shapes has. */
function tagError(name: string, shapes: readonly Shape[], {place, path}: Where): ValidatorError | undefined {
  const [tag] = shapes.flatMap(({schema}) => tagsOf(schema, place));
  if (tag === undefined) return undefined;
  const allowedValues = shapes.flatMap(({schema}) => {
    const member = place.resolved(schema).properties?.[tag];
    const {const: only, enum: several = []} = member === undefined ? {} : place.resolved(member);
    return only === undefined ? several : [only];
  });
  const error = errorOf(place, 'enum', {allowedValues}, 'must be equal to one of the allowed values');
  return {...error(`${path}/${escapePointer(tag)}`), schemaPath: `${place.pointer}/${name}`};
}

function noneOf(name: 'anyOf' | 'oneOf', {place, path}: Where): ValidatorError {
  return errorOf(place, name, {}, `must match a schema in ${name}`)(path);
}

/** Whether two shapes say the same of a value. */
function isSame(one: ValidatorError, other: ValidatorError): boolean {
  return one.instancePath === other.instancePath && nameOf(one) === nameOf(other);
}

function isSurplus({keyword}: ValidatorError): boolean {
  return keyword === 'additionalProperties' || keyword === 'unevaluatedProperties';
}

/** Members that are too much are told by two keywords, as shapes are made of one schema or of several. */
function nameOf({keyword, params}: ValidatorError): string {
  const {additionalProperty, unevaluatedProperty} = params as Readonly<Record<string, unknown>>;
  const surplus = additionalProperty ?? unevaluatedProperty;
  return surplus === undefined ? `${keyword} ${JSON.stringify(params)}` : `surplus ${String(surplus)}`;
}
