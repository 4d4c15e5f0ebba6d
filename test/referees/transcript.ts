import type {Vendor} from '../../src/engine/index.js';
import {escapePointer, examplesOf, resolve, type Operation} from '../../src/openapi/index.js';
import {image} from '../support/refusals.js';

/** One call with the examples of one name, as a vendor's document has them. */
export interface Sample {
  readonly operation: Operation;
  /** The name that the body's, the parameters' and the answer's examples share; empty where there is none. */
  readonly example: string;
  /** With its query. */
  readonly path: string;
  readonly body?: unknown;
  /** The body's media type, when it is no form. */
  readonly type?: string;
  /** Statuses under which the document has an answer of that name. */
  readonly answers: readonly number[];
}

/** A parameter, or the body under an empty name, with its examples. */
interface Input {
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly name: string;
  readonly isJson: boolean;
  readonly examples: ReadonlyMap<string, unknown>;
}

/**
 * Every operation with every set of examples that the document has for it, in the document's order. Parameters are shared
 * by operations and have names that only some of those use, so the names are those of bodies and of answers of success.
 */
export function samplesOf(vendor: Vendor): Sample[] {
  return vendor.operationList.flatMap((operation) => {
    const inputs = inputsOf(vendor, operation);
    const body = inputs.find((input) => input.in === 'body');
    const answered = answersOf(vendor, operation);
    const names = body ? [...body.examples.keys()] : [...answered.keys()];
    // What has neither is called once.
    return (names.length > 0 ? names : ['']).map((example) => ({
      operation,
      example,
      path: pathOf(operation, inputs, example),
      ...bodyOf(operation, body, example),
      answers: answered.get(example) ?? [],
    }));
  });
}

/** The statuses of success by the names of the examples that they have. */
function answersOf({document}: Vendor, operation: Operation): Map<string, number[]> {
  const answers = new Map<string, number[]>();
  for (const status of operation.responses.keys()) {
    if (status >= 300) continue;
    for (const {name} of examplesOf(document, operation, status))
      answers.set(name, [...(answers.get(name) ?? []), status]);
  }
  return answers;
}

function inputsOf({document}: Vendor, {parameters, body, pointer}: Operation): Input[] {
  const at = `${pointer}/requestBody`;
  return [
    ...parameters.map(({name, type, in: place, pointer: own}): Input => {
      const isJson = type === 'json';
      const holder = isJson ? `${own}/content/application~1json` : own;
      return {in: place, name, isJson, examples: examplesAt(document, holder)};
    }),
    ...(body?.form === 'json'
      ? [inBody(examplesAt(document, `${resolve(document, at).pointer}/content/application~1json`))]
      : []),
  ];
}

const inBody = (examples: Input['examples']): Input => ({in: 'body', name: '', isJson: true, examples});

function examplesAt(document: Vendor['document'], pointer: string): Input['examples'] {
  const {examples = {}} = resolve(document, pointer).value as {readonly examples?: object};
  const valueOf = (name: string) =>
    (resolve(document, `${pointer}/examples/${escapePointer(name)}`).value as {readonly value: unknown}).value;
  return new Map(Object.keys(examples).map((name) => [name, valueOf(name)]));
}

function pathOf({path}: Operation, inputs: readonly Input[], example: string): string {
  let filled = path;
  const query = new URLSearchParams();
  for (const {in: place, name, isJson, examples} of inputs) {
    const value = examples.get(example) ?? (place === 'path' ? [...examples.values()][0] : undefined);
    if (value === undefined) continue;
    const text = isJson ? JSON.stringify(value) : String(value);
    if (place === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(text));
    if (place === 'query') query.set(name, text);
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}

function bodyOf({body}: Operation, input: Input | undefined, example: string): Pick<Sample, 'body' | 'type'> {
  if (body?.form === 'form') return {body: image()};
  if (body?.form === 'binary') return {body: 'RIFF', type: body.types[0] as string};
  return input?.examples.has(example) ? {body: input.examples.get(example)} : {};
}

/** The body of a call as it goes out, with the header that tells its type. */
export function bodyFor({body, type}: Pick<Sample, 'body' | 'type'>): {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
} {
  if (body === undefined) return {headers: {}};
  if (body instanceof FormData) return {headers: {}, body};
  if (type !== undefined) return {headers: {'content-type': type}, body: String(body)};
  return {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)};
}
