import {
  covers,
  findingsOf,
  formOf,
  mediaTypeOf,
  parseForm,
  parseJson,
  parseQuery,
  readParameters,
  type BodyValue,
  type DecoderSettings,
  type Finding,
  type Operation,
  type ParameterDecoder,
  type Parameters,
  type RawQuery,
  type RequestBody,
  type Router,
  type Validators,
} from '../openapi/index.js';
import type {Problem, ProblemContext} from './problem.js';
import type {PlainRequest} from './request.js';
import type {Step} from './vendor.js';

const noParameters: Parameters = {path: {}, query: {}, header: {}};
const noFindings: readonly Finding[] = [];

/** Longest address and most header bytes that are taken; every vendor's gateway stops far below. */
const maxTarget = 8 * 1024;
const maxHeaders = 16 * 1024;

/** A request on its way: what was read of it so far. The vendors' and the control plane's steps fill it in. */
export class Exchange implements ProblemContext {
  readonly request: PlainRequest;
  /** Without any prefix of ours. */
  readonly target: string;
  readonly path: string;
  operation: Operation | undefined;
  pathParams: Readonly<Record<string, string>> = {};
  rawQuery: RawQuery = new Map();
  parameters: Parameters = noParameters;
  body: BodyValue | undefined;
  findings: readonly Finding[] = noFindings;
  /** What was wrong with the request before it could be judged: it has no operation, or its body cannot be read. */
  problem: Problem | undefined;
  /** The step that it came to: the one that answered, in the end. */
  step: Step | 'handle' = 'route';

  constructor(request: PlainRequest, target: string) {
    this.request = request;
    this.target = target;
    const end = target.indexOf('?');
    this.path = end < 0 ? target : target.slice(0, end);
  }

  get method(): string {
    return this.request.method;
  }

  /** Finds the operation. */
  route(router: Router): Problem | undefined {
    if (this.target.length > maxTarget || headerBytes(this.request.headers) > maxHeaders)
      return {kind: 'oversized-head'};
    const match = router.match(this.method, this.path);
    if (match.kind === 'bad-encoding') return {kind: 'bad-url'};
    if (match.kind === 'unknown') return {kind: 'unknown-route'};
    if (match.kind === 'wrong-method') return match;
    this.operation = match.operation;
    this.pathParams = match.params;
    const query = parseQuery(this.path === this.target ? '' : this.target.slice(this.path.length + 1));
    if (query === undefined) return {kind: 'bad-url'};
    this.rawQuery = query;
    return undefined;
  }

  /** Reads parameters and body; what they say is not judged yet. */
  decode(
    decoders: Readonly<Record<string, ParameterDecoder>>,
    untypedBody: 'json' | 'refuse',
    settings: DecoderSettings = {},
  ): Promise<Problem | undefined> | Problem | undefined {
    const operation = this.operation as Operation;
    if (operation.parameters.length > 0) {
      const raw = {path: this.pathParams, query: this.rawQuery, headers: this.request.headers};
      ({parameters: this.parameters, findings: this.findings} = readParameters(operation, raw, decoders, settings));
    }
    return this.#decodeBody(operation, untypedBody);
  }

  /** Holds parameters and body against the document. */
  validate(validators: Validators): Problem | undefined {
    const {id, parameters: declared} = this.operation as Operation;
    const own = validators[id];
    const found = [...this.findings];
    if (own?.parameters) found.push(...findingsOf(own.parameters, this.parameters, 'parameters', declared));
    if (own?.body && this.body !== undefined) found.push(...findingsOf(own.body, this.body, 'body'));
    this.findings = found;
    return found.length > 0 ? {kind: 'invalid', findings: found} : undefined;
  }

  #decodeBody(
    {body: declared}: Operation,
    untypedBody: 'json' | 'refuse',
  ): Promise<Problem | undefined> | Problem | undefined {
    const {body, headers, truncated = false} = this.request;
    // A body where the document has none is not looked at: no vendor of ours refuses one.
    if (declared === undefined) return undefined;
    const size = body?.length ?? 0;
    if (truncated || size > declared.maxBytes) return {kind: 'too-large', limit: declared.maxBytes};
    const type = mediaTypeOf(headers['content-type']);
    if (size === 0) return emptyBody(declared, type);
    // Bytes need no type to be read; a form cannot be read without its boundary.
    const isKnown = declared.form === 'binary' || (declared.form === 'json' && untypedBody === 'json');
    const fits = type === undefined ? isKnown : covers(declared.types, type);
    if (!fits) return {kind: 'media-type', type};
    const form = type === undefined ? declared.form : formOf(type);
    if (form === 'form') return this.#readForm(body as Uint8Array, headers['content-type'] ?? '');
    const read =
      form === 'json'
        ? parseJson(body as Uint8Array, declared.isData)
        : {value: {bytes: body as Uint8Array, ...(type && {type})}};
    if (read === undefined) return {kind: 'bad-json'};
    this.body = read.value;
    return undefined;
  }

  async #readForm(bytes: Uint8Array, type: string): Promise<Problem | undefined> {
    this.body = await parseForm(bytes, type);
    return this.body === undefined ? {kind: 'bad-form'} : undefined;
  }
}

/** Nothing at all may be sent with any type where a body can be left out; where it cannot, another type is a mistake first. */
function emptyBody({required, types}: RequestBody, type: string | undefined): Problem | undefined {
  if (!required) return undefined;
  if (type !== undefined && !covers(types, type)) return {kind: 'media-type', type};
  return {kind: 'empty-body', declared: type !== undefined};
}

function headerBytes(headers: Readonly<Record<string, string>>): number {
  let bytes = 0;
  for (const name in headers) bytes += name.length + (headers[name] as string).length;
  return bytes;
}
