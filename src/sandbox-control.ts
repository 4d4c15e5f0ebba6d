import {clockChangeOf, type ClockChange, type Info} from './control/index.js';
import type {BehaviourValue, Engine, JournalEntry} from './engine/index.js';

/** A sandbox's clock. */
export interface ClockControl {
  /** The instant it shows. */
  now(): Promise<Date>;
  freeze(): Promise<void>;
  resume(): Promise<void>;
  set(instant: Date | string): Promise<void>;
  /** @param duration an ISO 8601 duration such as `PT10S`. */
  advance(duration: string): Promise<void>;
  /** Lets it run so many times as fast as its source. @param factor such as `60x`. */
  speed(factor: string): Promise<void>;
}

/** A sandbox's journal. */
export interface JournalControl {
  /** Oldest first; personal values are tokens. */
  entries(): Promise<readonly JournalEntry[]>;
  clear(): Promise<void>;
}

/** A sandbox's behaviours. */
export interface BehavioursControl {
  /** All of them, written as in a configuration: `{'dixa.dates': 'documented', …}`. */
  get(): Promise<Readonly<Record<string, BehaviourValue>>>;
  /**
   * Sets those that are named; all others are as they were at first.
   * @throws RangeError when there is no such behaviour, or when it cannot have that value.
   */
  set(settings: Readonly<Record<string, unknown>>): Promise<void>;
}

/** One isolated state with its own credentials, clock and journal. */
export interface SandboxControl {
  readonly id: string;
  /** Base URLs and credentials. */
  readonly info: Info;
  readonly clock: ClockControl;
  readonly journal: JournalControl;
  readonly behaviours: BehavioursControl;
  /** Calls the stand-in in this sandbox, whatever credential the request carries. */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Back to the seed. */
  reset(): Promise<void>;
  /** Waits until no webhook is on its way out. */
  settled(): Promise<void>;
}

/** What a program can do with one sandbox of an engine. */
export function controlOf(
  engine: Engine,
  id: string,
  {infoOf, fetch}: {readonly infoOf: () => Info; readonly fetch: SandboxControl['fetch']},
): SandboxControl {
  return {
    id,
    get info() {
      return infoOf();
    },
    clock: clockControl(engine, id),
    journal: {
      entries: async () => (await engine.sandbox(id)).journal.entries(),
      clear: async () => (await engine.sandbox(id)).journal.clear(),
    },
    behaviours: {
      get: () => engine.sandboxes.behaviours(id),
      set: (settings) => engine.sandboxes.changeBehaviours(id, settings),
    },
    fetch,
    reset: () => engine.sandboxes.reset(id),
    settled: () => engine.sandboxes.settled(id),
  };
}

function clockControl(engine: Engine, id: string): ClockControl {
  const change = async (asked: ClockChange) => {
    const read = clockChangeOf(asked);
    if (typeof read === 'string') throw new RangeError(read);
    await engine.sandboxes.changeClock(id, read);
  };
  return {
    now: async () => new Date((await engine.sandboxes.clock(id)).now),
    freeze: () => change({freeze: true}),
    resume: () => change({resume: true}),
    set: (instant) => change({set: typeof instant === 'string' ? instant : instant.toISOString()}),
    advance: (duration) => change({advance: duration}),
    speed: (factor) => change({speed: factor}),
  };
}
