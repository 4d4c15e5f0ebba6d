import {beforeEach, describe, expect, it} from 'vitest';
import {document} from '../specs/standin/generated/index.js';
import {scenarioNames} from '../src/engine/index.js';
import {createStandin, type Standin, type StandinOptions} from '../src/index.js';
import {vendorsNamed} from '../src/registry.js';

const registry = await vendorsNamed();

let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({randomSeed: 1});
});

async function control(path: string, method = 'GET', body?: unknown) {
  const answer = await standin.fetch(path, {
    method,
    ...(body !== undefined && {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}),
  });
  return {status: answer.status, body: (await answer.json()) as unknown};
}

/** Asks Dixa to anonymize the conversation of its samples. */
async function anonymize(made: Standin, sandbox = 'default'): Promise<number> {
  const headers = {authorization: made.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
  const path = '/dixa/v1/conversations/10749/anonymize';
  return (await made.sandbox(sandbox).fetch(path, {method: 'PATCH', headers})).status;
}

describe('the list of scenarios', () => {
  it('tells what each is for, and what it is at each vendor', async () => {
    const {body} = await control('/_standin/scenarios');
    const {scenarios} = body as {scenarios: {name: string; about: string; vendors: Record<string, string>}[]};
    expect(scenarios.map(({name}) => name)).toEqual(scenarioNames);
    for (const {name, about, vendors} of scenarios) {
      expect(about, name).toMatch(/^[A-Z].*\.$/);
      expect(Object.keys(vendors), name).toEqual(['opencx', 'dixa', 'symbl']);
      for (const text of Object.values(vendors)) expect(text, name).toMatch(/^[A-Z].*\.$/);
    }
    expect(await standin.scenarios.list()).toEqual(scenarios);
  });

  it('says where a vendor has no part', async () => {
    const scenarios = await standin.scenarios.list();
    expect(scenarios.find(({name}) => name === 'partial-scope')?.vendors).toMatchObject({
      dixa: expect.stringContaining('DIXA-5') as string,
      symbl: 'As in happy-path.',
    });
  });

  it('is that of the document', () => {
    const {ScenarioName} = (document as unknown as {components: {schemas: Record<string, {enum?: string[]}>}})
      .components.schemas;
    expect(ScenarioName?.enum).toEqual(scenarioNames);
  });

  it('has a vendor in each but the one in which everything works', () => {
    const parts = scenarioNames.filter((name) => registry.some(({scenarios}) => scenarios[name]));
    expect(parts).toEqual(scenarioNames.filter((name) => name !== 'happy-path'));
  });
});

describe('the scenario of a sandbox', () => {
  it('is happy-path until another one is chosen, for that sandbox alone', async () => {
    expect(await control('/_standin/scenario')).toEqual({status: 200, body: {name: 'happy-path'}});
    const name = 'open-conversation';
    expect(await control('/s/blue/_standin/scenario', 'PUT', {name})).toEqual({status: 200, body: {name}});
    expect(await control('/s/blue/_standin/scenario')).toEqual({status: 200, body: {name}});
    expect([await anonymize(standin), await anonymize(standin, 'blue')]).toEqual([202, 409]);
  });

  it('begins anew when it is chosen: state, clock, journal, faults, behaviours', async () => {
    await anonymize(standin);
    await standin.clock.set('2030-01-01T00:00:00Z');
    await standin.behaviours.set({'dixa.dates': 'plain'});
    await control('/_standin/faults', 'POST', {fault: '500'});
    await standin.scenarios.use('open-conversation');
    expect(await standin.journal.entries()).toEqual([]);
    expect((await standin.clock.now()).getUTCFullYear()).not.toBe(2030);
    expect(await standin.behaviours.get()).toMatchObject({'dixa.dates': 'documented'});
    expect((await control('/_standin/faults')).body).toEqual({faults: []});
    expect(await anonymize(standin)).toBe(409);
  });

  it('is the one it began with after a reset', async () => {
    const made = await createStandin({scenario: 'revoked-key'});
    expect(await anonymize(made)).toBe(401);
    await made.scenarios.use('happy-path');
    expect(await anonymize(made)).toBe(202);
    await made.reset();
    expect(await made.scenarios.current()).toBe('revoked-key');
    expect(await anonymize(made)).toBe(401);
    expect(await anonymize(made, 'blue')).toBe(401);
  });

  it.each([[{name: 'sad-path'}], [{name: 'constructor'}], [{}], [{name: 7}], ['flaky']])(
    'cannot be %j, and nothing changes',
    async (body) => {
      await standin.scenarios.use('flaky');
      expect(await control('/_standin/scenario', 'PUT', body)).toMatchObject({
        status: 400,
        body: {detail: expect.stringMatching(/\.$/) as string},
      });
      expect(await standin.scenarios.current()).toBe('flaky');
    },
  );

  it('that there is not is refused with the names of those there are', async () => {
    const {body} = await control('/_standin/scenario', 'PUT', {name: 'sad-path'});
    for (const name of scenarioNames) expect((body as {detail: string}).detail).toContain(name);
    // @ts-expect-error a name that no scenario has
    const options: StandinOptions = {scenario: 'sad-path'};
    await expect(createStandin(options)).rejects.toThrow(
      'There is no scenario "sad-path": use happy-path, already-redacted,',
    );
    // @ts-expect-error a name that no scenario has
    await expect(standin.scenarios.use('sad-path')).rejects.toThrow('legacy-docs');
  });
});

it('every scenario is possible with every choice of vendors', async () => {
  for (const {name} of registry) {
    for (const scenario of scenarioNames) {
      const made = await createStandin({vendors: [name], scenario});
      expect(await made.scenarios.current()).toBe(scenario);
    }
  }
});
