import type {Vendor} from '../engine/index.js';
import {createStandin, type VendorName} from '../index.js';
import {grantsOf} from './grants.js';
import type {Material} from './material.js';
import {rehearse} from './rehearse.js';
import type {Rehearsal} from './rehearsal.js';

/** How a journal is made again. */
export interface ExportOptions {
  /** The folder of this package. */
  readonly root: string;
  /** The same number gives the same values. */
  readonly randomSeed: number;
  /** Only these vendors' calls; all when absent. */
  readonly vendors?: readonly string[];
  /** Whether answers that were injected are injected again. They are left out otherwise. */
  readonly repeatsFaults: boolean;
}

/** A journal's calls, made again, and the vendors that they were made to. */
export interface Exported extends Rehearsal {
  readonly vendors: readonly Vendor[];
}

/**
 * Makes the calls of a journal again with invented data, at a stand-in of its own, which nobody else reaches.
 * @throws RangeError when the material names a vendor, a scenario or a behaviour that there is not.
 */
export async function rehearsalOf(
  material: Material,
  {root, randomSeed, repeatsFaults, vendors = material.vendors}: ExportOptions,
): Promise<Exported> {
  const entries = material.entries.filter(({vendor}) => vendors.includes(vendor));
  let now = Date.parse(entries[0]?.at ?? '2026-01-05T09:00:00.000Z');
  await using standin = await createStandin({
    vendors: material.vendors as readonly VendorName[],
    scenario: material.scenario,
    behaviours: material.behaviours,
    randomSeed: material.randomSeed,
    clock: () => now,
    outgoing: {send: () => Promise.resolve({failure: 'Not sent: nothing leaves while calls are made again.'})},
  });
  const setClock = (instant: number) => void (now = instant);
  const grants = await grantsOf(root, material.vendors);
  const rehearsal = await rehearse({...material, entries}, {standin, setClock, randomSeed, grants, repeatsFaults});
  return {...rehearsal, vendors: standin.vendors.filter(({name}) => vendors.includes(name))};
}

/** A vendor's behaviours that are not as they are at first in the scenario, by full name. */
export async function changedBehaviours(
  {scenario, behaviours}: Material,
  vendor: string,
): Promise<Material['behaviours']> {
  await using plain = await createStandin({vendors: [vendor as VendorName], scenario});
  const first: Material['behaviours'] = await plain.behaviours.get();
  const own = Object.entries(behaviours).filter(([name]) => name.startsWith(`${vendor}.`));
  return Object.fromEntries(own.filter(([name, value]) => first[name] !== value));
}
