import {faultHeader} from '../faults/header.js';
import {foldedName} from './document-names.js';
import type {Tokens} from './tokens.js';

/** The usual types of bodies, one or a list of them. Any other word may be one of the caller's own. */
const types =
  /^((\*\/\*|application\/(json|octet-stream|x-www-form-urlencoded)|text\/plain|multipart\/form-data|(audio|image|video)\/(mp3|mp4|mpeg|png|jpeg|wave?))(; ?charset=utf-8)?(, ?|$))+$/i;

/** Headers whose value may be read when it has the form that clients send of themselves; any other value is a token. */
const plainHeaders: Readonly<Record<string, RegExp>> = {
  accept: types,
  'accept-encoding': /^(gzip|deflate|br|zstd|identity|\*|[,; ]|q=[\d.]{1,5})+$/,
  'access-control-request-method': /^[A-Z]{3,7}$/,
  connection: /^(keep-alive|close|upgrade)$/i,
  'content-length': /^\d{1,7}$/,
  'content-type': types,
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
  /^(accept-language|access-control-request-headers|cache-control|pragma|date|expect|forwarded|from|priority|range|referer|te|trace(parent|state)|upgrade(-insecure-requests)?|user-agent|via|if-((none-)?match|(un)?modified-since|range)|sec-(fetch|ch-ua)(-(site|mode|dest|user|mobile|platform))?|x-(forwarded-(for|host|proto|port)|real-ip|(request|correlation)-id)|idempotency-key)$/;

/**
 * A header, its name in lower case, as the journal has it. Names that the operation declares may be read, also where they
 * belong elsewhere: `x-force` is `force`, which belongs in the query.
 * @param declared the names of the operation's parameters and of its body's members.
 */
export function maskedHeader(
  [name, value]: readonly [string, string],
  declared: readonly string[],
  tokens: Tokens,
): readonly [string, string] {
  if (Object.hasOwn(plainHeaders, name)) return [name, isPlainHeader(name, value) ? value : tokens.of(value)];
  if (credentialHeaders.has(name)) return [name, tokens.ofCredential(value)];
  const isReadable = usualHeaders.test(name) || declared.map(bareName).includes(bareName(name));
  return [isReadable ? name : tokens.of(name), tokens.of(value)];
}

/** Whether the journal keeps the value of that header as it is. */
export function isPlainHeader(name: string, value: string): boolean {
  return Object.hasOwn(plainHeaders, name) && (plainHeaders[name] as RegExp).test(value);
}

function bareName(name: string): string {
  return foldedName(name.replace(/^x-/i, ''));
}
