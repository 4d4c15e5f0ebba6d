import type {Vendor} from '../../engine/index.js';
import {isObject} from '../../openapi/index.js';
import {addresseeOf} from '../addressee.js';
import {credentialHeaders} from '../credentials.js';
import type {LeftOut, RecordedCall, Recording} from '../recording.js';
import {encoded, headersOf, itemsOf, membersOf, statusOf, textOf} from '../shapes.js';
import {receivedBodyOf, sentBodyOf} from './body.js';
import {pairsOf} from './pairs.js';
import {pointersOf} from './pointers.js';

/** Programs that leave credentials out of what they export, unless they are told to keep them. */
const browsers = /webinspector|web inspector|firefox|chrom|safari|edge/i;

/** Scheme, authority, path and query of an address as it was sent: nothing is decoded, resolved or completed. */
const address = /^(https?|wss?):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i;

/** What stands around a host. */
const aroundHost = /^[^@]*@|:\d*$/g;

type Call = Omit<RecordedCall, 'hasCredentials'>;

/**
 * Reads a HAR 1.2, whatever wrote it: of a call only the method, the address and the status must be there. Calls come in the
 * order of their time.
 * @param log the file's `log`, which has entries.
 */
export function readHar(log: Readonly<Record<string, unknown>>, vendors: readonly Vendor[]): Recording {
  const calls: Call[] = [];
  const leftOut: LeftOut[] = [];
  for (const [position, entry] of itemsOf(log.entries).entries()) {
    const pointerOf = pointersOf(entry, position);
    const read = readEntry(entry, pointerOf, vendors);
    if (typeof read === 'string') leftOut.push({pointer: pointerOf(''), why: read});
    else calls.push(read);
  }
  const keepsCredentials = credentialsIn(log, calls, vendors);
  return {
    format: 'har',
    isOrdered: true,
    calls: inTime(calls).map((call) => ({...call, hasCredentials: keepsCredentials(call.vendor)})),
    leftOut,
  };
}

/** A call to one of the vendors, or a sentence that tells why it is none. */
function readEntry(entry: unknown, pointerOf: Call['pointerOf'], vendors: readonly Vendor[]): Call | string {
  const {request: given, response: answer, startedDateTime, ...more} = membersOf(entry);
  if (!isObject(given)) return 'The entry has no request.';
  const response = membersOf(answer);
  const [, scheme = '', authority, path = '', inAddress] = address.exec(textOf(given.url) ?? '') ?? [];
  if (authority === undefined) return 'The call has no absolute address of HTTP.';
  const method = (textOf(given.method) ?? '').toUpperCase();
  const query = inAddress ?? queryOf(given.queryString);
  const headers = headersOf(pairsOf(given.headers).map(({name, value}) => [name, value]));
  const {body, isLost} = sentBodyOf(given, headers);

  const target = `${path || '/'}${query === '' ? '' : `?${query}`}`;
  const host = authority.replace(aroundHost, '');
  const addressee = addresseeOf({method, target, headers, body, host}, vendors);
  if (typeof addressee === 'string') return addressee;
  const isSocket = /^ws/i.test(scheme) || more._resourceType === 'websocket' || response.status === 101;
  if (isSocket) return 'The call opens a WebSocket, which no document describes.';
  if (method === 'OPTIONS') return 'The call is a browser’s question whether a page may call.';
  const status = statusOf(response.status);
  if (method === '' || status === undefined) return 'The call has no answer: it was blocked, cancelled or broken off.';

  const at = Date.parse(textOf(startedDateTime) ?? '');
  const received = receivedBodyOf(response);
  const [own = '', ownQuery = ''] = splitOnce(addressee.target);
  return {
    vendor: addressee.vendor.name,
    sandbox: addressee.sandbox,
    ...(Number.isFinite(at) && {at}),
    origin: 'made',
    ...(isLost && {lacksBody: true as const}),
    pointerOf,
    exchange: {
      request: {method, path: own, query: ownQuery, headers, ...(body !== undefined && {body})},
      response: {
        status,
        headers: headersOf(pairsOf(response.headers).map(({name, value}) => [name, value])),
        ...(received !== undefined && {body: received}),
      },
    },
  };
}

/** Some recorders cut the query off the address. */
function queryOf(list: unknown): string {
  return encoded(pairsOf(list).map(({name, value}) => [name, value]));
}

function splitOnce(target: string): readonly string[] {
  const end = target.indexOf('?');
  return end < 0 ? [target] : [target.slice(0, end), target.slice(end + 1)];
}

/** Browsers and proxies write calls down as they end, or by host. A call without a time follows the one before it. */
function inTime(calls: readonly Call[]): readonly Call[] {
  let before = 0;
  const timed = calls.map((call) => ({call, at: (before = call.at ?? before)}));
  return timed.sort((one, other) => one.at - other.at).map(({call}) => call);
}

/** Whether the file keeps the credentials of calls to a vendor. One that has a single one of them does. */
function credentialsIn(
  {creator}: Readonly<Record<string, unknown>>,
  calls: readonly Call[],
  vendors: readonly Vendor[],
): (vendor: string) => boolean {
  if (!browsers.test(textOf(membersOf(creator).name) ?? '')) return () => true;
  const names = new Map(vendors.map((vendor) => [vendor.name, credentialHeaders(vendor)]));
  const keeping = new Set(
    calls
      .filter(({vendor, exchange}) => names.get(vendor)?.some((name) => name in exchange.request.headers))
      .map(({vendor}) => vendor),
  );
  return (vendor) => keeping.has(vendor);
}
