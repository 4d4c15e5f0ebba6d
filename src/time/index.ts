/** Time: each sandbox's clock, which can be stopped, set and moved on. */
export {
  atSpeed,
  frozen,
  instantOf,
  latestInstant,
  resumed,
  runningClock,
  setTo,
  waitFor,
  type ClockState,
  type TimeSource,
} from './clock.js';
export {formatDuration, parseDuration} from './duration.js';
