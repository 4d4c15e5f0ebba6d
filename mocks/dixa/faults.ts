import {document} from '../../specs/dixa/generated/index.js';
import {examplesOf, type FaultyCall, type Reply} from '../../src/engine/index.js';
import type {DixaBehaviours} from './behaviours.js';
import {badRequest, forbidden, notFound, serverError, tooManyRequests, unauthorized} from './errors.js';

/**
 * Dixa's words for a status that is injected (DIXA-6, DIXA-15). Where every operation can be answered so they are the
 * same for all; where only some can, they are those in the document. Dixa sends no headers with a 429 (DIXA-16).
 */
export function faults(status: number, {operation, html}: FaultyCall<DixaBehaviours>): Reply | undefined {
  if (html) return undefined;
  switch (status) {
    case 400:
      return badRequest(operation);
    case 404:
      return notFound();
    case 500:
      return serverError();
    case 401:
    case 403:
    case 429:
      return operation?.secured === false ? undefined : ofGateway[status]();
    default: {
      const [example] = operation ? examplesOf(document, operation, status) : [];
      return status >= 400 && example ? {status, body: example.value} : undefined;
    }
  }
}

/** What is asked before anything else: who calls, and how often. */
const ofGateway = {401: unauthorized, 403: forbidden, 429: tooManyRequests};
