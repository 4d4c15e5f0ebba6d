import type {FaultSpec, VendorName} from '../../src/index.js';
import type {Vendor} from '../../src/engine/index.js';
import {callerOf, type Caller} from '../referees/callers.js';
import {fromUtf8, utf8} from './bytes.js';
import type {Answer, Bytes, Outcome, Step} from './face.js';
import {placeholder} from './neutral.js';
import type {Stage} from './stage.js';

/** What is sent with a call. */
export interface Sent {
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is; its type stands in the headers, if it has any. */
  readonly body?: Bytes;
  /** Over those of whoever has signed in. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Without credentials. */
  readonly nobody?: boolean;
  /** What must be answered; any status when absent. A transcript that goes another way than it is meant to proves nothing. */
  readonly status?: number;
}

/** Writes down what a transcript does and what HTTP answers, so that it can be played word for word on every other face. */
export class Client {
  readonly steps: Step[] = [];
  readonly outcomes: Outcome[] = [];
  readonly vendor: Vendor;
  #caller: Caller = () => ({});

  constructor(private readonly stage: Stage) {
    this.vendor = stage.standin.vendors[0] as Vendor;
  }

  /** Base URL and credentials of the stand-in. */
  get env(): Readonly<Record<string, string>> {
    return this.stage.standin.info.vendors[this.vendor.name]?.env ?? {};
  }

  /** Gets the credentials that calls bring from now on; what that takes is part of the transcript. */
  async signIn(): Promise<void> {
    const {info} = this.stage.standin;
    const prefix = `/${this.vendor.name}`;
    const fetch = async (path: unknown, {method = 'GET', headers, body}: RequestInit = {}) => {
      const {status, body: answered} = await this.call(method, String(path).slice(prefix.length), {
        headers: headers as Record<string, string>,
        ...(body !== undefined && {body: utf8(body as string)}),
        nobody: true,
      });
      return new Response(fromUtf8(answered), {status});
    };
    this.#caller = await callerOf({info, fetch}, this.vendor.name);
  }

  /** @throws Error when the status is another, or when the call got no answer at all. */
  async call(method: string, target: string, sent: Sent = {}): Promise<Reply> {
    const outcome = await this.attempt(method, target, sent);
    if ('failed' in outcome) throw new Error(`${method} ${target} failed: ${outcome.failed}`);
    const {status = outcome.status} = sent;
    if (outcome.status !== status)
      throw new Error(`${method} ${target} answered ${outcome.status} instead of ${status}: ${outcome.body}`);
    return new Reply(outcome);
  }

  /** A call that may get no answer. A link of an answer may stand in place of a path. */
  async attempt(method: string, link: string, {json, body, headers, nobody = false}: Sent = {}): Promise<Outcome> {
    const target = link.startsWith(placeholder) ? link.slice(placeholder.length) : link;
    const match = this.vendor.router.match(method, target.split('?', 1)[0] as string);
    const isOpen = match.kind === 'found' && !match.operation.secured;
    const path = match.kind === 'found' ? match.operation.path : target;
    const call = {
      vendor: this.vendor.name as VendorName,
      method,
      target,
      headers: {
        ...(!nobody && !isOpen && this.#caller({path})),
        ...(json !== undefined && {'content-type': 'application/json'}),
        ...headers,
      },
      ...(json !== undefined ? {body: utf8(JSON.stringify(json))} : body !== undefined && {body}),
    };
    const outcome = (await this.#take({call})) as Outcome;
    this.outcomes.push(outcome);
    return outcome;
  }

  /** Moves the clock on. @param duration `PT1M` */
  async advance(duration: string): Promise<void> {
    await this.#take({advance: duration});
  }

  /** Has something go wrong from now on. */
  async fault(fault: FaultSpec): Promise<void> {
    await this.#take({fault});
  }

  async #take(step: Step): Promise<Outcome | undefined> {
    this.steps.push(step);
    return this.stage.carryOut(step);
  }
}

/** An answer as a transcript reads it. */
export class Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Bytes;

  constructor({status, headers, body}: Answer) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** The body, which must be JSON. */
  read<T = Record<string, string>>(): T {
    return JSON.parse(fromUtf8(this.body)) as T;
  }
}
