import {spawn, type ChildProcess} from 'node:child_process';
import type {Server} from 'node:http';
import {createRequire} from 'node:module';
import type {AddressInfo} from 'node:net';
import express, {type Express, type RequestHandler} from 'express';
import {createStandin, type Standin, type StandinOptions, type VendorName} from '../../src/index.js';
import {operations} from '../../src/control/control.js';
import type {Vendor} from '../../src/engine/index.js';
import {Router} from '../../src/openapi/index.js';
import {standinMiddleware} from '../../src/faces/express.js';

/** The command of Prism, to be run by Node. */
export const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli');

/** What Prism has to say about one exchange. */
interface Violation {
  /** `['request', 'body', …]` or `['response', …]`. */
  readonly location: readonly (string | number)[];
  readonly message: string;
}

/** What goes out: JSON unless it is a form, bytes or text. */
export interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What Prism must think of the request; `right` when absent. A refusal must be right whatever the request is. */
  readonly request?: 'right' | 'wrong' | 'either';
}

/** An answer that Prism found right. `T` is how the test reads its body. */
export interface Judged<T> {
  readonly body: T;
}

/** Calls through the referee and wants that status. Fails with Prism's words when an answer differs from the document. */
export type Ask = <T = Record<string, unknown>>(
  method: string,
  path: string,
  status: number,
  sent?: Sent,
) => Promise<Judged<T>>;

/**
 * A second opinion that none of us wrote: Prism stands between client and stand-in and holds every request and every
 * answer against the vendor's document. It passes all on and tells differences in a header; so answers to bad requests
 * are judged too, which `--errors` would keep from the stand-in.
 */
export class Referee {
  /** Operations that were answered with success, and by it found right; under which path they were asked. */
  readonly confirmed = new Map<string, Set<string>>();

  private constructor(
    readonly standin: Standin,
    /** What is judged: a vendor, or the control plane. */
    readonly subject: Pick<Vendor, 'name' | 'router' | 'operationList'>,
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly front: Server | undefined,
  ) {}

  /** @param options.lie answers in place of the stand-in what the referee must find wrong, or lets it answer. */
  static async start(
    name: VendorName,
    {lie, ...options}: Omit<StandinOptions, 'vendors'> & {readonly lie?: RequestHandler} = {},
  ): Promise<Referee> {
    const standin = await createStandin({randomSeed: 1, ...options, vendors: [name]});
    const front = lie && (await listening(express().use(lie, standinMiddleware(standin))));
    const url = front
      ? `http://127.0.0.1:${(front.address() as AddressInfo).port}`
      : (await standin.listen({port: 0})).url;
    const child = proxy(name, `${url}/${name}`);
    return new Referee(standin, standin.vendors[0] as Vendor, await addressOf(child), child, front);
  }

  /** Judges the control plane of a stand-in with all vendors. */
  static async startControl(): Promise<Referee> {
    const standin = await createStandin({randomSeed: 1});
    const child = proxy('standin', (await standin.listen({port: 0})).url);
    const subject = {name: 'standin', router: new Router(operations), operationList: operations};
    return new Referee(standin, subject, await addressOf(child), child, undefined);
  }

  /** Credentials of the stand-in's default sandbox. */
  get env(): Readonly<Record<string, string>> {
    return this.standin.info.vendors[this.subject.name]?.env ?? {};
  }

  /** The vendor's own path of an address that an answer told, be it whole or not. */
  pathOf(address: string): string {
    const {pathname, search} = new URL(address, this.url);
    const prefix = `/${this.subject.name}`;
    return (pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname) + search;
  }

  /** A caller with these headers. */
  as(headers: Readonly<Record<string, string>>): Ask {
    return (method, path, status, sent = {}) =>
      this.#judge(method, path, status, {...sent, headers: {...headers, ...sent.headers}});
  }

  /** Operations of the document that were not answered with success. */
  get unconfirmed(): string[] {
    return this.subject.operationList.map(({id}) => id).filter((id) => !this.confirmed.has(id));
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    this.front?.close();
    await this.standin.close();
  }

  async #judge<T>(method: string, path: string, status: number, sent: Sent): Promise<Judged<T>> {
    const answer = await fetch(this.url + path, requestOf(method, sent));
    const text = await answer.text();
    const what = `${method} ${path} answered ${answer.status} ${text}`;
    const said = answer.headers.get('sl-violations');
    const violations = said === null ? [] : violationsOf(said, what);
    const inAnswer = violations.filter(({location}) => location[0] !== 'request');
    const inRequest = violations.filter(({location}) => location[0] === 'request');
    const {request = 'right'} = sent;
    // Where Prism knows no such operation it judges nothing at all.
    const unjudged = inRequest.some(({message}) => message === 'Selected route not found');
    if (unjudged || inAnswer.length > 0 || (inRequest.length > 0 && request === 'right')) {
      throw new Error(`Prism: ${what}: ${JSON.stringify(violations, null, 1)}`);
    }
    if (request === 'wrong' && inRequest.length === 0) throw new Error(`Prism finds that request right: ${what}`);
    if (answer.status !== status) throw new Error(`${what} instead of ${status}`);
    if (answer.ok && violations.length === 0) this.#confirm(method, path);
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    return {body: (isJson && text !== '' ? JSON.parse(text) : text) as T};
  }

  #confirm(method: string, path: string): void {
    const bare = path.split('?')[0] as string;
    const match = this.subject.router.match(method, bare);
    if (match.kind !== 'found') return;
    const {id} = match.operation;
    this.confirmed.set(id, (this.confirmed.get(id) ?? new Set()).add(bare));
  }
}

function listening(app: Express): Promise<Server> {
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function proxy(name: string, upstream: string): ChildProcess {
  const document = new URL(`../../specs/${name}/openapi.yaml`, import.meta.url).pathname;
  return spawn(process.execPath, [prism, 'proxy', '-p', '0', document, upstream], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function requestOf(method: string, {body, headers}: Sent): RequestInit {
  if (body === undefined) return {method, headers: {...headers}};
  if (body instanceof FormData) return {method, headers: {...headers}, body};
  return {
    method,
    headers: {'content-type': 'application/json', ...headers},
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

function violationsOf(header: string, what: string): Violation[] {
  // Prism cuts a list that is too long for a header; then it is no JSON any more.
  if (!header.startsWith('[')) throw new Error(`Prism: ${what}: ${header}`);
  return JSON.parse(header) as Violation[];
}

/** Where Prism says it listens; it chooses its port itself. */
export async function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`Prism ended with ${String(code)}: ${said}`)));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (said.length < 100_000) said += text;
      const url = /listening on (http:\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}
