import type {Mark} from '../openapi/index.js';

/** One statement about a vendor, as `contracts/<vendor>/rules.yaml` has it. */
export interface Rule {
  /** The vendor's name and the number in its list: `DIXA-28`. */
  readonly id: string;
  /** What the vendor does, in a few sentences of our own. */
  readonly statement: string;
  /** How sure we are of the weakest part of it. */
  readonly mark: Mark;
  /** The address of the page or file that it comes from. Only what is assumed may have none. */
  readonly source?: string;
  /** The full name of the switch that changes it: `dixa.dates`. */
  readonly behaviour?: string;
}
