import type {ScenarioName} from '../../engine/index.js';
import type {JudgedCall} from '../conduct/index.js';
import type {LeftOutReport, TrafficPlace} from '../report.js';

/** Where one call is found again. */
export interface WhereInTraffic {
  /** What people call it: `entry 3`, `req-7`. */
  readonly name: string;
  /** @param pointer JSON pointer into the journal's entry: `/request/query/force/0`. */
  placeOf(pointer: string): TrafficPlace;
}

/** What calls are from. */
export interface Source {
  /** As reports name it: a file as it was given, or the address of a stand-in. */
  readonly name: string;
  /** @param id of the call's entry. */
  whereIs(id: string): WhereInTraffic;
}

/** Calls that are all there, whatever they were recorded in. */
export interface Traffic extends Source {
  /** In their order; the ids of their entries are all different. */
  readonly calls: readonly JudgedCall[];
  /** Whether they were made one after the other. */
  readonly isOrdered: boolean;
  readonly scenario?: ScenarioName;
  readonly leftOut: readonly LeftOutReport[];
}
