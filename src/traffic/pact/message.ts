import {encoded, headersOf, itemsOf, membersOf, textOf} from '../shapes.js';
import {plainBody, wrappedBody} from './body.js';

/** The headers and the body of a request or an answer. */
export interface PactMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Reads what requests and answers have in common. A Pact lists the headers that matter to it, not all that are sent: a body
 * without a type gets the one that it is of.
 * @param isWrapped bodies are as in version 4.
 * @throws RangeError when the body nests too deeply.
 */
export function messageOf(message: Readonly<Record<string, unknown>>, isWrapped: boolean): PactMessage {
  const headers = headersOf(
    Object.entries(membersOf(message.headers)).flatMap(([name, value]) =>
      (Array.isArray(value) ? itemsOf(value) : [value])
        .filter((one) => typeof one === 'string' || typeof one === 'number')
        .map((one) => [name, String(one)] as const),
    ),
  );
  const header = headers['content-type'];
  const {body, type} = (isWrapped ? wrappedBody : plainBody)(message.body, header);
  const isTyped = header !== undefined || type === undefined || body === undefined;
  return {headers: isTyped ? headers : {...headers, 'content-type': type}, ...(body !== undefined && {body})};
}

/** The query of a request: a text in version 2, later the values of each name. */
export function queryOf(query: unknown): string {
  if (typeof query === 'string') return query.replace(/^\?/, '');
  const pairs = Object.entries(membersOf(query)).flatMap(([name, values]) =>
    (Array.isArray(values) ? itemsOf(values) : [values]).map((value) => [name, wordOf(value)] as const),
  );
  return encoded(pairs);
}

function wordOf(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : (textOf(value) ?? '');
}
