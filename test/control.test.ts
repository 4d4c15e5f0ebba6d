import {beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin, type StandinOptions} from '../src/index.js';

const start = Date.parse('2026-01-05T09:00:00.000Z');
let standin: Standin;
let wall: number;

beforeEach(async () => {
  wall = start;
  standin = await createStandin({clock: () => wall, randomSeed: 1});
});

async function control(path: string, method = 'GET', body?: unknown) {
  const answer = await standin.fetch(path, {
    method,
    ...(body !== undefined && {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
  };
}

const dixa = (path: string, method = 'GET', sandbox?: string) =>
  standin.fetch(`/dixa${path}`, {
    method,
    headers: {
      authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '',
      ...(sandbox !== undefined && {'x-standin-sandbox': sandbox}),
    },
  });

const stateOf = async (conversation: number, sandbox?: string) => {
  const answer = await dixa(`/v1/conversations/${conversation}`, 'GET', sandbox);
  return ((await answer.json()) as {data: {state: string; _type: string}}).data;
};

it('is healthy', async () => {
  expect(await control('/_standin/health')).toEqual({status: 200, type: 'application/json', body: {status: 'ok'}});
});

it('tells addresses and demo credentials by the names that clients read', async () => {
  const {body} = await control('/_standin/info');
  expect(body).toMatchObject({
    name: 'standin',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
    sandbox: 'default',
    vendors: {
      dixa: {
        baseUrl: 'http://standin.test/dixa',
        origins: [],
        env: {DIXA_BASE_URL: 'http://standin.test/dixa', DIXA_API_KEY: expect.any(String) as string},
      },
      opencx: {env: {OPENCX_BASE_URL: 'http://standin.test/opencx', OPENCX_API_KEY: expect.any(String) as string}},
      symbl: {
        env: {
          SYMBL_APP_ID: expect.stringMatching(/^[0-9a-z]{64}$/) as string,
          SYMBL_APP_SECRET: expect.stringMatching(/^[0-9a-z]{128}$/) as string,
        },
      },
    },
  });
  expect(standin.info).toEqual(body);
});

it('gives each sandbox credentials of its own', async () => {
  const infos = await Promise.all(['default', 'blue', 'green'].map((id) => control(`/s/${id}/_standin/info`)));
  const keys = infos.map(({body}) => (body as Standin['info']).vendors.dixa?.env.DIXA_API_KEY);
  expect(new Set(keys).size).toBe(3);
});

it('starts a sandbox anew and leaves the others alone', async () => {
  await dixa('/v1/conversations/10750/close', 'PUT');
  await dixa('/v1/conversations/10750/close', 'PUT', 'blue');
  expect(await control('/_standin/reset', 'POST')).toMatchObject({status: 204, body: undefined});
  expect(await standin.journal.entries()).toEqual([]);
  expect((await stateOf(10750)).state).toBe('Open');
  expect((await stateOf(10750, 'blue')).state).toBe('Closed');
});

describe('behaviours', () => {
  const change = (body: unknown, path = '/_standin/behaviours') => control(path, 'PUT', body);
  const all = async (path = '/_standin/behaviours') => (await control(path)).body as Record<string, unknown>;

  it('are told by full name, written as in a configuration', async () => {
    const {body} = await control('/_standin/behaviours');
    expect(body).toMatchObject({'dixa.dates': 'documented', 'dixa.anonymization_delay': 'PT1S'});
    const known = standin.vendors.flatMap(({name, behaviours}) =>
      Object.keys(behaviours).map((key) => `${name}.${key}`),
    );
    expect(Object.keys(body as object)).toEqual(known);
    expect(await standin.behaviours.get()).toEqual(body);
  });

  it('can all be set to what they are told to be', async () => {
    const before = await all();
    expect((await change(before)).body).toEqual(before);
  });

  it('are in force from the next request on, in that sandbox alone', async () => {
    const {status, body} = await change({'dixa.anonymization_delay': 'PT22H30M'});
    expect([status, (body as Record<string, unknown>)['dixa.anonymization_delay']]).toEqual([200, 'PT22H30M']);
    await dixa('/v1/conversations/10749/anonymize', 'PATCH');
    await dixa('/v1/conversations/10749/anonymize', 'PATCH', 'blue');
    wall += 80_000_000;
    expect((await stateOf(10749))._type).not.toBe('AnonymizedConversation');
    expect((await stateOf(10749, 'blue'))._type).toBe('AnonymizedConversation');
    expect((await all('/s/blue/_standin/behaviours'))['dixa.anonymization_delay']).toBe('PT1S');
  });

  it('that are not named are as they were at first, and all are after a reset', async () => {
    await using slow = await createStandin({behaviours: {'dixa.anonymization_delay': 'PT5S'}});
    await slow.behaviours.set({'dixa.dates': 'plain', 'dixa.anonymization_delay': 'PT1H'});
    await slow.behaviours.set({'dixa.dates': 'plain'});
    expect(await slow.behaviours.get()).toMatchObject({'dixa.dates': 'plain', 'dixa.anonymization_delay': 'PT5S'});
    await slow.reset();
    expect(await slow.behaviours.get()).toMatchObject({'dixa.dates': 'documented', 'dixa.anonymization_delay': 'PT5S'});
  });

  it.each([
    [{'dixa.nonsense': 'plain'}, /There is no behaviour dixa\.nonsense: use dixa\.dates, /],
    [
      {'dixa.dates': 'plain', 'dixa.repeat': 'sometimes'},
      'The behaviour dixa.repeat cannot be "sometimes": use accept | conflict.',
    ],
    [{'dixa.dates': {}}, /dates/],
    [{'dixa.anonymization_delay': 'P1DT1S'}, /use a duration such as PT1S, up to P1D/],
    [['plain'], /object/],
    ['plain', /object/],
  ])('cannot be set by %j, and nothing changes', async (wrong, detail) => {
    const before = await all();
    const {status, body} = await change(wrong);
    expect(status).toBe(400);
    expect((body as {detail: string}).detail).toMatch(detail);
    expect(await all()).toEqual(before);
  });
});

describe('the clock', () => {
  const change = (body: unknown, path = '/_standin/clock') => control(path, 'POST', body);
  const now = async (path = '/_standin/clock') => (await control(path)).body;

  it('runs with the machine’s until it is told otherwise', async () => {
    expect(await now()).toEqual({now: '2026-01-05T09:00:00.000Z', mode: 'running'});
    wall += 1500;
    expect(await now()).toEqual({now: '2026-01-05T09:00:01.500Z', mode: 'running'});
  });

  it('stops, is set, and goes on from there', async () => {
    expect((await change({freeze: true})).body).toEqual({now: '2026-01-05T09:00:00.000Z', mode: 'frozen', settled: []});
    wall += 60_000;
    expect(await now()).toEqual({now: '2026-01-05T09:00:00.000Z', mode: 'frozen'});
    await change({set: '2027-06-01T12:00:00Z'});
    await change({resume: true});
    wall += 1000;
    expect(await now()).toEqual({now: '2027-06-01T12:00:01.000Z', mode: 'running'});
  });

  it('runs sixty times as fast when it is told to', async () => {
    expect((await change({speed: '60x'})).body).toMatchObject({now: '2026-01-05T09:00:00.000Z', speed: '60x'});
    wall += 1000;
    expect(await now()).toEqual({now: '2026-01-05T09:01:00.000Z', mode: 'running', speed: '60x'});
    await change({speed: '1x'});
    wall += 1000;
    expect(await now()).toEqual({now: '2026-01-05T09:01:01.000Z', mode: 'running'});
  });

  it('carries out what falls due when it is moved on, and tells what', async () => {
    await dixa('/v1/conversations/10749/anonymize', 'PATCH');
    const {body} = await change({advance: 'PT10S'});
    expect(body).toEqual({
      now: '2026-01-05T09:00:10.000Z',
      mode: 'running',
      settled: [{vendor: 'dixa', transition: 'anonymize', at: '2026-01-05T09:00:01.000Z'}],
    });
    expect((await stateOf(10749))._type).toBe('AnonymizedConversation');
  });

  it('is each sandbox’s own', async () => {
    await change({advance: 'P1D'}, '/s/blue/_standin/clock');
    expect(await now()).toMatchObject({now: '2026-01-05T09:00:00.000Z'});
    expect(await now('/s/blue/_standin/clock')).toMatchObject({now: '2026-01-06T09:00:00.000Z'});
  });

  it('loses no step when two move it at once', async () => {
    await Promise.all([change({advance: 'PT10S'}), change({advance: 'PT10S'})]);
    expect(await now()).toMatchObject({now: '2026-01-05T09:00:20.000Z'});
  });

  it.each([
    [{advance: 'ten seconds'}],
    [{advance: 'P1M'}],
    [{speed: 60}],
    [{speed: '0x'}],
    [{speed: '86401x'}],
    [{speed: 'fast'}],
    [{set: 'tomorrow'}],
    [{set: '+020000-01-01T00:00:00Z'}],
    [{freeze: false}],
    [{freeze: true, resume: true}],
    [{}],
    [{speed: 60}],
    [[]],
    ['PT10S'],
  ])('refuses %j with a sentence and changes nothing', async (body) => {
    expect(await change(body)).toMatchObject({
      status: 400,
      type: 'application/problem+json',
      body: {status: 400, detail: expect.stringMatching(/\.$/) as string},
    });
    expect(await now()).toEqual({now: '2026-01-05T09:00:00.000Z', mode: 'running'});
  });

  it('does not run past the year 9999', async () => {
    await change({advance: 'P999999999D'});
    expect(await now()).toMatchObject({now: '9999-12-31T23:59:59.999Z'});
  });

  it('says the same in a program', async () => {
    await standin.clock.freeze();
    await standin.clock.advance('PT1M');
    expect(await standin.clock.now()).toEqual(new Date('2026-01-05T09:01:00.000Z'));
    await expect(standin.clock.advance('soon')).rejects.toThrow(RangeError);
  });
});

describe('the journal', () => {
  it('tells what was asked, without personal data, and forgets when told', async () => {
    await standin.fetch('/dixa/v1/endusers', {
      method: 'POST',
      headers: {authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '', 'content-type': 'application/json'},
      body: JSON.stringify({displayName: 'Canary Person', email: 'canary@customer.example', nickname: 'Birdie'}),
    });
    const {body} = await control('/_standin/journal');
    expect(body).toMatchObject({
      entries: [
        {
          vendor: 'dixa',
          operation: 'postEndusers',
          request: {method: 'POST', path: '/v1/endusers'},
          response: {status: 201},
        },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(/canary|birdie|nickname/i);
    expect((await control('/_standin/journal', 'DELETE')).status).toBe(204);
    expect((await control('/_standin/journal')).body).toEqual({entries: []});
  });
});

it('shows the audit trail, never with content (OPENCX-43)', async () => {
  await standin.fetch('/opencx/redaction/session', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${standin.info.vendors.opencx?.env.OPENCX_API_KEY ?? ''}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      sessionId: '123e4567-e89b-12d3-a456-426614174000',
      reason: 'Customer requested data removal',
    }),
  });
  const {body} = await control('/_standin/audit');
  expect(body).toEqual({
    entries: [
      {
        id: expect.any(String) as string,
        at: '2026-01-05T09:00:00.000Z',
        vendor: 'opencx',
        action: expect.any(String) as string,
        type: 'session',
        item: '123e4567-e89b-12d3-a456-426614174000',
        actor: expect.any(String) as string,
        reason: 'Customer requested data removal',
        count: expect.any(Number) as number,
      },
    ],
  });
});

it.each([
  ['GET', '/_standin', 404],
  ['GET', '/_standin/nothing', 404],
  ['DELETE', '/_standin/clock', 405],
  ['GET', '/s/not%20a%20name/_standin/info', 400],
])('answers %s %s with a problem of status %i', async (method, path, status) => {
  const answer = await control(path, method);
  expect(answer).toMatchObject({status, type: 'application/problem+json', body: {status}});
});

it('asks for JSON as JSON', async () => {
  const send = async (body: string, type?: string) =>
    (
      await standin.fetch('/_standin/clock', {
        method: 'POST',
        body,
        headers: {'content-type': type ?? 'application/json'},
      })
    ).status;
  expect(await send('{"freeze":', 'application/json')).toBe(400);
  expect(await send('', 'application/json')).toBe(400);
  expect(await send('freeze=true', 'application/x-www-form-urlencoded')).toBe(415);
  expect(await send(JSON.stringify({set: 'x'.repeat(1024 * 1024)}))).toBe(413);
});

describe('making a stand-in', () => {
  it.each([
    [{vendors: ['dixie']}, /dixa/],
    [{behaviours: {'dixa.date': 'plain'}}, /dixa\.dates/],
    [{behaviours: {'dixa.dates': 'pretty'}}, /documented \| plain/],
  ])('refuses %j and tells what there is', async (options, told) => {
    await expect(createStandin(options as StandinOptions)).rejects.toThrow(told);
  });

  it('gives the same bytes for the same seed and calls, the journal included', async () => {
    const record = async (randomSeed: number) => {
      const made = await createStandin({clock: () => start, randomSeed});
      const headers = {authorization: made.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
      await made.fetch('/dixa/v1/conversations/10750/anonymize?force=true', {method: 'PATCH', headers});
      await made.clock.advance('PT1M');
      const log = await made.fetch('/dixa/v1/conversations/10750/activitylog', {headers});
      return [await log.text(), JSON.stringify(await made.journal.entries())];
    };
    expect(await record(7)).toEqual(await record(7));
    expect(await record(8)).not.toEqual(await record(7));
  });

  it('shares nothing with another one', async () => {
    const other = await createStandin({clock: () => start, randomSeed: 1});
    await dixa('/v1/conversations/10750/close', 'PUT');
    await other.clock.advance('P1D');
    expect(await other.journal.entries()).toEqual([]);
    expect(await standin.clock.now()).toEqual(new Date(start));
  });

  it('ends with its block', async () => {
    let url = '';
    {
      await using made = await createStandin({vendors: ['dixa']});
      ({url} = await made.listen({port: 0}));
      expect((await fetch(`${url}/_standin/health`)).status).toBe(200);
    }
    await expect(fetch(`${url}/_standin/health`)).rejects.toThrow();
  });
});

describe('what is refused everywhere', () => {
  it('a member that would change what all objects are', async () => {
    const standin = await createStandin({vendors: ['dixa']});
    const put = (path: string, body: string) =>
      standin.fetch(`/_standin${path}`, {
        method: path === '/behaviours' ? 'PUT' : 'POST',
        headers: {'content-type': 'application/json'},
        body,
      });
    await standin.behaviours.set({'dixa.dates': 'plain'});
    for (const [path, body] of [
      ['/behaviours', '{"__proto__":{"dixa.dates":"documented"}}'],
      ['/clock', '{"freeze":true,"\\u005f_proto__":{}}'],
      ['/verify', '{"requests":[{"vendor":"dixa","body":{"a":[{"__proto__":{}}]}}]}'],
    ] as const) {
      const answer = await put(path, body);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({detail: 'The body has a member named "__proto__": leave it out.'});
    }
    expect((await standin.behaviours.get())['dixa.dates']).toBe('plain');
    expect((await put('/verify', '{"requests":[{"vendor":"dixa","body":{"a":"__proto__"}}]}')).status).toBe(200);
  });

  it('another method, naming those there are', async () => {
    const standin = await createStandin({vendors: ['dixa']});
    const answer = await standin.fetch('/_standin/reset', {method: 'DELETE'});
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
  });
});
