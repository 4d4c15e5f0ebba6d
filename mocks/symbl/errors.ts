import type {Finding, Operation, Problem, ProblemContext, Reply} from '../../src/engine/index.js';

/** Every refusal is a message and nothing else; it names a field at most, never a value that was sent. */
type Refusal<Status extends number> = {readonly status: Status; readonly body: {readonly message: string}};

function refusal<Status extends number>(status: Status, message: string): Refusal<Status> {
  return {status, body: {message}};
}

/** The body is not JSON, lacks something, or cannot be carried out (SYMBL-4, SYMBL-15, SYMBL-74). */
export const badRequest = () => refusal(400, 'Bad Request! Please refer docs for correct input fields.');

/** No such pair of application id and secret (SYMBL-3). */
export const unknownCredentials = () => refusal(401, 'Unauthorized. Please generate a new access token.');

/** No token, or one that is malformed, unknown or expired (SYMBL-9). */
export const tokenRefused = () => refusal(401, 'Token validation failed for provided token.');

/** No such conversation in this account (SYMBL-13, SYMBL-18, SYMBL-30). */
export const conversationNotFound = () =>
  refusal(404, "The conversation and/or it's metadata you asked could not be found, please check the input provided");

/** No such conversation to delete; the text is documented, the status assumed (SYMBL-81). */
export const nothingToDelete = () => refusal(404, 'The conversationId is either invalid or does not exist.');

/** A query parameter cannot be taken; the style is that of the one validation message that was seen. */
export const parameterRefused = (name: string, reason: string) => refusal(400, `"${name}" ${reason}`);

/** No such job in this account; the text is ours, after the one for conversations (SYMBL-23). */
export const jobNotFound = () => refusal(404, 'The job you asked could not be found, please check the input provided');

/** The account has as many unfinished jobs as it may have; the back-ticks are the page's (SYMBL-25). */
export const tooManyJobs = (limit: number) => {
  const {status, body} = refusal(
    429,
    `This API has a limit of maximum of \`${limit}\` number of concurrent jobs per account. If you are looking to ` +
      'scale, and need more concurrent jobs than this limit, please contact us at support@symbl.ai',
  );
  return {status, body: {statusCode: status, ...body}} as const;
};

/** A job of the conversation is not done; that the text says so is documented, its words are ours (SYMBL-84). */
export const summaryInProgress = () =>
  refusal(404, 'The conversation is still in progress, please ask for its summary once that is completed');

/** No such custom entity in this account; the text is ours. */
export const entityNotFound = () =>
  refusal(404, 'The entity you asked could not be found, please check the input provided');

/** The type has that subtype already; status and text are ours, after what is known of trackers. */
export const entityExists = () => refusal(409, 'An entity of that type and subType exists already.');

/** There is no such route. */
export const unknownRoute = () => refusal(404, 'Not Found');

/** The route has no such method; the code is documented, the text is ours. */
export const wrongMethod = () => refusal(405, 'Method Not Allowed');

/** The caller may not do it; the code is documented, the text is ours. */
export const forbidden = () => refusal(403, 'Forbidden');

/** A fault of the server (SYMBL-86). */
export const serverError = () => refusal(500, 'Something went wrong! Please contact support@symbl.ai');

/** Everything that can be wrong before a handler sees the request, in Symbl's words where there are any. */
export function refuse(problem: Problem, {operation}: ProblemContext): Reply {
  switch (problem.kind) {
    case 'unknown-route':
      return unknownRoute();
    case 'wrong-method':
      return wrongMethod();
    case 'too-large':
      return refusal(413, 'The request body is too large.');
    case 'invalid':
      return isOfEntities(operation) ? entityInvalid(problem.findings) : invalid(problem.findings);
    case 'fault':
      return serverError();
    default:
      return badRequest();
  }
}

/** A query parameter is named, in the style of the one validation message that was seen (SYMBL-58, SYMBL-62). */
function invalid(findings: readonly Finding[]): Refusal<400> {
  const parameter = findings.find(({location}) => location === 'query');
  return parameter === undefined ? badRequest() : parameterRefused(nameOf(parameter), reasonOf(parameter));
}

/** What a finding is about: `limit`, `customVocabulary[0]`, `channelMetadata[0].channel`. */
function nameOf({path, keyword, params}: Finding): string {
  const missing = keyword === 'required' ? `/${String(params.missingProperty)}` : '';
  return `${path}${missing}`
    .slice(1)
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.');
}

function reasonOf({keyword, params}: Finding): string {
  switch (keyword) {
    case 'required':
      return 'is required';
    case 'minLength':
      return 'is not allowed to be empty';
    case 'enum':
      return `must be one of [${String(params.allowedValues).replaceAll(',', ', ')}]`;
    case 'minimum':
      return `must be greater than or equal to ${String(params.limit)}`;
    case 'maximum':
      return `must be less than or equal to ${String(params.limit)}`;
    case 'pattern':
      return 'must be a valid uri';
    default:
      return `must be ${kinds[String(params.type)] ?? 'valid'}`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  array: 'an array',
  boolean: 'a boolean',
  integer: 'a number',
  number: 'a number',
  string: 'a string',
};

function isOfEntities(operation: Operation | undefined): boolean {
  return /^\/v1\/manage\/entit(?:y|ies)\b/.test(operation?.path ?? '');
}

/** A member that a custom entity lacks is named, as a client of Symbl's was told. */
function entityInvalid(findings: readonly Finding[]): Refusal<400> {
  const missing = findings.find(({location, keyword}) => location === 'body' && keyword === 'required');
  if (missing === undefined) return invalid(findings);
  const name = String(missing.params.missingProperty);
  return refusal(400, `Entity request body must contain '${name}'. Please refer Symbl docs for more information.`);
}
