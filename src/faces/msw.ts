import {http, HttpResponse, type HttpHandler} from 'msw';
import {controlPrefix} from '../engine/index.js';
import type {VendorName} from '../registry.js';
import type {Standin} from '../stand-in.js';
import {answerAt, placesOf} from './places.js';
import {fromFetch, toFetch} from './web.js';
import type {PlainResponse} from '../engine/index.js';

/** Which requests a stand-in answers through MSW. */
export interface HandlersOptions {
  /** Vendors of the stand-in. All of them when absent. */
  readonly vendors?: readonly VendorName[];
  /** Base URLs under which the client asks for a vendor, beside its real one: `{dixa: '/api/dixa'}` is not one, `{dixa: 'http://localhost:3000/api/dixa'}` is. */
  readonly origins?: {readonly [Name in VendorName]?: string | readonly string[]};
  /** The sandbox that answers. When absent the request's own header or credential says which. */
  readonly sandbox?: string;
}

/**
 * Request handlers for Mock Service Worker, 2.10 or newer and 3: they answer what is asked of the vendors' real addresses.
 *
 * ```ts
 * const standin = await createStandin({vendors: ['dixa']});
 * const server = setupServer(...handlers(standin));
 * ```
 *
 * In a page the control plane answers as well, at `/_standin` of the page's own origin.
 * @throws RangeError when the stand-in has no such vendor, or when a base URL is none.
 */
export function handlers(
  standin: Pick<Standin, 'handle' | 'vendors'>,
  {vendors: names, origins = {}, sandbox}: HandlersOptions = {},
): HttpHandler[] {
  const stray = names?.find((name) => !standin.vendors.some((vendor) => vendor.name === name));
  if (stray !== undefined) throw new RangeError(`This stand-in has no vendor ${JSON.stringify(stray)}.`);
  const vendors = standin.vendors.filter(({name}) => names?.includes(name) ?? true);
  return [
    ...placesOf(vendors, origins).map((place) =>
      http.all(below(place.url), async ({request}) =>
        responseOf(await answerAt(standin, place, request, sandbox), request),
      ),
    ),
    http.all(`${controlPrefix}/*`, async ({request}) => {
      const plain = await fromFetch(request);
      const headers = sandbox === undefined ? plain.headers : {'x-standin-sandbox': sandbox, ...plain.headers};
      return responseOf(await standin.handle({...plain, headers}, {departure: () => request.signal}), request);
    }),
  ];
}

/**
 * All addresses below a base URL. A pattern without groups, for MSW would decode what stands for a `*`, and throw where it
 * cannot be decoded; that is for the vendor to refuse.
 */
function below(url: string): RegExp {
  return new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:/|$)`);
}

/** MSW's own means for a connection that breaks before anything came; it leaves to others what is not answered. */
function responseOf(answer: PlainResponse | undefined, request: Request): Response | undefined {
  const broken = answer?.wire?.broken;
  if (broken === 'reset' || broken === 'empty') return HttpResponse.error();
  return answer && toFetch(answer, request);
}
