import type {Mark} from '../openapi/index.js';
import type {BreachKind} from './conduct/breach.js';
import type {Coverage} from './coverage.js';

/** What a report is about. `steps`: of contracts, as a server answered them · `requests`: what a client sent. */
export type Subject = 'steps' | 'requests';

/**
 * What was held against the contract.
 * `criterion`: a step's own success criteria · `status`, `content-type`, `header`, `body`: the answer against the vendor's
 * document · `authentication`: a call without a credential, or with a wrong one · `erased`: something came back that was
 * erased · `unchanged`: somebody else changed along · `run`: the step could not be carried out. Requests are held against it by
 * the kinds of breaches.
 */
export type CheckName =
  | 'criterion'
  | 'status'
  | 'content-type'
  | 'header'
  | 'body'
  | 'authentication'
  | 'erased'
  | 'unchanged'
  | 'run'
  | BreachKind;

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

/** A place in what a client sent. */
export interface TrafficPlace {
  /** The file as it was named, or the address of an entry of a journal. */
  readonly file: string;
  /** JSON pointer into the file, or into the entry. */
  readonly pointer: string;
  /** Line and column count from 1; absent where there are no lines, as in a journal. */
  readonly line?: number;
  readonly column?: number;
}

/** A rule as a report tells it. */
export interface RuleReference {
  readonly id: string;
  readonly statement: string;
  readonly mark: Mark;
  /** Where it is from; an assumed one may have none. */
  readonly source?: string;
}

/** One way in which a target, or a client's request, differs from the contract. */
export interface Failure {
  readonly check: CheckName;
  readonly severity: Severity;
  /** One whole sentence. */
  readonly message: string;
  /**
   * JSON pointer into the answer's body, or `header: <name>`; empty for the answer as a whole. Of a request, JSON pointer into
   * the journal's entry.
   */
  readonly pointer: string;
  /** Empty for a request. */
  readonly expected: string;
  readonly got: string;
  /** What to send or to do instead, as a whole sentence; of requests alone. */
  readonly instead?: string;
  /** The weakest mark of what is differed from. */
  readonly mark: Mark;
  /** The rules that the step proves, or that the request breaks. */
  readonly rules: readonly RuleReference[];
  /** Where the vendor's document says it; the keyword's own line. */
  readonly spec?: Place;
  /** Where the request says it; of requests alone. */
  readonly traffic?: TrafficPlace;
  /** Where the workflow says it. */
  readonly contract?: Place;
  /** A command line that repeats the call; credentials as the names of their variables. */
  readonly curl?: string;
}

/** One step of a workflow, as it was carried out the last time if it was repeated; or one request of a client. */
export interface StepReport {
  /** Of a request: its entry in the journal (`req-7`), or which one it is in the file (`entry 3`). */
  readonly id: string;
  /** `operationId`; of a request that leads to none, `unknown operation`. */
  readonly operation: string;
  /** `skipped`: was not to be run, or what it builds upon failed. */
  readonly outcome: 'passed' | 'broken' | 'learned' | 'error' | 'skipped';
  /** Why it was skipped. */
  readonly reason?: string;
  readonly rules: readonly RuleReference[];
  /** Method and the vendor's own path with its query, when a request was sent. Of what a client sent, without a query. */
  readonly request?: string;
  /** Status of the answer, when there was one. */
  readonly status?: number;
  readonly milliseconds: number;
  readonly failures: readonly Failure[];
}

/** A workflow with its steps; or an operation with the requests that asked for it. */
export interface WorkflowReport {
  /** Of requests: the `operationId`, or `unknown operations`. */
  readonly id: string;
  readonly summary: string;
  /** Relative to the package; absent for workflows that are made from the vendor's document, and for operations. */
  readonly file?: string;
  readonly steps: readonly StepReport[];
  /** Requests that were judged as well but are only counted, since there are many. */
  readonly more?: Counts;
}

export interface VendorReport {
  readonly vendor: string;
  readonly title: string;
  /** Base URL of the target; `built-in` when it is the stand-in itself. Of requests: the file, or the stand-in's address. */
  readonly target: string;
  readonly workflows: readonly WorkflowReport[];
  readonly coverage: Coverage;
}

/** Entries of a recording, or of a journal, that were not judged, by the reason. */
export interface LeftOutReport {
  /** A whole sentence. */
  readonly why: string;
  readonly count: number;
  /** The first of them. */
  readonly first?: TrafficPlace;
}

/** Steps, or requests, by outcome. They add up to `total`. */
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
  readonly subject: Subject;
  readonly version: string;
  /** ISO 8601 */
  readonly startedAt: string;
  readonly milliseconds: number;
  readonly vendors: readonly VendorReport[];
  readonly counts: Counts;
  /** Of requests alone: what was not judged. */
  readonly leftOut?: readonly LeftOutReport[];
}
