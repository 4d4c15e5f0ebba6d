import type {Mark} from '../openapi/index.js';
import type {Coverage} from './coverage.js';

/**
 * What was held against the contract.
 * `criterion`: a step's own success criteria · `status`, `content-type`, `header`, `body`: the answer against the vendor's
 * document · `authentication`: a call without a credential, or with a wrong one · `erased`: something came back that was
 * erased · `unchanged`: somebody else changed along · `run`: the step could not be carried out.
 */
export type CheckName =
  'criterion' | 'status' | 'content-type' | 'header' | 'body' | 'authentication' | 'erased' | 'unchanged' | 'run';

/**
 * `broken`: the contract is broken · `learned`: differs from what is only inferred or assumed of the vendor, where that is
 * no failure · `error`: nothing can be said, since the step could not be carried out.
 */
export type Severity = 'broken' | 'learned' | 'error';

/** A line of a file; the file relative to the package, with slashes. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A rule as a report tells it. */
export interface RuleReference {
  readonly id: string;
  readonly statement: string;
  readonly mark: Mark;
  /** Where it is from; an assumed one may have none. */
  readonly source?: string;
}

/** One way in which a target differs from its contract. */
export interface Failure {
  readonly check: CheckName;
  readonly severity: Severity;
  /** One whole sentence. */
  readonly message: string;
  /** JSON pointer into the answer's body, or `header: <name>`; empty for the answer as a whole. */
  readonly pointer: string;
  readonly expected: string;
  readonly got: string;
  /** The weakest mark of what is differed from. */
  readonly mark: Mark;
  /** The rules that the step proves. */
  readonly rules: readonly RuleReference[];
  /** Where the vendor's document says it; the keyword's own line. */
  readonly spec?: Place;
  /** Where the workflow says it. */
  readonly contract?: Place;
  /** A command line that repeats the call; credentials as the names of their variables. */
  readonly curl?: string;
}

/** One step of a workflow, as it was carried out the last time if it was repeated. */
export interface StepReport {
  readonly id: string;
  /** `operationId` */
  readonly operation: string;
  /** `skipped`: was not to be run, or what it builds upon failed. */
  readonly outcome: 'passed' | 'broken' | 'learned' | 'error' | 'skipped';
  /** Why it was skipped. */
  readonly reason?: string;
  readonly rules: readonly RuleReference[];
  /** Method and the vendor's own path with its query, when a request was sent. */
  readonly request?: string;
  /** Status of the answer, when there was one. */
  readonly status?: number;
  readonly milliseconds: number;
  readonly failures: readonly Failure[];
}

export interface WorkflowReport {
  readonly id: string;
  readonly summary: string;
  /** Relative to the package; absent for workflows that are made from the vendor's document. */
  readonly file?: string;
  readonly steps: readonly StepReport[];
}

export interface VendorReport {
  readonly vendor: string;
  readonly title: string;
  /** Base URL of the target; `built-in` when it is the stand-in itself. */
  readonly target: string;
  readonly workflows: readonly WorkflowReport[];
  readonly coverage: Coverage;
}

/** Steps by outcome. They add up to `total`. */
export interface Counts {
  readonly total: number;
  readonly passed: number;
  readonly broken: number;
  readonly learned: number;
  readonly error: number;
  readonly skipped: number;
}

/** All there is to say of one run. Reporters write it; nothing in it is secret. */
export interface CheckReport {
  readonly version: string;
  /** ISO 8601 */
  readonly startedAt: string;
  readonly milliseconds: number;
  readonly vendors: readonly VendorReport[];
  readonly counts: Counts;
}
