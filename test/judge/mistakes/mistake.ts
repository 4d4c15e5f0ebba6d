import type {BreachKind} from '../../../src/checks/conduct/index.js';
import type {Run} from '../run.js';

/** Something that a client does wrong in the midst of a right run, and how it must be told. */
export interface Mistake {
  /** What the client does. */
  readonly name: string;
  /** Makes it: right calls that lead to it, and one wrong call. */
  readonly make: (run: Run, pick: Pick) => Promise<unknown>;
  /** Operations that the rest of the run leaves out, since they would mend it. */
  readonly mendedBy?: readonly string[];
  /** All that must be reported. */
  readonly told: readonly Told[];
}

/** One breach that must be reported of the wrong call. */
export interface Told {
  readonly kind: BreachKind;
  /** `operationId`; absent where no operation matches. */
  readonly operation?: string;
  readonly pointer: RegExp;
  /** The rules that it names, and no others. */
  readonly rules: readonly string[];
  readonly message?: RegExp;
  readonly instead: RegExp;
}

/** Takes one of several; which, is up to the run. */
export type Pick = <T>(choices: readonly T[]) => T;
