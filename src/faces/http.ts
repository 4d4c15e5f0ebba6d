import {createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {problemResponse} from '../control/index.js';
import type {PlainResponse, Vendor} from '../engine/index.js';
import {corsHeaders, isPreflight, preflightHeaders, type CorsPolicy} from './cors.js';
import type {Dispatcher} from './dispatcher.js';
import {createGuard, type Guard} from './guard.js';
import {isLoopbackHost} from './loopback.js';
import {departureOf, fromNode, maxHeaderSize, sendNode} from './node.js';

/** How to listen. */
export interface ListenOptions {
  /** 0 takes a free one. @defaultValue 4020 */
  readonly port?: number;
  /** One that other machines reach needs an admin token. @defaultValue 127.0.0.1 */
  readonly host?: string;
  /** Ports of vendors' own, by vendor: there the vendor's paths begin at the root. 0 takes a free one. */
  readonly vendorPorts?: Readonly<Record<string, number>>;
  /** Which pages may call vendors. @defaultValue loopback */
  readonly cors?: CorsPolicy;
  /** Opens the control plane to other machines, for callers who send it as a bearer token, and to nobody else. */
  readonly adminToken?: string;
  /** Told of every request when it is answered. */
  readonly onRequest?: (request: {
    readonly method: string;
    readonly vendor: string | undefined;
    readonly status: number;
  }) => void;
  /** Told of what must not happen; the caller gets a 500. */
  readonly onError?: (error: unknown) => void;
}

/** A server that listens. */
export interface Listening {
  /** `http://127.0.0.1:4020` */
  readonly url: string;
  /** Origins of vendors' own. */
  readonly vendorUrls: ReadonlyMap<string, string>;
  /** Takes no new connections, answers what is under way, and ends. */
  close(): Promise<void>;
}

/** How long requests under way may take to finish when the server ends, in milliseconds. */
const drainTime = 5000;

/**
 * Answers over HTTP. Vendors' requests go straight from Node's server to the engine; pages are Express's.
 * @throws RangeError when other machines could reach it and there is no admin token; the error of Node's server, such as `EADDRINUSE`, when a port cannot be had.
 */
export async function listen(dispatcher: Dispatcher, options: ListenOptions = {}): Promise<Listening> {
  const {host = '127.0.0.1', port = 4020, vendorPorts = {}, adminToken} = options;
  if (adminToken === undefined && !(await isLoopbackHost(host))) {
    const where = host === '' ? 'every interface' : host;
    throw new RangeError(
      `Other machines could steer a stand-in that listens on ${where}, so give it an admin token ` +
        '(--admin-token), or have it listen on 127.0.0.1.',
    );
  }
  const servers: Server[] = [];
  const open = async (at: number, vendor?: string): Promise<string> => {
    const face = new HttpFace(dispatcher, options, vendor);
    servers.push(face.server);
    return face.listen(at, host);
  };
  try {
    const url = await open(port);
    const vendorUrls = new Map<string, string>();
    for (const [vendor, at] of Object.entries(vendorPorts)) vendorUrls.set(vendor, await open(at, vendor));
    dispatcher.ownOrigins = vendorUrls;
    return {url, vendorUrls, close: () => closeAll(servers)};
  } catch (error) {
    await closeAll(servers);
    throw error;
  }
}

/** One port: the stand-in's, or one that is a vendor's alone. */
class HttpFace {
  readonly server: Server;
  readonly #dispatcher: Dispatcher;
  readonly #options: ListenOptions;
  readonly #vendor: string | undefined;
  readonly #guard: Guard;
  #url = '';
  /** The latest answer on each connection. */
  readonly #underWay = new WeakMap<Socket, ServerResponse>();
  #pages: Promise<(message: IncomingMessage, response: ServerResponse) => void> | undefined;

  constructor(dispatcher: Dispatcher, options: ListenOptions, vendor: string | undefined) {
    this.#dispatcher = dispatcher;
    this.#options = options;
    this.#vendor = vendor;
    this.#guard = createGuard(options.adminToken);
    this.server = createServer({maxHeaderSize}, (message, response) => {
      this.#answer(message, response).catch((error: unknown) => this.#fail(error, response));
    });
    // All headers are seen and counted by the engine; Node would drop those beyond two thousand without a word.
    this.server.maxHeadersCount = 0;
    this.server.on('clientError', (error: ClientError, socket: Socket) => this.#refuseUnreadable(error, socket));
  }

  async listen(port: number, host: string): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, resolve);
    });
    const bound = (this.server.address() as AddressInfo).port;
    this.#url = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
    return this.#url;
  }

  async #answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#underWay.set(message.socket, response);
    const origin = originOf(message) ?? this.#url;
    const request = await fromNode(message, {origin, ...(this.#vendor !== undefined && {vendor: this.#vendor})});
    const address = this.#dispatcher.addressOf(request);
    if (address.kind === 'other') return this.#showPage(message, response);

    const cors =
      address.kind === 'vendor' ? corsHeaders(this.#options.cors ?? 'loopback', request.headers.origin) : undefined;
    if (address.kind === 'vendor' && cors && isPreflight(request.method, request.headers)) {
      const headers = {...cors, ...preflightHeaders(request.headers)};
      return sendNode(response, await this.#dispatcher.preflight(request, address, headers));
    }
    const deny = () => this.#guard(request, message.socket.remoteAddress);
    const departure = () => departureOf(response);
    const answer = await this.#dispatcher.answer(request, {address, deny, departure});
    if (answer === undefined) return this.#showPage(message, response);
    // The server is ending: this answer is the connection's last.
    if (!this.server.listening) response.setHeader('Connection', 'close');
    sendNode(response, cors ? {...answer, headers: {...answer.headers, ...cors}} : answer);
    const vendor = address.kind === 'vendor' ? address.vendor.name : undefined;
    this.#options.onRequest?.({method: request.method, vendor, status: answer.status});
  }

  /** Pages are seldom asked for, so Express is loaded when the first one is. */
  async #showPage(message: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#pages ??= import('./pages.js').then(({createPages}) => createPages(this.#dispatcher));
    (await this.#pages)(message, response);
  }

  #fail(error: unknown, response: ServerResponse): void {
    // The caller went away; nobody waits for an answer.
    if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') {
      response.destroy();
      return;
    }
    this.#options.onError?.(error);
    if (response.headersSent) response.destroy();
    else sendNode(response, problemResponse(500, 'The stand-in failed; please report it with the log line.'));
  }

  /**
   * A head that Node could not read never becomes a request. Its first line, if it is there, tells which vendor's words
   * to use.
   */
  #refuseUnreadable(error: ClientError, socket: Socket): void {
    const underWay = this.#underWay.get(socket);
    if (underWay && !underWay.writableFinished) {
      // What came before the garbage is answered first.
      underWay.once('finish', () => this.#refuseUnreadable(error, socket));
      return;
    }
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const [method = 'GET', target = '/'] = (error.rawPacket?.toString('latin1', 0, 4096) ?? '').split(/[ \r\n]/, 2);
    const request = {method, target, headers: {}, body: undefined, origin: this.#url, vendor: this.#vendor ?? ''};
    const address = this.#dispatcher.addressOf(request);
    const {
      status,
      headers,
      body = '',
    } = address.kind === 'vendor'
      ? refusalOf(address.vendor, method, address.target)
      : problemResponse(400, 'The request cannot be read as HTTP, or its head is too long.');
    const head = Object.entries({...headers, 'Content-Length': Buffer.byteLength(body), Connection: 'close'});
    const lines = head.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines}\r\n${String(body)}`);
  }
}

/** Under which address the caller asked; whoever forwards what was asked over TLS says so. */
function originOf({headers}: IncomingMessage): string | undefined {
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  return headers.host === undefined ? undefined : `${scheme}://${headers.host}`;
}

type ClientError = Error & {readonly code?: string; readonly rawPacket?: Buffer};

function refusalOf(vendor: Vendor, method: string, target: string): PlainResponse {
  const path = target.split('?', 1)[0] ?? target;
  const {status, body} = vendor.refuse(
    {kind: 'oversized-head'},
    {method, path, target, operation: undefined, body: undefined},
  );
  return {status, headers: {'Content-Type': vendor.contentType}, body: JSON.stringify(body)};
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(servers.map(close));
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), drainTime);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
