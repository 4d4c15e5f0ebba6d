import {
  escapePointer,
  isObject,
  resolve,
  type OpenApiDocument,
  type Operation,
  type ResponseShape,
  type Schema,
} from '../../openapi/index.js';
import {cut, type Discrepancy} from './discrepancy.js';
import {kindsIn} from './expectation.js';

/** Where an answer's headers are declared, and those it has. */
interface Judged {
  readonly operation: Operation;
  readonly declared: ResponseShape;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Holds an answer's headers against those that the document declares for it: required ones must be there, and those that
 * are there must be what their schema says. Of a schema the keywords `type`, `enum`, `const`, `pattern`, `minimum` and
 * `maximum` count, which are all that makes sense of one line.
 */
export function judgeHeaders(
  document: OpenApiDocument,
  {operation, declared, headers}: Judged,
): readonly Discrepancy[] {
  const response = resolve(document, `${operation.pointer}/responses/${declared.status}`);
  const {headers: own} = response.value as {headers?: Readonly<Record<string, unknown>>};
  return Object.keys(own ?? {}).flatMap((name) => {
    const lower = name.toLowerCase();
    // OpenAPI ignores such a declaration; the content type is judged by the declared contents.
    if (lower === 'content-type') return [];
    const {value, pointer} = resolve(document, `${response.pointer}/headers/${escapePointer(name)}`);
    const {required = false} = value as {required?: boolean};
    const text = Object.hasOwn(headers, lower) ? headers[lower] : undefined;
    const base = {check: 'header', pointer: `header: ${lower}`, mark: declared.mark} as const;
    if (text === undefined) {
      const message = `The answer lacks the header ${lower}.`;
      const missing = {...base, expected: `a header ${lower}`, got: 'none', message};
      return required ? [{...missing, schemaPath: `${pointer}/required`}] : [];
    }
    if (!isObject((value as {schema?: unknown}).schema)) return [];
    const schema = resolve(document, `${pointer}/schema`);
    const broken = brokenIn(schema.value as Schema, text);
    if (broken === undefined) return [];
    const message = `The header ${lower} is not ${broken.expected}.`;
    const {expected, keyword} = broken;
    return [{...base, expected, got: cut(text), message, schemaPath: `${schema.pointer}/${keyword}`}];
  });
}

/** The first keyword that a header's text breaks. */
function brokenIn(schema: Schema, text: string): {keyword: string; expected: string} | undefined {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const values = types.map((type) => readAs(type, text)).filter((value) => value !== undefined);
  if (types.length > 0 && values.length === 0) return {keyword: 'type', expected: kindsIn(types)};
  const value = values[0] ?? text;
  const {enum: allowed, const: only, pattern, minimum, maximum} = schema;
  if (allowed && !allowed.includes(value)) return {keyword: 'enum', expected: `one of ${allowed.join(', ')}`};
  if (only !== undefined && only !== value) return {keyword: 'const', expected: JSON.stringify(only)};
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(text))
    return {keyword: 'pattern', expected: `a text that matches ${pattern}`};
  if (typeof minimum === 'number' && Number(value) < minimum)
    return {keyword: 'minimum', expected: `at least ${minimum}`};
  if (typeof maximum === 'number' && Number(value) > maximum)
    return {keyword: 'maximum', expected: `at most ${maximum}`};
  return undefined;
}

function readAs(type: string, text: string): string | number | boolean | undefined {
  if (type === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (type === 'number') return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  return type === 'string' ? text : undefined;
}
