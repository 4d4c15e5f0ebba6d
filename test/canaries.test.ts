/** Invented people: planted at the vendors, erased by a client, and looked for. */
import {beforeEach, describe, expect, it} from 'vitest';
import {createStandin, Refused, type CanaryReport, type PlantedCanary, type Standin} from '../src/index.js';
import {rehearse, sentenceAbout, type Client, type Rehearsal} from './support/rehearsal.js';

let standin: Standin;
let ask: Rehearsal['ask'];
let clients: Rehearsal['clients'];

beforeEach(async () => {
  ({standin, ask, clients} = await rehearse());
});

/** Plants one, at all vendors unless told otherwise. */
async function plantOne(...vendors: string[]): Promise<PlantedCanary> {
  const [canary] = await standin.canaries.plant(vendors.length > 0 ? {vendors} : {});
  return canary!;
}

async function control(method: string, body?: unknown) {
  const answer = await standin.fetch('/_standin/canaries', {
    method,
    ...(body !== undefined && {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}),
  });
  const text = await answer.text();
  return {status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as Record<string, unknown>};
}

/** Places of a fate, each as vendor and collection. */
function placesOf({canaries}: CanaryReport, fate: string): Set<string> {
  const places = canaries.flatMap((one) => one.places).filter((place) => place.fate === fate);
  return new Set(places.map(({pointer}) => pointer.split('/').slice(1, 3).join(' ')));
}

describe('planting', () => {
  it('answers what somebody is known by, and every entity that it made of them', async () => {
    const {status, body} = await control('POST');
    expect(status).toBe(201);
    const [{id, identifiers, planted}] = (body as {canaries: [PlantedCanary]}).canaries;
    expect(id).toBe('canary-1');
    expect(identifiers).toMatchObject({email: expect.stringMatching(/^canary-\w+@example\.org$/) as string});
    expect(Object.keys(planted)).toEqual(['opencx', 'dixa', 'symbl']);
    for (const [vendor, collections] of Object.entries(planted)) {
      for (const [collection, ids] of Object.entries(collections)) {
        const there = (await standin.state.collection(vendor, collection).list()).map((entity) => entity.id);
        expect(there).toEqual(expect.arrayContaining([...ids]));
      }
    }
  });

  it('covers profiles, what was said, subjects, files, notes and custom data', async () => {
    await plantOne();
    const places = placesOf(await standin.canaries.report(), 'survived');
    const expected = [
      ...['dixa endUsers', 'dixa conversations', 'dixa messages', 'dixa files', 'dixa notes', 'dixa ratings'],
      ...['dixa activities', 'opencx contacts', 'opencx sessions', 'opencx history', 'opencx files'],
      ...['symbl conversations', 'symbl members', 'symbl messages'],
    ];
    expect([...places].sort()).toEqual(expected.sort());
  });

  it('is the same for the same seed and the same calls, and nobody else in another sandbox', async () => {
    const people = async (one: Pick<Standin, 'canaries'>) => [
      ...(await one.canaries.plant({people: 2})),
      ...(await one.canaries.plant({vendors: ['dixa']})),
    ];
    const first = await people(standin);
    const again = await people((await rehearse()).standin);
    const other = await people(standin.sandbox('blue'));
    expect(again).toEqual(first);
    const known = new Set(first.flatMap(({identifiers}) => Object.values(identifiers)));
    for (const {identifiers} of other) for (const text of Object.values(identifiers)) expect(known).not.toContain(text);
  });

  it('never brings the same one twice, removed or not', async () => {
    const seen = new Set<string>();
    for (let times = 0; times < 3; times += 1) {
      for (const {id, identifiers} of await standin.canaries.plant({people: 20, vendors: ['symbl']})) {
        for (const text of [id, ...Object.values(identifiers)]) {
          expect(seen).not.toContain(text);
          seen.add(text);
        }
      }
      await standin.canaries.remove();
    }
  });

  it('passes over whoever shares something with somebody who is there', async () => {
    const {identifiers} = await plantOne('dixa');
    const fresh = (await rehearse()).standin;
    const others = {id: '00000000-0000-4000-8000-00000000000a', createdAt: '2025-01-01T00:00:00Z'};
    await fresh.state.collection('dixa', 'endUsers').put({...others, phoneNumber: identifiers.phone} as {id: string});
    const [canary] = await fresh.canaries.plant({vendors: ['dixa']});
    expect(canary?.id).toBe('canary-2');
    expect(canary?.identifiers.phone).not.toBe(identifiers.phone);
  });

  it('is for the vendors that are named', async () => {
    const {planted} = await plantOne('symbl', 'symbl');
    expect(planted).toEqual({symbl: expect.objectContaining({conversations: [expect.any(String)]}) as object});
    expect(Object.keys((await standin.canaries.report()).vendors)).toEqual(['symbl']);
  });

  it.each([
    [{people: 0}, 400, "The body's /people must be >= 1."],
    [{people: 21}, 400, "The body's /people must be <= 20."],
    [{people: 1.5}, 400, "The body's /people must be integer."],
    [{vendors: []}, 400, "The body's /vendors must NOT have fewer than 1 items."],
    [{vendors: ['zendesk']}, 400, 'There is no vendor "zendesk": use opencx, dixa, symbl.'],
    [{person: 1}, 400, 'The body must NOT have additional properties such as person.'],
  ])('%j is refused', async (body, status, detail) => {
    expect(await control('POST', body)).toMatchObject({
      status,
      body: {detail: expect.stringContaining(detail) as string},
    });
    expect((await standin.canaries.report()).canaries).toEqual([]);
  });

  it('ends at a hundred', async () => {
    for (let times = 0; times < 4; times += 1) await standin.canaries.plant({people: 20, vendors: ['symbl']});
    await standin.canaries.plant({people: 19, vendors: ['symbl']});
    const refusal = await control('POST', {people: 2, vendors: ['symbl']});
    const detail = 'A sandbox has at most 100 canaries, and room for 1 more: plant fewer, or remove those there are.';
    expect(refusal).toMatchObject({status: 409, body: {detail}});
    await plantOne('symbl');
    await expect(plantOne('symbl')).rejects.toThrow(Refused);
    await standin.canaries.remove();
    expect((await plantOne('symbl')).id).toBe('canary-101');
  });
});

