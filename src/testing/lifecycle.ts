import {createStandin, type Standin, type StandinOptions} from '../index.js';
import type {CreatedSandbox} from '../program/index.js';
import type {KnownNames} from '../registry.js';
import {StrictSandbox} from './strict.js';

/** How tests get their stand-in. */
export interface UseStandinOptions extends StandinOptions {
  /** Whether it answers over HTTP, on a free port of this machine. @defaultValue true */
  readonly listen?: boolean;
  /**
   * Whether what the code under test asks of the vendors' own addresses, such as `https://dev.dixa.io`, is answered here:
   * for clients that cannot be told another address.
   * @defaultValue false
   */
  readonly intercept?: boolean;
  /**
   * Whether a test fails at its end when the client broke a vendor's contract in it, or did not look after what it began.
   * @defaultValue false
   */
  readonly strict?: boolean;
}

/** A sandbox of one test: its own data, credentials, journal, faults, clock and scenario. */
export type TestSandbox = CreatedSandbox<KnownNames>;

/** A stand-in for the tests of a file. */
export interface UsedStandin {
  /** The stand-in. @throws Error before the first test and after the last one. */
  readonly standin: Standin;
  /** The sandbox of the test that runs. @throws Error outside a test, and when tests run at the same time. */
  readonly sandbox: TestSandbox;
}

/** Where a test framework tells of the life of tests. */
export interface Hooks {
  readonly beforeAll: (hook: () => Promise<void>) => void;
  readonly afterAll: (hook: () => Promise<void>) => void;
  readonly beforeEach: (hook: () => Promise<void>) => void;
  readonly afterEach: (hook: () => Promise<void>) => void;
}

/** Makes the stand-in of tests, and their sandboxes; each sandbox of a strict test is judged by itself. */
export class TestSandboxes {
  readonly #options: UseStandinOptions;
  /** What judges those of strict tests under way, by their ids. */
  readonly #strict = new Map<string, StrictSandbox>();

  constructor(options: UseStandinOptions) {
    this.#options = options;
  }

  /** Makes the stand-in. */
  async start(): Promise<Standin> {
    const {listen = true, ...options} = this.#options;
    const standin = await createStandin({
      ...options,
      onRequest: (entry, at) => {
        this.#strict.get(at.sandbox)?.judge(entry, at);
        options.onRequest?.(entry, at);
      },
    });
    if (listen) await standin.listen({port: 0});
    return standin;
  }

  /** Makes the sandbox of a test. */
  async begin(standin: Standin): Promise<TestSandbox> {
    const sandbox = await standin.sandboxes.create();
    const {id} = sandbox;
    if (this.#options.strict === true) this.#strict.set(id, new StrictSandbox(id, standin.vendors));
    return sandbox;
  }

  /**
   * Ends a test's sandbox.
   * @throws Error when the test is strict and the client broke the contract; the sandbox is gone all the same.
   */
  async end(sandbox: TestSandbox): Promise<void> {
    try {
      const message = this.#strict.get(sandbox.id)?.end(await sandbox.journal.entries());
      if (message !== undefined) throw new Error(message);
    } finally {
      this.#strict.delete(sandbox.id);
      await sandbox[Symbol.asyncDispose]();
    }
  }
}

/** Answers the vendors' own addresses in this process. @param sandbox asked in which; when it does not know, the credential says. */
export async function interceptFor(standin: Standin, sandbox?: () => string | undefined): Promise<Disposable> {
  // One after the other: jest's loader of ES modules loses what two imports at a time both need.
  const {intercept} = await import('../faces/intercept.js');
  const {placesOf} = await import('../faces/places.js');
  // While nothing listens at the base URLs that its credentials come with, they are answered here as well.
  const bases = Object.entries(standin.info.vendors).map(([name, {baseUrl}]) => [name, baseUrl] as const);
  const places = placesOf(standin.vendors, standin.url === undefined ? Object.fromEntries(bases) : {});
  return intercept(standin, {places, ...(sandbox !== undefined && {sandbox})});
}

/** A stand-in that begins and ends with a framework's tests. */
export function useStandinWith(hooks: Hooks, options: UseStandinOptions): UsedStandin {
  const running = new Running(options);
  hooks.beforeAll(() => running.start());
  hooks.beforeEach(() => running.begin());
  hooks.afterEach(() => running.end());
  hooks.afterAll(() => running.close());
  return running;
}

class Running implements UsedStandin {
  readonly #intercept: boolean;
  readonly #tests: TestSandboxes;
  #standin: Standin | undefined;
  /** Those of the tests under way, the oldest first. More than one when tests run at the same time. */
  readonly #sandboxes: TestSandbox[] = [];
  /** How many tests run. */
  #underWay = 0;
  /** From the first test to the last: what a test forgot to wait for must not reach a vendor between two of them. */
  #interception: Disposable | undefined;

  constructor(options: UseStandinOptions) {
    this.#intercept = options.intercept ?? false;
    this.#tests = new TestSandboxes(options);
  }

  get standin(): Standin {
    if (this.#standin) return this.#standin;
    throw new Error(
      'The stand-in of useStandin is there from the first test to the last: read `standin` inside a test or a hook, not while the file loads.',
    );
  }

  get sandbox(): TestSandbox {
    const [first, second] = this.#sandboxes;
    if (first === undefined)
      throw new Error(
        'Each test has a sandbox of its own, and no test is running: read `sandbox` inside a test or beforeEach, not while the file loads.',
      );
    if (second === undefined) return first;
    throw new Error(
      'Tests run at the same time here, so `sandbox` could be any of theirs: let each test make one, `await using sandbox = await standin.sandboxes.create()`, or take it from standinFixtures of standin/vitest.',
    );
  }

  async start(): Promise<void> {
    this.#standin = await this.#tests.start();
    if (this.#intercept) this.#interception = await interceptFor(this.#standin, () => this.#onlySandbox());
  }

  async begin(): Promise<void> {
    this.#underWay += 1;
    this.#sandboxes.push(await this.#tests.begin(this.standin));
  }

  async end(): Promise<void> {
    this.#underWay = Math.max(0, this.#underWay - 1);
    // Nobody says which of several tests ends: their sandboxes end with the last one, so that none loses its own.
    if (this.#underWay > 0) return;
    const ended = await Promise.allSettled(this.#sandboxes.splice(0).map((one) => this.#tests.end(one)));
    const failed = ended.find(({status}) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }

  async close(): Promise<void> {
    this.#interception?.[Symbol.dispose]();
    this.#interception = undefined;
    await this.#standin?.close();
    this.#standin = undefined;
  }

  /** Of tests that run at the same time nobody knows which one asks, unless its credential says so. */
  #onlySandbox(): string | undefined {
    return this.#sandboxes.length === 1 ? this.#sandboxes[0]?.id : undefined;
  }
}
