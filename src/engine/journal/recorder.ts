import {
  escapePointer,
  unescapePointer,
  type Finding,
  type JsonValue,
  type Operation,
  type Parameter,
} from '../../openapi/index.js';
import type {Exchange} from '../exchange.js';
import type {JournalEntry} from './journal.js';
import {Masker, type Budget} from './mask.js';
import type {Reply} from '../reply.js';
import type {Tokens} from './tokens.js';
import type {Vendor} from '../vendor.js';

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Headers whose value may be read when it has the form that clients send of themselves; any other value is a token. */
const plainHeaders: Readonly<Record<string, RegExp>> = {
  accept: /^[a-z*]+\/[a-z*.+-]+$/,
  'accept-encoding': /^(gzip|deflate|br|zstd|identity|\*|[,; ]|q=[\d.]+)+$/,
  'access-control-request-method': /^[A-Z]{3,7}$/,
  connection: /^(keep-alive|close|upgrade)$/i,
  'content-length': /^\d{1,12}$/,
  'content-type': /^(application|text|multipart|image)\/[a-z.+-]+(; ?charset=utf-8)?$/i,
  host: /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/,
  origin: /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/,
  'transfer-encoding': /^chunked$/i,
  'x-standin-sandbox': /^[\w-]{1,40}$/,
};
const credentialHeaders = new Set(['authorization', 'x-api-key', 'cookie', 'proxy-authorization']);
/** Headers that clients and proxies send of themselves: their names may be read. A name of the caller's own is a token. */
const usualHeaders =
  /^(accept-language|access-control-request-headers|cache-control|pragma|date|dnt|expect|forwarded|from|priority|range|referer|te|traceparent|tracestate|upgrade|user-agent|via|if-(match|none-match|modified-since|unmodified-since|range)|sec-(fetch|ch-ua|websocket)(-(site|mode|dest|user|mobile|platform|key|version))?|x-forwarded-(for|host|proto|port)|x-real-ip|x-request-id|x-correlation-id|idempotency-key|upgrade-insecure-requests)$/;

/** Members of `params` that Ajv fills from the schema; what stands in any other may come from the caller. */
const schemaParams = new Set([
  ...['type', 'limit', 'comparison', 'multipleOf', 'pattern', 'format', 'allowedValue', 'allowedValues'],
  ...['missingProperty', 'property', 'deps', 'depsCount', 'error', 'tag', 'failingKeyword', 'passingSchemas'],
  ...['i', 'j', 'minContains', 'maxContains'],
]);

/** How many values of a request's and an answer's body are written down. */
export const maxValues = 1000;

interface PathPiece {
  readonly text: string;
  readonly parameter?: Parameter;
}

/** What happened to a request, for the journal. */
export interface Outcome {
  readonly kind: JournalEntry['kind'];
  readonly at: number;
  readonly reply: Reply;
  readonly violations: readonly Finding[];
  readonly fault?: string;
}

/** Writes one vendor's exchanges down without anything personal in them. */
export class Recorder {
  readonly #vendor: Vendor;
  readonly #tokens: Tokens;
  readonly #masker: Masker;

  constructor(vendor: Vendor, tokens: Tokens) {
    this.#vendor = vendor;
    this.#tokens = tokens;
    this.#masker = new Masker(vendor.document, tokens);
  }

