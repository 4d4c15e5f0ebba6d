import type {PlainRequest, PlainResponse, Vendor} from '../engine/index.js';
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
 * The addresses of these vendors: their real origins, and those that are given.
 * @throws RangeError when a base URL is none, or when it is given for a vendor that is not among them.
 */
export function placesOf(vendors: readonly Pick<Vendor, 'name' | 'origins'>[], given: Origins = {}): readonly Place[] {
  const stray = Object.keys(given).find((name) => !vendors.some((vendor) => vendor.name === name));
  if (stray !== undefined) throw new RangeError(`The base URL of ${stray} is given, which is not among the vendors.`);
  return vendors.flatMap(({name, origins}) =>
    [...origins, ...[given[name] ?? []].flat()].map((url) => ({vendor: name, url: baseUrl(name, url)})),
  );
}

function baseUrl(vendor: string, url: string): string {
  if (!/^https?:/.test(url) || !URL.canParse(url))
    throw new RangeError(
      `The base URL of ${vendor} must be like https://api.example.org/path, not ${JSON.stringify(url)}.`,
    );
  const {origin, pathname} = new URL(url);
  return origin + pathname.replace(/\/+$/, '');
}

/** The place that a URL lies in, if it does in any; of several the one that says most. */
export function placeOf(url: string, places: readonly Place[]): Place | undefined {
  const {origin, pathname} = new URL(url);
  return places
    .filter((place) => `${origin}${pathname}/`.startsWith(`${place.url}/`))
    .sort((a, b) => b.url.length - a.url.length)[0];
}

/** Has a vendor answer a Fetch request that was made to one of its places. @param sandbox in which; as the request says when absent. */
export async function answerAt(
  answerer: Answerer,
  {vendor, url}: Place,
  request: Request,
  sandbox: string | undefined,
): Promise<PlainResponse | undefined> {
  const plain = await fromFetch(request);
  const mount = new URL(url).pathname.replace(/\/+$/, '');
  const target = plain.target.slice(mount.length);
  return answerer.handle(
    {
      ...plain,
      target: target.startsWith('/') ? target : `/${target}`,
      mount,
      vendor,
      ...(sandbox !== undefined && {headers: {...plain.headers, 'x-standin-sandbox': sandbox}}),
    },
    {departure: () => request.signal},
  );
}
