import {document} from '../../specs/symbl/generated/index.js';
import {examplesOf, type FaultyCall, type Reply} from '../../src/engine/index.js';
import type {SymblBehaviours} from './behaviours.js';
import {
  badRequest,
  forbidden,
  serverError,
  tokenRefused,
  tooManyJobs,
  unknownCredentials,
  unknownRoute,
  wrongMethod,
} from './errors.js';

/**
 * Symbl's words for a status that is injected: those that the operation itself would use, which the document has. Only
 * jobs are limited, so only what makes one is answered 429 (SYMBL-25); no header goes with it.
 */
export function faults(status: number, {operation, html, behaviours}: FaultyCall<SymblBehaviours>): Reply | undefined {
  if (html) return undefined;
  const isDeclared = operation?.responses.has(status) ?? false;
  if (status === 500) return serverError();
  if (status === 405) return wrongMethod();
  if (status === 401) return operation?.id === 'generateToken' ? unknownCredentials() : tokenRefused();
  if (status === 429) return isDeclared ? tooManyJobs(behaviours.concurrent_jobs) : undefined;
  const [example] = operation ? examplesOf(document, operation, status) : [];
  if (status >= 400 && example) return {status, body: example.value};
  if (status === 400) return badRequest();
  if (status === 404) return unknownRoute();
  // Nobody is turned away who asks for a token.
  return status === 403 && operation === undefined ? forbidden() : undefined;
}
