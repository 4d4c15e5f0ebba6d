/**
 * One request and its answer as they went over the wire, from whatever recorded them: a contract run, a HAR, a journal.
 * Header names are in lower case.
 */
export interface RecordedExchange {
  readonly request: {
    /** Upper case. */
    readonly method: string;
    /** The vendor's own path, without what stands before it at the target: `/v1/conversations/10749`. */
    readonly path: string;
    /** Without the question mark; empty when there is none. */
    readonly query: string;
    readonly headers: Readonly<Record<string, string>>;
    /** As sent; absent when there was none. */
    readonly body?: string;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** As received; absent when there was none. */
    readonly body?: string;
  };
}
