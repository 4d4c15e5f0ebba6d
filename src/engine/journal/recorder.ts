import {formOf, mediaTypeOf, parseJson, type Finding, type JsonValue, type Operation} from '../../openapi/index.js';
import type {Exchange} from '../exchange.js';
import type {Reply} from '../reply.js';
import type {JournalEntry, NearMiss} from './entry.js';
import {FindingMask} from './finding-mask.js';
import type {Budget} from './mask.js';
import {problemFinding} from './problem-finding.js';
import type {RequestMask} from './request-mask.js';

/** How many values of a request's and an answer's body are written down. */
export const maxValues = 1000;

/** What happened to a request, for the journal. */
export interface Outcome {
  readonly kind: JournalEntry['kind'];
  readonly at: number;
  readonly reply: Reply;
  readonly violations: readonly Finding[];
  readonly fault?: string;
}

/** What a recorder writes with. */
export interface RecorderOptions {
  readonly mask: RequestMask;
  /** The operations that come closest to a request for which there is none. */
  readonly nearest?: (request: {readonly method: string; readonly path: string}) => readonly NearMiss[];
}

/** Writes one vendor's exchanges down without anything personal in them. */
export class Recorder {
  readonly #mask: RequestMask;
  readonly #findings: FindingMask;
  readonly #nearest: RecorderOptions['nearest'];

  constructor({mask, nearest}: RecorderOptions) {
    this.#mask = mask;
    this.#findings = new FindingMask(mask.vendor, mask.tokens);
    this.#nearest = nearest;
  }

  /** @param budget how many values of both bodies are written down; what was used of it is taken off. */
  entryOf(
    exchange: Exchange,
    {kind, at, reply, violations, fault}: Outcome,
    budget: Budget = {left: maxValues},
  ): Omit<JournalEntry, 'id'> {
    const {operation} = exchange;
    const requestBody = this.#requestBody(exchange, budget);
    const responseBody = this.#responseBody(exchange, reply, budget);
    const nearest = operation === undefined && kind === 'request' ? this.#nearest?.(exchange) : undefined;
    return {
      at: new Date(at).toISOString(),
      kind,
      vendor: this.#mask.vendor.name,
      ...(operation && {operation: operation.id}),
      request: {
        method: this.#mask.method(exchange.method),
        path: this.#mask.path(exchange.path, operation, exchange.pathParams),
        query: this.#query(exchange),
        headers: this.#headers(exchange),
        ...(requestBody !== undefined && {body: requestBody}),
      },
      response: {status: reply.status, ...(responseBody !== undefined && {body: responseBody})},
      findings: foundIn(exchange).map((finding) => this.#findings.finding(finding)),
      violations: violations.map((finding) => this.#findings.finding(finding)),
      ...(nearest && nearest.length > 0 && {nearest}),
      ...(fault !== undefined && {fault}),
    };
  }

  #query({operation, rawQuery}: Exchange): Record<string, readonly string[]> {
    const masked: Record<string, readonly string[]> = {};
    for (const [name, values] of rawQuery) {
      const [key, shown] = this.#mask.query(name, values, operation);
      masked[key] = shown;
    }
    return masked;
  }

  #headers({operation, request: {headers}}: Exchange): Record<string, string> {
    const masked: Record<string, string> = {};
    for (const name in headers) {
      const [key, shown] = this.#mask.header(name, headers[name] as string, operation);
      masked[key] = shown;
    }
    return masked;
  }

  #requestBody(exchange: Exchange, budget: Budget): JsonValue | undefined {
    const {operation, request} = exchange;
    const isRead = operation !== undefined && (operation.body === undefined || operation.body.form === 'json');
    const body = isRead ? (exchange.body ?? unreadJson(exchange, operation)) : undefined;
    if (body !== undefined) return this.#mask.body(body as JsonValue, operation, budget);
    if (request.body === undefined || request.body.length === 0) return undefined;
    return this.#mask.tokens.ofBytes(request.body);
  }

  #responseBody({operation}: Exchange, {status, body, file}: Reply, budget: Budget): JsonValue | undefined {
    if (file) return this.#mask.tokens.ofBytes(file.bytes);
    return body === undefined ? undefined : this.#mask.answer({status, body}, operation, budget);
  }
}

/** Longest body that is read where the document has none. */
const longestUndeclared = 64 * 1024;

/**
 * The JSON body of a request that was answered before anybody read it, by a fault or for want of a credential, or whose
 * operation takes none. Whoever counts the calls of a client that tries again asks for it all the same, and whoever wants to
 * know what a vendor did not look at.
 */
function unreadJson({request: {body, headers, truncated}}: Exchange, {body: declared}: Operation): unknown {
  if (body === undefined || body.length === 0 || truncated === true) return undefined;
  if (body.length > (declared?.maxBytes ?? longestUndeclared)) return undefined;
  const type = mediaTypeOf(headers['content-type']);
  return type === undefined || formOf(type) === 'json' ? parseJson(body)?.value : undefined;
}

function foundIn({findings, problem, operation}: Exchange): readonly Finding[] {
  if (problem === undefined || findings.length > 0) return findings;
  const found = problemFinding(problem, operation);
  return found ? [found] : findings;
}
