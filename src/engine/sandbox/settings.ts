import {behaviourSettings, behaviourValues, checkBehaviourNames, type BehaviourValue} from '../behaviours.js';
import type {Vendor} from '../vendor.js';
import {
  behavioursOf,
  readRecord,
  startingBehaviours,
  writeRecord,
  type AllBehaviourValues,
  type Sandbox,
} from './sandbox.js';

/** All behaviours of the sandbox as they are now, written as in a configuration: `{'dixa.dates': 'plain'}`. */
export async function readBehaviours(
  sandbox: Sandbox,
  vendors: readonly Vendor[],
): Promise<Readonly<Record<string, BehaviourValue>>> {
  const record = await readRecord(sandbox.partition);
  const settings = vendors.map(({name, behaviours}) =>
    behaviourSettings(name, behaviours, behavioursOf(sandbox, record, name)),
  );
  return Object.assign({}, ...settings) as Readonly<Record<string, BehaviourValue>>;
}

/**
 * Sets behaviours of the sandbox; those that are not named are as they were at first. Runs inside the sandbox's queue.
 * @throws RangeError when there is no such behaviour or it cannot have that value; nothing changes then.
 */
export async function writeBehaviours(
  sandbox: Sandbox,
  vendors: readonly Vendor[],
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  const record = await readRecord(sandbox.partition);
  const behaviours = valuesOf(vendors, settings, startingBehaviours(sandbox, record));
  await writeRecord(sandbox.partition, {...record, behaviours});
}

/**
 * The values of all vendors' behaviours: those they begin with, with what is set by full name over them.
 * @throws RangeError when there is no such behaviour or it cannot have that value.
 */
export function valuesOf(
  vendors: readonly Vendor[],
  settings: Readonly<Record<string, unknown>>,
  beginning: AllBehaviourValues = {},
): AllBehaviourValues {
  checkBehaviourNames(settings, vendors);
  return Object.fromEntries(
    vendors.map(({name, behaviours}) => [name, behaviourValues(name, behaviours, settings, beginning[name])]),
  );
}
