import {createSearch, type Subject} from '../../erasure/index.js';
import type {Holdings} from '../sandbox/holdings.js';
import type {Vendor} from '../vendor.js';
import {prove} from './prove.js';
import {remnantOf, type Remnant} from './remnant.js';

/** What is left of a person in a sandbox. */
export interface ErasureProof {
  /** Nothing is left but what a rule keeps on purpose. */
  readonly erased: boolean;
  /** Where something is left that no rule keeps. Of this list, as of the next, the first thousand. */
  readonly places: readonly Remnant[];
  /** Where a rule says that the value stays. */
  readonly survivors: readonly Remnant[];
  readonly counted: {
    readonly places: number;
    readonly survivors: number;
    /** How much was searched. */
    readonly searched: {
      readonly entities: number;
      readonly audit: number;
      readonly queue: number;
      readonly journal: number;
      readonly faults: number;
    };
  };
}

/** Most places of a kind that are told; all are counted. */
const mostTold = 1000;

/**
 * Searches everything that a sandbox holds for a person.
 * @throws RangeError for a subject that cannot be looked for.
 */
export function proveErasure(holdings: Holdings, subject: Subject, vendors: readonly Vendor[]): ErasureProof {
  const search = createSearch(subject);
  const left = {places: [] as Remnant[], survivors: [] as Remnant[]};
  const counted = {places: 0, survivors: 0};
  for (const found of prove({holdings, search, vendors})) {
    const kind = found.rule === undefined ? 'places' : 'survivors';
    counted[kind] += 1;
    if (counted[kind] <= mostTold) left[kind].push(remnantOf(found, search));
  }
  return {erased: counted.places === 0, ...left, counted: {...counted, searched: searchedIn(holdings)}};
}

function searchedIn({stored, audit, queue, journal, faults}: Holdings): ErasureProof['counted']['searched'] {
  const entities = [...stored.values()].reduce((sum, changes) => sum + changes.length, 0);
  return {entities, audit: audit.length, queue: queue.length, journal: journal.length, faults: faults.length};
}
