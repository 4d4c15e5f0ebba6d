import type {Finding, JsonValue} from '../../openapi/index.js';

/**
 * One request that was received, or one webhook that left, with everything personal in it replaced by tokens, unless the
 * journal is kept in clear.
 */
export interface JournalEntry {
  /** `req-1`, counted per sandbox. */
  readonly id: string;
  /** The sandbox's time, ISO 8601. */
  readonly at: string;
  /**
   * `preflight`: a browser asked whether it may call; the vendor never saw it. `webhook`: the vendor called; the answer
   * is its receiver's, of status 0 when there was none.
   */
  readonly kind: 'request' | 'preflight' | 'webhook';
  readonly vendor: string;
  /** `operationId`; absent when no operation matched. */
  readonly operation?: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query: Readonly<Record<string, readonly string[]>>;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: JsonValue;
  };
  readonly response: {readonly status: number; readonly body?: JsonValue};
  /** In which ways the request differs from the document. */
  readonly findings: readonly Finding[];
  /** In which ways our own answer differs from the document: a bug of ours. */
  readonly violations: readonly Finding[];
  /** The operations that come closest, when none matched: the closest first. */
  readonly nearest?: readonly NearMiss[];
  /** What it said was erased since, so that only the outline is left. */
  readonly erased?: true;
  /** Why a webhook got no answer. */
  readonly failure?: string;
  /** What was injected instead of or after the vendor's answer. */
  readonly fault?: string;
}

/** One way in which a request is not what was expected. Personal values in it are tokens, as in the entry. */
export interface Difference {
  /** What differs: `method`, `path segment 2`, `query/force`, `body/contact/email`. */
  readonly member: string;
  /** Absent when nothing is expected there. */
  readonly expected?: JsonValue;
  /** Absent when nothing is there. */
  readonly got?: JsonValue;
  /** A word on how the two relate. */
  readonly note?: string;
}

/** An operation that a request may have been meant for. */
export interface NearMiss {
  readonly vendor: string;
  /** `operationId` */
  readonly operation: string;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  readonly differences: readonly Difference[];
}
