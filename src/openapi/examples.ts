import {escapePointer, resolve, type OpenApiDocument} from './document.js';
import type {JsonValue} from './json.js';
import type {Operation} from './operations.js';

/** An example of an answer's body, as a document has it. */
export interface Example {
  /** Its name there; `default` for an `example` without one. */
  readonly name: string;
  /** The media type that it is an example of. */
  readonly type: string;
  readonly value: JsonValue;
}

/** The examples of an operation's answer, in the document's order; none where it declares none. */
export function examplesOf(document: OpenApiDocument, operation: Operation, status: number): readonly Example[] {
  if (!operation.responses.has(status)) return [];
  const {value, pointer} = resolve(document, `${operation.pointer}/responses/${status}`);
  const {content = {}} = value as {content?: Record<string, unknown>};
  return Object.keys(content).flatMap((type) => {
    const {example, examples = {}} = content[type] as {example?: JsonValue; examples?: Record<string, unknown>};
    if (example !== undefined) return [{name: 'default', type, value: example}];
    return Object.keys(examples).map((name) => {
      const place = `${pointer}/content/${escapePointer(type)}/examples/${escapePointer(name)}`;
      return {name, type, value: (resolve(document, place).value as {value: JsonValue}).value};
    });
  });
}
