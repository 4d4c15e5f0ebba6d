import {createSearch, type Subject} from '../../erasure/index.js';
import type {Holdings} from '../sandbox/holdings.js';
import type {Vendor} from '../vendor.js';
import {prove, type Found} from './prove.js';
import {remnantOf, type Remnant} from './remnant.js';

/** What is left of a person in a sandbox. Of each list, the first thousand places; all are counted. */
export interface ErasureProof {
  /** Nothing is left but what a rule keeps on purpose, and what snapshots keep. */
  readonly erased: boolean;
  /** Where something is left that no rule keeps. */
  readonly places: readonly Remnant[];
  /** Where a rule says that the value stays. */
  readonly survivors: readonly Remnant[];
  /** Where it stands in snapshots: they keep what they hold, and a restore brings it back. */
  readonly snapshots: readonly Remnant[];
  readonly counted: Readonly<Record<Kind, number>> & {readonly searched: Searched};
}

/** How much was searched. */
export interface Searched {
  readonly entities: number;
  readonly audit: number;
  readonly queue: number;
  readonly journal: number;
  readonly faults: number;
  readonly snapshots: number;
}

type Kind = 'places' | 'survivors' | 'snapshots';

/** Most places of a kind that are told. */
const mostTold = 1000;

/**
 * Searches everything that a sandbox holds for a person.
 * @throws RangeError for a subject that cannot be looked for.
 */
export function proveErasure(holdings: Holdings, subject: Subject, vendors: readonly Vendor[]): ErasureProof {
  const search = createSearch(subject);
  const told: Record<Kind, Remnant[]> = {places: [], survivors: [], snapshots: []};
  const counted = {places: 0, survivors: 0, snapshots: 0};
  for (const found of prove({holdings, search, vendors})) {
    const kind = kindOf(found);
    counted[kind] += 1;
    if (counted[kind] <= mostTold) told[kind].push(remnantOf(found, search));
  }
  return {erased: counted.places === 0, ...told, counted: {...counted, searched: searchedIn(holdings)}};
}

function kindOf({drawer, rule}: Found): Kind {
  if (drawer.where === 'snapshot') return 'snapshots';
  return rule === undefined ? 'places' : 'survivors';
}

function searchedIn({entities, audit, queue, journal, faults, snapshots}: Holdings): Searched {
  return {
    entities: [...entities.values()].reduce((sum, changes) => sum + changes.length, 0),
    audit: audit.length,
    queue: queue.length,
    journal: journal.length,
    faults: faults.length,
    snapshots: snapshots.length,
  };
}
