import type {Finding, Problem, ProblemContext, Reply} from '../../src/engine/index.js';

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

/** No such job in this account; the text is ours, after the one for conversations (SYMBL-23). */
export const jobNotFound = () => refusal(404, 'The job you asked could not be found, please check the input provided');

/** Everything that can be wrong before a handler sees the request, in Symbl's words where there are any. */
export function refuse(problem: Problem, _: ProblemContext): Reply {
  switch (problem.kind) {
    case 'unknown-route':
      return refusal(404, 'Not Found');
    case 'wrong-method':
      return refusal(405, 'Method Not Allowed');
    case 'too-large':
      return refusal(413, 'The request body is too large.');
    case 'invalid':
      return invalid(problem.findings);
    case 'fault':
      return refusal(500, 'Something went wrong! Please contact support@symbl.ai');
    default:
      return badRequest();
  }
}

/** A query parameter is named, in the style of the one validation message that was seen (SYMBL-58, SYMBL-62). */
function invalid(findings: readonly Finding[]): Refusal<400> {
  const parameter = findings.find(({location}) => location === 'query');
  if (parameter === undefined) return badRequest();
  const name = parameter.path.split('/')[1] ?? '';
  return refusal(400, `"${name}" must be ${name === 'exclude' ? 'an array' : 'a boolean'}`);
}
