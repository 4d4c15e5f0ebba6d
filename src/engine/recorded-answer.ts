import type {JsonValue} from '../openapi/index.js';

/** What a vendor once answered to a call that succeeded, as a recording has it. */
export interface RecordedAnswer {
  /** `operationId` */
  readonly operation: string;
  /** Parameters of the path by name, as text. */
  readonly params: Readonly<Record<string, string>>;
  /** Parameters of the query by name, as text: each with all of its values. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** The JSON body of the call, where it had one. */
  readonly request?: JsonValue;
  readonly status: number;
  /** The JSON body of the answer; absent where it had none. */
  readonly body?: JsonValue;
  /** When it was answered, in milliseconds since 1970; that of the call before it where the recording does not tell. */
  readonly at: number;
}
