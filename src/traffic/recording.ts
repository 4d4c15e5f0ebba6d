import type {RecordedExchange} from './exchange.js';

/** One call of a recording to one of the vendors. */
export interface RecordedCall {
  /** The vendor's name. */
  readonly vendor: string;
  /** The sandbox that was asked; `default` unless the call names one. */
  readonly sandbox: string;
  /** When it was made, in milliseconds since 1970; absent where the recording does not tell. */
  readonly at?: number;
  readonly exchange: RecordedExchange;
  /** `made`: somebody made the call · `expected`: it is what a client expects of a vendor, as the interactions of a Pact are. */
  readonly origin: 'made' | 'expected';
  /** Whether the recorder keeps credentials: a browser leaves them out of what it exports. */
  readonly hasCredentials: boolean;
  /** It had a body that the recorder did not keep, such as a file that was uploaded: whoever judges must not miss it. */
  readonly lacksBody?: true;
  /**
   * The JSON pointer in the file of a part of the call.
   * @param part a JSON pointer into a journal's entry: `/request/query/force/0`, `/request/body/sessionId`, `/response`.
   */
  readonly pointerOf: (part: string) => string;
}

/** Something in a recording that is for none of the vendors, or that cannot be read as a call. */
export interface LeftOut {
  /** JSON pointer in the file. */
  readonly pointer: string;
  /** A whole sentence, with nothing personal in it. */
  readonly why: string;
}

/** What was recorded, by whatever tool. */
export interface Recording {
  readonly format: 'har' | 'pact';
  /** Whether the calls were made one after the other, as they stand. The interactions of a Pact have no order. */
  readonly isOrdered: boolean;
  readonly calls: readonly RecordedCall[];
  readonly leftOut: readonly LeftOut[];
}
