/** Where the time comes from. In tests a fixed one, in use the machine's. Milliseconds since 1970. */
export type TimeSource = () => number;

/** How a sandbox's clock stands against its time source. Plain data: it lies in the sandbox's state. */
export type ClockState =
  | {
      readonly mode: 'running';
      /** What the clock shows beyond the source's time times its speed. */
      readonly offset: number;
      /** How many milliseconds pass in one of the source's. */
      readonly speed: number;
    }
  | {readonly mode: 'frozen'; readonly at: number};

/** The latest instant that every date of a vendor can show: the end of the year 9999. */
export const latestInstant = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** A clock that runs with its source. */
export const runningClock: ClockState = {mode: 'running', offset: 0, speed: 1};

/** The instant the clock shows, in milliseconds since 1970. At the end of the year 9999 it stands still. */
export function instantOf(clock: ClockState, source: TimeSource): number {
  if (clock.mode === 'frozen') return clock.at;
  return Math.min(Math.floor(source() * clock.speed + clock.offset), latestInstant);
}

/** The clock stopped at the instant it shows. */
export function frozen(clock: ClockState, source: TimeSource): ClockState {
  return {mode: 'frozen', at: instantOf(clock, source)};
}

/** The clock going on from the instant it shows, if it was stopped. */
export function resumed(clock: ClockState, source: TimeSource): ClockState {
  return clock.mode === 'running' ? clock : runningFrom(clock.at, 1, source);
}

/** The clock running from the instant it shows, so many times as fast as its source. */
export function atSpeed(clock: ClockState, speed: number, source: TimeSource): ClockState {
  return runningFrom(instantOf(clock, source), speed, source);
}

/** The clock showing another instant, stopped or running as it was. */
export function setTo(clock: ClockState, instant: number, source: TimeSource): ClockState {
  return clock.mode === 'frozen' ? {mode: 'frozen', at: instant} : runningFrom(instant, clock.speed, source);
}

/** How much real time passes until the clock shows an instant, in milliseconds; undefined when it never will. */
export function waitFor(instant: number, clock: ClockState, source: TimeSource): number | undefined {
  const wait = instant - instantOf(clock, source);
  if (wait <= 0) return 0;
  return clock.mode === 'frozen' ? undefined : Math.ceil(wait / clock.speed);
}

function runningFrom(instant: number, speed: number, source: TimeSource): ClockState {
  return {mode: 'running', offset: instant - source() * speed, speed};
}
