import type {Finding} from './findings.js';
import type {JsonValue} from './json.js';
import type {Operation, Parameter} from './operations.js';

/** Query parameters as they stand in the URL: every value of every name, decoded, in order. */
export type RawQuery = ReadonlyMap<string, readonly string[]>;

/** Parameters of one request, read into the types that the document gives them. */
export interface Parameters {
  readonly path: Readonly<Record<string, JsonValue>>;
  readonly query: Readonly<Record<string, JsonValue>>;
  readonly header: Readonly<Record<string, JsonValue>>;
}

/** Switches that a decoder may look at, by name. */
export type DecoderSettings = Readonly<Record<string, string | number | boolean>>;

/**
 * Reads the text of a parameter that a plain rule does not cover, such as a JSON value in a query.
 * @param texts all values of the parameter in the request, at least one.
 * @returns the value, or a finding when it cannot be read.
 */
export type ParameterDecoder = (
  texts: readonly string[],
  settings: DecoderSettings,
) => {value: JsonValue | undefined} | {finding: Finding};

/** Splits a query string. Undefined when its percent-encoding does not decode. */
export function parseQuery(text: string): RawQuery | undefined {
  const values = new Map<string, string[]>();
  if (text === '') return values;
  try {
    for (const pair of text.split('&')) {
      if (pair === '') continue;
      const split = pair.indexOf('=');
      const name = decode(split < 0 ? pair : pair.slice(0, split));
      const value = split < 0 ? '' : decode(pair.slice(split + 1));
      const known = values.get(name);
      if (known) known.push(value);
      else values.set(name, [value]);
    }
    return values;
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  const plain = text.includes('+') ? text.replaceAll('+', ' ') : text;
  return plain.includes('%') ? decodeURIComponent(plain) : plain;
}

/** Reads the declared parameters of an operation; what cannot be read keeps its text, and the validator refuses it. */
export function readParameters(
  operation: Operation,
  raw: {path: Readonly<Record<string, string>>; query: RawQuery; headers: Readonly<Record<string, string>>},
  decoders: Readonly<Record<string, ParameterDecoder>>,
  settings: DecoderSettings,
): {parameters: Parameters; findings: readonly Finding[]} {
  const parameters = {path: {}, query: {}, header: {}} as Record<Parameter['in'], Record<string, JsonValue>>;
  const findings: Finding[] = [];
  for (const parameter of operation.parameters) {
    const texts = textsOf(parameter, raw);
    if (texts === undefined) continue;
    const decoder = decoders[parameter.name];
    if (decoder) {
      const read = decoder(texts, settings);
      if ('finding' in read) findings.push(read.finding);
      else if (read.value !== undefined) parameters[parameter.in][parameter.name] = read.value;
    } else {
      // Twice the same scalar is a list, which no scalar schema accepts: the validator says so.
      const values = texts.map((text) => scalar(parameter, text));
      parameters[parameter.in][parameter.name] = values.length === 1 ? (values[0] as JsonValue) : values;
    }
  }
  return {parameters, findings};
}

function textsOf(
  {in: place, name}: Parameter,
  raw: {path: Readonly<Record<string, string>>; query: RawQuery; headers: Readonly<Record<string, string>>},
): readonly string[] | undefined {
  if (place === 'query') return raw.query.get(name);
  const text = place === 'path' ? raw.path[name] : raw.headers[name.toLowerCase()];
  return text === undefined ? undefined : [text];
}

function scalar({type}: Parameter, text: string): JsonValue {
  if (type === 'integer') return /^-?\d{1,18}$/.test(text) ? Number(text) : text;
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return readBoolean(text) ?? text;
  return text;
}

/** `true` and `false` in any letter case, as the frameworks behind these vendors read them. */
export function readBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (lower === 'true') return true;
  return lower === 'false' ? false : undefined;
}
