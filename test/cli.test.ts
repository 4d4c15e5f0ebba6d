import {spawn, type ChildProcess} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, expect, it} from 'vitest';

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

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command to its end. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = begin(args, env);
  const output = collect(child);
  return new Promise((resolve) => child.once('close', (code) => resolve({code, ...output})));
}

/** Starts the command and waits for its first line. */
async function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = begin(['start', '--port', '0', '--json', ...args], env);
  const output = collect(child);
  await expect.poll(() => output.stdout.includes('\n') || output.stderr, {timeout: 20_000}).toBeTruthy();
  const info = JSON.parse(output.stdout) as {
    url: string;
    vendors: Record<string, {origins: string[]; env: Record<string, string>}>;
  };
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return new Promise<number | null>((resolve) => child.once('close', resolve));
  };
  return {info, output, end};
}

function begin(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, [main, ...args], {env: {...process.env, ...env}});
  running.push(child);
  return child;
}

function collect(child: ChildProcess): {stdout: string; stderr: string} {
  const output = {stdout: '', stderr: ''};
  child.stdout?.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (output.stderr += String(chunk)));
  return output;
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

it('is start when nothing else is said, and tells where it is', async () => {
  const child = begin(['--port', '0'], {});
  const output = collect(child);
  await expect.poll(() => output.stdout, {timeout: 20_000}).toContain('Control plane');
  expect(output.stdout).toMatch(/at http:\/\/127\.0\.0\.1:\d+/);
  for (const variable of ['DIXA_API_KEY', 'OPENCX_API_KEY', 'SYMBL_APP_ID'])
    expect(output.stdout).toContain(`${variable}=`);
  expect(output.stdout.match(/\$ curl /g)).toHaveLength(3);
});

it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s', async (signal) => {
  const {info, end} = await start([]);
  expect((await fetch(`${info.url}/_standin/health`)).status).toBe(200);
  expect(await end(signal)).toBe(0);
});

it('gives vendors ports of their own and stands in for the chosen ones only', async () => {
  const {info} = await start(['--vendor', 'dixa,symbl', '--vendor-port', 'dixa=0', '--vendor-port', 'symbl=0']);
  expect(Object.keys(info.vendors)).toEqual(['dixa', 'symbl']);
  for (const {origins} of Object.values(info.vendors)) {
    expect(origins).toHaveLength(1);
    expect((await fetch(`${origins[0] ?? ''}/v1/conversations/1`)).status).toBe(401);
  }
});

it('lets a flag beat the environment, the environment beat the file, and the file beat the default', async () => {
  const config = await file('settings.yaml', 'vendor: [symbl]\nlatency: 0\nhost: 127.0.0.2\nbehaviours: {}\n');
  const {info} = await start(['--config', config, '--vendor', 'dixa'], {
    STANDIN_VENDOR: 'opencx',
    STANDIN_HOST: '127.0.0.1',
  });
  expect(Object.keys(info.vendors)).toEqual(['dixa']);
  expect(info.url).toContain('127.0.0.1');
  const second = await start(['--config', config]);
  expect(Object.keys(second.info.vendors)).toEqual(['symbl']);
  expect(second.info.url).toContain('127.0.0.2');
});

it.each([
  ['true', true],
  ['false', false],
])('reads STANDIN_JSON=%s as what it says', async (value, isJson) => {
  const child = begin(['--port', '0'], {STANDIN_JSON: value});
  const output = collect(child);
  await expect.poll(() => output.stdout, {timeout: 20_000}).not.toBe('');
  expect(output.stdout.startsWith('{')).toBe(isJson);
});

it('prints the address at which start would listen by the same environment', async () => {
  const {stdout} = await run(['env', 'opencx'], {STANDIN_PORT: '4999'});
  expect(stdout).toContain("OPENCX_BASE_URL='http://127.0.0.1:4999/opencx'");
});

it('takes behaviours from the file', async () => {
  const config = await file('plain.json', JSON.stringify({vendor: ['dixa'], behaviours: {'dixa.dates': 'plain'}}));
  const {info} = await start(['--config', config]);
  const answer = await fetch(`${info.url}/dixa/v1/conversations/10749/messages`, {
    headers: {authorization: info.vendors.dixa?.env.DIXA_API_KEY ?? ''},
  });
  expect(await answer.text()).not.toContain('[GMT]');
});

