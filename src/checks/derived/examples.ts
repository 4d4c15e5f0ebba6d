import {resolve, type JsonValue, type OpenApiDocument, type Operation, type Parameter} from '../../openapi/index.js';

/** A call of an operation as its document's examples have it. */
export interface SampleCall {
  readonly parameters: readonly {readonly in: Parameter['in']; readonly name: string; readonly value: JsonValue}[];
  readonly body?: {readonly contentType: string; readonly payload: JsonValue};
}

/** A picture of one pixel, for forms that want a file. It is written beside the workflows. */
export const sampleFile = {
  name: 'sample.png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
} as const;

type Examples = Readonly<Record<string, JsonValue>>;

/**
 * The call that an operation's examples describe: values of one name belong together, so the first name of the body, or
 * else of the first required parameter, decides. Required parameters have a value in any case, others where they have an
 * example of that name.
 */
export function sampleOf(document: OpenApiDocument, operation: Operation): SampleCall {
  const body = bodyOf(document, operation);
  const parameters = operation.parameters.map((parameter) => ({
    parameter,
    examples: parameterExamples(document, parameter),
  }));
  const first = parameters.find(({parameter}) => parameter.required)?.examples;
  const [name = ''] = Object.keys(body?.examples ?? first ?? {});
  return {
    parameters: parameters.flatMap(({parameter, examples}) => {
      const value = examples[name] ?? (parameter.required ? Object.values(examples)[0] : undefined);
      return value === undefined ? [] : [{in: parameter.in, name: parameter.name, value: written(parameter, value)}];
    }),
    ...(body && {
      body: {contentType: body.contentType, payload: body.examples[name] ?? Object.values(body.examples)[0] ?? {}},
    }),
  };
}

/** JSON in a parameter is text. */
function written({type}: Parameter, value: JsonValue): JsonValue {
  return type === 'json' ? JSON.stringify(value) : value;
}

function parameterExamples(document: OpenApiDocument, {pointer, schema}: Parameter): Examples {
  const raw = resolve(document, pointer).value as RawExamples & {content?: Record<string, RawExamples>};
  const own = examplesIn(document, raw.content ? Object.values(raw.content)[0] : raw);
  if (Object.keys(own).length > 0) return own;
  const {example, examples = [], enum: listed = [], default: assumed} = resolve(document, schema).value as RawSchema;
  const value = example ?? examples[0] ?? assumed ?? listed[0];
  return value === undefined ? {} : {schema: value};
}

function bodyOf(
  document: OpenApiDocument,
  {body, pointer}: Operation,
): {readonly contentType: string; readonly examples: Examples} | undefined {
  const [contentType] = body?.types ?? [];
  if (body === undefined || contentType === undefined) return undefined;
  if (body.form === 'form') return {contentType, examples: {sample: {file: `$file('${sampleFile.name}')`}}};
  if (body.form === 'binary') return {contentType, examples: {sample: 'RIFF'}};
  const raw = resolve(document, `${pointer}/requestBody`).value as {content: Record<string, RawExamples>};
  return {contentType, examples: examplesIn(document, raw.content[contentType])};
}

interface RawExamples {
  readonly example?: JsonValue;
  readonly examples?: Readonly<Record<string, {readonly value?: JsonValue; readonly $ref?: string}>>;
}

interface RawSchema {
  readonly example?: JsonValue;
  readonly examples?: readonly JsonValue[];
  readonly enum?: readonly JsonValue[];
  readonly default?: JsonValue;
}

function examplesIn(document: OpenApiDocument, {example, examples = {}}: RawExamples = {}): Examples {
  if (example !== undefined) return {default: example};
  const entries = Object.entries(examples).map(([name, one]) => {
    const {value} = one.$ref === undefined ? one : (resolve(document, one.$ref).value as {value?: JsonValue});
    return [name, value] as const;
  });
  return Object.fromEntries(entries.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}
