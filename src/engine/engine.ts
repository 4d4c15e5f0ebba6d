import type {Finding} from '../openapi/index.js';
import type {Change} from '../state/index.js';
import {instantOf} from '../time/index.js';
import {openPrefix, type Address} from './addressing.js';
import {check, thrown} from './check.js';
import {Exchange} from './exchange.js';
import type {Interceptor} from './interceptor.js';
import type {JournalEntry} from './journal/journal.js';
import {pass, type Passage} from './pipeline.js';
import {maxValues, Recorder} from './journal/recorder.js';
import type {Reply} from './reply.js';
import type {PlainRequest, PlainResponse} from './request.js';
import {readRecord, Session, type Sandbox} from './sandbox/sandbox.js';
import {Sandboxes, type SandboxesOptions} from './sandbox/sandboxes.js';
import {Tokens} from './journal/tokens.js';
import {traceOf, type Trace} from './trace.js';
import type {Vendor} from './vendor.js';
import {entryOfWebhook} from './journal/webhook-entry.js';

/** What an engine is made of. */
export interface EngineOptions extends Omit<SandboxesOptions, 'onSent'> {
  /** Key of the journal's tokens: 32 bytes. */
  readonly journalKey: Uint8Array;
  readonly auth: 'strict' | 'any';
  readonly interceptor?: Interceptor;
  /** Told of every answer of ours that differs from the document. */
  readonly onViolation?: (entry: JournalEntry) => void;
}

/** Answers vendors' requests, each in its sandbox, one after the other. Knows no vendor, no server and no store. */
export class Engine {
  readonly vendors: ReadonlyMap<string, Vendor>;
  readonly sandboxes: Sandboxes;
  readonly #options: EngineOptions;
  readonly #tokens: Tokens;
  readonly #recorders: ReadonlyMap<string, Recorder>;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.vendors = new Map(options.vendors.map((vendor) => [vendor.name, vendor]));
    const tokens = (this.#tokens = new Tokens(options.journalKey));
    this.#recorders = new Map(options.vendors.map((vendor) => [vendor.name, new Recorder(vendor, tokens)]));
    this.sandboxes = new Sandboxes({
      ...options,
      onSent: (sandbox, sent) => void sandbox.journal.add(entryOfWebhook(sent, tokens)),
    });
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

      const injected = this.#options.interceptor?.before?.({vendor: vendor.name, sandbox: id, request, target});
      // The journal names the operation of an injected answer as well: whoever counts calls asks for it.
      if (injected) exchange.route(vendor.router);
      const {reply, violations, trace} = injected
        ? {...injected, violations: [], trace: undefined}
        : await this.#carryOut(exchange, passage, session);
      if (session.leaves) await this.sandboxes.clockwork.arm(sandbox);

      const after = this.#options.interceptor?.after?.({vendor: vendor.name, sandbox: id, request, target}, reply);
      const fault = injected?.fault ?? after?.fault;
      this.#record(sandbox, vendor, exchange, {
        ...{at: session.now, reply, violations, ...(fault && {fault}), ...(trace && {trace})},
      });
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
  ): Promise<{reply: Reply; violations: readonly Finding[]; trace: Trace}> {
    const {behaviours} = passage.scope;
    const trace = (changes: readonly Change[] = []) =>
      traceOf(session, {changes, step: exchange.step, behaviours, tokens: this.#tokens});
    try {
      const reply = await pass(exchange, passage);
      const violations = check(exchange, reply, passage.vendor);
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
    this.#record(sandbox, vendor, exchange, {at, reply: {status: 204}, violations: [], kind: 'preflight'});
  }

  #record(
    sandbox: Sandbox,
    vendor: Vendor,
    exchange: Exchange,
    outcome: {
      at: number;
      reply: Reply;
      violations: readonly Finding[];
      fault?: string;
      kind?: JournalEntry['kind'];
      trace?: Trace;
    },
  ): void {
    const recorder = this.#recorders.get(vendor.name) as Recorder;
    const budget = {left: maxValues};
    const entry = recorder.entryOf(exchange, {kind: 'request', ...outcome}, budget);
    const added = sandbox.journal.add(entry, {
      weight: maxValues - budget.left,
      ...(outcome.trace && {trace: outcome.trace}),
    });
    if (added.violations.length > 0) this.#options.onViolation?.(added);
  }
}

function responseOf({status, body, file, headers}: Reply, vendor: Vendor): PlainResponse {
  if (file) return {status, headers: {'Content-Type': file.type, ...headers}, body: file.bytes};
  if (body === undefined) return {status, headers: headers ?? {}, body: undefined};
  return {status, headers: {'Content-Type': vendor.contentType, ...headers}, body: JSON.stringify(body)};
}
