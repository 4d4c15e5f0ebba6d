import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, Refused, type Standin} from '../src/index.js';

const start = Date.parse('2026-01-05T09:00:00.000Z');
let standin: Standin;
let wall: number;

beforeEach(async () => {
  wall = start;
  standin = await createStandin({clock: () => wall, randomSeed: 1});
});

afterEach(() => standin.close());

interface Sandbox {
  readonly id: string;
  readonly vendors: Standin['info']['vendors'];
}

async function control(path: string, method = 'GET', body?: unknown) {
  const answer = await standin.fetch(path, {
    method,
    ...(body !== undefined && {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}),
  });
  const text = await answer.text();
  return {status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown)};
}

const create = async (body: unknown = {}) => (await control('/_standin/sandboxes', 'POST', body)).body as Sandbox;
const idsOf = async () => (await standin.sandboxes.list()).map(({id}) => id);

describe('making a sandbox', () => {
  it('gives it an id, addresses and credentials of its own', async () => {
    const {status, body} = await control('/_standin/sandboxes', 'POST', {id: 'blue'});
    expect(status).toBe(201);
    expect(body).toEqual({
      id: 'blue',
      scenario: 'happy-path',
      createdAt: '2026-01-05T09:00:00.000Z',
      lastUsedAt: '2026-01-05T09:00:00.000Z',
      counts: {requests: 0, faults: 0, snapshots: 0},
      vendors: standin.sandbox('blue').info.vendors,
    });
    expect((await control('/_standin/sandboxes/blue')).body).toEqual(body);
  });

  it('makes up an id that is free when none is given, the same one in each run', async () => {
    await create({id: 'sandbox-2'});
    expect([(await create()).id, (await create()).id]).toEqual(['sandbox-1', 'sandbox-3']);
    expect((await control('/_standin/sandboxes', 'POST')).body).toMatchObject({id: 'sandbox-4'});
  });

  it.each([
    [{id: 'not a name'}, 400, /\/id must match pattern/],
    [{id: 'a'.repeat(41)}, 400, /\/id/],
    [{scenario: 'sad-path'}, 400, /happy-path, already-redacted, .*legacy-docs/],
    [{expiresAfter: 'soon'}, 400, /from PT1S to P365D/],
    [{expiresAfter: 'PT0S'}, 400, /from PT1S to P365D/],
    [{expiresAfter: 'P366D'}, 400, /from PT1S to P365D/],
    [{expiresAfter: 60}, 400, /expiresAfter/],
    [{name: 'blue'}, 400, /additional properties/],
    [[], 400, /object/],
    [{id: 'default'}, 409, /There is a sandbox default already/],
  ])('is refused as %j, and none is made', async (body, status, detail) => {
    expect(await control('/_standin/sandboxes', 'POST', body)).toMatchObject({
      status,
      body: {detail: expect.stringMatching(detail) as string},
    });
    expect(await idsOf()).toEqual(['default']);
  });

  it.each(['__proto__', 'constructor', 'hasOwnProperty'])(
    'may call it %s, which is a name like any other',
    async (id) => {
      expect((await create({id})).id).toBe(id);
      await standin.sandbox(id).scenarios.use('flaky');
      await standin.sandbox(id).clock.advance('P1D');
      expect(await standin.scenarios.current()).toBe('happy-path');
      expect(await standin.clock.now()).toEqual(new Date(start));
      await standin.sandboxes.delete(id);
      expect(await idsOf()).toEqual(['default']);
    },
  );

  it('is refused when a request has named it before', async () => {
    await standin.fetch('/s/blue/_standin/clock');
    expect((await control('/_standin/sandboxes', 'POST', {id: 'blue'})).status).toBe(409);
  });
});

describe('the list', () => {
  it('has every sandbox that was named, with what was asked of it', async () => {
    await create({id: 'blue', scenario: 'flaky', expiresAfter: 'PT1H'});
    wall += 1000;
    await standin.fetch('/s/green/dixa/v1/conversations/1');
    expect((await control('/_standin/sandboxes')).body).toEqual({
      sandboxes: [
        {
          id: 'default',
          ...{scenario: 'happy-path', counts: {requests: 0, faults: 0, snapshots: 0}},
          ...{createdAt: '2026-01-05T09:00:00.000Z', lastUsedAt: '2026-01-05T09:00:00.000Z'},
        },
        {
          id: 'blue',
          ...{scenario: 'flaky', counts: {requests: 0, faults: 6, snapshots: 0}},
          ...{createdAt: '2026-01-05T09:00:00.000Z', lastUsedAt: '2026-01-05T09:00:00.000Z'},
          expiresAt: '2026-01-05T10:00:00.000Z',
        },
        {
          id: 'green',
          ...{scenario: 'happy-path', counts: {requests: 1, faults: 0, snapshots: 0}},
          ...{createdAt: '2026-01-05T09:00:01.000Z', lastUsedAt: '2026-01-05T09:00:01.000Z'},
        },
      ],
    });
  });

  it('tells the machine’s time, whatever the sandboxes’ clocks show', async () => {
    const blue = await standin.sandboxes.create({id: 'blue', expiresAfter: 'PT1H'});
    await blue.clock.advance('P1D');
    await blue.clock.freeze();
    wall += 1000;
    await blue.clock.now();
    expect(await standin.sandboxes.list()).toContainEqual(
      expect.objectContaining({lastUsedAt: '2026-01-05T09:00:01.000Z', expiresAt: '2026-01-05T10:00:01.000Z'}),
    );
  });
});