it('takes behaviours by flag before those of the file, and by the environment', async () => {
  const config = await file('delay.json', JSON.stringify({behaviours: {'dixa.dates': 'plain', 'dixa.limiter': 'on'}}));
  const flags = ['--behaviour', 'dixa.dates=documented', '--behaviour', 'opencx.webhook_url=http://127.0.0.1:1/a=b,c'];
  const {info} = await start(['--config', config, ...flags]);
  expect(await (await fetch(`${info.url}/_standin/behaviours`)).json()).toMatchObject({
    'dixa.dates': 'documented',
    'dixa.limiter': 'on',
    'opencx.webhook_url': 'http://127.0.0.1:1/a=b,c',
  });
  const other = await start([], {STANDIN_BEHAVIOUR: 'dixa.dates=plain'});
  expect(await (await fetch(`${other.info.url}/_standin/behaviours`)).json()).toMatchObject({'dixa.dates': 'plain'});
});

it('begins in the scenario that is named, by flag or environment', async () => {
  const {info} = await start(['--scenario', 'revoked-key'], {STANDIN_SCENARIO: 'flaky'});
  const headers = {authorization: info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
  expect((await fetch(`${info.url}/dixa/v1/conversations/10749`, {headers})).status).toBe(401);
  const other = await start([], {STANDIN_SCENARIO: 'flaky'});
  expect(await (await fetch(`${other.info.url}/_standin/scenario`)).json()).toEqual({name: 'flaky'});
});

it('sends webhooks to hosts that are named', async () => {
  const journalOf = async (args: readonly string[]) => {
    const {info} = await start(['--behaviour', 'opencx.webhook_url=http://192.0.2.1:9/', ...args]);
    const {OPENCX_API_KEY: key} = info.vendors.opencx?.env ?? {};
    const headers = {authorization: `Bearer ${key}`, 'content-type': 'application/json'};
    const body = JSON.stringify({status: 'closed_resolved'});
    const session = `${info.url}/opencx/chat/sessions/123e4567-e89b-12d3-a456-426614174000`;
    expect((await fetch(session, {method: 'PATCH', headers, body})).status).toBe(200);
    return async () => (await fetch(`${info.url}/_standin/journal`)).text();
  };
  const closed = await journalOf([]);
  await expect.poll(closed).toContain('is not this machine');
  // Nothing answers at that address: that it is tried is enough.
  const open = await journalOf(['--allow-webhook-host', 'hooks.example.org,192.0.2.1']);
  await expect.poll(open, {timeout: 20_000}).toContain('No answer');
});

it('starts with the data of a file and keeps the demo credentials', async () => {
  const user = {id: '11111111-1111-4111-8111-111111111111', createdAt: '2026-01-01T00:00:00Z'};
  const arrays = {additionalEmails: [], additionalPhoneNumbers: [], middleNames: []};
  const seed = await file('seed.json', JSON.stringify({dixa: {endUsers: [{...user, ...arrays}]}}));
  const {info} = await start(['--seed', seed]);
  const headers = {authorization: info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
  expect((await fetch(`${info.url}/dixa/v1/endusers/${user.id}`, {headers})).status).toBe(200);
  expect((await fetch(`${info.url}/dixa/v1/conversations/10749`, {headers})).status).toBe(404);
});

it('takes any credential when told so', async () => {
  const {info} = await start(['--auth', 'any']);
  const answer = await fetch(`${info.url}/dixa/v1/conversations/10749`, {headers: {authorization: 'whatever'}});
  expect(answer.status).toBe(200);
});

it('exits 3 when the port is taken, with a sentence that says what to do', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const {port} = taken.address() as AddressInfo;
  const {code, stderr} = await run(['start', '--port', String(port)]);
  taken.close();
  expect(code).toBe(3);
  expect(stderr).toMatch(/^standin: .*--port.*\n$/);
});

it.each([
  ['not there', 'missing.json', undefined, 'cannot be read'],
  ['no YAML', 'broken.yaml', '{a: [', 'neither YAML nor JSON'],
  ['of an unknown vendor', 'vendor.yaml', 'dixie: {}', '/dixie'],
  ['of an unknown collection', 'collection.yaml', 'dixa: {people: []}', '/dixa/people'],
  ['of a message without a time', 'time.yaml', 'dixa: {messages: [{id: m, conversationId: 1}]}', '/dixa/messages'],
  ['a list', 'list.yaml', '[]', 'list.yaml: A seed is an object'],
  ['without ids', 'ids.yaml', 'dixa: {endUsers: [{displayName: Nobody}]}', '/dixa/endUsers/0'],
])('exits 3 for a seed that is %s', async (_, name, text, told) => {
  const path = text === undefined ? join(folder, name) : await file(name, text);
  const {code, stderr} = await run(['start', '--port', '0', '--seed', path]);
  expect(code).toBe(3);
  expect(stderr).toMatch(/^standin: /);
  expect(stderr).toContain(told);
  // One line for each thing that is wrong, and none of a stack.
  expect(stderr).not.toMatch(/^ +at /m);
});

it.each([
  [['start', '--port', 'many']],
  [['start', '--port', '70000']],
  [['start', '--auth', 'perhaps']],
  [['start', '--behaviour', 'dixa.dates']],
  [['start', '--behaviour', 'dixa.dates=pretty']],
  [['start', '--behaviour', 'dixa.nonsense=1']],
  [['webhooks', 'listen', '--port', 'many']],
  [['start', '--vendor', 'dixie']],
  [['start', '--vendor-port', 'dixa']],
  [['start', '--vendor', 'dixa', '--vendor-port', 'symbl=0']],
  [['start', '--nonsense']],
  [['start', '--cors', 'nonsense']],
  [['start', '--admin-token', '']],
  [['nonsense', 'nonsense']],
  [['env', 'dixie']],
  [['env', 'dixa', '--sandbox', 'not a name']],
  [['list', '--vendor', 'dixie']],
])('exits 2 for bad usage: %j', async (args) => {
  const {code, stderr} = await run(args);
  expect(code).toBe(2);
  expect(stderr).not.toBe('');
});

it.each([
  ['an unknown setting', '{"prot": 4020}', '/prot'],
  ['a value that no flag takes', '{"port": "many"}', '/port'],
  ['a behaviour that is a flag', '{"port": 0, "behaviour": "dixa.dates=plain"}', '/behaviour is no setting'],
  ['an unknown behaviour', '{"port": 0, "behaviours": {"dixa.data": 1}}', 'dixa.data'],
  ['a bad value of a behaviour', '{"port": 0, "behaviours": {"dixa.dates": "pretty"}}', 'documented | plain'],
])('exits 2 for a configuration with %s', async (name, text, told) => {
  const config = await file(`${name.replaceAll(' ', '-')}.json`, text);
  const {code, stderr} = await run(['start', '--config', config]);
  expect(code).toBe(2);
  expect(stderr).toContain(told);
});

it('lists every operation with its mark', async () => {
  const {code, stdout} = await run(['list', '--json']);
  expect(code).toBe(0);
  const rows = JSON.parse(stdout) as {vendor: string; operation: string; mark: string}[];
  expect(new Set(rows.map(({vendor}) => vendor))).toEqual(new Set(['opencx', 'dixa', 'symbl']));
  expect(rows).toContainEqual(expect.objectContaining({operation: 'redactSession', mark: 'documented'}));
  for (const {mark} of rows) expect(['documented', 'inferred', 'assumed']).toContain(mark);
});

it('prints export lines that a shell understands, for any sandbox', async () => {
  const {info} = await start(['--vendor', 'dixa']);
  const {stdout} = await run(['env', 'dixa', '--url', info.url, '--sandbox', 'blue']);
  const script = `${stdout}printf '%s %s' "$DIXA_BASE_URL" "$DIXA_API_KEY"`;
  const shell = spawn('sh', ['-c', script]);
  const output = collect(shell);
  await new Promise((resolve) => shell.once('close', resolve));
  const [baseUrl = '', key = ''] = output.stdout.split(' ');
  expect(baseUrl).toBe(`${info.url}/dixa`);
  expect(key).not.toBe(info.vendors.dixa?.env.DIXA_API_KEY);
  expect((await fetch(`${baseUrl}/v1/conversations/10749`, {headers: {authorization: key}})).status).toBe(200);
});

it('prints its version and its help', async () => {
  expect((await run(['--version'])).stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  const {code, stdout} = await run(['start', '--help']);
  expect(code).toBe(0);
  expect(stdout).toContain('--admin-token');
});

it('logs no path, header or body', async () => {
  const {info, output, end} = await start(['--log-level', 'debug']);
  const headers = {authorization: 'a-secret-of-ada', 'content-type': 'application/json'};
  await fetch(`${info.url}/dixa/v1/endusers/ada@example.com`, {headers});
  await fetch(`${info.url}/dixa/v1/endusers`, {method: 'POST', headers, body: '{"displayName": "Ada Example"}'});
  await expect.poll(() => output.stderr).toContain('answered');
  await end('SIGTERM');
  expect(output.stderr).not.toMatch(/ada/i);
});