describe('the report', () => {
  it('has a score of 0 before anything was done, and no score without canaries', async () => {
    const none = {planted: 0, gone: 0, survived: 0, kept: 0, score: 0, vendors: {}, canaries: []};
    expect(await standin.canaries.report()).toEqual(none);
    await plantOne();
    const {canaries, vendors, ...whole} = await standin.canaries.report();
    for (const score of [whole, ...Object.values(vendors), ...canaries]) {
      expect(score).toMatchObject({gone: 0, survived: score.planted, kept: 0, score: 0});
    }
    expect(whole.planted).toBe(canaries[0]?.places.length);
  });

  it('adds up: all that was planted is gone, or survived, or is kept', async () => {
    const canary = await plantOne();
    await clients.dixa.erase(canary);
    await ask('POST', '/opencx/redaction/session', {sessionId: canary.planted.opencx?.sessions?.[0]});
    await standin.clock.advance('PT1H');
    const {canaries, vendors, ...whole} = await standin.canaries.report();
    for (const {planted, gone, survived, kept} of [whole, ...canaries, ...Object.values(vendors)]) {
      expect(gone + survived + kept).toBe(planted);
    }
    expect(vendors).toMatchObject({dixa: {score: 1}, opencx: {score: 1}, symbl: {gone: 0, score: 0}});
    expect(whole.score).toBeGreaterThan(0);
    expect(whole.score).toBeLessThan(1);
  });

  it('names the rule where a value is kept, as for a client that only redacts and forgets the contact', async () => {
    const canary = await plantOne('opencx');
    await ask('POST', '/opencx/redaction/session', {sessionId: canary.planted.opencx?.sessions?.[0]});
    const report = await standin.canaries.report();
    expect(placesOf(report, 'gone')).toEqual(new Set(['opencx history', 'opencx files']));
    expect(placesOf(report, 'kept')).toEqual(new Set(['opencx contacts', 'opencx sessions', 'opencx history']));
    const email = report.canaries[0]?.places.filter(({of, pointer}) => of === 'email' && pointer.endsWith('/email'));
    expect(email).toMatchObject([{fate: 'kept', rule: 'OPENCX-20', as: []}]);
  });

  it('finds what has spread, and the score is not 1 as long as it is there', async () => {
    const canary = await plantOne('dixa');
    await ask('POST', '/dixa/v1/endusers', {displayName: canary.identifiers.lastName.toUpperCase()});
    await clients.dixa.erase(canary);
    await standin.clock.advance('PT1H');
    const {gone, survived, score, canaries} = await standin.canaries.report();
    expect({gone: gone > 0, survived, below: score < 1}).toEqual({gone: true, survived: 1, below: true});
    const spread = canaries[0]?.places.filter((place) => place.spread);
    expect(spread).toMatchObject([{where: 'state', of: 'lastName', as: ['case'], fate: 'survived', spread: true}]);
    expect(spread?.[0]?.pointer).toMatch(/^\/dixa\/endUsers\/[0-9a-f-]+\/displayName$/);
  });

  it('counts all that has spread, and tells the first thousand places of it', async () => {
    const {identifiers, planted} = await plantOne('symbl');
    const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const tags = Array.from({length: 1100}, (_, at) => ({
      id: idOf(at),
      name: `${identifiers.city} ${at}`,
      state: 'Active',
    }));
    await standin.state.patch({dixa: {tags}});
    const {survived, vendors, canaries} = await standin.canaries.report();
    expect(vendors.dixa).toMatchObject({planted: 0, survived: 1100});
    const {places} = canaries[0]!;
    expect(places.filter((place) => place.spread)).toHaveLength(1000);
    expect(survived).toBe(places.length + 100);
    expect(planted).not.toHaveProperty('dixa');
  });

  it('tells canaries apart', async () => {
    const [first, second] = (await standin.canaries.plant({people: 2, vendors: ['symbl']})) as [
      PlantedCanary,
      PlantedCanary,
    ];
    await clients.symbl.erase(first);
    const {canaries} = await standin.canaries.report();
    expect(canaries.map(({id, score}) => [id, score])).toEqual([
      [first.id, 1],
      [second.id, 0],
    ]);
  });

  it('says how much a snapshot keeps, which does not count', async () => {
    const canary = await plantOne('symbl');
    await standin.snapshots.take('before');
    await clients.symbl.erase(canary);
    const {canaries, score} = await standin.canaries.report();
    expect({score, snapshots: canaries[0]?.snapshots}).toEqual({score: 1, snapshots: canaries[0]?.planted});
  });

  it('counts a journal that still shows somebody in clear, at the vendor that was called', async () => {
    const clear: Rehearsal = await rehearse({journal: 'clear'});
    const [canary] = (await clear.standin.canaries.plant({vendors: ['opencx']})) as [PlantedCanary];
    const [session] = canary.planted.opencx?.sessions ?? [];
    await clear.ask('GET', `/opencx/chat/sessions/${session}`);
    const {canaries} = await clear.standin.canaries.report();
    const journal = canaries[0]?.places.filter(({where}) => where === 'journal');
    expect(journal?.map(({vendor, fate, spread}) => ({vendor, fate, spread}))).toContainEqual({
      vendor: 'opencx',
      fate: 'survived',
      spread: true,
    });
  });
});

