import {askerOf, type Info} from './control/index.js';
import {
  type AuditRecord,
  checkBehaviourNames,
  defaultSandbox,
  Engine,
  givenSeeds,
  isScenario,
  scenarioNames,
  type JournalEntry,
  type JournalMode,
  type Outgoing,
  type PlainRequest,
  type PlainResponse,
  type ScenarioName,
  type Seeds,
} from './engine/index.js';
import {Dispatcher, type AnswerOptions} from './faces/dispatcher.js';
import type {Listening, ListenOptions} from './faces/http.js';
import {checkedSandbox} from './faces/places.js';
import {fromFetch, toFetch} from './faces/web.js';
import type {Persistence, Platform} from './platforms/platform.js';
import {isVendorName, vendorsNamed, type KnownNames, type KnownVendor, type VendorName} from './registry.js';
import {
  controlOf,
  sandboxesControl,
  type BehavioursControl,
  type CanariesControl,
  type ClockControl,
  type Erasure,
  type FaultsControl,
  type JournalControl,
  type SandboxControl,
  type SandboxesControl,
  type ScenariosControl,
  type SnapshotsControl,
  type StateControl,
  type Verify,
} from './program/index.js';
import type {Store} from './state/index.js';
import type {TimeSource} from './time/index.js';
import {version} from './version.js';

/** How a stand-in is made. Everything has a default. */
export interface StandinOptions {
  /** Names of the vendors to stand in for: `['dixa']`. All when absent. */
  readonly vendors?: readonly VendorName[];
  /** Data by vendor and collection, in place of the vendors' own seeds. */
  readonly seed?: Seeds;
  /** Switches for what is only assumed of a vendor: `{'dixa.dates': 'plain'}`. */
  readonly behaviours?: KnownNames['behaviours'];
  /** The situation that sandboxes begin in: `'open-conversation'`. @defaultValue happy-path */
  readonly scenario?: ScenarioName;
  /** Where the time comes from, in milliseconds since 1970. The machine's clock when absent. */
  readonly clock?: TimeSource;
  /**
   * The same seed and the same calls give the same ids and the same bytes, the journal's tokens included.
   * When absent ids repeat all the same, but the tokens' key is drawn at random.
   */
  readonly randomSeed?: number;
  /**
   * `clear`: the journal shows personal data and credentials as they were sent, until they are erased.
   * @defaultValue tokens
   */
  readonly journal?: JournalMode;
  /** `any`: every credential that is there counts as the demo account's. @defaultValue strict */
  readonly auth?: 'strict' | 'any';
  /** Milliseconds that every vendor's answer takes longer. @defaultValue 0 */
  readonly latency?: number;
  /** Where state lives. This process's memory when absent. */
  readonly store?: Store;
  /**
   * Has a page keep its state where a reload finds it again: `'indexeddb'`, or `'localstorage'` for small states. Kept are the
   * entities, credentials, clock, ids, behaviours and what is due of every sandbox; not its journal, faults, snapshots,
   * canaries and counted calls. It goes on as it was, whatever `seed` and `scenario` say, until it is reset; another version
   * of this package or other vendors begin anew. Tabs of the same page share it: in IndexedDB one after the other; in
   * localStorage the last one wins when two act at the same time. Only in a page.
   */
  readonly persist?: Persistence;
  /** Hosts that webhooks may go to beside this machine: `['hooks.example.org']`. @defaultValue none */
  readonly allowWebhookHosts?: readonly string[];
  /** How webhooks leave. Over HTTP when absent. */
  readonly outgoing?: Outgoing;
  /** Told of every answer that differs from the vendor's document: a bug of the stand-in. */
  readonly onViolation?: (entry: JournalEntry) => void;
  /**
   * Told of every request to a vendor when it is written down, with tokens for what is personal, and of the sandbox and its
   * scenario: also of those that the journal loses with a reset, with their sandbox, or to later ones.
   */
  readonly onRequest?: (entry: JournalEntry, at: {readonly sandbox: string; readonly scenario: ScenarioName}) => void;
  /** Told of every error thrown inside; the caller gets the vendor's 500. */
  readonly onError?: (error: unknown) => void;
}

