import {utf8ToBytes} from '@noble/hashes/utils';
import {Router, type JsonValue, type Operation} from '../../openapi/index.js';
import {differencesIn} from './compare.js';
import type {Difference, JournalEntry} from './entry.js';
import type {RequestMask} from './request-mask.js';

/** What is expected of a request, and of its answer's status. Whatever is left out may be anything. */
export interface RequestPattern {
  readonly vendor?: string;
  /** `operationId` */
  readonly operation?: string;
  /** `PATCH` */
  readonly method?: string;
  /** The vendor's own path, without a query: `/v1/conversations/10749`. */
  readonly path?: string;
  /** 409, or a class such as `4xx`. */
  readonly status?: number | string;
  /** Each named parameter must have exactly this value, or these values. */
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** Each named header must have exactly this value. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Each member must be there and be equal; lists item by item. Of a body that is no JSON, the whole text. */
  readonly body?: unknown;
  /** A JSONPath expression (RFC 9535) that must select something of the entry as the journal shows it. */
  readonly where?: string;
}

/** An entry as it is compared, and as it is shown. They are the same unless the journal is kept in clear. */
export interface JournalRecord {
  readonly entry: JournalEntry;
  readonly shown: JournalEntry;
}

/** What a pattern says of an entry. */
export interface Match {
  /** In what the entry is not as expected. */
  readonly differences: readonly Difference[];
  /** What nobody can tell any more, since it was erased: `body`. */
  readonly erased: readonly string[];
  /** 0 where nothing differs; the greater, the more does. Infinite where the two have nothing in common. */
  readonly distance: number;
}

/** A pattern that was read. A header of which no value is asked has to be there. */
export interface CompiledPattern extends Omit<RequestPattern, 'headers' | 'where' | 'status'> {
  /** The same for the same pattern. */
  readonly key: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly status: {readonly text: string; readonly has: (status: number) => boolean} | undefined;
  readonly where: ((value: unknown) => boolean) | undefined;
}

/** How much further an entry is for what differs in it. */
const weights = {vendor: 8, operation: 8, path: 2, method: 2, status: 2, detail: 1, nearly: 1} as const;

interface Found extends Difference {
  readonly weight: number;
}

/** Holds entries against a pattern. Values that are expected become tokens on the way, as those of the entry did. */
export class Matcher {
  readonly pattern: CompiledPattern;
  readonly #masks: ReadonlyMap<string, RequestMask>;
  /** The expected body as the journal would have it, by vendor and operation. */
  readonly #bodies = new Map<string, JsonValue>();

  constructor(pattern: CompiledPattern, masks: ReadonlyMap<string, RequestMask>) {
    this.pattern = pattern;
    this.#masks = masks;
  }

