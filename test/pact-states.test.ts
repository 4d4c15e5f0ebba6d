import {beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../src/index.js';

/** What Pact's verifier says before an interaction, as it says it. That it does say so is proven in test/referees/pact.test.ts. */
let standin: Standin;
let wall: number;

beforeEach(async () => {
  wall = Date.parse('2026-03-01T12:00:00.000Z');
  standin = await createStandin({clock: () => wall, behaviours: {'dixa.anonymization_delay': 'PT5S'}});
});

async function change(body: unknown, path = '/_standin/pact-states') {
  const answer = await standin.fetch(path, {
    method: 'POST',
    ...(body !== undefined && {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}),
  });
  const text = await answer.text();
  return {status: answer.status, detail: text === '' ? undefined : (JSON.parse(text) as {detail: string}).detail};
}

const setup = (state: string, params: object = {}) => change({action: 'setup', params, state});

const dixa = (path: string, method = 'GET', sandbox = 'default') =>
  standin.sandbox(sandbox).fetch(`/dixa${path}`, {
    method,
    headers: {authorization: standin.sandbox(sandbox).info.vendors.dixa?.env.DIXA_API_KEY ?? ''},
  });

const stateOf = async (conversation: number, sandbox?: string) =>
  ((await (await dixa(`/v1/conversations/${conversation}`, 'GET', sandbox)).json()) as {data: {state: string}}).data
    .state;

describe('the stand-in begins anew', () => {
  it('with the seed, an empty journal and the behaviours of the start', async () => {
    await dixa('/v1/conversations/10750/close', 'PUT');
    await standin.behaviours.set({'dixa.dates': 'plain'});
    expect(await setup('the stand-in begins anew')).toEqual({status: 204, detail: undefined});
    expect(await standin.journal.entries()).toEqual([]);
    expect(await stateOf(10750)).toBe('Open');
    expect(await standin.behaviours.get()).toMatchObject({
      'dixa.dates': 'documented',
      'dixa.anonymization_delay': 'PT5S',
    });
  });

  it('in a scenario, with behaviours over those that the scenario has', async () => {
    await setup('the stand-in begins anew', {
      scenario: 'legacy-docs',
      behaviours: {'dixa.anonymization_delay': 'PT1H'},
    });
    expect(await standin.scenarios.current()).toBe('legacy-docs');
    expect(await standin.behaviours.get()).toMatchObject({'dixa.anonymization_delay': 'PT1H'});
  });

  it('with nothing injected, for a Pact holds only what a vendor answered', async () => {
    await standin.faults.add({fault: '500', vendor: 'dixa'});
    await setup('the stand-in begins anew', {scenario: 'flaky'});
    expect(await standin.faults.list()).toEqual([]);
    await setup('flaky');
    expect((await standin.faults.list()).length).toBeGreaterThan(0);
  });

  it('in the sandbox that the path names, and in no other', async () => {
    await dixa('/v1/conversations/10750/close', 'PUT');
    await dixa('/v1/conversations/10750/close', 'PUT', 'blue');
    const body = {action: 'setup', params: {}, state: 'the stand-in begins anew'};
    expect(await change(body, '/s/blue/_standin/pact-states')).toMatchObject({status: 204});
    expect([await stateOf(10750), await stateOf(10750, 'blue')]).toEqual(['Closed', 'Open']);
  });

  it('refuses a scenario and behaviours that there are not', async () => {
    expect(await setup('the stand-in begins anew', {scenario: 'sunny'})).toMatchObject({status: 400});
    const {status, detail} = await setup('the stand-in begins anew', {behaviours: {'dixa.dats': 'plain'}});
    expect([status, detail]).toEqual([400, expect.stringContaining('dixa.dats')]);
  });

  it('changes nothing when it refuses', async () => {
    await dixa('/v1/conversations/10750/close', 'PUT');
    const behaviours = {'dixa.dates': 'plain', 'dixa.dats': 'plain'};
    expect(await setup('the stand-in begins anew', {scenario: 'rate-limited', behaviours})).toMatchObject({
      status: 400,
    });
    expect([await stateOf(10750), await standin.scenarios.current()]).toEqual(['Closed', 'happy-path']);
    expect(await standin.journal.count()).toBeGreaterThan(0);
  });
});

describe('the clock stands at', () => {
  it('an instant before or after, whatever the clock did until then', async () => {
    for (const at of ['2026-01-05T09:00:00.000Z', '2030-01-05T09:00:00.000Z', '2026-01-05T09:00:01.000Z']) {
      expect(await setup('the clock stands at', {at})).toEqual({status: 204, detail: undefined});
      wall += 3_600_000;
      expect((await standin.clock.now()).toISOString()).toBe(at);
    }
  });

  it('carries out what falls due until then', async () => {
    await setup('the clock stands at', {at: '2026-01-05T09:00:00.000Z'});
    await dixa('/v1/conversations/10749/anonymize', 'PATCH');
    const kind = async () =>
      ((await (await dixa('/v1/conversations/10749')).json()) as {data: {_type: string}}).data._type;
    await setup('the clock stands at', {at: '2026-01-05T09:00:04.999Z'});
    expect(await kind()).not.toBe('AnonymizedConversation');
    await setup('the clock stands at', {at: '2026-01-05T09:00:05.000Z'});
    expect(await kind()).toBe('AnonymizedConversation');
  });

  it('refuses what is no instant', async () => {
    for (const params of [{}, {at: 'soon'}, {at: '0'}, {at: '2026'}, {at: '1969-12-31T23:59:59Z'}]) {
      const {status, detail} = await setup('the clock stands at', params);
      expect([status, detail]).toEqual([400, expect.stringContaining('Give "at" an instant between 1970 and 9999')]);
    }
  });
});

it('begins the scenario whose name a state is', async () => {
  expect(await setup('revoked-key')).toMatchObject({status: 204});
  expect((await dixa('/v1/conversations/10749')).status).toBe(401);
});

it('changes nothing for a state without a name, nor for one that is done with', async () => {
  await dixa('/v1/conversations/10750/close', 'PUT');
  expect(await setup('')).toMatchObject({status: 204});
  expect(await change({action: 'teardown', params: {}, state: 'the stand-in begins anew'})).toMatchObject({
    status: 204,
  });
  expect(await change({action: 'teardown', params: {}, state: 'somebody is there'})).toMatchObject({status: 204});
  expect(await stateOf(10750)).toBe('Closed');
});

it('takes all of it from the query as well', async () => {
  const query = new URLSearchParams({
    ...{action: 'setup', state: 'the stand-in begins anew', scenario: 'open-conversation'},
    behaviours: '{"dixa.dates":"plain"}',
  });
  expect(await change(undefined, `/_standin/pact-states?${query}`)).toMatchObject({status: 204});
  expect(await standin.scenarios.current()).toBe('open-conversation');
  expect(await standin.behaviours.get()).toMatchObject({'dixa.dates': 'plain'});
  const at = '2026-01-05T09:00:00.000Z';
  await change(undefined, `/_standin/pact-states?${new URLSearchParams({state: 'the clock stands at', at})}`);
  expect((await standin.clock.now()).toISOString()).toBe(at);
});

it('takes what other verifiers send beside it', async () => {
  const state = 'the stand-in begins anew';
  expect(await change({consumer: 'shop', state, states: [state], params: {}})).toMatchObject({status: 204});
});

describe('refuses in a sentence', () => {
  it.each([
    [
      'a state that there is not',
      {state: 'somebody is there'},
      'There is no such state here: use "the stand-in begins',
    ],
    ['a name of every object', {state: 'constructor'}, 'There is no such state here'],
    ['no state at all', undefined, 'Give a "state", in a JSON body or in the query.'],
  ])('%s', async (_, body, sentence) => {
    const {status, detail} = await change(body);
    expect([status, detail]).toEqual([400, expect.stringContaining(sentence)]);
  });

  it('behaviours in a query that are no JSON object', async () => {
    for (const behaviours of ['plain', '[]']) {
      const query = new URLSearchParams({state: 'the stand-in begins anew', behaviours});
      const {status, detail} = await change(undefined, `/_standin/pact-states?${query}`);
      expect([status, detail]).toEqual([400, expect.stringContaining('Give "behaviours" as a JSON object')]);
    }
  });
});
