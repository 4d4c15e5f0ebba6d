/** Faults that change when an answer comes, and nothing in it. */
const harmless = new Set(['delay', 'drip']);

/** Whether an answer was injected: one that only came late is the vendor's own. @param about.fault of a journal's entry. */
export function isInjected({fault}: {readonly fault?: string | undefined}): boolean {
  return fault !== undefined && !harmless.has(fault);
}
