import type {Finding} from '../openapi/index.js';
import type {Change} from '../state/index.js';
import {instantOf} from '../time/index.js';
import {openPrefix, type Address} from './addressing.js';
import {check, thrown} from './check.js';
import {Exchange} from './exchange.js';
import {faultOf, ordersOf, spoilt} from './faults/orders.js';
import type {JournalEntry} from './journal/entry.js';
import {Keeper, type Happening, type JournalMode} from './journal/keeper.js';
import {pass, type Passage} from './pipeline.js';
import type {Reply} from './reply.js';
import type {PlainRequest, PlainResponse} from './request.js';
import {readRecord, Session, type Sandbox} from './sandbox/sandbox.js';
import {Sandboxes, type SandboxesOptions} from './sandbox/sandboxes.js';
import type {ScenarioName} from './scenarios.js';
import {traceOf, type Trace} from './trace.js';
import type {Vendor} from './vendor.js';

/** What an engine is made of. */
export interface EngineOptions extends Omit<SandboxesOptions, 'onSent'> {
  /** Key of the journal's tokens: 32 bytes. */
  readonly journalKey: Uint8Array;
  /** How journals are kept. @defaultValue tokens */
  readonly journal?: JournalMode;
  readonly auth: 'strict' | 'any';
  /** Told of every answer of ours that differs from the document. */
  readonly onViolation?: (entry: JournalEntry) => void;
  /** Told of every request to a vendor when it is written down, and where it happened. */
  readonly onRequest?: (entry: JournalEntry, at: Whereabouts) => void;
}

/** Where a request happened. */
export interface Whereabouts {
  readonly sandbox: string;
  /** The scenario that the sandbox was in. */
  readonly scenario: ScenarioName;
}

/** Answers vendors' requests, each in its sandbox, one after the other. Knows no vendor, no server and no store. */
export class Engine {
  readonly vendors: ReadonlyMap<string, Vendor>;
  readonly sandboxes: Sandboxes;
  readonly #options: EngineOptions;
  /** Keeps the journals of all sandboxes. */
  readonly keeper: Keeper;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.vendors = new Map(options.vendors.map((vendor) => [vendor.name, vendor]));
    const {vendors, journalKey: key, journal: mode = 'tokens'} = options;
    this.keeper = new Keeper({vendors, key, mode});
    this.sandboxes = new Sandboxes({...options, onSent: ({journal}, sent) => this.keeper.sent(journal, sent)});
  }

  /** The sandbox of that id; made from the seed when it is new. */
  sandbox(id: string): Promise<Sandbox> {
    return this.sandboxes.get(id);
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
      await this.sandboxes.clockwork.settle(sandbox, time);
      const session = await Session.begin(sandbox, time);
      const exchange = new Exchange(request, target);
      const baseUrl = request.origin + openPrefix(request, {sandbox: id, prefix});
      const {meters} = sandbox;
      const passage = {vendor, scope: session.scope(vendor), meters, auth: this.#options.auth, prefix, baseUrl};

      const orders = ordersOf(sandbox.faults, exchange, passage);
      const injection = orders?.injection;
      const asked = orders?.preferences ? {...passage, preferences: orders.preferences} : passage;
      const work = injection?.when === 'before' ? untouched : await this.#carryOut(exchange, asked, session);
      if (session.leaves) await this.sandboxes.clockwork.arm(sandbox);

      const reply = injection?.reply ?? work.reply;
      const fault = faultOf(reply, orders);
      const {now: at, erased} = session;
      const happening = {...work, vendor, exchange, at, reply, erased, ...(fault !== undefined && {fault})};
      const entry = this.#record(sandbox, happening);
      this.#options.onRequest?.(entry, {sandbox: id, scenario: session.scenario});
      return orders ? spoilt(responseOf(reply, vendor), orders) : responseOf(reply, vendor);
    });
  }

  /**
   * The vendor's answer, with what it changed, and how it differs from the document. A handler that throws is a bug of
   * ours: it changes nothing, and the caller gets the vendor's 500.
   */
  async #carryOut(exchange: Exchange, passage: Passage, session: Session): Promise<Work> {
    const {behaviours} = passage.scope;
    const trace = (changes: readonly Change[] = []) =>
      traceOf(session, {changes, step: exchange.step, behaviours, tokens: this.keeper.tokens});
    try {
      const reply = await pass(exchange, passage);
      const violations = reply.injected === undefined ? check(exchange, reply, passage.vendor) : [];
      // A refusal changes nothing, whatever the handler had written before it found out.
      if (reply.status >= 400) return {reply, violations, trace: trace()};
      const changes = session.unit.changes();
      await session.commit();
      return {reply, violations, trace: trace(changes)};
    } catch (error) {
      this.#options.onError?.(error);
      return {
        reply: passage.vendor.refuse({kind: 'fault'}, exchange),
        violations: [thrown(exchange, error)],
        trace: trace(),
      };
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
    this.#record(sandbox, {vendor, exchange, at, reply: {status: 204}, violations: [], kind: 'preflight'});
  }

  #record({journal}: Sandbox, happening: Omit<Happening, 'kind'> & Partial<Pick<Happening, 'kind'>>): JournalEntry {
    const entry = this.keeper.record(journal, {kind: 'request', ...happening});
    if (entry.violations.length > 0) this.#options.onViolation?.(entry);
    return entry;
  }
}

/** What came of a request. */
interface Work {
  readonly reply: Reply;
  readonly violations: readonly Finding[];
  readonly trace?: Trace;
}

/** Nothing is done, and nothing said. */
const untouched: Work = {reply: {status: 0}, violations: []};

function responseOf({status, body, file, headers}: Reply, vendor: Vendor): PlainResponse {
  if (file) return {status, headers: {'Content-Type': file.type, ...headers}, body: file.bytes};
  if (body === undefined) return {status, headers: headers ?? {}, body: undefined};
  return {status, headers: {'Content-Type': vendor.contentType, ...headers}, body: JSON.stringify(body)};
}
