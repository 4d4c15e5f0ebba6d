import {describe, expect, it} from 'vitest';
import {snapshotsOf} from '../../src/engine/desks.js';
import {opencx} from './index.js';
import {
  forbidden,
  history,
  keys,
  messages,
  opencxClient,
  organizationA,
  read,
  redactSession,
  seeded,
  send,
  stateOf,
  unauthorized,
  visitor,
  type ClientOptions,
} from './test-support.js';

type Scenario = keyof typeof opencx.scenarios;
const within = (scenario: Scenario, options: ClientOptions = {}) => opencxClient({}, {scenario, ...options});
const path = `/chat/sessions/${seeded.session}`;

describe('already-redacted', () => {
  it('OPENCX-14 the session was redacted, as the operation itself leaves it', async () => {
    const client = within('already-redacted');
    const asked = opencxClient();
    await redactSession(asked, seeded.session);
    expect(await history(client, seeded.session)).toEqual(await history(asked, seeded.session));
    expect(JSON.parse(await stateOf(client))).toEqual(
      (JSON.parse(await stateOf(asked)) as {entity: {scenario?: string; origin?: object}}[]).map(inScenario),
    );
  });

  it('OPENCX-41 what was redacted is erased: a snapshot that still holds it says so', async () => {
    const {engine} = opencxClient();
    const {sandboxes} = engine;
    const snapshots = snapshotsOf(engine);
    const sandbox = await sandboxes.get('default');
    await snapshots.take(sandbox, 'before');
    await sandboxes.changeScenario('default', 'legacy-docs');
    expect(snapshots.list(sandbox)).toMatchObject([{holdsErased: false}]);
    await sandboxes.changeScenario('default', 'already-redacted');
    expect(snapshots.list(sandbox)).toMatchObject([{holdsErased: true}]);
  });

  it('OPENCX-24 redacted once more, it is a success that counts no message', async () => {
    expect(await redactSession(within('already-redacted'), seeded.session)).toMatchObject({
      success: true,
      affectedCount: 1,
      messagesRedacted: 0,
    });
  });

  it('leaves everybody else alone', async () => {
    expect(await history(within('already-redacted'), seeded.other)).toEqual(
      await history(opencxClient(), seeded.other),
    );
  });

  it('takes the first session of a seed without that one', async () => {
    const session = (id: string, created_at: string) => ({
      id,
      ...{organization_id: organizationA, status: 'open', ai_closure_type: null, sentiment: null},
      ...{channel: {type: 'web'}, ticket_number: 1, assist_mode: false, created_at, updated_at: created_at},
    });
    const said = (id: string, session_id: string) => ({
      id,
      ...{session_id, created_at: '2026-01-02T00:00:00.000Z'},
      event: {
        type: 'message',
        sender: {type: 'ai'},
        content: {type: 'text', text: 'Hello'},
        attachments: [],
        context: {},
      },
    });
    const sessions = [
      session(seeded.other, '2026-01-02T00:00:00.000Z'),
      session(seeded.empty, '2026-01-01T00:00:00.000Z'),
    ];
    const seeds = {
      opencx: {sessions, history: [said(seeded.comment, seeded.empty), said(seeded.joined, seeded.other)]},
    };
    const client = within('already-redacted', {seeds});
    const texts = async (id: string) => (await messages(client, id)).map(({event}) => event.content?.text);
    expect([await texts(seeded.empty), await texts(seeded.other)]).toEqual([['[REDACTED]'], ['Hello']]);
  });

  it('has nothing to do where a seed holds no session', async () => {
    const client = within('already-redacted', {seeds: {opencx: {sessions: []}}});
    expect(await read(client, '/chat/sessions')).toEqual({items: [], next: null});
  });
});

it('open-conversation: OPENCX-21 the session is open, and is redacted without force', async () => {
  const client = within('open-conversation');
  expect(await read(client, path)).toMatchObject({status: 'open'});
  expect(await redactSession(client, seeded.session)).toMatchObject({messagesRedacted: 5});
});

it('open-conversation opens one that a seed brings closed', async () => {
  const [session] = (opencx.seed.sessions ?? []).filter(({id}) => id === seeded.closed);
  const client = within('open-conversation', {seeds: {opencx: {sessions: session ? [session] : []}}});
  expect(await read(client, `/chat/sessions/${seeded.closed}`)).toMatchObject({status: 'open'});
});

