import {spawn, type ChildProcess} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {makePeople, seedOf, type Person} from '../src/people/index.js';

/** The built command: `npm test` builds first. */
const main = new URL('../dist/cli/main.js', import.meta.url).pathname;
const running: ChildProcess[] = [];
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standin-'));
});

afterEach(() => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});

afterAll(() => rm(folder, {recursive: true}));

function begin(args: readonly string[]) {
  const child = spawn(process.execPath, [main, ...args]);
  running.push(child);
  const output = {stdout: '', stderr: ''};
  child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
  return {child, output};
}

/** Runs the command to its end. */
function run(...args: readonly string[]): Promise<{code: number | null; stdout: string; stderr: string}> {
  const {child, output} = begin(args);
  return new Promise((resolve) => child.once('close', (code) => resolve({code, ...output})));
}

interface Info {
  readonly url: string;
  readonly vendors: Readonly<Record<string, {readonly env: Readonly<Record<string, string>>}>>;
}

/** Starts a stand-in with a seed and waits until it listens. */
async function start(seed: string): Promise<Info> {
  const {output} = begin(['start', '--port', '0', '--json', '--seed', seed]);
  await expect.poll(() => output.stdout.includes('\n') || output.stderr, {timeout: 20_000}).toBe(true);
  return JSON.parse(output.stdout) as Info;
}

/** Asks, and gives the body of an answer that is a success. */
type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>;