  /** @param budget how many values of both bodies are written down; what was used of it is taken off. */
  entryOf(
    exchange: Exchange,
    {kind, at, reply, violations, fault}: Outcome,
    budget: Budget = {left: maxValues},
  ): Omit<JournalEntry, 'id'> {
    const {operation, findings} = exchange;
    const requestBody = this.#requestBody(exchange, budget);
    const responseBody = this.#responseBody(exchange, reply, budget);
    return {
      at: new Date(at).toISOString(),
      kind,
      vendor: this.#vendor.name,
      ...(operation && {operation: operation.id}),
      request: {
        method: methods.has(exchange.method) ? exchange.method : this.#tokens.of(exchange.method),
        path: this.#path(exchange),
        query: this.#query(exchange),
        headers: this.#headers(exchange),
        ...(requestBody !== undefined && {body: requestBody}),
      },
      response: {status: reply.status, ...(responseBody !== undefined && {body: responseBody})},
      findings: findings.map((finding) => this.#finding(finding)),
      violations: violations.map((finding) => this.#finding(finding)),
      ...(fault !== undefined && {fault}),
    };
  }

  /** The path with its parameters masked; of an unknown route only the segments that the document itself has are kept. */
  #path({operation, path, pathParams}: Exchange): string {
    if (operation === undefined) {
      return path
        .split('/')
        .map((segment) => (this.#literals.has(segment) ? segment : this.#tokens.of(segment)))
        .join('/');
    }
    let shown = '';
    for (const {text, parameter} of this.#template(operation)) {
      shown += parameter ? String(this.#masker.mask(pathParams[parameter.name], parameter.schema, 'caller')) : text;
    }
    return shown;
  }

  /** An operation's path in pieces: what stands there, or the parameter that does. Worked out once. */
  #template(operation: Operation): readonly PathPiece[] {
    let pieces = this.#templates.get(operation);
    if (pieces === undefined) {
      pieces = operation.path.split(/\{(\w+)\}/).map((text, position) => {
        const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === text);
        return position % 2 === 1 && parameter ? {text, parameter} : {text};
      });
      this.#templates.set(operation, pieces);
    }
    return pieces;
  }

  #query({operation, rawQuery}: Exchange): Record<string, readonly string[]> {
    const masked: Record<string, readonly string[]> = {};
    for (const [name, values] of rawQuery) {
      const parameter = operation?.parameters.find((one) => one.in === 'query' && one.name === name);
      const key = parameter ? name : this.#tokens.of(name);
      masked[key] = values.map((value) => String(this.#masker.mask(value, parameter?.schema, 'caller')));
    }
    return masked;
  }

  #headers({operation, request: {headers}}: Exchange): Record<string, string> {
    const masked: Record<string, string> = {};
    for (const name in headers) {
      const value = headers[name] as string;
      const plain = Object.hasOwn(plainHeaders, name) ? plainHeaders[name] : undefined;
      if (plain) masked[name] = plain.test(value) ? value : this.#tokens.of(value);
      else if (credentialHeaders.has(name)) masked[name] = this.#tokens.ofCredential(value);
      else if (usualHeaders.test(name) || operation?.parameters.some((one) => one.name.toLowerCase() === name))
        masked[name] = this.#tokens.of(value);
      else masked[this.#tokens.of(name)] = this.#tokens.of(value);
    }
    return masked;
  }

  /** A finding names members by the caller's own keys, which may be personal data themselves. */
  #finding(finding: Finding): Finding {
    const {path, params} = finding;
    const isNamed = (name: string) => this.#names.has(name) || /^\d{1,5}$/.test(name);
    const hide = (name: string) => (isNamed(name) ? name : this.#tokens.of(name));
    return {
      ...finding,
      path: path
        .split('/')
        .map((segment) => escapePointer(hide(unescapePointer(segment))))
        .join('/'),
      params: Object.fromEntries(
        Object.entries(params)
          .filter(([, value]) => value !== undefined)
          .map(([key, value]): [string, JsonValue] => {
            if (schemaParams.has(key)) return [key, value as JsonValue];
            return [key, typeof value === 'string' ? hide(value) : this.#tokens.of(value)];
          }),
      ),
    };
  }

  #requestBody({operation, body, request}: Exchange, budget: Budget) {
    const isJson = operation?.body?.form === 'json';
    if (body !== undefined && isJson) {
      return this.#masker.mask(body as JsonValue, operation.body.schema, 'caller', budget);
    }
    if (request.body === undefined || request.body.length === 0) return undefined;
    return this.#tokens.ofBytes(request.body);
  }

  /** An answer to an unknown route may repeat the path, so it is hidden with it. */
  #responseBody({operation}: Exchange, reply: Reply, budget: Budget) {
    if (reply.file) return this.#tokens.ofBytes(reply.file.bytes);
    if (reply.body === undefined) return undefined;
    return this.#masker.mask(reply.body, operation?.responses.get(reply.status)?.schema, 'us', budget);
  }

  readonly #templates = new Map<Operation, readonly PathPiece[]>();

  get #literals(): ReadonlySet<string> {
    this.#literalSegments ??= new Set(['', ...this.#vendor.operationList.flatMap(({path}) => path.split('/'))]);
    return this.#literalSegments;
  }

  #literalSegments: ReadonlySet<string> | undefined;

  /** Every name that the document itself uses. */
  get #names(): ReadonlySet<string> {
    if (this.#documentNames === undefined) {
      const names = new Set(['', ...this.#vendor.operationList.flatMap(({parameters}) => parameters.map(nameOf))]);
      JSON.stringify(this.#vendor.document, (key, value: unknown) => {
        names.add(key);
        return value;
      });
      this.#documentNames = names;
    }
    return this.#documentNames;
  }

  #documentNames: ReadonlySet<string> | undefined;
}

function nameOf({name}: {readonly name: string}): string {
  return name;
}
