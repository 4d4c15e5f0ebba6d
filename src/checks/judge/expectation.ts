import {
  escapePointer,
  placeOf,
  resolve,
  schemaAt,
  valueAt,
  type Finding,
  type JsonValue,
  type OpenApiDocument,
  type Schema,
} from '../../openapi/index.js';
import {cut, shown, type Discrepancy} from './discrepancy.js';

/** What a finding says in words: where, what the document has there, what is there. */
export function expectationOf(
  finding: Finding,
  {document, value: body}: {readonly document: OpenApiDocument; readonly value: unknown},
): Pick<Discrepancy, 'pointer' | 'expected' | 'got' | 'message'> {
  const surplus = surplusIn(finding);
  const pointer = pointerOf(finding, surplus);
  const value = pointer === '' ? body : valueAt(body, pointer);
  const place = pointer === '' ? 'The body' : cut(pointer);
  const got = value === undefined ? 'no such member' : shown(value);
  if (surplus !== undefined) {
    const expected = `no member ${JSON.stringify(cut(surplus))}`;
    return {pointer, expected, got, message: `${place} is a member that the document does not have.`};
  }
  const expected = wordsFor(finding, document);
  if (value === undefined) return {pointer, expected, got, message: `${place} is missing.`};
  return {pointer, expected, got, message: `${place} is ${got} where the document has ${expected}.`};
}

/** JSON types in words: `string or null`. */
export function kindsIn(types: readonly string[]): string {
  return types.join(' or ');
}

/** The name of a member that should not be there. */
function surplusIn({keyword, params}: Finding): string | undefined {
  const {additionalProperty, unevaluatedProperty, propertyName} = params;
  const name =
    keyword === 'additionalProperties'
      ? additionalProperty
      : keyword === 'unevaluatedProperties'
        ? unevaluatedProperty
        : keyword === 'propertyNames'
          ? propertyName
          : undefined;
  return typeof name === 'string' ? name : undefined;
}

function pointerOf(finding: Finding, surplus: string | undefined): string {
  const {path, keyword, params} = finding;
  if (surplus !== undefined) return `${path}/${escapePointer(surplus)}`;
  return keyword === 'discriminator' ? `${path}/${escapePointer(String(params.tag))}` : placeOf(finding);
}

function wordsFor({keyword, params, message, schemaPath}: Finding, document: OpenApiDocument): string {
  const {type, allowedValues, allowedValue, format, pattern, missingProperty, limit, tag} = params;
  switch (keyword) {
    case 'type':
      return kindsIn([type].flat() as string[]);
    case 'enum':
      return oneOf(allowedValues as readonly JsonValue[]);
    case 'const':
      return plain(allowedValue);
    case 'discriminator':
      return oneOf(tagsOf(document, schemaPath, String(tag)));
    case 'format':
      return `a text of the format ${String(format)}`;
    case 'pattern':
      return `a text that matches ${String(pattern)}`;
    case 'required':
      return `a member ${JSON.stringify(missingProperty)}`;
    case 'minimum':
      return `at least ${String(limit)}`;
    case 'maximum':
      return `at most ${String(limit)}`;
    case 'minLength':
      return `a text of at least ${counted(limit, 'character')}`;
    case 'maxLength':
      return `a text of at most ${counted(limit, 'character')}`;
    case 'minItems':
      return `a list of at least ${counted(limit, 'item')}`;
    case 'maxItems':
      return `a list of at most ${counted(limit, 'item')}`;
    case 'anyOf':
    case 'oneOf':
      return params.passingSchemas ? 'only one of the declared forms' : 'one of the declared forms';
    default:
      return message.replace(/^must (be )?/, '');
  }
}

/** What the member that tells the forms apart may say. */
function tagsOf(document: OpenApiDocument, schemaPath: string, tag: string): readonly JsonValue[] {
  const forms = `${schemaPath.slice(0, schemaPath.lastIndexOf('/'))}/oneOf`;
  const {value} = resolve(document, forms);
  return (value as readonly Schema[]).flatMap((_, position) => {
    const {const: only, enum: several} = schemaAt(document, `${forms}/${position}`, `/${escapePointer(tag)}`) ?? {};
    return only === undefined ? (several ?? []) : [only];
  });
}

function oneOf(values: readonly JsonValue[]): string {
  return values.length === 1 ? plain(values[0]) : `one of ${values.map(plain).join(', ')}`;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : shown(value);
}

function counted(count: JsonValue | undefined, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
