import {parseToken, tokenPattern} from '../engine/desks.js';
import type {Finding, JournalEntry, JsonValue, Operation, Vendor} from '../engine/index.js';
import {schemasAt} from './schemas.js';
import type {StandIns} from './stand-ins.js';

/** Headers that say how a body is to be read and what answer is wanted. */
const telling = ['content-type', 'accept'];

/** A journal's call as it is made again: nothing in it is anybody's. */
export interface RequestAgain {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Without the credential. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Makes a request of an entry whose operation is known and whose body is JSON. */
export function requestAgain(
  {request, findings}: JournalEntry,
  vendor: Vendor,
  operation: Operation,
  standIns: StandIns,
): RequestAgain {
  const place = {
    document: vendor.document,
    schemas: schemasAt(vendor.document, operation.body?.schema),
    pointer: '',
    mistyped: new Set(findings.filter(isMistyped).map(({path}) => path)),
  };
  const body = request.body === undefined ? undefined : JSON.stringify(standIns.value(request.body, place));
  return {
    method: request.method,
    path: pathAgain(request.path, operation, standIns),
    query: queryAgain(request.query, standIns),
    headers: headersAgain(request.headers, operation, standIns),
    ...(body !== undefined && {body}),
  };
}

function isMistyped({location, keyword}: Finding): boolean {
  return location === 'body' && keyword === 'type';
}

/** Each parameter by itself: the path of the journal may hold a token whose shape has slashes. */
function pathAgain(path: string, {path: template}: Operation, standIns: StandIns): string {
  const pieces = template.split(/\{\w+\}/);
  const pattern = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join(`(${tokenPattern}|[^/]*?)`);
  const [, ...params] = new RegExp(`^${pattern}$`).exec(path) ?? [];
  return pieces.map((piece, at) => (at === 0 ? piece : segment(standIns.text(params[at - 1] ?? '')) + piece)).join('');
}

function segment(text: string): string {
  // A dot by itself would be taken for a step in the path.
  return encodeURIComponent(text).replace(/^\.{1,2}$/, (dots) => dots.replaceAll('.', '%2E'));
}

function queryAgain(query: JournalEntry['request']['query'], standIns: StandIns): string {
  return Object.entries(query)
    .flatMap(([name, values]) => values.map((value) => [standIns.text(name), standIns.text(value)] as const))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}

/** Those that matter to the vendor. One whose value is a token is sent only where the operation has such a parameter. */
function headersAgain(
  headers: JournalEntry['request']['headers'],
  {parameters}: Operation,
  standIns: StandIns,
): Record<string, string> {
  const declared = parameters.filter((one) => one.in === 'header').map(({name}) => name.toLowerCase());
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (declared.includes(name)) sent[name] = standIns.text(value);
    else if (telling.includes(name) && parseToken(value) === undefined) sent[name] = value;
  }
  return sent;
}

/** A text as JSON; undefined when it is none. */
export function jsonOf(text: string | undefined): JsonValue | undefined {
  try {
    return text === undefined || text === '' ? undefined : (JSON.parse(text) as JsonValue);
  } catch {
    return undefined;
  }
}
