import type {Vendor} from '../../src/engine/index.js';
import {isObject} from '../../src/openapi/index.js';
import type {Noted} from './client.js';

/** An answer as a client writes down that it expects it. */
export interface Expected {
  readonly status: number;
  /** Absent where nothing is expected of the body. */
  readonly body?: unknown;
}

/** What a client noted with one vendor as a Pact of version 4, the way a team writes one by hand: with what it needs of answers. */
export function pactTextOf(
  noted: readonly Noted[],
  {name}: Pick<Vendor, 'name'>,
  expectedOf: (noted: Noted) => Expected,
): string {
  const interactions = noted
    .filter(({vendor}) => vendor === name)
    .map((one, position) => {
      const {method, path, query, headers, body} = one.exchange.request;
      const contentType = headers['content-type'] ?? '';
      const expected = expectedOf(one);
      return {
        type: 'Synchronous/HTTP',
        description: `call ${position + 1}`,
        request: {
          method,
          path,
          ...(query !== '' && {query: queryOf(query)}),
          headers: Object.fromEntries(Object.entries(headers).map(([header, value]) => [header, [value]])),
          ...(body !== undefined && {body: {content: contentOf(body, contentType), contentType, encoded: false}}),
        },
        response: {
          status: expected.status,
          ...(expected.body !== undefined && {
            headers: {'content-type': ['application/json']},
            body: {content: expected.body, contentType: 'application/json', encoded: false},
          }),
        },
      };
    });
  const metadata = {pactSpecification: {version: '4.0'}};
  return JSON.stringify({consumer: {name: 'a client'}, provider: {name}, interactions, metadata});
}

/** The body of an answer; undefined where it has none, or none of JSON. */
export function answerOf({exchange: {response}}: Noted): unknown {
  const isJson = /json/.test(response.headers['content-type'] ?? '') && (response.body ?? '') !== '';
  return isJson ? (JSON.parse(response.body as string) as unknown) : undefined;
}

/** A value with some members of its objects, at every depth, and of its lists the first item. */
export function cut(value: unknown, isKept: () => boolean): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map((item: unknown) => cut(item, isKept));
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(() => isKept());
  return Object.fromEntries(members.map(([name, member]) => [name, cut(member, isKept)]));
}

/** Two of three are kept, which ones, the seed says: a linear congruential generator. */
export function keeping(seed: number): () => boolean {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 < 2 / 3;
  };
}

function contentOf(body: string, contentType: string): unknown {
  return contentType === 'application/json' ? (JSON.parse(body) as unknown) : body;
}

function queryOf(query: string): Readonly<Record<string, readonly string[]>> {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)]));
}
