import {isInjected, parseToken} from '../engine/desks.js';
import type {JournalEntry, Operation} from '../engine/index.js';

/** Why a call cannot be made again from what the journal has of it, as a whole sentence; undefined when it can. */
export function obstacleTo(
  entry: JournalEntry,
  operation: Operation | undefined,
  {repeatsFaults}: {readonly repeatsFaults: boolean},
): string | undefined {
  const {kind, erased, request} = entry;
  if (kind === 'preflight') return 'A browser asked whether it may call; the vendor never saw that.';
  if (kind === 'webhook') return 'The vendor made the call, not the client.';
  if (erased) return 'What it said was erased since, so only its outline is left.';
  if (operation === undefined) return 'No operation of the vendor matched it.';
  if (isInjected(entry) && !repeatsFaults) return 'Its answer was injected, which is not what the vendor answers.';
  if (isInjected(entry) && !canRepeat(entry))
    return 'Its connection was broken on purpose, so it has no answer to show.';
  if (request.body !== undefined && isUnread(request.body, operation))
    return 'Its body is a file, a form or no JSON, of which the journal has no more than a token.';
  return undefined;
}

/** The headers that have a status injected again. */
export function injecting(entry: JournalEntry): Record<string, string> {
  const {fault, request} = entry;
  if (fault === undefined || !isInjected(entry)) return {};
  const preferred = /code=\d{3}/.exec(request.headers.prefer ?? '')?.[0];
  return preferred === undefined ? {'x-standin-fault': fault} : {prefer: preferred};
}

function canRepeat({fault = '', request: {headers}}: JournalEntry): boolean {
  return /^[45]\d\d$/.test(fault) || (/^[1-5]\d\d$/.test(fault) && /code=\d{3}/.test(headers.prefer ?? ''));
}

/** JSON is written down even where an operation takes none. */
function isUnread(body: unknown, {body: declared}: Operation): boolean {
  if (declared !== undefined && declared.form !== 'json') return true;
  return typeof body === 'string' && parseToken(body)?.bytes !== undefined;
}
