/** How much of one kind of thing a run touched. */
export interface Covered {
  readonly covered: number;
  readonly total: number;
  /** What was not touched, in the document's order: `getTags`, `getTags 404`, `getTags 200 application/json`. */
  readonly missing: readonly string[];
}

/** What of a vendor's document a run touched. */
export interface Coverage {
  /** Answered with success at least once. */
  readonly operations: Covered;
  /** Declared statuses that were answered, by operation. */
  readonly statuses: Covered;
  /** Media types of requests and of answers. */
  readonly mediaTypes: Covered;
  /** Parameters that were sent, by operation. */
  readonly parameters: Covered;
  /** Declared statuses from 400 on that were answered, by operation. */
  readonly refusals: Covered;
  /** All of these together, as a share from 0 to 1. */
  readonly share: number;
}
