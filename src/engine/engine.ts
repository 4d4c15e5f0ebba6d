import type {Finding} from '../openapi/index.js';
import {createMemoryStore, type Store} from '../state/index.js';
import {instantOf, type ClockState, type TimeSource} from '../time/index.js';
import type {Address} from './addressing.js';
import {behaviourValues} from './behaviours.js';
import {check, thrown} from './check.js';
import {Exchange} from './exchange.js';
import type {Interceptor} from './interceptor.js';
import {Journal, type JournalEntry} from './journal.js';
import {pass, type Passage} from './pipeline.js';
import {maxValues, Recorder} from './recorder.js';
import type {Reply} from './reply.js';
import type {PlainRequest, PlainResponse} from './request.js';
import {
  newRecord,
  nextDue,
  readAudit,
  readRecord,
  Session,
  writeRecord,
  type AuditRecord,
  type Sandbox,
} from './sandbox.js';
import {fillSandbox, type Seeds} from './seeding.js';
import {settle} from './settle.js';
import {Tokens} from './tokens.js';
import type {Vendor} from './vendor.js';

/** A transition that was carried out. */
export interface Settled {
  readonly vendor: string;
  readonly transition: string;
  /** When it fell due, ISO 8601. */
  readonly at: string;
}

/** What an engine is made of. */
export interface EngineOptions {
  readonly vendors: readonly Vendor[];
  /** Data that replaces vendors' own seeds. */
  readonly seeds: Seeds;
  /** Behaviours by full name: `{'dixa.dates': 'plain'}`. */
  readonly behaviours: Readonly<Record<string, unknown>>;
  readonly time: TimeSource;
  readonly randomSeed: number;
  /** Key of the journal's tokens: 32 bytes. */
  readonly journalKey: Uint8Array;
  readonly auth: 'strict' | 'any';
  readonly store?: Store;
  readonly interceptor?: Interceptor;
  /** Told of every answer of ours that differs from the document. */
  readonly onViolation?: (entry: JournalEntry) => void;
  /** Told of every error that a handler throws. */
  readonly onError?: (error: unknown) => void;
}

/** Most sandboxes at a time. A caller that makes up names must not be able to fill the memory. */
const maxSandboxes = 1000;

/** A request for a sandbox beyond the most there can be. */
export class TooManySandboxes extends Error {
  override readonly name = 'TooManySandboxes';
}

