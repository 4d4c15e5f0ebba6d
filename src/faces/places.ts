import {sandboxPattern, type PlainRequest, type PlainResponse, type Vendor} from '../engine/index.js';
import type {AnswerOptions} from './dispatcher.js';
import {fromFetch} from './web.js';

/** An address under which a client asks for a vendor: the vendor's own, or one that the client was given. */
export interface Place {
  /** The vendor's name. */
  readonly vendor: string;
  /** A base URL, without a slash at the end: `https://dev.dixa.io`. */
  readonly url: string;
}

/** What answers a plain request: a stand-in, here or elsewhere. */
export interface Answerer {
  handle(request: PlainRequest, options?: AnswerOptions): Promise<PlainResponse | undefined>;
}

/** Further base URLs of vendors: `{dixa: 'http://localhost:3000/api/dixa'}`. */
export type Origins = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The addresses of these vendors: their real origins, and those that are given. Of several that a URL lies in the first one
 * counts, so those that say most come first.
 * @throws RangeError when a base URL is none or is given for two vendors, or when its vendor is not among them.
 */
export function placesOf(vendors: readonly Pick<Vendor, 'name' | 'origins'>[], given: Origins = {}): readonly Place[] {
  const stray = Object.keys(given).find((name) => !vendors.some((vendor) => vendor.name === name));
  if (stray !== undefined) throw new RangeError(`The base URL of ${stray} is given, which is not among the vendors.`);
  const places = vendors.flatMap(({name, origins}) =>
    [...origins, ...[given[name] ?? []].flat()].map((url) => ({vendor: name, url: baseUrl(name, url)})),
  );
  for (const {vendor, url} of places) {
    const other = places.find((place) => place.url === url && place.vendor !== vendor);
    if (other) throw new RangeError(`The base URL ${url} is given for two vendors, ${vendor} and ${other.vendor}.`);
  }
  return places.sort((a, b) => b.url.length - a.url.length);
}

function baseUrl(vendor: string, text: string): string {
  const {origin, pathname, protocol, search, hash, username, password} = URL.canParse(text) ? new URL(text) : noUrl;
  if (!/^https?:$/.test(protocol) || search + hash + username + password !== '')
    throw new RangeError(
      `The base URL of ${vendor} must be like https://api.example.org/path, not ${JSON.stringify(text)}.`,
    );
  return origin + pathname.replace(/\/+$/, '');
}

const noUrl = new URL('about:blank');

/**
 * The name of a sandbox, where one is given.
 * @throws RangeError when it can name none.
 */
export function checkedSandbox<Name extends string | undefined>(name: Name): Name {
  if (name === undefined || sandboxPattern.test(name)) return name;
  throw new RangeError(
    `${JSON.stringify(name)} names no sandbox: use 1 to 40 letters, digits, hyphens and underscores.`,
  );
}

/** Matches the URLs that lie in a place, with the scheme's usual port or without, and with the dot that may end a host. */
export function patternOf({url}: Pick<Place, 'url'>): RegExp {
  const {protocol, hostname, port} = new URL(url);
  const at = port === '' ? `(?::${protocol === 'https:' ? 443 : 80})?` : `:${port}`;
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${protocol}//${literal(hostname)}\\.?${at}${literal(mountOf(url))}(?:[/?#]|$)`);
}

/** The place that a URL lies in, if it does in any. @param places as {@link placesOf} orders them. */
export function placeOf(url: string, places: readonly Place[]): Place | undefined {
  const {href} = new URL(url);
  return places.find((place) => patternOf(place).test(href));
}

/**
 * A request that was made to a place, as a stand-in takes it.
 * @param sandbox the one that answers, whatever the request's own header says; as the request says when absent.
 */
export function plainAt({vendor, url}: Place, plain: PlainRequest, sandbox: string | undefined): PlainRequest {
  const mount = mountOf(url);
  const target = plain.target.slice(mount.length);
  return {
    ...plain,
    ...inSandbox(plain, sandbox),
    target: target.startsWith('/') ? target : `/${target}`,
    mount,
    vendor,
  };
}

/** The headers with which a request is answered from this sandbox, whatever its own header says; its own when absent. */
export function inSandbox(
  {headers}: Pick<PlainRequest, 'headers'>,
  sandbox: string | undefined,
): Pick<PlainRequest, 'headers'> {
  return {headers: sandbox === undefined ? headers : {...headers, 'x-standin-sandbox': sandbox}};
}

/** Has a vendor answer a Fetch request that was made to one of its places. @param sandbox in which; as the request says when absent. */
export async function answerAt(
  answerer: Answerer,
  place: Place,
  request: Request,
  sandbox: string | undefined,
): Promise<PlainResponse | undefined> {
  return answerer.handle(plainAt(place, await fromFetch(request), sandbox), {departure: () => request.signal});
}

/** The path of a base URL; nothing where it is the root. */
function mountOf(url: string): string {
  return new URL(url).pathname.replace(/\/+$/, '');
}