/** A client of all vendors, with the credentials that the command printed. */
async function clientOf({url, vendors}: Info): Promise<Ask> {
  const {dixa, opencx, symbl} = vendors;
  const authorizations: Record<string, string> = {
    dixa: dixa?.env.DIXA_API_KEY ?? '',
    opencx: `Bearer ${opencx?.env.OPENCX_API_KEY}`,
  };
  const ask: Ask = async <T>(method: string, path: string, body?: unknown) => {
    const headers = {authorization: authorizations[path.split('/')[1] ?? ''] ?? '', 'content-type': 'application/json'};
    const answer = await fetch(url + path, {method, headers, ...(body !== undefined && {body: JSON.stringify(body)})});
    const text = await answer.text();
    expect(answer.status, `${method} ${path}: ${text}`).toBeLessThan(300);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = symbl?.env ?? {};
  const credentials = {type: 'application', appId, appSecret};
  const {accessToken} = await ask<{accessToken: string}>('POST', '/symbl/oauth2/token:generate', credentials);
  authorizations.symbl = `Bearer ${accessToken}`;
  return ask;
}

describe('standin seed', () => {
  it('prints YAML with the people that a program makes from the same numbers', async () => {
    const {code, stdout, stderr} = await run(
      'seed',
      '--people',
      '3',
      '--random-seed',
      '5',
      '--at',
      '2025-06-01T00:00:00Z',
    );
    const people = await makePeople({count: 3, randomSeed: 5, at: '2025-06-01T00:00:00Z'});
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.startsWith('# yaml-language-server: $schema=')).toBe(true);
    expect(parse(stdout)).toEqual({version: 1, ...(await seedOf(people))});
  });

  it('writes a file, as JSON if told, and only for some vendors', async () => {
    const out = join(folder, 'dixa.json');
    const ended = await run('seed', '--people', '3', '--vendor', 'dixa,symbl', '--json', '--out', out);
    expect(ended).toEqual({code: 0, stdout: '', stderr: ''});
    const written = JSON.parse(await readFile(out, 'utf8')) as object;
    expect(written).toMatchObject({version: 1, ...(await seedOf(await makePeople({count: 3}), ['dixa', 'symbl']))});
    expect(written).not.toHaveProperty('opencx');
  });

  it('says so when there are so many people that JSON is the better choice', async () => {
    const out = join(folder, 'many');
    const advice = 'standin: So many people take a while to read as YAML; with --json they start much faster.\n';
    expect(await run('seed', '--people', '200', '--out', out)).toEqual({code: 0, stdout: '', stderr: advice});
    expect(await run('seed', '--people', '200', '--json', '--out', out)).toEqual({code: 0, stdout: '', stderr: ''});
  });

  it('ends well when the reader has seen enough', async () => {
    const {child, output} = begin(['seed', '--people', '500', '--json']);
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    expect(output.stderr).toBe('');
  });

  it.each([
    [['--people', '0'], 'Use a whole number from 1 to 10000.'],
    [['--people', '10001'], 'Use a whole number from 1 to 10000.'],
    [['--random-seed', '-1'], 'Use a whole number from 0 to 4294967295.'],
    [['--vendor', 'dixo'], 'There is no vendor "dixo": use opencx, dixa, symbl.'],
    [['--at', 'tomorrow'], '"tomorrow" is no instant; use one such as 2026-01-01T00:00:00Z, not before 1980.'],
  ])('refuses %j in a sentence', async (args, sentence) => {
    const {code, stdout, stderr} = await run('seed', ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
  });

  it('ends with 3 and a sentence when the file cannot be written', async () => {
    const out = join('no', 'such', 'folder.yaml');
    const stderr = `standin: ${out} cannot be written (ENOENT); check the path.\n`;
    expect(await run('seed', '--out', out)).toEqual({code: 3, stdout: '', stderr});
  });
});

/** What the vendors have of somebody, found through their own operations. */
async function find(ask: Ask, email: string) {
  const users = await ask<{data: {id: string}[]}>('GET', `/dixa/v1/endusers?email=${email}`);
  const found = await ask<{contacts: {id: string}[]}>('GET', `/opencx/chat/sessions/search?q=${email}`);
  const contacts = found.contacts.map(({id}) => id);
  const sessions = await ask<{data: {id: string}[]}>('POST', '/opencx/chat/sessions/filter', {
    filters: {contact_ids: contacts},
  });
  const calls = await ask<{conversations: {id: string; members: {email?: string}[]}[]}>(
    'GET',
    '/symbl/v1/conversations?startTime=2000-01-01T00:00:00.000Z&limit=1000',
  );
  return {
    users: users.data.map(({id}) => id),
    contacts,
    sessions: contacts.length === 0 ? [] : sessions.data.map(({id}) => id),
    calls: calls.conversations.filter(({members}) => members.some((one) => one.email === email)).map(({id}) => id),
  };
}

describe('standin start --seed', () => {
  it.each(['yaml', 'json'])(
    'begins with the people of a %s file, and erases one of them through each vendor',
    async (format) => {
      const out = join(folder, `people.${format}`);
      await run('seed', '--people', '20', '--random-seed', '4', '--out', out, ...(format === 'json' ? ['--json'] : []));
      const [subject, other] = (await makePeople({count: 20, randomSeed: 4})) as [Person, Person];
      const ask = await clientOf(await start(out));
      const [held, kept] = [await find(ask, subject.email), await find(ask, other.email)];
      const conversations = subject.conversations.length;
      for (const [what, count] of Object.entries({
        users: 1,
        contacts: 1,
        sessions: conversations,
        calls: conversations,
      })) {
        expect(held[what as keyof typeof held], what).toHaveLength(count);
      }

      await ask('PATCH', `/dixa/v1/endusers/${held.users[0]}/anonymize?force=true`);
      await ask('POST', '/_standin/clock', {advance: 'PT1H'});
      for (const sessionId of held.sessions) await ask('POST', '/opencx/redaction/session', {sessionId});
      await ask('DELETE', `/opencx/contacts/${held.contacts[0]}`);
      for (const id of held.calls) await ask('DELETE', `/symbl/v1/conversations/${id}`);

      expect(await find(ask, subject.email)).toEqual({users: [], contacts: [], sessions: [], calls: []});
      expect(await find(ask, other.email)).toEqual(kept);
      for (const id of held.sessions) {
        const history = JSON.stringify(await ask('GET', `/opencx/chat/sessions/${id}/history`));
        for (const {text} of subject.conversations.flatMap(({turns}) => turns)) expect(history).not.toContain(text);
      }
    },
  );
});