/** Answers vendors' requests, each in its sandbox, one after the other. Knows no vendor, no server and no store. */
export class Engine {
  readonly vendors: ReadonlyMap<string, Vendor>;
  readonly #options: EngineOptions;
  readonly #store: Store;
  readonly #recorders: ReadonlyMap<string, Recorder>;
  readonly #behaviours: Sandbox['behaviours'];
  readonly #sandboxes = new Map<string, Promise<Sandbox>>();

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#store = options.store ?? createMemoryStore();
    this.vendors = new Map(options.vendors.map((vendor) => [vendor.name, vendor]));
    const tokens = new Tokens(options.journalKey);
    this.#recorders = new Map(options.vendors.map((vendor) => [vendor.name, new Recorder(vendor, tokens)]));
    this.#behaviours = Object.fromEntries(
      options.vendors.map(({name, behaviours}) => [name, behaviourValues(name, behaviours, options.behaviours)]),
    );
  }

  /** Answers one request to a vendor. */
  async answer(
    request: PlainRequest,
    {vendor, sandbox: id, target, prefix}: Address & {kind: 'vendor'},
  ): Promise<PlainResponse> {
    const sandbox = await this.sandbox(id);
    return sandbox.partition.exclusive(async () => {
      // One look at the clock: whatever is due by the handler's instant was settled before it.
      const instant = this.#options.time();
      const time = () => instant;
      await settle(sandbox, this.vendors, time);
      const session = await Session.begin(sandbox, time);
      const exchange = new Exchange(request, target);
      const baseUrl = request.origin + prefix;
      const passage = {vendor, scope: session.scope(vendor), auth: this.#options.auth, prefix, baseUrl};

      const injected = this.#options.interceptor?.before?.({vendor: vendor.name, sandbox: id, request, target});
      // The journal names the operation of an injected answer as well: whoever counts calls asks for it.
      if (injected) exchange.route(vendor.router);
      const {reply, violations} = injected
        ? {...injected, violations: []}
        : await this.#carryOut(exchange, passage, session);

      const after = this.#options.interceptor?.after?.({vendor: vendor.name, sandbox: id, request, target}, reply);
      const fault = injected?.fault ?? after?.fault;
      this.#record(sandbox, vendor, exchange, {at: session.now, reply, violations, ...(fault && {fault})});
      return {...responseOf(reply, vendor), ...(after?.drop && {connection: 'drop'})};
    });
  }

  /**
   * The vendor's answer, with what it changed, and how it differs from the document. A handler that throws is a bug of
   * ours: it changes nothing, and the caller gets the vendor's 500.
   */
  async #carryOut(
    exchange: Exchange,
    passage: Passage,
    session: Session,
  ): Promise<{reply: Reply; violations: readonly Finding[]}> {
    try {
      const reply = await pass(exchange, passage);
      const violations = check(exchange, reply, passage.vendor);
      // A refusal changes nothing, whatever the handler had written before it found out.
      if (reply.status < 400) await session.commit();
      return {reply, violations};
    } catch (error) {
      this.#options.onError?.(error);
      return {reply: passage.vendor.refuse({kind: 'fault'}, exchange), violations: [thrown(exchange, error)]};
    }
  }

  /** Writes down that a browser asked whether a page may call a vendor; the face answered it. */
  async recordPreflight(
    request: PlainRequest,
    {vendor, sandbox: id, target}: Address & {kind: 'vendor'},
  ): Promise<void> {
    const sandbox = await this.sandbox(id);
    const at = instantOf((await readRecord(sandbox.partition)).clock, this.#options.time);
    const exchange = new Exchange(request, target);
    this.#record(sandbox, vendor, exchange, {at, reply: {status: 204}, violations: [], kind: 'preflight'});
  }

  /** The sandbox of that id; made from the seed when it is new. */
  sandbox(id: string): Promise<Sandbox> {
    let sandbox = this.#sandboxes.get(id);
    if (sandbox === undefined) {
      if (this.#sandboxes.size >= maxSandboxes) {
        return Promise.reject(new TooManySandboxes(`There are ${maxSandboxes} sandboxes already; reuse one of them.`));
      }
      this.#sandboxes.set(id, (sandbox = this.#open(id)));
      // One that could not be filled is tried again by the next request, and takes no place until then.
      sandbox.catch(() => this.#sandboxes.delete(id));
    }
    return sandbox;
  }

  /** Starts a sandbox anew: the seed's data, a clock that runs, an empty journal. */
  async reset(id: string): Promise<void> {
    const sandbox = await this.sandbox(id);
    await sandbox.partition.exclusive(async () => {
      await this.#fill(sandbox);
      sandbox.journal.restart();
    });
  }

  /** What the sandbox's clock shows. */
  async clock(id: string): Promise<{state: ClockState; now: number}> {
    const {partition} = await this.sandbox(id);
    const {clock: state} = await readRecord(partition);
    return {state, now: instantOf(state, this.#options.time)};
  }

  /**
   * Changes the sandbox's clock and carries out what falls due by it.
   * @param change from the clock as it is to the clock as it shall be.
   */
  async changeClock(
    id: string,
    change: (state: ClockState, time: TimeSource) => ClockState,
  ): Promise<readonly Settled[]> {
    const sandbox = await this.sandbox(id);
    return sandbox.partition.exclusive(async () => {
      const record = await readRecord(sandbox.partition);
      // Queues keep an order among what waits; with nothing waiting, a clock that is set back starts them anew.
      const isIdle = (await nextDue(sandbox.partition, Infinity)) === undefined;
      const queues = isIdle ? {} : record.queues;
      await writeRecord(sandbox.partition, {...record, queues, clock: change(record.clock, this.#options.time)});
      const settled = await settle(sandbox, this.vendors, this.#options.time);
      return settled.map(({vendor, transition, at}) => ({vendor, transition, at: new Date(at).toISOString()}));
    });
  }

  /** The sandbox's audit trail, oldest first. */
  async audit(id: string): Promise<readonly AuditRecord[]> {
    const {partition} = await this.sandbox(id);
    return readAudit(partition);
  }

  async #open(id: string): Promise<Sandbox> {
    const partition = await this.#store.open(id);
    const sandbox = {id, partition, journal: new Journal(), behaviours: this.#behaviours};
    if ((await readRecord(partition)) === undefined) await this.#fill(sandbox);
    return sandbox;
  }

  #fill(sandbox: Sandbox): Promise<void> {
    const record = newRecord(sandbox.id, this.#options.randomSeed);
    return fillSandbox(sandbox, record, [...this.vendors.values()], this.#options.seeds);
  }

  #record(
    sandbox: Sandbox,
    vendor: Vendor,
    exchange: Exchange,
    outcome: {at: number; reply: Reply; violations: readonly Finding[]; fault?: string; kind?: JournalEntry['kind']},
  ): void {
    const recorder = this.#recorders.get(vendor.name) as Recorder;
    const budget = {left: maxValues};
    const entry = recorder.entryOf(exchange, {kind: 'request', ...outcome}, budget);
    const added = sandbox.journal.add(entry, maxValues - budget.left);
    if (added.violations.length > 0) this.#options.onViolation?.(added);
  }
}

function responseOf({status, body, file, headers}: Reply, vendor: Vendor): PlainResponse {
  if (file) return {status, headers: {'Content-Type': file.type, ...headers}, body: file.bytes};
  if (body === undefined) return {status, headers: headers ?? {}, body: undefined};
  return {status, headers: {'Content-Type': vendor.contentType, ...headers}, body: JSON.stringify(body)};
}
