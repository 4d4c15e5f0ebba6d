import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Mockttp, MockttpHttpsOptions, RequestRuleData, requestSteps as steps} from 'mockttp';
import {problemResponse} from '../control/index.js';
import {departureOf, fromNode, sendNode} from './node.js';
import type {Answerer, Place} from './places.js';

type PassThroughStepOptions = ConstructorParameters<typeof steps.PassThroughStep>[0];

/** What a proxy answers itself, and what happens to all else. */
export interface ProxyOptions {
  readonly places: readonly Place[];
  /** The sandbox that answers. When absent the request's own header or credential says which. */
  readonly sandbox?: string;
  /** What happens to other hosts: they are passed on unread, or answered with 502. This machine's own are passed on. */
  readonly unhandled: 'bypass' | 'error';
}

/** A forward proxy on this machine. */
export interface ForwardProxy {
  /** `http://127.0.0.1:40123` */
  readonly url: string;
  /** What its clients must trust, in PEM. Its key is in this process's memory alone. */
  readonly caCertificate: string;
  /** Hosts that were refused, in the order in which they were first asked for. */
  readonly refused: ReadonlySet<string>;
  close(): Promise<void>;
}

/**
 * Starts a forward proxy: what is asked of the vendors' addresses is answered by a stand-in, over TLS with certificates
 * of an authority that is made for this proxy alone.
 */
export async function startProxy(
  answerer: Answerer,
  {places, sandbox, unhandled}: ProxyOptions,
): Promise<ForwardProxy> {
  const {generateCACertificate, getLocal, matchers, requestSteps} = await import('mockttp');
  const authority = await generateCACertificate({
    subject: {commonName: 'standin, for one run', organizationName: 'standin'},
  });
  const https: MockttpHttpsOptions = {
    ...authority,
    ...(unhandled === 'bypass'
      ? {tlsInterceptOnly: places.map(({url}) => ({hostname: new URL(url).hostname}))}
      : {tlsPassthrough: ['localhost', '127.0.0.1'].map((hostname) => ({hostname}))}),
  };
  const proxy = getLocal({
    https,
    recordTraffic: false,
    ...(unhandled === 'bypass' && {passthrough: ['unknown-protocol']}),
  });
  keepToLoopback(proxy);
  await proxy.start(0);

  const origin = await openOrigin(answerer, places, sandbox);
  const pass = (pattern: RegExp, options: PassThroughStepOptions = {}): RequestRuleData => ({
    matchers: [new matchers.RegexUrlMatcher(pattern)],
    steps: [new requestSteps.PassThroughStep(options)],
  });
  const toOrigin = (index: number): PassThroughStepOptions => ({
    // A connection that breaks behind the proxy breaks before it as well.
    simulateConnectionErrors: true,
    transformRequest: {
      setProtocol: 'http',
      replaceHost: {targetHost: `127.0.0.1:${origin.port}`, updateHostHeader: false},
      updateHeaders: {[placeHeader]: String(index)},
    },
  });
  await proxy.addRequestRules(
    ...places.map(({url}, index) => pass(patternOf(url), toOrigin(index))),
    pass(thisMachine),
  );
  const refused = new Set<string>();
  if (unhandled === 'bypass') {
    await proxy.forUnmatchedRequest().thenPassThrough();
    await proxy.forAnyWebSocket().thenPassThrough();
  } else {
    await proxy.forUnmatchedRequest().thenCallback(({url}) => {
      const {host} = new URL(url);
      refused.add(host);
      return refusalOf(host);
    });
  }
  return {
    url: `http://127.0.0.1:${proxy.port}`,
    caCertificate: authority.cert,
    refused,
    close: async () => {
      await proxy.stop();
      origin.server.close();
      origin.server.closeAllConnections();
    },
  };
}

const thisMachine = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?:[:/?#]|$)/;

function refusalOf(host: string) {
  const {status, headers, body} = problemResponse(
    502,
    `${host} is no vendor that is stood in for, and requests to other hosts are refused: --unhandled bypass lets them pass.`,
  );
  return {statusCode: status, headers, ...(body !== undefined && {body})};
}

/** Tells the server behind the proxy at which place a request was made. It is never passed on. */
const placeHeader = 'x-standin-place';

/** The server behind the proxy: it gives the answers, and breaks its connection where a fault says so. */
async function openOrigin(
  answerer: Answerer,
  places: readonly Place[],
  sandbox: string | undefined,
): Promise<{readonly server: Server; readonly port: number}> {
  const server = createServer((message, response) => {
    const {[placeHeader]: index, ...headers} = message.headers;
    const place = places[Number(index)];
    if (place === undefined) {
      response.destroy();
      return;
    }
    message.headers = sandbox === undefined ? headers : {...headers, 'x-standin-sandbox': sandbox};
    const {origin, pathname} = new URL(place.url);
    const mount = pathname.replace(/\/+$/, '');
    message.url = rooted((message.url ?? '/').slice(mount.length));
    fromNode(message, {origin, mount, vendor: place.vendor})
      .then((request) => answerer.handle(request, {departure: () => departureOf(response)}))
      .then((answer) => sendNode(response, answer ?? {status: 404, headers: {}, body: undefined}))
      .catch(() => response.destroy());
  });
  // All headers are seen and counted by the engine.
  server.maxHeadersCount = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {server, port: (server.address() as AddressInfo).port};
}

/** The library listens on every interface and offers no choice, so the server that it makes is told where. */
function keepToLoopback(proxy: Mockttp): void {
  let server: Server | undefined;
  Object.defineProperty(proxy, 'server', {
    get: () => server,
    set: (made: Server) => {
      server = made;
      const listen = made.listen.bind(made) as (port: number, host: string) => Server;
      made.listen = (port: unknown) => listen(port as number, '127.0.0.1');
    },
  });
}

/** Matches the URLs that lie in a place, with the scheme's port or without. */
function patternOf(place: string): RegExp {
  const {protocol, host, port, pathname} = new URL(place);
  const usual = port === '' ? `(?::${protocol === 'https:' ? 443 : 80})?` : '';
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${protocol}//${literal(host)}${usual}${literal(pathname.replace(/\/+$/, ''))}(?:[/?#]|$)`);
}

function rooted(target: string): string {
  return target.startsWith('/') ? target : `/${target}`;
}
