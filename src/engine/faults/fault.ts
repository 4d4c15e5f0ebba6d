/** What can go wrong with an answer's way, whatever the answer is. */
export const wireFaults = ['delay', 'drip', 'reset', 'empty', 'truncate', 'timeout'] as const;

/** One of {@link wireFaults}. */
export type WireFault = (typeof wireFaults)[number];

/** A fault as it is asked for: in a program, over HTTP, on the command line, in a scenario. Durations are ISO 8601. */
export interface FaultSpec {
  /**
   * A status that the vendor has words for, such as `429`, or a thing of the wire. `delay`: the answer comes later.
   * `drip`: its body comes in pieces. `reset`: the connection is reset. `empty`: it is closed without a byte. `truncate`:
   * it is closed in the middle of the body. `timeout`: it is silent, and then closed without a byte.
   */
  readonly fault: string;
  /** Only calls of this vendor. */
  readonly vendor?: string;
  /** Only calls of this operation, by its `operationId`. */
  readonly operation?: string;
  /**
   * `before`: nothing is done. `after`: the vendor's work is done, and the caller does not learn it. Timeouts, truncated
   * bodies, drips and delays come after it unless they say otherwise, everything else before it.
   */
  readonly when?: 'before' | 'after';
  /** How many calls it hits before it ends. */
  readonly times?: number;
  /** How many of the calls that it is for pass first. */
  readonly skip?: number;
  /** Hits every so-many-th call that it is for. */
  readonly every?: number;
  /** The chance that it hits a call, from 0 to 1. Drawn from a seed: the same calls are hit each time. */
  readonly probability?: number;
  /** How much later the answer comes. @defaultValue PT2S for `delay`, otherwise no later */
  readonly delay?: string;
  /** How long a `timeout` is silent. @defaultValue PT30S */
  readonly for?: string;
  /** Over which time a `drip` spreads the body. @defaultValue PT2S */
  readonly over?: string;
  /** The HTML page of the gateway before the vendor, where there is one, in place of the vendor's own words. */
  readonly html?: boolean;
}

/** A fault of a sandbox: what was asked for with what is meant by it, and how often it hit. */
export interface Fault extends FaultSpec {
  /** `fault-1`, counted per sandbox. */
  readonly id: string;
  readonly when: 'before' | 'after';
  /** How many calls it has hit. */
  readonly hits: number;
  /** How many it will hit yet; absent when it does not end. */
  readonly remaining?: number;
}
