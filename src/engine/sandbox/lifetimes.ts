import type {TimeSource} from '../../time/index.js';
import type {Origin, Sandbox} from './sandbox.js';

/** Most sandboxes at a time. A caller that makes up names must not be able to fill the memory. */
const maxSandboxes = 1000;

/** A request for a sandbox beyond the most there can be. */
export class TooManySandboxes extends Error {
  override readonly name = 'TooManySandboxes';
}

/** What lifetimes are made of. */
export interface LifetimesOptions {
  readonly time: TimeSource;
  /** Opens a sandbox; one that is kept already brings an origin of its own. */
  readonly open: (id: string, origin: Origin) => Promise<Sandbox>;
  /** Removes a sandbox and all that is of it, once what is under way in it is done. */
  readonly remove: (sandbox: Sandbox) => Promise<void>;
  /** Told when one that expired cannot be removed. */
  readonly onError?: (error: unknown) => void;
}

/** A sandbox that is being opened, or is open. */
export interface Life {
  readonly opening: Promise<Sandbox>;
  /** There once it is open. */
  sandbox: Sandbox | undefined;
  /** When it was last asked for, by the time source. */
  lastUsedAt: number;
}

/**
 * Which sandboxes there are: opened when they are first named, gone when they are deleted or were not used for as long as
 * they were to wait. Nothing watches the time: whoever asks finds out what is over.
 */
export class Lifetimes {
  readonly #options: LifetimesOptions;
  readonly #lives = new Map<string, Life>();
  /** Those that are being removed. Whoever takes such a name next waits for it. */
  readonly #removals = new Map<string, Promise<void>>();

  constructor(options: LifetimesOptions) {
    this.#options = options;
  }

  /**
   * The sandbox of that id, which counts as used now.
   * @param origin of one that is new.
   */
  use(id: string, origin: Pick<Origin, 'scenario'>): Promise<Sandbox> {
    const now = this.#options.time();
    const life = this.#lives.get(id);
    if (life !== undefined && !isOver(life, now)) {
      life.lastUsedAt = now;
      return life.opening;
    }
    try {
      // The very promise that later callers get: those who came first go on first.
      return this.make(id, {...origin, createdAt: now}).opening;
    } catch (error) {
      return Promise.reject(error as Error);
    }
  }

  /**
   * Opens a sandbox whose id is free.
   * @throws TooManySandboxes
   */
  make(id: string, origin: Origin): Life {
    this.#sweep();
    if (this.#lives.size >= maxSandboxes) {
      const mend = 'delete one with DELETE /_standin/sandboxes/{id}, or reuse one of them.';
      throw new TooManySandboxes(`There are ${maxSandboxes} sandboxes already; ${mend}`);
    }
    const life: Life = {opening: this.#open(id, origin), sandbox: undefined, lastUsedAt: origin.createdAt};
    this.#lives.set(id, life);
    life.opening.then(
      (sandbox) => (life.sandbox = sandbox),
      // One that could not be filled is tried again by the next request, and takes no place until then.
      () => this.#lives.get(id) === life && this.#lives.delete(id),
    );
    return life;
  }

  /** The one of that id, if it is there; looking at it is no use of it. */
  find(id: string): Life | undefined {
    this.#sweep();
    return this.#lives.get(id);
  }

  /** All that are there, in the order in which they were opened. */
  all(): readonly Life[] {
    this.#sweep();
    return [...this.#lives.values()];
  }

  /**
   * Removes one.
   * @returns whether it was there.
   */
  async end(id: string): Promise<boolean> {
    const life = this.find(id);
    if (life) await this.#end(id, life);
    return life !== undefined;
  }

  async #open(id: string, origin: Origin): Promise<Sandbox> {
    await this.#removals.get(id);
    return this.#options.open(id, origin);
  }

  #sweep(): void {
    const now = this.#options.time();
    for (const [id, life] of this.#lives) {
      if (isOver(life, now)) this.#end(id, life).catch((error: unknown) => this.#options.onError?.(error));
    }
  }

  #end(id: string, life: Life): Promise<void> {
    this.#lives.delete(id);
    const removal = life.opening.then(this.#options.remove, () => undefined);
    this.#removals.set(id, removal);
    const forget = () => this.#removals.get(id) === removal && this.#removals.delete(id);
    removal.then(forget, forget);
    return removal;
  }
}

/** When a sandbox goes if nobody asks for it, in milliseconds since 1970; undefined when it stays. */
export function expiryOf({sandbox, lastUsedAt}: Life): number | undefined {
  const wait = sandbox?.origin.expiresAfter;
  return wait === undefined ? undefined : lastUsedAt + wait;
}

function isOver(life: Life, now: number): boolean {
  const expiry = expiryOf(life);
  return expiry !== undefined && now >= expiry;
}
