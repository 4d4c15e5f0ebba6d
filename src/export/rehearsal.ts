import type {RecordedExchange} from '../traffic/index.js';

/** A call of a journal, made again with invented data, at a stand-in of its own. */
export interface RehearsedCall {
  /** Id of the journal's entry: `req-7`. */
  readonly entry: string;
  /** The vendor's name. */
  readonly vendor: string;
  /** `operationId` */
  readonly operation: string;
  /** The sandbox's time, ISO 8601. */
  readonly at: string;
  /** What was injected into it. */
  readonly fault?: string;
  /** Nothing in it is anybody's. Paths are the vendor's own. */
  readonly exchange: RecordedExchange;
}

/** A journal's calls, made again. */
export interface Rehearsal {
  readonly calls: readonly RehearsedCall[];
  /** Entries that could not be made again. */
  readonly leftOut: readonly {
    readonly entry: string;
    /** The vendor's name. */
    readonly vendor: string;
    /** A whole sentence. */
    readonly why: string;
  }[];
}
