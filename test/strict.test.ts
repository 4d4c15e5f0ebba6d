import {spawn, type ChildProcess} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {once} from 'node:events';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, expect, it} from 'vitest';
import {runCommand} from './support/command.js';

/** The built command: `npm test` builds first. */
const main = new URL('../dist/cli/main.js', import.meta.url).pathname;
const outside = {GITHUB_ACTIONS: '', GITHUB_STEP_SUMMARY: '', NO_COLOR: '1'};
const running: ChildProcess[] = [];
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standin-strict-'));
});

afterEach(() => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});

afterAll(() => rm(folder, {recursive: true}));

interface Strict {
  readonly url: string;
  /** Asks Dixa, as somebody who has the key. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly control: (method: string, path: string, body?: unknown) => Promise<Response>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** How it ended, and what it printed after its first line. */
  readonly ended: Promise<{code: number | null; signal: NodeJS.Signals | null; report: string; stderr: string}>;
}

/** Starts `standin start` with one line of JSON first. */
async function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Strict> {
  const all = [main, 'start', '--port', '0', '--json', '--vendor', 'dixa', ...args];
  const child = spawn(process.execPath, all, {env: {...process.env, ...outside, ...env}});
  running.push(child);
  const output = {stdout: '', stderr: ''};
  child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
  const ended = new Promise<Awaited<Strict['ended']>>((resolve) =>
    child.once('close', (code, signal) => {
      const report = output.stdout.slice(output.stdout.indexOf('\n') + 1);
      resolve({code, signal, report, stderr: output.stderr});
    }),
  );
  await expect.poll(() => output.stdout.includes('\n') || output.stderr, {timeout: 20_000}).toBeTruthy();
  const {url, vendors} = JSON.parse(output.stdout) as {url: string; vendors: {dixa: {env: {DIXA_API_KEY: string}}}};
  const authorization = vendors.dixa.env.DIXA_API_KEY;
  return {
    url,
    ended,
    kill: (signal) => void child.kill(signal),
    ask: (path, init) =>
      fetch(`${url}/dixa/v1${path}`, {...init, headers: {authorization, ...(init?.headers as object | undefined)}}),
    control: (method, path, body) =>
      fetch(`${url}/_standin${path}`, {
        method,
        ...(body !== undefined && {body: JSON.stringify(body), headers: {'content-type': 'application/json'}}),
      }),
  };
}

it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 on %s when nobody broke a contract', async (signal) => {
  const {ask, kill, ended} = await start(['--strict']);
  expect((await ask('/conversations/10749')).status).toBe(200);
  kill(signal);
  const {code, report, stderr} = await ended;
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  expect(report).toMatch(/\n1 request: 1 passed, in \d+\.\d s\.\n$/);
});

it('ends with 1 when somebody did, with the report on standard output and in the files of the reporters', async () => {
  const at = (name: string) => join(folder, 'reports', name);
  const {ask, kill, ended} = await start(['--strict', '--reporter', `sarif=${at('sarif')}`], {
    STANDIN_REPORTER: `junit=${at('never')}`,
  });
  await ask('/people/ada.canary@example.org');
  await ask('/conversations/10749/anonymize', {method: 'PATCH'});
  kill('SIGTERM');
  const {code, report} = await ended;
  expect(code).toBe(1);
  expect(report).toMatch(/\) Dixa, unknown-operation, broken: /);
  expect(report).toContain('sent in   journal/default/req-1\n');
  // What nobody looked after shows only at the end.
  expect(report).toMatch(/Dixa, unfollowed, broken: .*\n {3}operation patch\w+ \(req-2\)\n/);
  const sarif = await readFile(at('sarif'), 'utf8');
  expect((JSON.parse(sarif) as {runs: {results: unknown[]}[]}).runs[0]?.results).toHaveLength(
    report.match(/^\d+\) /gm)?.length ?? 0,
  );
  expect(report + sarif).not.toContain('canary');
});

it('is told by the environment and by the file of settings as well', async () => {
  const config = join(folder, 'strict.json');
  await writeFile(config, JSON.stringify({strict: true, reporter: {json: join(folder, 'by-file.json')}}));
  const reports = `json=${join(folder, 'by-variable.json')},text=${join(folder, 'by-variable.txt')}`;
  for (const one of [
    await start([], {STANDIN_STRICT: 'true', STANDIN_REPORTER: reports}),
    await start(['--config', config]),
  ]) {
    await one.ask('/nothing');
    one.kill('SIGTERM');
    expect((await one.ended).code).toBe(1);
  }
  for (const name of ['by-file.json', 'by-variable.json']) {
    expect(JSON.parse(await readFile(join(folder, name), 'utf8'))).toMatchObject({format: 'standin-judge/1'});
  }
  expect(await readFile(join(folder, 'by-variable.txt'), 'utf8')).toContain('1 request: 1 broken');
});

