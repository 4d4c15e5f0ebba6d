/** Where the time comes from. In tests a fixed one, in use the machine's. Milliseconds since 1970. */
export type TimeSource = () => number;

/** How a sandbox's clock stands against its time source. Plain data: it lies in the sandbox's state. */
export type ClockState =
  {readonly mode: 'running'; readonly offset: number} | {readonly mode: 'frozen'; readonly at: number};

/** The latest instant that every date of a vendor can show: the end of the year 9999. */
export const latestInstant = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** A clock that runs with its source. */
export const runningClock: ClockState = {mode: 'running', offset: 0};

/** The instant the clock shows, in milliseconds since 1970. At the end of the year 9999 it stands still. */
export function instantOf(clock: ClockState, source: TimeSource): number {
  return clock.mode === 'frozen' ? clock.at : Math.min(source() + clock.offset, latestInstant);
}

/** The clock stopped at the instant it shows. */
export function frozen(clock: ClockState, source: TimeSource): ClockState {
  return {mode: 'frozen', at: instantOf(clock, source)};
}

/** The clock going on from the instant it shows. */
export function resumed(clock: ClockState, source: TimeSource): ClockState {
  return clock.mode === 'running' ? clock : {mode: 'running', offset: clock.at - source()};
}

/** The clock showing another instant, stopped or running as it was. */
export function setTo(clock: ClockState, instant: number, source: TimeSource): ClockState {
  return clock.mode === 'frozen' ? {mode: 'frozen', at: instant} : {mode: 'running', offset: instant - source()};
}
