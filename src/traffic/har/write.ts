import {STATUS_CODES} from 'node:http';
import type {Vendor} from '../../engine/index.js';
import type {RecordedExchange} from '../exchange.js';
import type {Har, HarEntry, HarPair, HarRequest, HarResponse} from './format.js';

/** A call that is to be written into a HAR. */
export interface HarCall {
  /** The vendor's name. */
  readonly vendor: string;
  /** ISO 8601 */
  readonly at: string;
  /** Bytes of an answer that is no text are characters of the same numbers. */
  readonly exchange: RecordedExchange;
}

/** What a HAR says beside its calls. */
export interface HarOptions {
  /** Those of the calls: their real addresses are what was called. */
  readonly vendors: readonly Pick<Vendor, 'name' | 'origins'>[];
  /** Of this package. */
  readonly version: string;
}

const httpVersion = 'HTTP/1.1';

/**
 * A HAR 1.2 of calls, in their order. Nothing went over a wire, so each took a millisecond: a network panel takes nought
 * for a call that is still under way.
 * @throws RangeError when a call is for a vendor that is not among them.
 */
export function harOf(calls: readonly HarCall[], {vendors, version}: HarOptions): Har {
  const origins = new Map(vendors.map(({name, origins: [origin]}) => [name, origin]));
  const entries = calls.map(({vendor, at, exchange}): HarEntry => {
    const origin = origins.get(vendor);
    if (origin === undefined) throw new RangeError(`A call is for ${vendor}, which is none of the vendors.`);
    return {
      startedDateTime: at,
      time: 1,
      request: requestOf(exchange.request, origin),
      response: responseOf(exchange.response),
      cache: {},
      timings: {send: 0, wait: 1, receive: 0},
    };
  });
  return {log: {version: '1.2', creator: {name: 'standin', version}, entries}};
}

function requestOf({method, path, query, headers, body}: RecordedExchange['request'], origin: string): HarRequest {
  return {
    method,
    url: origin + path + (query === '' ? '' : `?${query}`),
    httpVersion,
    cookies: [],
    headers: pairsOf(headers),
    queryString: [...new URLSearchParams(query)].map(([name, value]) => ({name, value})),
    ...(body !== undefined && {postData: {mimeType: headers['content-type'] ?? '', text: body}}),
    headersSize: -1,
    bodySize: Buffer.byteLength(body ?? ''),
  };
}

function responseOf({status, headers, body}: RecordedExchange['response']): HarResponse {
  const mimeType = headers['content-type'] ?? '';
  const bytes = Buffer.from(body ?? '', isText(mimeType) ? 'utf8' : 'latin1');
  const encoding = isText(mimeType) ? {} : {encoding: 'base64' as const};
  const text = isText(mimeType) ? body : bytes.toString('base64');
  return {
    status,
    statusText: STATUS_CODES[status] ?? '',
    httpVersion,
    cookies: [],
    headers: pairsOf(headers),
    content: {size: bytes.length, mimeType, ...(body !== undefined && {text, ...encoding})},
    redirectURL: headers.location ?? '',
    headersSize: -1,
    bodySize: bytes.length,
  };
}

function pairsOf(headers: Readonly<Record<string, string>>): readonly HarPair[] {
  return Object.entries(headers).map(([name, value]) => ({name, value}));
}

function isText(mimeType: string): boolean {
  return /^(text\/|application\/([\w.-]+\+)?json\b)/i.test(mimeType);
}
