import {http, HttpResponse, type HttpHandler} from 'msw';
import {controlPrefix, type PlainRequest, type PlainResponse} from '../engine/index.js';
import type {VendorName} from '../registry.js';
import type {Standin} from '../stand-in.js';
import {checkedSandbox, inSandbox, patternOf, placesOf, plainAt, type Place} from './places.js';
import {fromFetch, toFetch} from './web.js';

/** Which requests a stand-in answers through MSW. */
export interface HandlersOptions {
  /** Vendors of the stand-in. All of them when absent. */
  readonly vendors?: readonly VendorName[];
  /**
   * Base URLs under which the client asks for a vendor, beside the vendor's real one, with scheme and host:
   * `{dixa: 'http://localhost:3000/api/dixa'}`.
   */
  readonly origins?: {readonly [Name in VendorName]?: string | readonly string[]};
  /** The sandbox that answers, whatever the request's own header says. When absent that header or the credential says which. */
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
 * @throws RangeError when the stand-in has no such vendor or no vendor is named, when a base URL is none, or a sandbox's name.
 */
export function handlers(
  standin: Pick<Standin, 'handle' | 'vendors'>,
  {vendors: names, origins = {}, sandbox}: HandlersOptions = {},
): HttpHandler[] {
  checkedSandbox(sandbox);
  const stray = names?.find((name) => !standin.vendors.some((vendor) => vendor.name === name));
  if (stray !== undefined) throw new RangeError(`This stand-in has no vendor ${JSON.stringify(stray)}.`);
  if (names?.length === 0) throw new RangeError('Handlers for no vendor are none: name one, or leave vendors out.');
  const vendors = standin.vendors.filter(({name}) => names?.includes(name) ?? true);
  const places = placesOf(vendors, origins);
  const answer = async (request: Request, adapt: (plain: PlainRequest) => PlainRequest) => {
    const plain = await fromFetch(request).catch(() => undefined);
    // What the client sends broke off: nobody could answer that.
    if (plain === undefined) return HttpResponse.error();
    return responseOf(await standin.handle(adapt(plain), {departure: () => request.signal}), request);
  };
  return [
    ...places.map((place) =>
      http.all(patternOf(place), ({request}) => answer(request, (plain) => plainAt(place, plain, sandbox))),
    ),
    ...placesOf(vendors).map(refuseInClear),
    http.all(`${controlPrefix}/*`, ({request}) =>
      answer(request, (plain) => ({...plain, ...inSandbox(plain, sandbox)})),
    ),
  ];
}

/** A vendor's address without TLS is not the vendor's, but it would lead there. */
function refuseInClear({vendor, url}: Place): HttpHandler {
  const clear = url.replace(/^https/, 'http');
  const detail = `${vendor} is stood in for at ${url} and not at ${clear}. A vendor's own host is never let through.`;
  return http.all(patternOf({url: clear}), () =>
    HttpResponse.json({title: 'Bad Gateway', status: 502, detail}, {status: 502}),
  );
}

/** MSW's own means for a connection that breaks before anything came; it leaves to others what is not answered. */
function responseOf(answer: PlainResponse | undefined, request: Request): Response | undefined {
  const broken = answer?.wire?.broken;
  if (broken === 'reset' || broken === 'empty') return HttpResponse.error();
  return answer && toFetch(answer, request);
}
