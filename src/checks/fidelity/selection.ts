import type {Mark} from '../../openapi/index.js';
import type {VendorFidelity} from './fidelity.js';

/** What is shown of a vendor; everything that is not said otherwise. */
export interface FidelitySelection {
  /** One operation, with the rules about it. */
  readonly operation?: string;
  /** Rules of one mark, and the operations that have this mark or such rules. */
  readonly mark?: Mark;
}

/** A part of what is known of a vendor; undefined when none of it is asked for. */
export function selectedOf(
  {everyCall, operations, rules, ...vendor}: VendorFidelity,
  {operation, mark}: FidelitySelection,
): VendorFidelity | undefined {
  const ofOperation = operations.filter(({id}) => operation === undefined || id === operation);
  const concerned = new Set(ofOperation.flatMap((one) => one.rules));
  const shown = rules.filter(
    (rule) => (operation === undefined || concerned.has(rule.id)) && (mark === undefined || rule.mark === mark),
  );
  const ids = new Set(shown.map(({id}) => id));
  const chosen = ofOperation
    .map((one) => ({...one, rules: one.rules.filter((id) => ids.has(id))}))
    .filter((one) => mark === undefined || one.mark === mark || one.rules.length > 0);
  if (chosen.length === 0 && shown.length === 0) return undefined;
  return {...vendor, everyCall: everyCall.filter((id) => ids.has(id)), operations: chosen, rules: shown};
}
