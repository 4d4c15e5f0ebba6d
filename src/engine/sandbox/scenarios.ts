import {createMemoryStore, type Entity} from '../../state/index.js';
import type {TimeSource} from '../../time/index.js';
import {behaviourValues} from '../behaviours.js';
import type {FaultSpec} from '../faults/fault.js';
import {noWayOut} from '../outgoing.js';
import {scenarioNames, type ScenarioName} from '../scenarios.js';
import type {AnyScope, Vendor} from '../vendor.js';
import {Session, type AllBehaviourValues, type Sandbox, type SandboxRecord} from './sandbox.js';
import type {Seedbed} from './seeding.js';

/**
 * What all vendors' behaviours are at first, by scenario: as the stand-in was started, and over it what the scenario says.
 * @param settings behaviours by full name; what is of other vendors is passed over.
 * @throws RangeError when a behaviour cannot have the value it is given.
 */
export function behavioursByScenario(
  vendors: readonly Vendor[],
  settings: Readonly<Record<string, unknown>>,
): Sandbox['behaviours'] {
  const started = vendors.map(({name, behaviours}) => behaviourValues(name, behaviours, settings));
  const all = (name: ScenarioName): AllBehaviourValues =>
    Object.fromEntries(
      vendors.map((vendor, position) => [vendor.name, valuesIn(name, vendor, started[position] ?? {})]),
    );
  return Object.fromEntries(scenarioNames.map((name) => [name, all(name)])) as Sandbox['behaviours'];
}

/** The very values of the start where the scenario says nothing: what was worked out for them need not be once more. */
function valuesIn(
  scenario: ScenarioName,
  {name, behaviours, scenarios}: Vendor,
  started: AllBehaviourValues[string],
): AllBehaviourValues[string] {
  const own = Object.entries(scenarios[scenario]?.behaviours ?? {});
  if (own.length === 0) return started;
  const settings = Object.fromEntries(own.map(([key, value]) => [`${name}.${key}`, value]));
  return behaviourValues(name, behaviours, settings, started);
}

/** What goes wrong in a scenario, at all vendors that have a part in it. */
export function faultsIn(scenario: ScenarioName, vendors: readonly Vendor[]): readonly FaultSpec[] {
  return vendors.flatMap(({name: vendor, scenarios}) =>
    (scenarios[scenario]?.faults ?? []).map((fault) => ({...fault, vendor})),
  );
}

/** What a sandbox begins with. */
export interface Beginning {
  readonly vendors: readonly Vendor[];
  readonly seedbed: Seedbed;
  readonly time: TimeSource;
}

/**
 * Begins a sandbox's state anew in the scenario that its record names. All or nothing: a seed or an arrangement that
 * fails leaves the sandbox as it was.
 */
export async function begin(
  sandbox: Sandbox,
  record: SandboxRecord,
  {vendors, seedbed, time}: Beginning,
): Promise<void> {
  const planted = await seedbed.changesFor(sandbox, record);
  if (!vendors.some(({scenarios}) => scenarios[record.scenario]?.arrange)) return sandbox.partition.replace(planted);
  // Arranged aside, for an arrangement reads what was planted.
  const aside = {...sandbox, partition: await createMemoryStore().open(sandbox.id)};
  await aside.partition.replace(planted);
  const session = await Session.begin(aside, time);
  for (const vendor of vendors) await arrange(vendor, session.scope(vendor), record.scenario);
  await session.commit();
  await sandbox.partition.replace(await aside.partition.dump());
}

/**
 * Lets a vendor change what was planted. It all happened before the sandbox began, so what it schedules is carried out at
 * once, and its webhooks find no way out.
 */
async function arrange(vendor: Vendor, scope: AnyScope, scenario: ScenarioName): Promise<void> {
  const scheduled: {readonly transition: string; readonly payload: Entity['id']}[] = [];
  const delivered: Entity['id'][] = [];
  const past: AnyScope = {
    ...scope,
    schedule: (transition, payload) => void scheduled.push({transition, payload}),
    deliver: (delivery) => void delivered.push(delivery),
  };
  await vendor.scenarios[scenario]?.arrange?.(past);
  // A transition may schedule another one: the list grows while it is gone through.
  for (const {transition, payload} of scheduled) await vendor.transitions[transition]?.(past, payload);
  for (const delivery of delivered) {
    const request = await vendor.webhooks?.request(past, delivery);
    if (request) await vendor.webhooks?.report(past, delivery, await noWayOut.send(request, AbortSignal.abort()));
  }
}
