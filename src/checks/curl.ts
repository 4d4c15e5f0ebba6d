import {isNobodys} from './derived/security.js';
import type {RecordedExchange} from './exchange.js';

export interface CurlOptions {
  /** What stands before the vendor's own path. */
  readonly base: string;
  /** What stands for the value of a header that carries a credential, by its name in lower case: `Bearer $DIXA_API_KEY`. */
  readonly credentials: ReadonlyMap<string, string>;
}

/** A command line that repeats a call. Credentials stand in it as the names of their variables. */
export function curlOf({request}: RecordedExchange, {base, credentials}: CurlOptions): string {
  const {method, path, query, headers, body} = request;
  const url = `${base}${path}${query === '' ? '' : `?${query}`}`;
  const kept = Object.entries(headers).filter(([name]) => name === 'content-type' || credentials.has(name));
  return [
    'curl -i',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    quoted(url),
    ...kept.map(([name, value]) => `-H ${headerOf(name, value, credentials.get(name))}`),
    ...(body === undefined ? [] : [`-d ${quoted(body)}`]),
  ].join(' ');
}

/** Double quotes where a variable is to be filled in. A credential that nobody issued is sent as it was. */
function headerOf(name: string, value: string, credential: string | undefined): string {
  return credential === undefined || isNobodys(value) ? quoted(`${name}: ${value}`) : `"${name}: ${credential}"`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