describe('a sandbox that is deleted', () => {
  it('is gone, and begins anew when it is named again', async () => {
    const {vendors} = await create({id: 'blue', scenario: 'flaky', expiresAfter: 'PT1H'});
    const headers = {authorization: vendors.dixa?.env.DIXA_API_KEY ?? ''};
    await standin.fetch('/dixa/v1/conversations/10750/close', {method: 'PUT', headers});
    await standin.sandbox('blue').behaviours.set({'dixa.dates': 'plain'});
    expect(await control('/_standin/sandboxes/blue', 'DELETE')).toEqual({status: 204, body: undefined});
    expect(await control('/_standin/sandboxes/blue')).toMatchObject({status: 404});
    expect(await idsOf()).toEqual(['default']);

    const answer = await standin.fetch('/dixa/v1/conversations/10750', {headers});
    expect(await answer.json()).toMatchObject({data: {state: 'Open'}});
    const blue = standin.sandbox('blue');
    expect(await blue.journal.entries()).toHaveLength(1);
    expect(await blue.scenarios.current()).toBe('happy-path');
    expect(await blue.behaviours.get()).toMatchObject({'dixa.dates': 'documented'});
  });

  it('waits for what is under way in it, and lets go of webhooks', async () => {
    let arrived: () => void = () => undefined;
    let answer: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    await using slow = await createStandin({
      behaviours: {'opencx.webhook_url': 'http://127.0.0.1:1/'},
      outgoing: {
        send: () =>
          new Promise((resolve) => {
            answer = () => resolve({status: 200, body: ''});
            arrived();
          }),
      },
    });
    const blue = await slow.sandboxes.create({id: 'blue'});
    const {OPENCX_API_KEY: key} = blue.info.vendors.opencx?.env ?? {};
    const closing = slow.fetch('/opencx/chat/sessions/123e4567-e89b-12d3-a456-426614174000', {
      method: 'PATCH',
      headers: {authorization: `Bearer ${key}`, 'content-type': 'application/json'},
      body: JSON.stringify({status: 'closed_resolved'}),
    });
    const deleted = arrival.then(() => slow.sandboxes.delete('blue'));
    expect((await closing).status).toBe(200);
    await deleted;
    answer();
    await slow.settled();
    // The answer of the receiver came too late to be written down in the next life.
    expect(await slow.sandbox('blue').journal.entries()).toEqual([]);
  });

  it('ends the calls that came before, and begins anew for those that come after', async () => {
    await create({id: 'blue'});
    const blue = standin.sandbox('blue');
    const before = [1, 2, 3].map(() => blue.clock.advance('PT1H'));
    const deleted = standin.sandboxes.delete('blue');
    const after = blue.clock.now();
    await Promise.all([...before, deleted]);
    expect(await after).toEqual(new Date(start));
  });

  it.each([
    ['never', 404, 'There is no sandbox never; GET /_standin/sandboxes lists those there are.'],
    ['default', 409, 'The sandbox default stays; reset it with POST /_standin/reset, or make others to delete.'],
    ['not%20a%20name', 400, expect.stringContaining('/id must match pattern') as string],
  ])('is not %s', async (id, status, detail) => {
    expect(await control(`/_standin/sandboxes/${id}`, 'DELETE')).toMatchObject({status, body: {detail}});
    expect(await idsOf()).toEqual(['default']);
  });
});

describe('a sandbox that expires', () => {
  it('is there as long as it is used, and gone afterwards', async () => {
    const {vendors} = await create({expiresAfter: 'PT10M'});
    const headers = {authorization: vendors.dixa?.env.DIXA_API_KEY ?? ''};
    const close = () => standin.fetch('/dixa/v1/conversations/10750/close', {method: 'PUT', headers});
    const state = async () => {
      const answer = await standin.fetch('/dixa/v1/conversations/10750', {headers});
      return ((await answer.json()) as {data: {state: string}}).data.state;
    };
    await close();
    wall += 599_999;
    expect(await state()).toBe('Closed');
    wall += 599_999;
    expect(await idsOf()).toEqual(['default', 'sandbox-1']);
    wall += 1;
    expect(await idsOf()).toEqual(['default']);
    expect(await control('/_standin/sandboxes/sandbox-1')).toMatchObject({status: 404});
    expect(await state()).toBe('Open');
    expect((await control('/_standin/sandboxes/sandbox-1')).body).not.toHaveProperty('expiresAt');
  });

  it('makes room for others when there are as many as there can be', async () => {
    for (let number = 1; number < 1000; number += 1) await create({expiresAfter: 'PT1S'});
    expect(await control('/_standin/sandboxes', 'POST', {})).toMatchObject({
      status: 429,
      body: {detail: expect.stringMatching(/^There are 1000 sandboxes already; delete one/) as string},
    });
    await expect(standin.sandboxes.create()).rejects.toThrow(Refused);
    wall += 1000;
    expect((await control('/_standin/sandboxes', 'POST', {})).status).toBe(201);
    expect(await idsOf()).toHaveLength(2);
  });
});

