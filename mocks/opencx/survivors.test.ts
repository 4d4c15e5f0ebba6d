/** What a client that only redacts finds again, and by which rule. */
import {describe, expect, it} from 'vitest';
import type {Subject} from '../../src/erasure/index.js';
import type {VendorClient} from '../../test/support/vendor-client.js';
import {opencx} from './index.js';
import {survives} from './survivors.js';
import {openSession, opencxClient, redactMessage, redactSession, seeded, send} from './test-support.js';

const session = {
  custom_data: {order: 'Kept-custom-data'},
  contact: {email: 'kept-contact@example.org', name: 'Ida Keeper'},
};

/** Where something is left: what no rule keeps, and what one does. */
async function left(client: VendorClient, subject: Subject): Promise<{places: string[]; survivors: string[]}> {
  const {places, survivors} = await client.erasure(subject);
  const withoutIds = (pointer: string) => pointer.replace(/\/[^/]*-[^/]*/g, '/*');
  return {
    places: places.map(({pointer}) => withoutIds(pointer)),
    survivors: survivors.map(({pointer, rule}) => `${rule} ${withoutIds(pointer)}`),
  };
}

it('names rules that there are', () => {
  const known = opencx.rules.map(({id}) => id);
  for (const {rule} of survives) expect(known).toContain(rule);
});

describe('a redacted session', () => {
  it('OPENCX-20 keeps custom data and contact; before its redaction they are just there', async () => {
    const client = opencxClient();
    const id = await openSession(client, session);
    await send(client, id, {sender: 'contact', message: {type: 'text', text: 'Hello'}});
    const data = {texts: ['Kept-custom-data']};
    const contact = {names: ['Ida Keeper'], emails: ['kept-contact@example.org']};
    const own = ['email', 'name'].map((member) => `/opencx/contacts/*/${member}`);
    expect(await left(client, data)).toEqual({places: ['/opencx/sessions/*/custom_data/order'], survivors: []});
    expect((await left(client, contact)).places).toEqual(expect.arrayContaining(own));
    expect((await left(client, contact)).survivors).toEqual([]);

    await redactSession(client, id);
    expect(await left(client, data)).toEqual({
      places: [],
      survivors: ['OPENCX-20 /opencx/sessions/*/custom_data/order'],
    });
    const {places, survivors} = await left(client, contact);
    expect(places).toEqual([]);
    expect(survivors).toEqual(expect.arrayContaining(own.map((place) => `OPENCX-20 ${place}`)));
  });

  it('OPENCX-20 keeps summaries, and the telling seed shows it', async () => {
    const client = opencxClient();
    const pointers = async () => {
      const {places, survivors} = await left(client, {names: ['Ada Example']});
      return {places: places.filter((one) => one.includes('summary')), survivors};
    };
    const summaries = ['/opencx/sessions/*/handoff/summary', '/opencx/sessions/*/summary'];
    expect((await pointers()).places).toEqual(summaries);
    await redactSession(client, seeded.session);
    const {places, survivors} = await pointers();
    expect(places).toEqual([]);
    expect(survivors).toEqual(expect.arrayContaining(summaries.map((place) => `OPENCX-20 ${place}`)));
  });

  it('OPENCX-16, OPENCX-18, OPENCX-19 keep senders, comments and contexts', async () => {
    const client = opencxClient();
    const [comment, sender, context] = [
      '/opencx/history/*/event/content/text',
      '/opencx/history/*/event/sender/name',
      '/opencx/history/*/event/context/page',
    ];
    await redactSession(client, seeded.session);
    const {survivors} = await left(client, {names: ['Ada Example'], emails: ['ada@example.com']});
    expect(survivors).toEqual(
      expect.arrayContaining([`OPENCX-18 ${comment}`, `OPENCX-16 ${sender}`, `OPENCX-19 ${context}`]),
    );
  });

  it('OPENCX-18, OPENCX-19: with the switches, comments and contexts go, and nothing keeps them', async () => {
    const client = opencxClient({redact_comments: true, redact_context: true});
    await redactSession(client, seeded.session);
    const {survivors} = await left(client, {names: ['Ada Example'], emails: ['ada@example.com']});
    expect(survivors.filter((one) => /OPENCX-1[89]/.test(one))).toEqual([]);
  });

  it('OPENCX-18, OPENCX-19: what was redacted before the switches were set, they do not keep either', async () => {
    const client = opencxClient();
    await redactSession(client, seeded.session);
    const switches = {'opencx.redact_comments': true, 'opencx.redact_context': true};
    await client.engine.sandboxes.changeBehaviours('default', switches);
    const {places} = await left(client, {names: ['Ada Example'], emails: ['ada@example.com']});
    expect(places).toEqual(
      expect.arrayContaining(['/opencx/history/*/event/content/text', '/opencx/history/*/event/context/page']),
    );
  });
});

describe('what is still to be done', () => {
  it('OPENCX-22: a message that came after the redaction leaves nothing of its session for a rule to keep', async () => {
    const client = opencxClient();
    const id = await openSession(client, session);
    await send(client, id, 'First');
    await redactSession(client, id);
    await send(client, id, 'Second');
    expect((await left(client, {texts: ['Kept-custom-data']})).survivors).toEqual([]);
  });

  it('OPENCX-35: so does a message beside the one that was redacted, though what that one keeps is kept', async () => {
    const client = opencxClient();
    await redactMessage(client, seeded.message);
    const {places, survivors} = await left(client, {names: ['Ada Example']});
    expect(places).toContain('/opencx/sessions/*/summary');
    expect(survivors).toEqual(['OPENCX-16 /opencx/history/*/event/sender/name']);
  });

  it('OPENCX-67: a contact of whom nothing was redacted is there to be deleted', async () => {
    const client = opencxClient();
    await openSession(client, session);
    const contact = {emails: ['kept-contact@example.org']};
    expect(await left(client, contact)).toEqual({places: ['/opencx/contacts/*/email'], survivors: []});
  });
});

it('OPENCX-43 keeps the reason of a redaction, and what it was of, in the audit trail', async () => {
  const client = opencxClient();
  await redactSession(client, seeded.session, 'Asked for by Mx Reasonable');
  const {survivors} = await client.erasure({texts: ['Mx Reasonable', seeded.session]});
  const trail = survivors.filter(({where}) => where === 'audit').map(({pointer, rule}) => `${rule} ${pointer}`);
  expect(trail).toEqual(['OPENCX-43 /entries/0/item', 'OPENCX-43 /entries/0/reason']);
});
