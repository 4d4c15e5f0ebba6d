import type {Operation} from '../../openapi/index.js';
import {faultHeader} from '../faults/header.js';
import type {Tokens} from './tokens.js';

/** Headers whose value may be read when it has the form that clients send of themselves; any other value is a token. */
const plainHeaders: Readonly<Record<string, RegExp>> = {
  accept: /^[a-z*]+\/[a-z*.+-]+$/,
  'accept-encoding': /^(gzip|deflate|br|zstd|identity|\*|[,; ]|q=[\d.]+)+$/,
  'access-control-request-method': /^[A-Z]{3,7}$/,
  connection: /^(keep-alive|close|upgrade)$/i,
  'content-length': /^\d{1,12}$/,
  'content-type': /^(application|text|multipart|image)\/[a-z.+-]+(; ?charset=utf-8)?$/i,
  host: /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/,
  origin: /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/,
  prefer: /^(wait=\d{1,2}|code=\d{3})(, ?(wait=\d{1,2}|code=\d{3})){0,3}$/,
  'transfer-encoding': /^chunked$/i,
  'x-standin-fault': faultHeader,
  'x-standin-sandbox': /^[\w-]{1,40}$/,
};
const credentialHeaders = new Set(['authorization', 'x-api-key', 'cookie', 'proxy-authorization']);
/** Headers that clients and proxies send of themselves: their names may be read. A name of the caller's own is a token. */
const usualHeaders =
  /^(accept-language|access-control-request-headers|cache-control|pragma|date|dnt|expect|forwarded|from|priority|range|referer|te|traceparent|tracestate|upgrade|user-agent|via|if-(match|none-match|modified-since|unmodified-since|range)|sec-(fetch|ch-ua|websocket)(-(site|mode|dest|user|mobile|platform|key|version))?|x-forwarded-(for|host|proto|port)|x-real-ip|x-request-id|x-correlation-id|idempotency-key|upgrade-insecure-requests)$/;

/** A header, its name in lower case, as the journal has it. Names that the operation declares may be read. */
export function maskedHeader(
  [name, value]: readonly [string, string],
  operation: Operation | undefined,
  tokens: Tokens,
): readonly [string, string] {
  const plain = Object.hasOwn(plainHeaders, name) ? plainHeaders[name] : undefined;
  if (plain) return [name, plain.test(value) ? value : tokens.of(value)];
  if (credentialHeaders.has(name)) return [name, tokens.ofCredential(value)];
  const isReadable =
    usualHeaders.test(name) || operation?.parameters.some((one) => one.name.toLowerCase() === name) === true;
  return [isReadable ? name : tokens.of(name), tokens.of(value)];
}

/** Whether the journal keeps the value of that header as it is. */
export function isPlainHeader(name: string, value: string): boolean {
  return Object.hasOwn(plainHeaders, name) && (plainHeaders[name] as RegExp).test(value);
}