describe('in a program', () => {
  it('a sandbox is made, used, and deleted at the end of its block', async () => {
    {
      await using blue = await standin.sandboxes.create({id: 'blue', scenario: 'open-conversation'});
      const headers = {authorization: blue.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
      const answer = await blue.fetch('/dixa/v1/conversations/10749/anonymize', {method: 'PATCH', headers});
      expect(answer.status).toBe(409);
      expect(await idsOf()).toEqual(['default', 'blue']);
    }
    expect(await idsOf()).toEqual(['default']);
  });

  it('one that was deleted before the end of its block is no error', async () => {
    await using blue = await standin.sandboxes.create();
    await standin.sandboxes.delete(blue.id);
  });

  it('refusals are errors that say what to do', async () => {
    await standin.sandboxes.create({id: 'blue'});
    await expect(standin.sandboxes.create({id: 'blue'})).rejects.toThrow(Refused);
    await expect(standin.sandboxes.delete('default')).rejects.toThrow('The sandbox default stays');
    // @ts-expect-error a name that no scenario has
    await expect(standin.sandboxes.create({scenario: 'sad-path'})).rejects.toThrow('happy-path');
  });
});

describe('a client that knows nothing but a base URL and its credentials', () => {
  const json = {'content-type': 'application/json'};
  const session = '123e4567-e89b-12d3-a456-426614174000';
  const conversation = '6301174203351040';
  let url: string;

  beforeEach(async () => {
    ({url} = await standin.listen({port: 0}));
  });

  /** What a client of each vendor does, and then sees. */
  const clients = {
    dixa: {
      change: async ({dixa}: Sandbox['vendors']) => {
        const init = {method: 'PUT', headers: {authorization: dixa?.env.DIXA_API_KEY ?? ''}};
        expect((await fetch(`${dixa?.baseUrl ?? ''}/v1/conversations/10750/close`, init)).status).toBe(204);
      },
      look: async ({dixa}: Sandbox['vendors']) => {
        const headers = {authorization: dixa?.env.DIXA_API_KEY ?? ''};
        return (await fetch(`${dixa?.baseUrl ?? ''}/v1/conversations/10750`, {headers})).text();
      },
    },
    opencx: {
      change: async ({opencx}: Sandbox['vendors']) => {
        const headers = {...json, authorization: `Bearer ${opencx?.env.OPENCX_API_KEY ?? ''}`};
        const init = {method: 'POST', headers, body: JSON.stringify({sessionId: session})};
        expect((await fetch(`${opencx?.baseUrl ?? ''}/redaction/session`, init)).status).toBe(200);
      },
      look: async ({opencx}: Sandbox['vendors']) => {
        const headers = {authorization: `Bearer ${opencx?.env.OPENCX_API_KEY ?? ''}`};
        return (await fetch(`${opencx?.baseUrl ?? ''}/chat/sessions/${session}/history`, {headers})).text();
      },
    },
    symbl: {
      change: async ({symbl}: Sandbox['vendors']) => {
        const headers = {authorization: `Bearer ${await symblToken(symbl)}`};
        const path = `${symbl?.baseUrl ?? ''}/v1/conversations/${conversation}`;
        expect((await fetch(path, {method: 'DELETE', headers})).status).toBe(200);
      },
      look: async ({symbl}: Sandbox['vendors']) => {
        const headers = {authorization: `Bearer ${await symblToken(symbl)}`};
        return (await fetch(`${symbl?.baseUrl ?? ''}/v1/conversations/${conversation}/messages`, {headers})).text();
      },
    },
  };

  async function symblToken(symbl: Sandbox['vendors'][string] | undefined): Promise<string> {
    const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = symbl?.env ?? {};
    const body = JSON.stringify({type: 'application', appId, appSecret});
    const answer = await fetch(`${symbl?.baseUrl ?? ''}/oauth2/token:generate`, {method: 'POST', headers: json, body});
    return ((await answer.json()) as {accessToken: string}).accessToken;
  }

  it.each(Object.entries(clients))('is alone in its sandbox at %s', async (_, {change, look}) => {
    const [blue, green] = [await standin.sandboxes.create(), await standin.sandboxes.create()];
    expect(blue.info.vendors.dixa?.baseUrl).toBe(`${url}/dixa`);
    const all = [blue, green, standin];
    const views = () => Promise.all(all.map(({info}) => look(info.vendors)));
    const before = await views();
    await change(blue.info.vendors);
    const after = await views();
    expect(after.map((view, position) => view === before[position])).toEqual([false, true, true]);
    const told = async (sandbox: Pick<Standin, 'journal'>) => (await sandbox.journal.entries()).length > 0;
    expect(await Promise.all(all.map(told))).toEqual([true, true, true]);
  });
});
