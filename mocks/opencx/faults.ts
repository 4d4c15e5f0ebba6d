import {document} from '../../specs/opencx/generated/index.js';
import {examplesOf, type FaultyCall, type Reply} from '../../src/engine/index.js';
import type {OpencxBehaviours} from './behaviours.js';
import {badUrl, serverError, unknownRoute} from './errors.js';
import {gatewayPage} from './gateway-page.js';
import {exceeded, minute} from './limits.js';

/**
 * OpenCX's words for a status that is injected: those that the operation itself would use, which the document has. The
 * gateway before it answers in HTML: with 502 and its like always, with others when that is asked for (OPENCX-10).
 */
export function faults(status: number, call: FaultyCall<OpencxBehaviours>): Reply | undefined {
  const {operation, html} = call;
  if (html) return gatewayPage(status);
  if (status === 500) return serverError();
  if (status > 500) return gatewayPage(status);
  if (operation === undefined) return withoutOperation(status, call);
  if (!operation.responses.has(status)) return undefined;
  if (status === 429) return exceeded(minute / 1000);
  // The document's examples of these two name one route; each call has its own.
  const [example] = examplesOf(document, operation, status);
  if (example?.name === 'badUrl') return badUrl(call);
  if (example?.name === 'unknownRoute') return unknownRoute(call);
  return example && {status, body: example.value};
}

/** What has no route is unknown whoever asks (OPENCX-5). */
function withoutOperation(status: number, call: FaultyCall<OpencxBehaviours>): Reply | undefined {
  if (status === 404) return unknownRoute(call);
  if (status === 400) return badUrl(call);
  return undefined;
}
