import type {Answers, Ask} from '../control/index.js';

/** A transition that was carried out because the clock moved: `{vendor, transition, at}`. */
export type Settled = Answers<'changeClock'>['settled'][number];

/** A sandbox's clock. Whatever moves it carries out what falls due by it, in order, and tells what that was. */
export interface ClockControl {
  /** The instant it shows. */
  now(): Promise<Date>;
  freeze(): Promise<readonly Settled[]>;
  resume(): Promise<readonly Settled[]>;
  /** @throws RangeError when the instant is not between 1970 and 9999. */
  set(instant: Date | string): Promise<readonly Settled[]>;
  /** @param duration an ISO 8601 duration such as `PT10S`. @throws RangeError for anything else. */
  advance(duration: string): Promise<readonly Settled[]>;
  /** Lets it run so many times as fast as its source. @param factor such as `60x`. @throws RangeError for anything else. */
  speed(factor: string): Promise<readonly Settled[]>;
}

export function clockControl(ask: Ask): ClockControl {
  const change = async (body: object) => (await ask('changeClock', {body})).settled;
  return {
    now: async () => new Date((await ask('getClock')).now),
    freeze: () => change({freeze: true}),
    resume: () => change({resume: true}),
    set: (instant) => change({set: typeof instant === 'string' ? instant : instant.toISOString()}),
    advance: (duration) => change({advance: duration}),
    speed: (factor) => change({speed: factor}),
  };
}