  /** The path that is expected, as the journal would show it. */
  get path(): string | undefined {
    const {vendor, path} = this.pattern;
    if (path === undefined) return undefined;
    const masks = [...this.#masks.values()].filter((mask) => vendor === undefined || mask.vendor.name === vendor);
    const ways = masks.flatMap((mask) => mask.vendor.operationList.map((operation) => ({mask, operation})));
    const way = ways.find(({operation}) => new Router([operation]).match(operation.method, path).kind === 'found');
    return way ? expectedPath(path, way.mask, way.operation) : masks[0]?.path(path, undefined, {});
  }

  match({entry, shown}: JournalRecord): Match {
    const mask = this.#masks.get(entry.vendor) as RequestMask;
    const operation = mask.vendor.operationList.find(({id}) => id === entry.operation);
    const {outline, isNear} = this.#outline(entry, mask, operation);
    const content = [...this.#query(entry, mask, operation), ...this.#headers(entry, mask, operation)];
    content.push(...this.#body(entry, mask, operation));
    if (this.pattern.where?.(shown) === false) content.push(detail({member: 'where', expected: 'something selected'}));
    const isErased = entry.erased === true;
    const differences = isErased ? outline : [...outline, ...content];
    return {
      differences: differences.map(({weight: _, ...difference}) => difference),
      erased: isErased ? [...new Set(content.map(({member}) => member.split('/', 1)[0] as string))] : [],
      distance: isNear ? differences.reduce((sum, {weight}) => sum + weight, 0) : Infinity,
    };
  }

  /** Who was called, how, and with what success; and whether any of that is as expected. */
  #outline(
    entry: JournalEntry,
    mask: RequestMask,
    operation: Operation | undefined,
  ): {readonly outline: readonly Found[]; readonly isNear: boolean} {
    const {vendor, method, path, status} = this.pattern;
    const held: (readonly Found[])[] = [];
    const hold = (member: 'vendor' | 'method' | 'path', expected: string | undefined, got: string) => {
      if (expected === undefined) return;
      held.push(expected === got ? [] : [{member, expected, got, weight: weights[member]}]);
    };
    hold('vendor', vendor, entry.vendor);
    if (this.pattern.operation !== undefined) held.push(operationDifferences(this.pattern.operation, entry));
    hold('method', method && mask.method(method.toUpperCase()), entry.request.method);
    hold('path', path && expectedPath(path, mask, operation), entry.request.path);
    if (status !== undefined) {
      const got = entry.response.status;
      held.push(status.has(got) ? [] : [{member: 'status', expected: status.text, got, weight: weights.status}]);
    }
    const isNear = held.length === 0 || held.some((found) => found.every(({weight}) => weight <= weights.nearly));
    return {outline: held.flat(), isNear};
  }

  #query({request}: JournalEntry, mask: RequestMask, operation: Operation | undefined): readonly Found[] {
    return Object.entries(this.pattern.query ?? {}).flatMap(([name, value]) => {
      const texts = (Array.isArray(value) ? value : [value]).map(String);
      const [key, expected] = mask.query(name, texts, operation);
      const got = request.query[key];
      if (got?.length === expected.length && got.every((one, at) => one === expected[at])) return [];
      return [detail({member: `query/${key}`, expected: single(expected), ...(got && {got: single(got)})})];
    });
  }

  #headers({request}: JournalEntry, mask: RequestMask, operation: Operation | undefined): readonly Found[] {
    return Object.entries(this.pattern.headers).flatMap(([name, value]) => {
      const [key, expected] = mask.header(name.toLowerCase(), value ?? '', operation);
      const got = request.headers[key];
      if (value === undefined ? got !== undefined : got === expected) return [];
      const wanted = value === undefined ? 'any value' : expected;
      return [detail({member: `headers/${key}`, expected: wanted, ...(got !== undefined && {got})})];
    });
  }

  #body({vendor, request}: JournalEntry, mask: RequestMask, operation: Operation | undefined): readonly Found[] {
    const {body} = this.pattern;
    if (body === undefined) return [];
    const got = request.body;
    // A body that was not read as JSON is kept as one token of its bytes.
    if (typeof got === 'string' && bytesToken.test(got)) {
      const expected = mask.tokens.ofBytes(utf8ToBytes(typeof body === 'string' ? body : JSON.stringify(body)));
      const note = 'it could not be read as the document has it, so it is compared byte by byte';
      return expected === got ? [] : [detail({member: 'body', expected, got, note})];
    }
    const key = `${vendor} ${operation?.id ?? ''}`;
    let expected = this.#bodies.get(key);
    if (expected === undefined) {
      expected = mask.body(body as JsonValue, operation, {left: Infinity});
      this.#bodies.set(key, expected);
    }
    return differencesIn(expected, got, 'body').map(detail);
  }
}

const bytesToken = /^tok_[0-9a-f]{16}\(\d+ bytes\)$/;

function detail(difference: Difference): Found {
  return {...difference, weight: weights.detail};
}

/** A request for which there was no operation may have been meant for this one: then it is told what it lacks. */
function operationDifferences(expected: string, {operation, nearest = []}: JournalEntry): readonly Found[] {
  if (operation === expected) return [];
  const miss = nearest.find((one) => one.operation === expected);
  if (miss) return miss.differences.map((difference) => ({...difference, weight: weights.nearly}));
  const got = operation === undefined ? {} : {got: operation};
  return [{member: 'operation', expected, ...got, weight: weights.operation}];
}

function single(values: readonly string[]): JsonValue {
  return values.length === 1 ? (values[0] as string) : values;
}

/** The path as an entry of that operation would show it; of another operation it is shown as one of none. */
function expectedPath(path: string, mask: RequestMask, operation: Operation | undefined): string {
  if (operation === undefined) return mask.path(path, undefined, {});
  const match = new Router([operation]).match(operation.method, path);
  return match.kind === 'found' ? mask.path(path, operation, match.params) : mask.path(path, undefined, {});
}
