import {
  addressOf,
  Engine,
  type ErasureProof,
  type Fault,
  type FaultSpec,
  type JournalEntry,
  type JournalMode,
  type Outgoing,
  type OutgoingRequest,
  type PlainRequest,
  type PlainResponse,
  type ScenarioName,
  type Vendor,
} from '../../src/engine/index.js';
import type {Subject} from '../../src/erasure/index.js';
import {proofsOf} from '../../src/engine/desks.js';

/** An answer as a test reads it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, or undefined when there is no body. */
  readonly body: unknown;
  readonly text: string;
  /** What a fault did to it on its way; the rest of it is what the vendor answered all the same. */
  readonly wire: PlainResponse['wire'];
}

export interface CallOptions {
  /** Sent as JSON; a string, bytes or a form are sent as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** `Authorization` of this call; `null` for none. */
  readonly authorization?: string | null;
  readonly sandbox?: string;
}

/**
 * A client of one vendor inside the engine: real state and real checks, no port. Time stands still until it is moved.
 * An answer that differs from the vendor's document fails the test at once.
 */
export class VendorClient {
  readonly engine: Engine;
  readonly vendor: Vendor;
  /** `Authorization` of calls that do not bring their own. */
  authorization: string | null;
  #now = Date.parse('2026-01-05T09:00:00.000Z');
  readonly #violations: JournalEntry[] = [];
  /** Every webhook that left. */
  readonly sent: OutgoingRequest[] = [];

  constructor(
    vendor: Vendor,
    options: {
      readonly authorization?: string;
      readonly behaviours?: Readonly<Record<string, unknown>>;
      readonly seeds?: ConstructorParameters<typeof Engine>[0]['seeds'];
      readonly auth?: 'strict' | 'any';
      readonly randomSeed?: number;
      /** The scenario that sandboxes begin with. */
      readonly scenario?: ScenarioName;
      /** How journals are kept. */
      readonly journal?: JournalMode;
      /** What receivers of webhooks answer; 200 with an empty body when absent. */
      readonly outgoing?: Outgoing;
    } = {},
  ) {
    this.vendor = vendor;
    this.authorization = options.authorization ?? null;
    this.engine = new Engine({
      vendors: [vendor],
      seeds: options.seeds ?? {},
      behaviours: options.behaviours ?? {},
      time: () => this.#now,
      randomSeed: options.randomSeed ?? 1,
      journalKey: new Uint8Array(32).fill(7),
      auth: options.auth ?? 'strict',
      ...(options.scenario && {scenario: options.scenario}),
      ...(options.journal && {journal: options.journal}),
      onViolation: (entry) => this.#violations.push(entry),
      outgoing: {
        send: (request, signal) => {
          this.sent.push(request);
          return options.outgoing?.send(request, signal) ?? Promise.resolve({status: 200, body: ''});
        },
      },
    });
  }

  /** Moves the clock on. Nothing else makes time pass. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }

  async call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const {body, authorization = this.authorization, sandbox} = options;
    const form = body instanceof FormData ? new Response(body) : undefined;
    const bytes = form ? new Uint8Array(await form.arrayBuffer()) : body === undefined ? undefined : toBytes(body);
    const headers = {
      ...(bytes && {'content-type': form?.headers.get('content-type') ?? 'application/json'}),
      ...(authorization !== null && {authorization}),
      ...(sandbox !== undefined && {'x-standin-sandbox': sandbox}),
      ...options.headers,
    };
    const request: PlainRequest = {
      method,
      target: path,
      headers,
      body: bytes,
      origin: 'http://127.0.0.1:4020',
    };
    const address = addressOf({...request, vendor: this.vendor.name}, this.engine.vendors);
    if (address.kind !== 'vendor') throw new Error(`${path} led to ${address.kind}`);
    const response = await this.engine.answer(request, address);
    if (this.#violations.length > 0) {
      throw new Error(`The answer differs from the document: ${JSON.stringify(this.#violations[0], null, 2)}`);
    }
    const text = typeof response.body === 'string' ? response.body : new TextDecoder().decode(response.body);
    const isJson = response.headers['Content-Type']?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? (JSON.parse(text) as unknown) : undefined,
      text,
      wire: response.wire,
    };
  }

  /** Adds faults to the sandbox. */
  async fault(...specs: readonly FaultSpec[]): Promise<readonly Fault[]> {
    return (await this.engine.sandbox('default')).faults.add(specs);
  }

  /** Waits until no webhook is on its way out. */
  settled(sandbox = 'default'): Promise<void> {
    return this.engine.sandboxes.clockwork.settled(sandbox);
  }

  async journal(sandbox = 'default'): Promise<readonly JournalEntry[]> {
    return (await this.engine.sandbox(sandbox)).journal.entries();
  }

  /** What is left of somebody in the sandbox. */
  async erasure(subject: Subject, sandbox = 'default'): Promise<ErasureProof> {
    return proofsOf(this.engine).erasure(await this.engine.sandbox(sandbox), subject);
  }

  /** Everything the sandbox holds, as text, to look for what must be gone: state, audit trail and journal. */
  async everything(sandbox = 'default'): Promise<string> {
    const {partition} = await this.engine.sandbox(sandbox);
    return JSON.stringify([await partition.dump(), await this.journal(sandbox)]);
  }
}

function toBytes(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}
