import {isScenario, scenarioNames, type Engine, type ScenarioName} from '../../engine/index.js';
import {isObject} from '../../openapi/index.js';
import {frozen, latestInstant, setTo} from '../../time/index.js';
import type {ControlCall, Handler} from '../call.js';
import {asked} from './asked.js';

/** A state change of Pact's verifier, wherever in the request its parts stand. */
interface StateChange {
  readonly engine: Engine;
  readonly sandbox: string;
  readonly state: string;
  readonly params: {
    readonly scenario?: ScenarioName;
    readonly behaviours?: Readonly<Record<string, unknown>>;
    readonly at?: string;
  };
}

/** What a Pact of ours asks for, by name. */
const states: Readonly<Record<string, (change: StateChange) => Promise<void>>> = {
  'the stand-in begins anew': beginAnew,
  'the clock stands at': stopClock,
};

export const setPactState: Handler<'setPactState'> = (call) =>
  asked(async () => {
    const change = changeOf(call);
    // The verifier asks for a state without a name where an interaction has none.
    if (change && change.state !== '') await carryOut(change);
    return {status: 204};
  });

/** The change that is asked for; undefined for a teardown, which has nothing to do: states begin by what they need. */
function changeOf({engine, sandbox, query, body}: ControlCall<'setPactState'>): StateChange | undefined {
  const state = body?.state ?? query.state;
  if (state === undefined) throw new RangeError('Give a "state", in a JSON body or in the query.');
  if ((body?.action ?? query.action) === 'teardown') return undefined;
  const {scenario, at} = {...query, ...body?.params};
  const behaviours = body?.params?.behaviours ?? behavioursIn(query.behaviours);
  return {
    engine,
    sandbox,
    state,
    params: {...(scenario && {scenario}), ...(behaviours && {behaviours}), ...(at !== undefined && {at})},
  };
}

async function carryOut(change: StateChange): Promise<void> {
  const {engine, sandbox, state} = change;
  if (isScenario(state)) return engine.sandboxes.changeScenario(sandbox, state);
  if (!Object.hasOwn(states, state)) throw new RangeError(`There is no such state here: use ${namesOfStates()}.`);
  await states[state]?.(change);
}

async function beginAnew({engine, sandbox, params: {scenario, behaviours}}: StateChange): Promise<void> {
  // Those that there are not are refused before anything has begun anew.
  if (behaviours) await engine.sandboxes.changeBehaviours(sandbox, behaviours);
  if (scenario) await engine.sandboxes.changeScenario(sandbox, scenario);
  else await engine.sandboxes.reset(sandbox);
  const {partition, faults} = await engine.sandbox(sandbox);
  await partition.exclusive(async () => faults.clear());
  if (behaviours) await engine.sandboxes.changeBehaviours(sandbox, behaviours);
}

async function stopClock({engine, sandbox, params: {at}}: StateChange): Promise<void> {
  const instant = /^\d{4}-\d{2}-\d{2}T/.test(at ?? '') ? Date.parse(at ?? '') : NaN;
  if (!(instant >= 0 && instant <= latestInstant)) {
    throw new RangeError('Give "at" an instant between 1970 and 9999, such as 2026-01-05T09:00:00Z.');
  }
  await engine.sandboxes.changeClock(sandbox, (clock, time) => frozen(setTo(clock, instant, time), time));
}

function behavioursIn(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Said below, as of anything else that is no object.
  }
  throw new RangeError('Give "behaviours" as a JSON object, such as {"dixa.dates":"plain"}.');
}

function namesOfStates(): string {
  const own = Object.keys(states).map((name) => JSON.stringify(name));
  return `${own.join(', ')}, or a scenario: ${scenarioNames.join(', ')}`;
}
