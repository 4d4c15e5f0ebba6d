import {beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../src/index.js';

/**
 * "Erase this person" across vendors: Ada Example is known to all three, and so is Noor Sample, who must stay untouched.
 * Whoever rehearses it finds both by what people know of them: an address.
 */
const ada = 'ada@example.com';
const noor = 'noor@example.org';

let standin: Standin;
let symblToken: string;

beforeEach(async () => {
  standin = await createStandin({randomSeed: 1});
  await standin.clock.set('2026-01-05T09:00:00Z');
  const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = standin.info.vendors.symbl?.env ?? {};
  const token = await ask('POST', '/symbl/oauth2/token:generate', {type: 'application', appId, appSecret});
  symblToken = (token as {accessToken: string}).accessToken;
});

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const {dixa, opencx} = standin.info.vendors;
  const credentials: Record<string, string> = {
    dixa: dixa?.env.DIXA_API_KEY ?? '',
    opencx: `Bearer ${opencx?.env.OPENCX_API_KEY}`,
    symbl: `Bearer ${symblToken}`,
  };
  const answer = await standin.fetch(path, {
    method,
    headers: {authorization: credentials[path.split('/')[1] ?? ''] ?? '', 'content-type': 'application/json'},
    ...(body !== undefined && {body: JSON.stringify(body)}),
  });
  const text = await answer.text();
  expect(answer.status, `${method} ${path}: ${text}`).toBeLessThan(300);
  return text === '' ? undefined : JSON.parse(text);
}

interface Holdings {
  readonly userId: string;
  readonly conversations: readonly number[];
  readonly sessions: readonly string[];
  readonly calls: readonly string[];
}

/** Where a person is, found through the vendors' own operations. */
async function find(email: string): Promise<Holdings> {
  const users = (await ask('GET', `/dixa/v1/endusers?email=${encodeURIComponent(email)}`)) as {data: {id: string}[]};
  const [user] = users.data;
  if (user === undefined) throw new Error(`Dixa knows no ${email}.`);
  const conversations = (await ask('GET', `/dixa/v1/endusers/${user.id}/conversations`)) as {data: {id: number}[]};
  const {items} = (await ask('GET', '/opencx/chat/sessions')) as {
    items: {id: string; contact?: {email: string | null}}[];
  };
  const listed = (await ask('GET', '/symbl/v1/conversations?startTime=2000-01-01T00:00:00.000Z&limit=1000')) as {
    conversations: {id: string; members: {email?: string}[]}[];
  };
  return {
    userId: user.id,
    conversations: conversations.data.map(({id}) => id),
    sessions: items.filter(({contact}) => contact?.email === email).map(({id}) => id),
    calls: listed.conversations.filter(({members}) => members.some((one) => one.email === email)).map(({id}) => id),
  };
}

/** Everything the vendors tell of a person. */
async function readAll({userId, conversations, sessions, calls}: Holdings): Promise<string> {
  const paths = [
    `/dixa/v1/endusers/${userId}`,
    ...conversations.flatMap((id) =>
      ['', '/messages', '/notes', '/ratings', '/tags', '/activitylog'].map(
        (what) => `/dixa/v1/conversations/${id}${what}`,
      ),
    ),
    ...sessions.flatMap((id) => [`/opencx/chat/sessions/${id}`, `/opencx/chat/sessions/${id}/history`]),
    ...calls.flatMap((id) =>
      ['', '/messages', '/members', '/entities', '/topics', '/summary'].map(
        (what) => `/symbl/v1/conversations/${id}${what}`,
      ),
    ),
  ];
  const answers: unknown[] = [];
  for (const path of paths) answers.push([path, await ask('GET', path)]);
  return JSON.stringify(answers);
}

async function erase({userId, sessions, calls}: Holdings): Promise<void> {
  await ask('PATCH', `/dixa/v1/endusers/${userId}/anonymize?force=true`);
  for (const sessionId of sessions) await ask('POST', '/opencx/redaction/session', {sessionId});
  for (const id of calls) await ask('DELETE', `/symbl/v1/conversations/${id}`);
  await standin.clock.advance('PT1H');
}

describe('one person at all vendors', () => {
  it.each([ada, noor])('%s is known to each of them', async (email) => {
    const {conversations, sessions, calls} = await find(email);
    for (const held of [conversations, sessions, calls]) expect(held.length).toBeGreaterThan(0);
  });

  it('is erased everywhere, while the other stays as they were', async () => {
    const subject = await find(ada);
    const other = await find(noor);
    const before = await readAll(other);
    await erase(subject);
    expect(await readAll(other)).toBe(before);
    expect(await find(noor)).toEqual(other);

    const found = (await ask('GET', `/dixa/v1/endusers?email=${encodeURIComponent(ada)}`)) as {data: unknown[]};
    expect(found.data).toEqual([]);
    const left = await readAll({...subject, sessions: [], calls: []});
    for (const trace of [ada, 'Ada Example', '12025550143', '12 Sample Street']) expect(left).not.toContain(trace);
    for (const id of subject.sessions) {
      const history = JSON.stringify(await ask('GET', `/opencx/chat/sessions/${id}/history`));
      expect(history).toContain('[REDACTED]');
      expect(history).not.toContain('12 Sample Street');
    }
    for (const id of subject.calls) await expect(ask('GET', `/symbl/v1/conversations/${id}`)).rejects.toThrow('404');
  });

  it('OPENCX-20, OPENCX-49: leaves at OpenCX what no redaction reaches, for clients that forget it', async () => {
    const subject = await find(ada);
    await erase(subject);
    const sessions = await Promise.all(subject.sessions.map((id) => ask('GET', `/opencx/chat/sessions/${id}`)));
    expect(JSON.stringify(sessions)).toContain(ada);
  });
});
