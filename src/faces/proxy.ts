import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Mockttp, MockttpHttpsOptions, requestSteps as steps} from 'mockttp';
import {problemResponse} from '../control/index.js';
import {departureOf, fromNode, maxHeaderSize, sendNode} from './node.js';
import {plainAt, type Answerer, type Place} from './places.js';
import {knownPlaces, routeOf, type Route} from './routes.js';

type PassThroughStepOptions = ConstructorParameters<typeof steps.PassThroughStep>[0];

/** What a proxy answers itself, and what happens to all else. */
export interface ProxyOptions {
  readonly places: readonly Place[];
  /** The sandbox that answers, whatever the request's own header says. When absent that header or the credential says which. */
  readonly sandbox?: string;
  /**
   * What happens to other hosts: they are passed on unread, or answered with 502. This machine's own are passed on, those of
   * vendors that are not stood in for never are.
   */
  readonly unhandled: 'bypass' | 'error';
}

/** A forward proxy on this machine. */
export interface ForwardProxy {
  /** `http://127.0.0.1:40123` */
  readonly url: string;
  /** What its clients must trust, in PEM. Its key is in this process's memory alone. */
  readonly caCertificate: string;
  /** Hosts that were refused, in the order in which they were first asked for, each with the rest of a sentence on why. */
  readonly refused: ReadonlyMap<string, string>;
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
  const {generateCACertificate, getLocal, matchers, requestSteps, webSocketSteps} = await import('mockttp');
  const known = await knownPlaces();
  const refused = new Map<string, string>();
  const routeTo = (url: string): Route => {
    const route = routeOf(url, {places, known, unhandled});
    if (route.kind === 'refused') refused.set(route.host, route.why);
    return route;
  };
  const authority = await generateCACertificate({
    subject: {commonName: 'standin, for one run', organizationName: 'standin'},
  });
  const https: MockttpHttpsOptions = {
    ...authority,
    ...(unhandled === 'bypass'
      ? {tlsInterceptOnly: hostsOf([...places, ...known])}
      : {tlsPassthrough: ['localhost', '127.0.0.1'].map((hostname) => ({hostname}))}),
  };
  const proxy = getLocal({
    https,
    recordTraffic: false,
    ...(unhandled === 'bypass' && {passthrough: ['unknown-protocol']}),
  });
  adjust(proxy);
  await proxy.start(0);

  const origin = await openOrigin(answerer, places, sandbox);
  /** Matches requests by what becomes of them, without waiting for their bodies. */
  const where = (test: (route: Route) => boolean) => [
    Object.assign(new matchers.WildcardMatcher(), {matches: ({url}: {url: string}) => test(routeTo(url))}),
  ];
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
    ...places.map((place, index) => ({
      matchers: where((route) => route.kind === 'answered' && route.place === place),
      steps: [new requestSteps.PassThroughStep(toOrigin(index))],
    })),
    {matchers: where(({kind}) => kind === 'passed'), steps: [new requestSteps.PassThroughStep()]},
  );
  await proxy.forUnmatchedRequest().thenCallback(({url}) => {
    const {host} = new URL(url);
    return refusalOf(`${host} ${refused.get(host) ?? ''}`);
  });
  await proxy.addWebSocketRules(
    {matchers: where(({kind}) => kind === 'passed'), steps: [new webSocketSteps.PassThroughWebSocketStep()]},
    // Those of a vendor that is stood in for as well: no stand-in speaks so.
    {matchers: where(({kind}) => kind !== 'passed'), steps: [new webSocketSteps.RejectWebSocketStep(502)]},
  );
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

/** The hosts of places, as a client may write them. */
function hostsOf(places: readonly Place[]): {hostname: string}[] {
  return places.flatMap(({url}) => {
    const {hostname} = new URL(url);
    return [{hostname}, {hostname: `${hostname}.`}];
  });
}

function refusalOf(detail: string) {
  const {status, headers, body} = problemResponse(502, detail);
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
  const server = createServer({maxHeaderSize}, (message, response) => {
    const {[placeHeader]: index, ...headers} = message.headers;
    const place = places[Number(index)];
    if (place === undefined) {
      response.destroy();
      return;
    }
    message.headers = headers;
    const {origin} = new URL(place.url);
    fromNode(message, {origin})
      .then((request) => answerer.handle(plainAt(place, request, sandbox), {departure: () => departureOf(response)}))
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

/**
 * The library listens on every interface, reads heads of 16 kB, and offers no choice; so the server that it makes is told
 * where to listen, and the one inside that reads HTTP how much to read.
 */
function adjust(proxy: Mockttp): void {
  let server: Server | undefined;
  Object.defineProperty(proxy, 'server', {
    get: () => server,
    set: (made: Server) => {
      server = made;
      (made as unknown as {_httpServer: {maxHeaderSize: number}})._httpServer.maxHeaderSize = maxHeaderSize;
      const listen = made.listen.bind(made) as (port: number, host: string) => Server;
      made.listen = (port: unknown) => listen(port as number, '127.0.0.1');
    },
  });
}