/** A stand-in: vendors that answer in this process, and over HTTP once it listens. */
export interface Standin extends Omit<SandboxControl<KnownNames>, 'id'>, AsyncDisposable {
  /** Where it listens; undefined while it does not. */
  readonly url: string | undefined;
  /** The vendors it stands in for, with their operations. */
  readonly vendors: readonly KnownVendor[];
  /** Makes, lists and removes sandboxes. */
  readonly sandboxes: SandboxesControl<KnownNames>;
  /** What can be done with a sandbox; it is made when it is first used. */
  sandbox(id: string): SandboxControl<KnownNames>;
  /** Answers over HTTP. */
  listen(options?: ListenOptions): Promise<{readonly url: string}>;
  /**
   * Answers a plain request; undefined when it is for no vendor. For faces: they carry out what its `wire` says, but for
   * the delay, which is over when the answer is there.
   */
  handle(request: PlainRequest, options?: AnswerOptions): Promise<PlainResponse | undefined>;
  /** Ends listening and sending; requests under way are answered. */
  close(): Promise<void>;
}

/** What relative addresses are relative to while nothing listens. */
const inProcessOrigin = 'http://standin.test';

/**
 * Makes a stand-in that runs on this platform.
 * @throws SeedError when the seed cannot be used; RangeError when a vendor, a behaviour or the scenario is not known.
 */
export async function makeStandin(platform: Platform, options: StandinOptions): Promise<Standin> {
  const vendors = await vendorsNamed(options.vendors);
  const {randomSeed, store, persist, onViolation, onRequest, onError, behaviours = {}} = options;
  await checkBehaviours(behaviours);
  const stamp = [version, ...vendors.map(({name}) => name).sort()].join(' ');
  const lasting = store ?? (persist && (await platform.store(persist, stamp)));
  const engine = new Engine({
    vendors,
    seeds: await givenSeeds(options.seed, vendors),
    behaviours,
    ...(options.scenario !== undefined && {scenario: knownScenario(options.scenario)}),
    time: options.clock ?? Date.now,
    randomSeed: randomSeed ?? 1,
    journalKey: journalKey(randomSeed),
    journal: options.journal ?? 'tokens',
    auth: options.auth ?? 'strict',
    ...(lasting && {store: lasting}),
    outgoing: options.outgoing ?? platform.outgoing(options.allowWebhookHosts ?? []),
    timer: platform.timer,
    ...(onViolation && {onViolation}),
    ...(onRequest && {onRequest}),
    ...(onError && {onError}),
  });
  // A seed that a vendor cannot take is told now, not with the first request.
  await engine.sandbox(defaultSandbox);
  const dispatcher = new Dispatcher(engine, {latency: options.latency ?? 0});
  return new StandinInstance({engine, dispatcher, platform, vendors});
}

interface Parts {
  readonly engine: Engine;
  readonly dispatcher: Dispatcher;
  readonly platform: Platform;
  readonly vendors: readonly KnownVendor[];
}

class StandinInstance implements Standin {
  readonly #engine: Engine;
  readonly #dispatcher: Dispatcher;
  readonly #platform: Platform;
  readonly #default: SandboxControl;
  readonly vendors: readonly KnownVendor[];
  readonly sandboxes: SandboxesControl;
  #listening: Listening | undefined;

