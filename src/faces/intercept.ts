import {getRawRequest, RequestController} from '@mswjs/interceptors';
import {ClientRequestInterceptor} from '@mswjs/interceptors/ClientRequest';
import {FetchInterceptor} from '@mswjs/interceptors/fetch';
import {XMLHttpRequestInterceptor} from '@mswjs/interceptors/XMLHttpRequest';
import type {PlainResponse, Wire} from '../engine/index.js';
import {isOnThisMachine} from './loopback.js';
import {answerAt, checkedSandbox, placeOf, type Answerer, type Place} from './places.js';
import {knownPlaces, routeOf, type Route} from './routes.js';
import {networkError} from './spoiling.js';
import {Spot} from './spot.js';
import {toFetch} from './web.js';

/** Which requests of this process are answered, and what happens to all others. */
export interface InterceptOptions {
  /** The addresses that are answered; a function is asked when the first request leaves this machine. */
  readonly places: readonly Place[] | (() => Promise<readonly Place[]>);
  /**
   * The sandbox that answers, whatever the request's own header says; a function is asked with each request. When absent
   * the request's own header or credential says which.
   */
  readonly sandbox?: string | (() => string | undefined);
  /**
   * What happens to requests for any other host: they go their way, or they fail as if nobody listened there. This
   * machine's own addresses are always let through, and the hosts of vendors at other addresses than these, or of vendors
   * that are not stood in for, never are.
   * @defaultValue bypass
   */
  readonly unhandled?: 'bypass' | 'error';
  /** Told which host was refused, before the request fails. */
  readonly onRefused?: (host: string) => Promise<void>;
}

/**
 * Answers in this process what its code asks of the vendors' addresses through `fetch`, `http`, `https` and whatever is
 * built on them (axios, got, node-fetch), until it is disposed of. Clients that speak HTTP/2, or bring an HTTP of their
 * own such as the package undici, are not seen. Where MSW 3 listens already, end this before MSW 3
 * closes: it puts these clients back as they were before both.
 *
 * ```ts
 * using _ = intercept(standin, {places: placesOf(standin.vendors)});
 * await fetch('https://dev.dixa.io/v1/conversations/10749');
 * ```
 *
 * @throws RangeError when the sandbox's name can be none.
 */
export function intercept(answerer: Answerer, options: InterceptOptions): Disposable {
  if (typeof options.sandbox === 'string') checkedSandbox(options.sandbox);
  const interception = new Interception(answerer, options);
  const at = (client: Client, make: ConstructorParameters<typeof Spot>[0]) =>
    new Spot(make, ({request, controller}) => interception.answer(client, request, controller));
  const spots = [
    at('http', ClientRequestInterceptor),
    at('fetch', FetchInterceptor),
    at('fetch', XMLHttpRequestInterceptor),
  ];
  return {
    [Symbol.dispose]: () => {
      interception.end();
      for (const spot of spots) spot[Symbol.dispose]();
    },
  };
}

/** Who asks: each reports a broken connection in words of its own. */
type Client = 'http' | 'fetch';

class Interception {
  readonly #answerer: Answerer;
  readonly #options: InterceptOptions;
  #places: Promise<readonly Place[]> | undefined;
  #known: Promise<readonly Place[]> | undefined;
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
      const route = await this.#routeOf(request.url);
      if (route.kind === 'answered') await this.#answerAt(route.place, {client, request, controller});
      if (route.kind !== 'refused') return;
      await this.#options.onRefused?.(route.host);
      fail(client, controller, refusalOf(route));
    } catch (error) {
      fail(client, controller, error as Error);
    }
  }

  async #routeOf(url: string): Promise<Route> {
    const {places: given, unhandled = 'bypass'} = this.#options;
    const isHere = isOnThisMachine(new URL(url).host);
    if (isHere && typeof given === 'function') return {kind: 'passed'};
    const places = typeof given === 'function' ? await (this.#places ??= given()) : given;
    // The other vendors are loaded when somebody else is asked.
    const isClear = isHere || placeOf(url, places) !== undefined;
    const known = isClear ? [] : await (this.#known ??= knownPlaces());
    return routeOf(url, {places, known, unhandled});
  }

  async #answerAt(
    place: Place,
    {client, request, controller}: {client: Client; request: Request; controller: RequestController},
  ): Promise<void> {
    const signal = departureOf(request);
    const answerer: Answerer = {
      handle: (plain) => this.#answerer.handle(plain, {departure: () => signal}),
    };
    const {sandbox} = this.#options;
    const answer = await answerAt(answerer, place, request, typeof sandbox === 'function' ? sandbox() : sandbox);
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

function refusalOf({host, why}: Route & {kind: 'refused'}): Error {
  return Object.assign(new Error(`${host} ${why}`), {code: 'ECONNREFUSED', syscall: 'connect'});
}
