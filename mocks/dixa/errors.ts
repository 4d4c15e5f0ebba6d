import type {Operation, Problem, ProblemContext, Reply} from '../../src/engine/index.js';

/** Every refusal is a message and nothing else (DIXA-7). */
type Refusal<Status extends number> = {readonly status: Status; readonly body: {readonly message: string}};

function refusal<Status extends number>(status: Status, message: string): Refusal<Status> {
  return {status, body: {message}};
}

/** Something the request names does not exist; the same words for an unknown route (DIXA-12, DIXA-13). */
export const notFound = () => refusal(404, 'The requested resource could not be found');

/** The token is missing or unknown (DIXA-2). */
export const unauthorized = () => refusal(401, 'Unauthorized');

/** The user behind the token lacks the rights (DIXA-5). */
export const withoutRights = () => refusal(401, 'User is unauthorized to perform an underlying operation');

/** The caller may not do it. Dixa's reference knows no such answer: it comes only when it is injected (DIXA-6). */
export const forbidden = () => refusal(403, 'Forbidden');

/** The operation cannot be done in this state. No reference prints the text, so it is assumed (DIXA-28). */
export const conflict = (message: string) => refusal(409, message);

/** A rule of an operation that also has domain failures is broken. */
export const decodingFailure = () => refusal(400, 'Decoding failure in request');

/** A parameter or a body could not be read. */
export const invalidValue = () => refusal(400, 'Invalid value in request');

/** The token's rate limit is used up (DIXA-16). */
export const tooManyRequests = () => refusal(429, 'Too Many Requests');

/** The server failed; of itself the stand-in does so only when it is broken (DIXA-15). */
export const serverError = () => refusal(500, 'There was an internal server error while processing the request');

/** Everything that can be wrong before a handler sees the request, in Dixa's words. */
export function refuse(problem: Problem, {operation}: ProblemContext): Reply {
  switch (problem.kind) {
    case 'unknown-route':
    case 'wrong-method':
      return notFound();
    case 'too-large':
      return refusal(413, 'Request Entity Too Large');
    case 'fault':
      return serverError();
    default:
      return badRequest(operation);
  }
}

/** Which of the two texts an operation uses stands in the document, beside the operation. */
export function badRequest(operation: Operation | undefined): Refusal<400> {
  const text = operation?.extensions['x-standin-bad-request'];
  return text === 'Decoding failure in request' ? decodingFailure() : invalidValue();
}
