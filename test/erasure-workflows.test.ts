/** Whole workflows at each vendor, from the first call to the proof that nothing is left but what a rule keeps. */
import {describe, expect, it} from 'vitest';
import type {PlantedCanary, Subject} from '../src/index.js';
import {rehearse, vendorNames, type Rehearsal, type VendorName} from './support/rehearsal.js';

/** Everything that a canary is known by. */
export function subjectOf({identifiers}: PlantedCanary): Subject {
  const {firstName, lastName, email, phone, ...texts} = identifiers;
  return {
    names: [`${firstName} ${lastName}`, firstName, lastName],
    emails: [email],
    phones: [phone],
    texts: Object.values(texts),
  };
}

async function plantAndWork({standin, clients}: Rehearsal, vendor: VendorName): Promise<PlantedCanary> {
  const [canary] = (await standin.canaries.plant({vendors: [vendor]})) as [PlantedCanary];
  await clients[vendor].work(canary);
  await standin.settled();
  return canary;
}

describe.each(vendorNames)('at %s', (vendor) => {
  it.each(['tokens', 'clear'] as const)(
    'a journal in %s: nothing is left of somebody but what a rule keeps',
    async (journal) => {
      const rehearsal = await rehearse({journal});
      const {standin, clients, sent} = rehearsal;
      const canary = await plantAndWork(rehearsal, vendor);
      expect(await standin.canaries.report()).toMatchObject({gone: 0, kept: 0, score: 0});
      const before = await standin.erasure(subjectOf(canary));
      expect(before.erased).toBe(false);
      expect(sent.join()).toContain(vendor === 'symbl' ? 'completed' : canary.identifiers.email);

      await clients[vendor].erase(canary);
      await standin.clock.advance('PT1H');

      const after = await standin.erasure(subjectOf(canary));
      expect(after.places).toEqual([]);
      expect(after.erased).toBe(true);
      const report = await standin.canaries.report();
      expect(report.vendors[vendor]).toMatchObject({survived: 0, score: 1});
    },
  );
});
