/** Whole workflows at each vendor, from the first call to the proof that nothing is left but what a rule keeps. */
import {describe, expect, it} from 'vitest';
import type {PlantedCanary, Remnant, Subject} from '../src/index.js';
import {rehearse, vendorNames, type Rehearsal, type VendorName} from './support/rehearsal.js';

/** Everything that a canary is known by. */
function subjectOf({identifiers}: PlantedCanary): Subject {
  const {firstName, lastName, email, phone, ...texts} = identifiers;
  return {
    names: [`${firstName} ${lastName}`, firstName, lastName],
    emails: [email],
    phones: [phone],
    texts: Object.values(texts),
  };
}

/** Somebody who has been worked with at a vendor. */
async function knownAt({standin, clients}: Rehearsal, vendor: VendorName): Promise<PlantedCanary> {
  const [canary] = (await standin.canaries.plant({vendors: [vendor]})) as [PlantedCanary];
  await clients[vendor].work(canary);
  await standin.settled();
  return canary;
}

/** Vendor and collection of places, each once. */
function collectionsOf(places: readonly Remnant[]): Set<string> {
  return new Set(places.map(({pointer}) => pointer.split('/').slice(1, 3).join(' ')));
}

describe.each(vendorNames)('at %s', (vendor) => {
  it.each(['tokens', 'clear'] as const)(
    'nothing is left of somebody but what a rule keeps; the journal is kept in %s',
    async (journal) => {
      const rehearsal = await rehearse({journal});
      const {standin, clients, sent} = rehearsal;
      const canary = await knownAt(rehearsal, vendor);
      expect(await standin.canaries.report()).toMatchObject({gone: 0, kept: 0, score: 0});
      expect((await standin.erasure(subjectOf(canary))).erased).toBe(false);
      expect(sent.join()).toContain(vendor === 'symbl' ? 'completed' : canary.identifiers.email);

      await clients[vendor].erase(canary);
      await standin.clock.advance('PT1H');

      const {erased, places} = await standin.erasure(subjectOf(canary));
      expect(places).toEqual([]);
      expect(erased).toBe(true);
      const {vendors} = await standin.canaries.report();
      expect(vendors[vendor]).toMatchObject({survived: 0, score: 1});
    },
  );
});

describe('what clients forget', () => {
  it('DIXA-46: an anonymized message leaves the conversation, and whoever wrote it', async () => {
    const rehearsal = await rehearse();
    const {standin, ask} = rehearsal;
    const canary = await knownAt(rehearsal, 'dixa');
    const [conversation] = canary.planted.dixa?.conversations ?? [];
    const path = `/dixa/v1/conversations/${conversation}`;
    const {data} = await ask<{data: {id: string}[]}>('GET', `${path}/messages`);
    for (const {id} of data) await ask('PATCH', `${path}/messages/${id}/anonymize`);
    await standin.clock.advance('PT1H');
    const {places} = await standin.erasure(subjectOf(canary));
    expect(collectionsOf(places)).toContain('dixa endUsers');
    expect(collectionsOf(places)).toContain('dixa notes');
    expect(collectionsOf(places)).not.toContain('dixa messages');
    expect(collectionsOf(places)).not.toContain('dixa files');
  });

  it('DIXA-45: an anonymized conversation leaves the end user', async () => {
    const rehearsal = await rehearse();
    const {standin, ask} = rehearsal;
    const canary = await knownAt(rehearsal, 'dixa');
    for (const id of canary.planted.dixa?.conversations ?? [])
      await ask('PATCH', `/dixa/v1/conversations/${id}/anonymize`);
    await standin.clock.advance('PT1H');
    const {places, survivors} = await standin.erasure(subjectOf(canary));
    expect(collectionsOf(places)).toEqual(new Set(['dixa endUsers']));
    expect(new Set(survivors.map(({rule}) => rule))).toEqual(new Set(['DIXA-42']));
  });

  it('OPENCX-20, OPENCX-67: a redacted session leaves the contact, and says by which rule', async () => {
    const rehearsal = await rehearse();
    const {standin, ask} = rehearsal;
    const canary = await knownAt(rehearsal, 'opencx');
    for (const sessionId of canary.planted.opencx?.sessions ?? [])
      await ask('POST', '/opencx/redaction/session', {sessionId});
    const {erased, survivors} = await standin.erasure(subjectOf(canary));
    expect(erased).toBe(true);
    const contact = survivors.filter(({pointer}) => pointer.startsWith('/opencx/contacts/'));
    expect(contact.map(({of}) => of)).toEqual(expect.arrayContaining(['/emails/0', '/phones/0', '/names/0']));
    expect(new Set(contact.map(({rule}) => rule))).toEqual(new Set(['OPENCX-20']));
  });

  it('SYMBL-53: a redacted reading leaves everything', async () => {
    const rehearsal = await rehearse();
    const canary = await knownAt(rehearsal, 'symbl');
    const {survivors, places} = await rehearsal.standin.erasure(subjectOf(canary));
    expect(survivors).toEqual([]);
    expect(collectionsOf(places)).toContain('symbl messages');
  });
});

it('Ada of the seeds is gone from all vendors, but for another organization that knows her', async () => {
  const {standin, ask, clients} = await rehearse();
  const ada = {identifiers: {email: 'ada@example.com'}} as PlantedCanary;
  await ask('PATCH', '/dixa/v1/endusers/f28fafd6-2e42-4441-943c-388a8e0ef433/anonymize?force=true');
  await clients.opencx.erase(ada);
  await clients.symbl.erase(ada);
  await standin.clock.advance('PT1H');
  const subject = {names: ['Ada Example'], emails: ['ada@example.com'], phones: ['+12025550143']};
  const {places} = await standin.erasure({...subject, texts: ['12 Sample Street']});
  expect(places.map(({pointer}) => pointer)).toEqual([
    '/opencx/contacts/2d7c9b48-e16a-4f35-9083-b4a5f61c7d13/email',
    '/opencx/contacts/2d7c9b48-e16a-4f35-9083-b4a5f61c7d13/name',
    '/opencx/history/5cf79ea0-283b-4ca4-95d7-c97fb6e30815/event/sender/name',
  ]);
});
