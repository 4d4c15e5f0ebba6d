import type {operations} from '../../specs/standin/generated/index.js';
import type {Engine, Inputs, Replies} from '../engine/index.js';
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
} from '../time/index.js';
import {problem} from './problem.js';

/** What the control plane tells of the stand-in's addresses and credentials. */
export type Info = NonNullable<operations['getInfo']['responses'][200]['content']['application/json']>;

/** What a handler of the control plane works with. */
export interface Control {
  readonly engine: Engine;
  /** Addresses as a caller at this origin sees them, and the sandbox's credentials. */
  readonly infoOf: (sandbox: string, origin: string) => Info;
}

/** A request to the control plane as its handler sees it. */
export type ControlCall<Id extends keyof operations> = Inputs<operations[Id]> &
  Control & {readonly sandbox: string; readonly origin: string};

type Handler<Id extends keyof operations> = (
  call: ControlCall<Id>,
) => Promise<Replies<operations[Id]> | ReturnType<typeof problem>>;

const getHealth: Handler<'getHealth'> = async () => ({status: 200, body: {status: 'ok'}});

const getInfo: Handler<'getInfo'> = async ({infoOf, sandbox, origin}) => ({status: 200, body: infoOf(sandbox, origin)});

const reset: Handler<'reset'> = async ({engine, sandbox}) => {
  await engine.sandboxes.reset(sandbox);
  return {status: 204};
};

const getBehaviours: Handler<'getBehaviours'> = async ({engine, sandbox}) => ({
  status: 200,
  body: await engine.sandboxes.behaviours(sandbox),
});

const setBehaviours: Handler<'setBehaviours'> = async ({engine, sandbox, body}) => {
  try {
    await engine.sandboxes.changeBehaviours(sandbox, body);
  } catch (error) {
    if (error instanceof RangeError) return problem(400, error.message);
    throw error;
  }
  return {status: 200, body: await engine.sandboxes.behaviours(sandbox)};
};

const getClock: Handler<'getClock'> = async ({engine, sandbox}) => ({
  status: 200,
  body: await clockOf(engine, sandbox),
});

const changeClock: Handler<'changeClock'> = async ({engine, sandbox, body}) => {
  const change = clockChangeOf(body);
  if (typeof change === 'string') return problem(400, change);
  const settled = await engine.sandboxes.changeClock(sandbox, change);
  return {status: 200, body: {...(await clockOf(engine, sandbox)), settled}};
};

const getJournal: Handler<'getJournal'> = async ({engine, sandbox}) => {
  const {journal} = await engine.sandbox(sandbox);
  return {status: 200, body: {entries: journal.entries()}};
};

const clearJournal: Handler<'clearJournal'> = async ({engine, sandbox}) => {
  (await engine.sandbox(sandbox)).journal.clear();
  return {status: 204};
};

const getAudit: Handler<'getAudit'> = async ({engine, sandbox}) => ({
  status: 200,
  body: {entries: await engine.sandboxes.audit(sandbox)},
});

/** The control plane's operations; the names on the left are its document's. */
export const handlers: {readonly [Id in keyof operations]: Handler<Id>} = {
  getHealth,
  getInfo,
  reset,
  getBehaviours,
  setBehaviours,
  getClock,
  changeClock,
  getJournal,
  clearJournal,
  getAudit,
};

/** The change that a request or a caller of the programmatic API asks for. */
export type ClockChange = ControlCall<'changeClock'>['body'];

/** How much faster than its source a clock may run: a day in a second. */
const fastest = 86_400;

/**
 * Reads a change of the clock.
 * @returns the change, or a sentence that says what is wrong with it.
 */
export function clockChangeOf({
  freeze,
  resume,
  advance,
  set,
  speed,
}: ClockChange): ((state: ClockState, time: TimeSource) => ClockState) | string {
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