describe('removing them', () => {
  it('leaves the state as it was, whatever became of them, and forgets them', async () => {
    const before = await standin.state.read();
    const canary = await plantOne();
    await ask('POST', '/opencx/redaction/session', {sessionId: canary.planted.opencx?.sessions?.[0]});
    expect(await control('DELETE')).toEqual({status: 204, body: undefined});
    expect(await standin.state.read()).toEqual(before);
    expect((await standin.canaries.report()).canaries).toEqual([]);
  });

  it('leaves what others made of them', async () => {
    const canary = await plantOne('dixa');
    await ask('POST', '/dixa/v1/endusers', {displayName: sentenceAbout(canary)});
    await standin.canaries.remove();
    const {places} = await standin.erasure({names: [canary.identifiers.lastName]});
    expect(places).toHaveLength(1);
  });

  it('is what a reset does too: the first one is the same again', async () => {
    const first = await plantOne();
    await standin.reset();
    expect((await standin.canaries.report()).canaries).toEqual([]);
    expect(await plantOne()).toEqual(first);
  });

  it('is not what a restore does: a client can try again from where it began', async () => {
    const canary = await plantOne('dixa');
    await standin.snapshots.take('planted');
    const erase: Client['erase'] = clients.dixa.erase;
    for (let times = 0; times < 2; times += 1) {
      expect((await standin.canaries.report()).score).toBe(0);
      await erase(canary);
      await standin.clock.advance('PT1H');
      expect((await standin.canaries.report()).score).toBe(1);
      await standin.snapshots.restore('planted');
    }
    expect((await plantOne('dixa')).id).not.toBe(canary.id);
  });

  it('is not what a restore does to a time before they were planted either: none comes twice', async () => {
    await standin.snapshots.take('empty');
    const canary = await plantOne('dixa');
    await standin.snapshots.restore('empty');
    const other = await plantOne('dixa');
    expect([canary.id, other.id]).toEqual(['canary-1', 'canary-2']);
    expect((await standin.canaries.report()).canaries.map(({id, score}) => [id, score])).toEqual([
      ['canary-1', 1],
      ['canary-2', 0],
    ]);
  });
});

it('is for the vendors that a stand-in has', async () => {
  await using one = await createStandin({vendors: ['symbl']});
  const [canary] = await one.canaries.plant();
  expect(Object.keys(canary?.planted ?? {})).toEqual(['symbl']);
});
