import type {Vendor} from '../../src/engine/index.js';
import type {Recording} from './certify.js';

/** The operations of a vendor that were answered with success. */
export function successes(vendor: Vendor, recordings: readonly Recording[]): ReadonlySet<string> {
  const succeeded = new Set<string>();
  for (const {steps, outcomes} of recordings) {
    const calls = steps.flatMap((step) => ('call' in step ? [step.call] : []));
    for (const [position, call] of calls.entries()) {
      const outcome = outcomes[position];
      if (call.vendor !== vendor.name || outcome === undefined || 'failed' in outcome || outcome.status >= 300)
        continue;
      const match = vendor.router.match(call.method, call.target.split('?', 1)[0] as string);
      if (match.kind === 'found') succeeded.add(match.operation.id);
    }
  }
  return succeeded;
}
