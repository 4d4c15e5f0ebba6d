import type {components} from '../../specs/opencx/generated/index.js';
import type {Problem, ProblemContext, Reply} from '../../src/engine/index.js';
import {describeFindings} from './validation.js';

/** Every refusal is an `ErrorDto`; `code` comes with those of the server framework. */
interface Refusal<Status extends number> {
  readonly status: Status;
  readonly body: components['schemas']['ErrorDto'];
}

/** The key is missing, unknown or revoked (OPENCX-1). */
export function unauthorized(): Refusal<401> {
  return {status: 401, body: {statusCode: 401, message: 'Unauthorized', error: 'Unauthorized'}};
}

/** The key lacks the scope (OPENCX-3). The text is inferred. */
export function forbidden(): Refusal<403> {
  return {status: 403, body: {statusCode: 403, message: 'Forbidden', error: 'Forbidden'}};
}

/** There is no such thing in the caller's organization (OPENCX-29, 38, 52, 67). The text is assumed. */
export function notFound(what: 'Session' | 'Message' | 'Contact' | 'File'): Refusal<404> {
  return {status: 404, body: {statusCode: 404, message: `${what} not found`, error: 'Not Found'}};
}

/** The key called too often; `seconds` is how long it must wait (OPENCX-7). The text is assumed. */
export function tooManyRequests(seconds: number): Refusal<429> {
  const wait = seconds === 60 ? '1 minute' : `${seconds} second${seconds === 1 ? '' : 's'}`;
  const message = `Rate limit exceeded, retry in ${wait}`;
  return {status: 429, body: {statusCode: 429, error: 'Too Many Requests', message}};
}

/** A fault of the server; the text is assumed. */
export function serverError(): Refusal<500> {
  const text = 'Internal Server Error';
  return {status: 500, body: {statusCode: 500, error: text, message: text}};
}

/** The request breaks its schema; several texts are joined as the framework joins them. */
export function invalid(...texts: readonly string[]): Refusal<400> {
  return framework(400, 'FST_ERR_VALIDATION', 'Bad Request', texts.join(', '));
}

/** A body, or a file in it, is larger than it may be (OPENCX-65). */
export function tooLarge(): Refusal<413> {
  return framework(413, 'FST_ERR_CTP_BODY_TOO_LARGE', 'Payload Too Large', 'Request body is too large');
}

/** Everything that can be wrong before a handler sees the request, as Fastify says it. */
export function refuse(problem: Problem, context: ProblemContext): Reply {
  switch (problem.kind) {
    case 'unknown-route':
    case 'wrong-method':
      return unknownRoute(context);
    case 'bad-url':
      return badUrl(context);
    case 'oversized-head':
      return {status: 400, body: {error: 'Bad Request', message: 'Client Error', statusCode: 400}};
    case 'too-large':
      return tooLarge();
    case 'media-type':
      return framework(415, 'FST_ERR_CTP_INVALID_MEDIA_TYPE', 'Unsupported Media Type', 'Unsupported Media Type');
    case 'empty-body':
      return problem.declared ? emptyBody() : invalid('body/ Invalid input: expected object, received null');
    case 'bad-json':
      return framework(
        400,
        'FST_ERR_CTP_INVALID_JSON_BODY',
        'Bad Request',
        "Body is not valid JSON but content-type is set to 'application/json'",
      );
    case 'bad-form':
      return brokenForm();
    case 'invalid':
      return invalid(...describeFindings(problem.findings, context));
    case 'fault':
      return serverError();
  }
}

/** No such route; another method on a known path is none either (OPENCX-6). */
export function unknownRoute({method, target}: Pick<ProblemContext, 'method' | 'target'>): Refusal<404> {
  return {status: 404, body: {message: `Route ${method}:${target} not found`, error: 'Not Found', statusCode: 404}};
}

/** The address cannot be decoded. */
export function badUrl({target}: Pick<ProblemContext, 'target'>): Refusal<400> {
  const message = `'${target}' is not a valid url component`;
  return {status: 400, body: {error: 'Bad Request', code: 'FST_ERR_BAD_URL', message, statusCode: 400}};
}

/** The words of the parser behind Fastify's multipart plugin; that the status is 400 is assumed. */
function brokenForm(): Refusal<400> {
  return {status: 400, body: {statusCode: 400, error: 'Bad Request', message: 'Unexpected end of form'}};
}

function emptyBody(): Refusal<400> {
  const message = "Body cannot be empty when content-type is set to 'application/json'";
  return framework(400, 'FST_ERR_CTP_EMPTY_JSON_BODY', 'Bad Request', message);
}

function framework<Status extends number>(
  statusCode: Status,
  code: string,
  error: string,
  message: string,
): Refusal<Status> {
  return {status: statusCode, body: {statusCode, code, error, message}};
}