it('rate-limited: OPENCX-7 the second call of a minute is refused, and told when to come again', async () => {
  const client = within('rate-limited');
  expect((await client.call('GET', path)).status).toBe(200);
  const refused = await client.call('GET', path);
  expect(refused).toMatchObject({status: 429, headers: {'retry-after': '60', 'x-ratelimit-limit': '1'}});
  expect(refused.body).toMatchObject({message: 'Rate limit exceeded, retry in 1 minute'});
  client.advance(60_000);
  expect((await client.call('GET', path)).status).toBe(200);
});

it('flaky: OPENCX-10 every third call fails before the work, every fifth after it', async () => {
  const client = within('flaky');
  const redact = () => client.call('POST', '/redaction/session', {body: {sessionId: seeded.session}});
  const get = async () => (await client.call('GET', path)).status;
  expect([await get(), await get()]).toEqual([200, 200]);
  expect((await redact()).status).toBe(500);
  expect((await messages(client, seeded.session))[0]?.event.content?.text).toContain('Ada');
  const late = await redact();
  expect(late).toMatchObject({status: 502, headers: {'Content-Type': expect.stringContaining('text/html') as string}});
  expect(await get()).toBe(500);
  expect((await messages(client, seeded.session))[0]?.event.content?.text).toBe('[REDACTED]');
});

describe('revoked-key', () => {
  it('OPENCX-1 the demo key and the sandbox’s own are refused, others are not', async () => {
    const client = within('revoked-key');
    const own = `Bearer ${opencx.issue('blue').env.OPENCX_API_KEY}`;
    for (const [sandbox, authorization] of [
      ['default', keys.full],
      ['blue', keys.full],
      ['blue', own],
    ] as const) {
      const answer = await client.call('GET', path, {sandbox, authorization});
      expect(answer).toMatchObject({status: 401, body: unauthorized});
    }
    expect((await client.call('GET', path, {authorization: keys.reading})).status).toBe(200);
  });

  it('OPENCX-1 is in force where every credential counts as well', async () => {
    expect((await within('revoked-key', {auth: 'any'}).call('GET', path)).status).toBe(401);
  });
});

describe('partial-scope', () => {
  it('OPENCX-4 redacting is forbidden, and nothing changes', async () => {
    const client = within('partial-scope');
    const before = await stateOf(client);
    for (const [kind, body] of [
      ['session', {sessionId: seeded.session}],
      ['message', {messageId: seeded.message}],
    ] as const) {
      expect(await client.call('POST', `/redaction/${kind}`, {body})).toMatchObject({status: 403, body: forbidden});
    }
    expect(await stateOf(client)).toBe(before);
  });

  it('OPENCX-3 everything else is allowed: the key has every scope of the document but that one', async () => {
    const client = within('partial-scope');
    await send(client, seeded.session, 'Hello');
    await visitor(client);
    const key = await (
      await client.engine.sandbox('default')
    ).partition.get('opencx.apiKeys', keys.full.slice('Bearer '.length));
    const asked = new Set(opencx.operationList.map(({extensions}) => extensions['x-standin-scope']));
    asked.delete(undefined);
    asked.delete('redaction:write');
    expect(new Set((key as unknown as {scopes: string[]}).scopes)).toEqual(asked);
  });
});

it('legacy-docs: OPENCX-31 redactions and sends answer 201', async () => {
  const client = within('legacy-docs');
  const answer = await client.call('POST', '/redaction/session', {body: {sessionId: seeded.session}});
  expect(answer.status).toBe(201);
});

it('each scenario leaves nothing behind', async () => {
  const client = opencxClient();
  const fresh = await stateOf(client);
  for (const name of Object.keys(opencx.scenarios) as Scenario[]) {
    await client.engine.sandboxes.changeScenario('default', name);
    await client.call('POST', '/redaction/session', {body: {sessionId: seeded.session}});
    await client.engine.sandboxes.changeScenario('default', 'happy-path');
    expect(await stateOf(client), name).toBe(fresh);
    expect((await client.call('GET', path)).status, name).toBe(200);
    await client.engine.sandboxes.reset('default');
  }
});

/** The stand-in's own record names the scenario; everything else must be the same. */
function inScenario(change: {entity: {scenario?: string; origin?: object}}) {
  if (change.entity.scenario === undefined) return change;
  const scenario = 'already-redacted';
  return {...change, entity: {...change.entity, scenario, origin: {...change.entity.origin, scenario}}};
}