it('says nothing of clients without --strict, and takes no reporter then', async () => {
  const {ask, kill, ended} = await start([]);
  await ask('/nothing');
  kill('SIGTERM');
  expect(await ended).toMatchObject({code: 0, report: ''});
  expect(await runCommand(['start', '--port', '0', '--reporter', 'json'])).toMatchObject({
    code: 2,
    stderr: 'standin: --reporter has nothing to tell without --strict: add it.\n',
  });
});

it('keeps what was broken before a reset, in a sandbox that is gone, and in another scenario', async () => {
  const {ask, control, kill, ended} = await start(['--strict', '--reporter', 'json']);
  await ask('/before-the-reset');
  await control('POST', '/reset');
  await ask('/after-the-reset');
  await control('POST', '/sandboxes', {id: 'short'});
  await ask('/in-a-sandbox', {headers: {'x-standin-sandbox': 'short'}});
  await control('DELETE', '/sandboxes/short');
  await control('PUT', '/scenario', {name: 'revoked-key'});
  expect((await ask('/conversations/10749')).status).toBe(401);
  kill('SIGTERM');
  const {code, report} = await ended;
  const {vendors, counts} = JSON.parse(report) as {
    vendors: {workflows: {id: string; steps: {id: string}[]}[]}[];
    counts: object;
  };
  const unknown = vendors[0]?.workflows.find(({id}) => id === 'unknown operations');
  expect(unknown?.steps.map(({id}) => id)).toEqual(['req-1', 'req-1 of life 2', 'short/req-1']);
  expect(counts).toMatchObject({total: 4, passed: 1, broken: 3});
  expect(code).toBe(1);
});

it('ends with 3, and says so, when no client asked anything: it may have gone elsewhere', async () => {
  const {control, kill, ended} = await start(['--strict']);
  await control('GET', '/journal');
  kill('SIGTERM');
  const {code, report, stderr} = await ended;
  expect({code, stderr}).toEqual({
    code: 3,
    stderr: 'standin: No client asked anything: nothing was judged.\n',
  });
  expect(report).toMatch(/^0 requests, in /);
});

it('answers and judges requests under way before it tells', async () => {
  const {ask, control, kill, ended} = await start(['--strict', '--latency', '1000']);
  const asked = ask('/nothing');
  const count = async () => ((await (await control('GET', '/journal/count')).json()) as {count: number}).count;
  await expect.poll(count, {timeout: 20_000}).toBe(1);
  kill('SIGTERM');
  expect((await asked).status).toBe(404);
  const {code, report} = await ended;
  expect(code).toBe(1);
  expect(report).toContain('1 request: 1 broken');
});

it('ends at once on a second signal', async () => {
  const {url, kill, ended} = await start(['--strict']);
  const {port} = new URL(url);
  const half = connect(Number(port), '127.0.0.1');
  half.on('error', () => {});
  half.write(
    'POST /dixa/v1/anonymization HTTP/1.1\r\nhost: localhost\r\nexpect: 100-continue\r\ncontent-length: 10\r\n\r\n',
  );
  // It says that it waits for the body, which never comes.
  await once(half, 'data');
  const isListening = () =>
    fetch(`${url}/_standin/health`).then(
      () => true,
      () => false,
    );
  kill('SIGTERM');
  await expect.poll(isListening, {timeout: 20_000}).toBe(false);
  kill('SIGTERM');
  expect(await ended).toMatchObject({code: null, signal: 'SIGTERM', report: ''});
});

it('ends with 3 when a report cannot be written', async () => {
  const taken = join(folder, 'taken');
  await writeFile(taken, '');
  const {kill, ended} = await start(['--strict', '--reporter', `json=${join(taken, 'report.json')}`]);
  kill('SIGTERM');
  const {code, stderr} = await ended;
  expect(code).toBe(3);
  expect(stderr).toMatch(/^standin: .*report\.json cannot be written \(\w+\); check the path\.\n$/);
});
