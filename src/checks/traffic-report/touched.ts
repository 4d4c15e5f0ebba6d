import type {JournalEntry, Vendor} from '../../engine/index.js';
import {covers, mediaTypeOf, type Operation} from '../../openapi/index.js';
import type {RecordedExchange} from '../../traffic/index.js';
import {coverageOf, type Coverage} from '../coverage.js';

/** What calls of one operation that got one status had, taken together. */
interface Seen {
  readonly operation: Operation;
  readonly status: number;
  readonly type: string | undefined;
  readonly query: Set<string>;
  readonly headers: Set<string>;
  hasAnswer: boolean;
}

/**
 * What of a vendor's document a client used. Kept is what coverage asks for, taken together by operation, status and media
 * type: that does not grow with the number of calls.
 */
export class Touched {
  readonly #vendor: Vendor;
  readonly #seen = new Map<string, Seen>();

  constructor(vendor: Vendor) {
    this.#vendor = vendor;
  }

  /** Takes a call into account; one that led to no operation used nothing. */
  add({operation: id, request, response: {status, body: answer}}: JournalEntry): void {
    const operation = this.#vendor.operationList.find((one) => one.id === id);
    if (operation === undefined) return;
    const type = request.body === undefined ? undefined : sentType(operation, request.headers['content-type']);
    const key = `${operation.id} ${status} ${type ?? ''}`;
    const seen = this.#seen.get(key) ?? {
      operation,
      status,
      type,
      query: new Set(),
      headers: new Set(),
      hasAnswer: false,
    };
    this.#seen.set(key, seen);
    for (const {in: place, name} of operation.parameters) {
      if (place === 'query' && Object.hasOwn(request.query, name)) seen.query.add(name);
      if (place === 'header' && Object.hasOwn(request.headers, name.toLowerCase()))
        seen.headers.add(name.toLowerCase());
    }
    if (answer !== undefined) seen.hasAnswer = true;
  }

  get coverage(): Coverage {
    return coverageOf(this.#vendor, [...this.#seen.values()].map(exchangeOf));
  }
}

function sentType({body}: Operation, header: string | undefined): string | undefined {
  const type = mediaTypeOf(header);
  return type === undefined ? undefined : body?.types.find((one) => covers([one], type));
}

/** A call as coverage reads it: names without values. A journal has no headers of answers, so their first type counts. */
function exchangeOf({operation, status, type, query, headers, hasAnswer}: Seen): RecordedExchange {
  const answered = operation.responses.get(status)?.types[0];
  return {
    request: {
      method: operation.method,
      path: samplePath(operation),
      query: [...query].map((name) => `${encodeURIComponent(name)}=`).join('&'),
      headers: {
        ...Object.fromEntries([...headers].map((name) => [name, ''])),
        ...(type !== undefined && {'content-type': type}),
      },
      ...(type !== undefined && {body: ' '}),
    },
    response: {
      status,
      headers: answered === undefined ? {} : {'content-type': answered},
      ...(hasAnswer && {body: ' '}),
    },
  };
}

/** A path that leads to the operation. */
function samplePath({path, parameters}: Operation): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const listed = parameters.find((one) => one.in === 'path' && one.name === name)?.enum;
    return encodeURIComponent(String(listed?.[0] ?? 'x'));
  });
}
