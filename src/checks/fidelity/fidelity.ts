import type {Rule, Vendor} from '../../engine/index.js';
import type {Mark} from '../../openapi/index.js';
import type {Contract} from '../contracts/contract.js';
import type {TestProofs} from './named-tests.js';
import {readingDates} from './reading-dates.js';
import {provingSteps, type StepProof} from './step-proofs.js';

/** What proves something: steps of contracts, and files of tests. */
export interface Proof {
  readonly steps: readonly StepProof[];
  /** Relative to the package. */
  readonly tests: readonly string[];
}

/** A rule with what proves it. */
export interface RuleFidelity extends Rule, Proof {
  /** When its source was last read, ISO 8601; absent where that is not told, or where it has no source. */
  readonly date?: string;
}

/** An operation with what proves the rules about it. */
export interface OperationFidelity {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly mark: Mark;
  /** Ids of the rules about it and its answers, without those of every call. */
  readonly rules: readonly string[];
  /** Those that call it and prove a rule by that. */
  readonly steps: readonly StepProof[];
  /** Those that prove one of its rules. */
  readonly tests: readonly string[];
}

/** What is known of a vendor, where from, and what proves that the stand-in does so. */
export interface VendorFidelity {
  readonly vendor: string;
  readonly title: string;
  /** Ids of the rules that hold for every call. */
  readonly everyCall: readonly string[];
  readonly operations: readonly OperationFidelity[];
  readonly rules: readonly RuleFidelity[];
}

export interface FidelitySources {
  readonly vendor: Pick<Vendor, 'name' | 'title' | 'rules' | 'operationList' | 'document'>;
  readonly contracts: readonly Contract[];
  readonly tests: TestProofs;
  /** The text of the vendor's `SOURCE.md`. */
  readonly source: string;
}

/** Puts together what is known of a vendor: operations in the document's order, rules by their number. */
export function fidelityOf({vendor, contracts, tests, source}: FidelitySources): VendorFidelity {
  const steps = provingSteps(contracts);
  const dateOf = readingDates(source);
  const inOrder = (ids: Iterable<string>): readonly string[] => {
    const wanted = new Set(ids);
    return vendor.rules.map(({id}) => id).filter((id) => wanted.has(id));
  };
  return {
    vendor: vendor.name,
    title: vendor.title,
    everyCall: inOrder(vendor.document['x-standin-rules'] ?? []),
    operations: vendor.operationList.map(({id, method, path, mark, rules: own, responses}) => {
      const rules = inOrder([...own, ...[...responses.values()].flatMap((response) => response.rules)]);
      return {
        id,
        method,
        path,
        mark,
        rules,
        steps: steps.filter(({operation}) => operation === id).map(({proof}) => proof),
        tests: [...new Set(rules.flatMap((rule) => tests[rule] ?? []))].sort(),
      };
    }),
    rules: vendor.rules.map((rule) => {
      const date = rule.source === undefined ? undefined : dateOf(rule.source);
      return {
        ...rule,
        ...(date !== undefined && {date}),
        steps: steps.filter(({rules}) => rules.includes(rule.id)).map(({proof}) => proof),
        tests: tests[rule.id] ?? [],
      };
    }),
  };
}