  constructor({engine, dispatcher, platform, vendors}: Parts) {
    this.#engine = engine;
    this.#dispatcher = dispatcher;
    this.#platform = platform;
    this.vendors = vendors;
    this.#default = this.sandbox(defaultSandbox);
    const ask = askerOf({engine, infoOf: (sandbox) => this.#infoOf(sandbox)}, defaultSandbox);
    this.sandboxes = sandboxesControl(ask, (id) => this.sandbox(id));
  }

  get url(): string | undefined {
    return this.#listening?.url;
  }

  get info(): Info {
    return this.#infoOf(defaultSandbox);
  }

  get clock(): ClockControl {
    return this.#default.clock;
  }

  get journal(): JournalControl {
    return this.#default.journal;
  }

  get behaviours(): BehavioursControl {
    return this.#default.behaviours;
  }

  get state(): StateControl {
    return this.#default.state;
  }

  get erasure(): Erasure {
    return this.#default.erasure;
  }

  get canaries(): CanariesControl {
    return this.#default.canaries;
  }

  get snapshots(): SnapshotsControl {
    return this.#default.snapshots;
  }

  get faults(): FaultsControl {
    return this.#default.faults;
  }

  get scenarios(): ScenariosControl {
    return this.#default.scenarios;
  }

  get verify(): Verify {
    return this.#default.verify;
  }

  sandbox(id: string): SandboxControl {
    return controlOf(this.#engine, checkedSandbox(id), {
      infoOf: (sandbox) => this.#infoOf(sandbox),
      fetch: (input, init) => this.#fetch(input, init, id),
    });
  }

  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response> {
    return this.#fetch(input, init, undefined);
  }

  handle(request: PlainRequest, options?: AnswerOptions): Promise<PlainResponse | undefined> {
    return this.#dispatcher.answer(request, options);
  }

  audit(): Promise<readonly AuditRecord[]> {
    return this.#default.audit();
  }

  reset(): Promise<void> {
    return this.#default.reset();
  }

  settled(): Promise<void> {
    return this.#default.settled();
  }

  async listen(options?: ListenOptions): Promise<{readonly url: string}> {
    if (this.#listening) throw new Error(`This stand-in listens at ${this.#listening.url} already.`);
    this.#listening = await this.#platform.listen(this.#dispatcher, options);
    return {url: this.#listening.url};
  }

  async close(): Promise<void> {
    this.#dispatcher.hurry();
    // Whoever listens would keep a connection open for ever.
    await this.#engine.sandboxes.endListening();
    await this.#listening?.close();
    this.#listening = undefined;
    await this.#engine.sandboxes.clockwork.end();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #infoOf(sandbox: string): Info {
    return this.#dispatcher.infoOf(sandbox, this.url ?? inProcessOrigin);
  }

  async #fetch(
    input: Request | URL | string,
    init: RequestInit | undefined,
    sandbox: string | undefined,
  ): Promise<Response> {
    const absolute = typeof input === 'string' ? new URL(input, this.url ?? inProcessOrigin) : input;
    const request = new Request(absolute, init);
    if (sandbox !== undefined) request.headers.set('x-standin-sandbox', sandbox);
    const {signal} = request;
    signal.throwIfAborted();
    const answer = await this.#dispatcher.answer(await fromFetch(request), {departure: () => signal});
    signal.throwIfAborted();
    return answer ? toFetch(answer, request) : new Response(null, {status: 404});
  }
}

/**
 * A file of settings may be wider than the vendors chosen, so behaviours are judged by the vendors that they name.
 * @throws RangeError when there is no such behaviour.
 */
async function checkBehaviours(settings: Readonly<Record<string, unknown>>): Promise<void> {
  const owners = Object.keys(settings).map((name) => name.split('.', 1)[0] as string);
  checkBehaviourNames(settings, await vendorsNamed(owners.every(isVendorName) ? owners : undefined));
}

/** The type says so, but not to callers without types. */
function knownScenario(name: string): ScenarioName {
  if (isScenario(name)) return name;
  throw new RangeError(`There is no scenario ${JSON.stringify(name)}: use ${scenarioNames.join(', ')}.`);
}

/** From an explicit seed the key repeats, so that tests can compare journals; otherwise nobody can guess it. */
function journalKey(randomSeed: number | undefined): Uint8Array {
  const key = new Uint8Array(32);
  if (randomSeed === undefined) return crypto.getRandomValues(key);
  return key.map((_, position) => (randomSeed >>> ((position % 4) * 8)) ^ (position * 37));
}
