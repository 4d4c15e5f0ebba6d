import {isObject, type JsonObject, type JsonValue, type Operation, type Parameter} from '../../openapi/index.js';
import type {Vendor} from '../vendor.js';
import {DocumentNames} from './document-names.js';
import {maskedHeader} from './header-mask.js';
import {Masker, type Budget} from './mask.js';
import type {Tokens} from './tokens.js';

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

interface PathPiece {
  readonly text: string;
  readonly parameter?: Parameter;
}

/**
 * How the parts of a request to one vendor stand in the journal. What somebody expects of a request goes the same way,
 * so that the two can be compared without either being in clear.
 */
export class RequestMask {
  readonly vendor: Vendor;
  readonly tokens: Tokens;
  readonly #masker: Masker;
  readonly #templates = new Map<Operation, readonly PathPiece[]>();
  #literalSegments: ReadonlySet<string> | undefined;
  #headerNames: ReadonlySet<string> | undefined;

  constructor(vendor: Vendor, tokens: Tokens) {
    this.vendor = vendor;
    this.tokens = tokens;
    this.#masker = new Masker(vendor.document, new DocumentNames(vendor), tokens);
  }

  method(method: string): string {
    return methods.has(method) ? method : this.tokens.of(method);
  }

  /** The path with its parameters masked; of an unknown route only the segments that the document itself has are kept. */
  path(path: string, operation: Operation | undefined, params: Readonly<Record<string, string>>): string {
    if (operation === undefined) {
      return path
        .split('/')
        .map((segment) => this.segment(segment))
        .join('/');
    }
    let shown = '';
    for (const {text, parameter} of this.#template(operation)) {
      shown += parameter ? String(this.#masker.mask(params[parameter.name], parameter.schema, 'caller')) : text;
    }
    return shown;
  }

  /** A segment of a path that leads nowhere. */
  segment(segment: string): string {
    return this.#literals.has(segment) ? segment : this.tokens.of(segment);
  }

  query(name: string, values: readonly string[], operation: Operation | undefined): [string, readonly string[]] {
    const parameter = operation?.parameters.find((one) => one.in === 'query' && one.name === name);
    const masked = values.map((value) => String(this.#masker.mask(value, parameter?.schema, 'caller')));
    return [parameter ? name : this.#masker.name(name), masked];
  }

  /** @param name in lower case. */
  header(name: string, value: string, operation: Operation | undefined): readonly [string, string] {
    if (this.#credentialHeaders.has(name)) return [name, this.tokens.ofCredential(value)];
    const {parameters = [], body} = operation ?? {};
    const declared = [...parameters.map((one) => one.name), ...this.#masker.members(body?.schema)];
    return maskedHeader([name, value], declared, this.tokens);
  }

  /** The JSON body of a request. */
  body(body: JsonValue, operation: Operation | undefined, budget?: Budget): JsonValue {
    if (operation && operation.body === undefined && isObject(body))
      return this.#masker.undeclared(body, budget ?? {left: Infinity});
    return this.#masker.mask(body, operation?.body?.schema, 'caller', budget);
  }

  /** The JSON body of an answer. An answer to an unknown route may repeat the path, so it is hidden with it. */
  answer(
    {status, body}: {readonly status: number; readonly body: JsonValue},
    operation: Operation | undefined,
    budget: Budget,
  ): JsonValue {
    return this.#masker.mask(body, operation?.responses.get(status)?.schema, 'us', budget);
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

  /** The headers in which the document has credentials. */
  get #credentialHeaders(): ReadonlySet<string> {
    this.#headerNames ??= new Set(
      Object.values(this.vendor.document.components?.securitySchemes ?? {}).map((scheme) =>
        String((scheme as JsonObject).name).toLowerCase(),
      ),
    );
    return this.#headerNames;
  }

  get #literals(): ReadonlySet<string> {
    this.#literalSegments ??= new Set(['', ...this.vendor.operationList.flatMap(segmentsOf)]);
    return this.#literalSegments;
  }
}

/** The segments that the document itself has: words, and what it lists for a parameter, such as a version. */
function segmentsOf({path, parameters}: Operation): readonly string[] {
  const listed = parameters.filter((one) => one.in === 'path').flatMap((one) => one.enum ?? []);
  return [...path.split('/'), ...listed.map(String)];
}
