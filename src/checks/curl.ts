import {isNobodys} from './derived/security.js';
import type {RecordedExchange} from '../traffic/exchange.js';

export interface CurlOptions {
  /** What stands before the vendor's own path. */
  readonly base: string;
  /** What stands for the value of a header that carries a credential, by its name in lower case: `Bearer $DIXA_API_KEY`. */
  readonly credentials: ReadonlyMap<string, string>;
  /** Names of variables that stand in the exchange where their values stood. */
  readonly secrets: readonly string[];
}

/** A command line that repeats a call. Credentials stand in it as the names of their variables. */
export function curlOf({request}: RecordedExchange, {base, credentials, secrets}: CurlOptions): string {
  const {method, path, query, headers, body} = request;
  const url = `${base}${path}${query === '' ? '' : `?${query}`}`;
  const kept = Object.entries(headers).filter(([name]) => name === 'content-type' || credentials.has(name));
  return [
    'curl -i',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    quoted(url),
    ...kept.map(([name, value]) => `-H ${headerOf(name, value, credentials.get(name))}`),
    ...(body === undefined ? [] : [`-d ${withVariables(quoted(body), secrets)}`]),
  ].join(' ');
}

/** Double quotes where a variable is to be filled in. A credential that nobody issued is sent as it was. */
function headerOf(name: string, value: string, credential: string | undefined): string {
  return credential === undefined || isNobodys(value) ? quoted(`${name}: ${value}`) : `"${name}: ${credential}"`;
}

/** Ends the quotes where the shell is to fill in a variable. */
function withVariables(text: string, names: readonly string[]): string {
  return names.reduce((all, name) => all.replaceAll(`$${name}`, `'"$${name}"'`), text);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
