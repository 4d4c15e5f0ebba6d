import type {components} from '../../../specs/dixa/generated/index.js';
import type {Outcome, Refusal} from './people.js';

type Schemas = components['schemas'];

/** How a bulk operation speaks of those it acts on, and shows them. */
export interface Wording<P, Shown> {
  readonly show: (person: P) => Shown;
  readonly unknown: string;
  /** Printed by the reference, each operation's in a form of its own. */
  readonly invalid: (refusal: Refusal) => string;
}

type BulkOutcome<Shown> = {readonly _type: 'BulkActionSuccess'; readonly data: Shown} | Schemas['BulkActionFailure'];

/** Carries out one action after the other and tells, in their order, what became of each. DIXA-87 */
export async function eachInTurn<I, P, Shown>(
  items: readonly I[],
  carryOut: (item: I) => Promise<Outcome<P>>,
  wording: Wording<P, Shown>,
): Promise<BulkOutcome<Shown>[]> {
  const outcomes: BulkOutcome<Shown>[] = [];
  // In turn, since an action may depend on those before it: two of them may want the same address.
  for (const item of items) outcomes.push(showOutcome(await carryOut(item), wording));
  return outcomes;
}

function showOutcome<P, Shown>(outcome: Outcome<P>, {show, unknown, invalid}: Wording<P, Shown>): BulkOutcome<Shown> {
  if ('saved' in outcome) return {_type: 'BulkActionSuccess', data: show(outcome.saved)};
  const {refused} = outcome;
  const messages = {NotFound: unknown, EmptyPatchSet: 'There is nothing to change', Validation: invalid(refused)};
  const {kind, id} = refused;
  return {_type: 'BulkActionFailure', error: {_type: kind, id, message: messages[kind]}};
}
