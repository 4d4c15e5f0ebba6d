import type {Vendor} from '../../engine/index.js';
import {breachKinds, type Breach} from '../conduct/index.js';

/** Words that choose what is told: names of operations, kinds of breaches, or ids of rules. */
export interface BreachSelection {
  /** Only what one of these names; everything when there is none. */
  readonly only: readonly string[];
  /** But not what one of these names. */
  readonly skip: readonly string[];
}

const kinds: readonly string[] = breachKinds;

/**
 * Whether a request is told at all. A kind or a rule may be broken by any request, so only the names of operations leave
 * requests out.
 * @param operation undefined when none matched.
 * @param isOperation whether a word is an operation's name.
 */
export function isRequestWanted(
  operation: string | undefined,
  {only, skip}: BreachSelection,
  isOperation: (word: string) => boolean,
): boolean {
  if (skip.some((word) => word === operation)) return false;
  return only.length === 0 || only.some((word) => word === operation || !isOperation(word));
}

/** Whether a breach counts. */
export function isBreachWanted(breach: Breach, {only, skip}: BreachSelection): boolean {
  return (only.length === 0 || only.some((word) => names(word, breach))) && !skip.some((word) => names(word, breach));
}

/** Words that name nothing at any of these vendors. */
export function unknownWords({only, skip}: BreachSelection, vendors: readonly Vendor[]): readonly string[] {
  const known = new Set<string>([
    ...breachKinds,
    ...vendors.flatMap(({operationList, rules}) => [...operationList, ...rules].map(({id}) => id)),
  ]);
  return [...only, ...skip].filter((word) => !known.has(word) && !known.has(word.toUpperCase()));
}

function names(word: string, {kind, operation, rules}: Breach): boolean {
  return kinds.includes(word) ? kind === word : operation === word || rules.includes(word.toUpperCase());
}
