import {syncBuiltinESMExports} from 'node:module';
import {getRawRequest, RequestController, type HttpRequestEventMap, type Interceptor} from '@mswjs/interceptors';
import {ClientRequestInterceptor} from '@mswjs/interceptors/ClientRequest';
import {FetchInterceptor} from '@mswjs/interceptors/fetch';
import {XMLHttpRequestInterceptor} from '@mswjs/interceptors/XMLHttpRequest';
import type {PlainResponse, Wire} from '../engine/index.js';
import {isLoopback} from './loopback.js';
import {answerAt, placeOf, type Answerer, type Place} from './places.js';
import {networkError} from './spoiling.js';
import {toFetch} from './web.js';

/** Which requests of this process are answered, and what happens to all others. */
export interface InterceptOptions {
  /** The addresses that are answered; a function is asked when the first request leaves this machine. */
  readonly places: readonly Place[] | (() => Promise<readonly Place[]>);
  /** The sandbox that answers. When absent the request's own header or credential says which. */
  readonly sandbox?: string;
  /**
   * What happens to requests for any other host: they go their way, or they fail as if nobody listened there. This
   * machine's own addresses are always let through.
   * @defaultValue bypass
   */
  readonly unhandled?: 'bypass' | 'error';
}

/**
 * Answers in this process what its code asks of the vendors' addresses through `fetch`, `http`, `https` and whatever is
 * built on them (axios, got, node-fetch), until it is disposed of. Clients that speak HTTP/2, or bring an HTTP of their
 * own such as the package undici, are not seen.
 *
 * ```ts
 * using _ = intercept(standin, {places: placesOf(standin.vendors)});
 * await fetch('https://dev.dixa.io/v1/conversations/10749');
 * ```
 */
export function intercept(answerer: Answerer, options: InterceptOptions): Disposable {
  const clients: readonly (readonly [Client, Interceptor<HttpRequestEventMap>])[] = [
    ['http', new ClientRequestInterceptor()],
    ['fetch', new FetchInterceptor()],
    ['fetch', new XMLHttpRequestInterceptor()],
  ];
  const interception = new Interception(answerer, options);
  const own: Interceptor<HttpRequestEventMap>[] = [];
  for (const [client, interceptor] of clients) {
    // MSW may hold the same spot: then its interceptor calls us as well, and is not ours to take away.
    if (!isTaken(interceptor)) own.push(interceptor);
    interceptor.apply();
    interceptor.on('request', ({request, controller}) => interception.answer(client, request, controller));
  }
  // Without this `import {request} from 'node:https'` would still be the function that was there before.
  syncBuiltinESMExports();
  return {
    [Symbol.dispose]: () => {
      interception.end();
      for (const interceptor of own) interceptor.dispose();
      syncBuiltinESMExports();
    },
  };
}

function isTaken(interceptor: Interceptor<HttpRequestEventMap>): boolean {
  const {symbol} = interceptor.constructor as unknown as {readonly symbol: symbol};
  return Reflect.get(globalThis, symbol) !== undefined;
}

/** Who asks: each reports a broken connection in words of its own. */
type Client = 'http' | 'fetch';

class Interception {
  readonly #answerer: Answerer;
  readonly #options: InterceptOptions;
  #places: Promise<readonly Place[]> | undefined;
  #ended = false;

  constructor(answerer: Answerer, options: InterceptOptions) {
    this.#answerer = answerer;
    this.#options = options;
  }

  /** From now on everything goes its way. */
  end(): void {
    this.#ended = true;
  }

  async answer(client: Client, request: Request, controller: RequestController): Promise<void> {
    if (this.#ended || isOver(controller) || !/^https?:/.test(request.url)) return;
    try {
      const place = await this.#placeOf(request.url);
      if (place) await this.#answerAt(place, {client, request, controller});
      else if (this.#isRefused(request.url)) fail(client, controller, refusalOf(request.url));
    } catch (error) {
      fail(client, controller, error as Error);
    }
  }

  async #placeOf(url: string): Promise<Place | undefined> {
    const {places} = this.#options;
    if (typeof places !== 'function') return placeOf(url, places);
    if (isOnThisMachine(url)) return undefined;
    return placeOf(url, await (this.#places ??= places()));
  }

  #isRefused(url: string): boolean {
    return this.#options.unhandled === 'error' && !isOnThisMachine(url);
  }

  async #answerAt(
    place: Place,
    {client, request, controller}: {client: Client; request: Request; controller: RequestController},
  ): Promise<void> {
    const signal = departureOf(request);
    const answerer: Answerer = {
      handle: (plain) => this.#answerer.handle(plain, {departure: () => signal}),
    };
    const answer = await answerAt(answerer, place, request, this.#options.sandbox);
    // Whoever asked went away.
    if (isOver(controller)) return;
    const broken = answer?.wire?.broken;
    if (broken === 'reset' || broken === 'empty') return controller.errorWith(brokenConnection(client, broken));
    controller.respondWith(responseOf(answer, request.method, signal));
  }
}

/** Another listener has answered already, or the request was given up. */
function isOver(controller: RequestController): boolean {
  return controller.readyState !== RequestController.PENDING;
}

/** Aborts when nobody waits for the answer any more. The requests of `http` say so themselves, outside the Fetch API. */
function departureOf(request: Request): AbortSignal {
  const raw = getRawRequest(request);
  if (typeof raw !== 'object' || raw === null || !('once' in raw)) return request.signal;
  const gone = new AbortController();
  (raw as NodeJS.EventEmitter).once('close', () => gone.abort());
  return gone.signal;
}

function responseOf(answer: PlainResponse | undefined, method: string, signal: AbortSignal): Response {
  if (answer === undefined) return new Response(null, {status: 404});
  return toFetch(answer, {method, signal});
}

function fail(client: Client, controller: RequestController, error: Error): void {
  if (isOver(controller)) return;
  controller.errorWith(client === 'http' ? error : new TypeError(error.message, {cause: error}));
}

/** What each client reports when a real connection breaks this way. */
function brokenConnection(client: Client, broken: Exclude<Wire['broken'], 'truncate' | undefined>): Error {
  if (client === 'fetch') return networkError('fetch failed', broken);
  const reset = {code: 'ECONNRESET', syscall: 'read'};
  return broken === 'reset'
    ? Object.assign(new Error('read ECONNRESET'), reset)
    : Object.assign(new Error('socket hang up'), {code: 'ECONNRESET'});
}

function refusalOf(url: string): Error {
  const {host} = new URL(url);
  const message =
    `${host} is no vendor that is stood in for, and requests to other hosts are refused: ` +
    'set unhandled to bypass (STANDIN_UNHANDLED=bypass) to let them pass.';
  return Object.assign(new Error(message), {code: 'ECONNREFUSED', syscall: 'connect'});
}

function isOnThisMachine(url: string): boolean {
  const name = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return name === 'localhost' || name.endsWith('.localhost') || isLoopback(name);
}
