import type {Engine} from '../../engine/index.js';
import {
  atSpeed,
  frozen,
  instantOf,
  latestInstant,
  parseDuration,
  resumed,
  setTo,
  type ClockState,
  type TimeSource,
} from '../../time/index.js';
import type {ControlCall, Handler} from '../call.js';
import {problem} from '../problem.js';

export const getClock: Handler<'getClock'> = async ({engine, sandbox}) => ({
  status: 200,
  body: await clockOf(engine, sandbox),
});

export const changeClock: Handler<'changeClock'> = async ({engine, sandbox, body}) => {
  const change = changeOf(body);
  if (typeof change === 'string') return problem(400, change);
  const settled = await engine.sandboxes.changeClock(sandbox, change);
  return {status: 200, body: {...(await clockOf(engine, sandbox)), settled}};
};

/** How much faster than its source a clock may run: a day in a second. */
const fastest = 86_400;

/** The change that is asked for, or a sentence that says what is wrong with it. */
function changeOf({
  freeze,
  resume,
  advance,
  set,
  speed,
}: ControlCall<'changeClock'>['body']): ((state: ClockState, time: TimeSource) => ClockState) | string {
  if (freeze) return frozen;
  if (resume) return resumed;
  if (speed !== undefined) {
    const factor = Number(/^(\d{1,6}(?:\.\d{1,3})?)x$/.exec(speed)?.[1]);
    if (!(factor > 0 && factor <= fastest)) return `Give "speed" a factor up to ${fastest}, such as 60x.`;
    return (state, time) => atSpeed(state, factor, time);
  }
  if (advance !== undefined) {
    const duration = parseDuration(advance);
    if (duration === undefined) return 'Give "advance" an ISO 8601 duration such as PT10S, PT2H or P1D.';
    return (state, time) => setTo(state, Math.min(instantOf(state, time) + duration, latestInstant), time);
  }
  const instant = Date.parse(set ?? '');
  if (!(instant >= 0 && instant <= latestInstant))
    return 'Give "set" an instant between 1970 and 9999, such as 2026-01-05T09:00:00Z.';
  return (state, time) => setTo(state, instant, time);
}

async function clockOf(engine: Engine, sandbox: string) {
  const {state, now} = await engine.sandboxes.clock(sandbox);
  const speed = state.mode === 'running' && state.speed !== 1 ? {speed: `${state.speed}x`} : {};
  return {now: new Date(now).toISOString(), mode: state.mode, ...speed};
}
