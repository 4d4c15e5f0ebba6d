import {spawn} from 'node:child_process';
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {createStandin, type Standin} from '../../src/index.js';
import {runCommand} from '../support/command.js';

const main = new URL('../../dist/cli/main.js', import.meta.url).pathname;
let standin: Standin;
let url: string;

beforeAll(async () => {
  standin = await createStandin({vendors: ['dixa'], randomSeed: 1});
  url = `${(await standin.listen({port: 0})).url}/dixa`;
});
afterAll(() => standin.close());

const countsOf = (stdout: string) => (JSON.parse(stdout) as {counts: Record<string, number>}).counts;

it('goes on with --bail when a step only waits', async () => {
  const flags = ['--only', 'anonymize-message,anonymize-unknown-conversation', '--bail', '--reporter', 'json'];
  const {code, stdout} = await runCommand(['check', '--vendor', 'dixa', ...flags]);
  expect(countsOf(stdout)).toMatchObject({broken: 0, skipped: 0});
  expect(code).toBe(0);
});

it('is never fine when the credential opens nothing', async () => {
  const flags = ['--url', `dixa=${url}`, '--only', 'getTags,getQueues', '--reporter', 'json'];
  const {code, stdout} = await runCommand(['check', ...flags], {DIXA_API_KEY: 'nobodys-key-of-all'});
  expect(countsOf(stdout).broken).toBeGreaterThan(0);
  expect(code).toBe(1);
});

it('tells each call that could not be made, whichever were asked for', async () => {
  const flags = ['--url', 'dixa=http://127.0.0.1:9/dixa', '--only', 'getTags', '--reporter', 'json'];
  const {code, stdout} = await runCommand(['check', ...flags], {DIXA_API_KEY: 'nobodys-key-of-all'});
  expect(countsOf(stdout).error).toBeGreaterThan(2);
  expect(code).toBe(3);
});

it('speaks to this machine itself, whatever proxy there is', async () => {
  const env = {HTTP_PROXY: 'http://127.0.0.1:9', http_proxy: 'http://127.0.0.1:9'};
  const {code} = await runCommand(['check', '--vendor', 'opencx', '--only', 'redact-unknown-session'], env);
  expect(code).toBe(0);
});

it.each([
  [['--reporter', 'toString'], {}],
  [['--reporter', 'json=reports/one', '--reporter', 'junit=reports/one'], {}],
  [['--url', 'dixa=http://ada:secret@127.0.0.1:9/dixa'], {}],
  [['--url', 'dixa=http://127.0.0.1:9/dixa?token=secret'], {}],
  [['--url', 'dixa=http://127.0.0.1:9', '--url', 'dixa=http://127.0.0.1:8'], {}],
  [['--only', ''], {}],
  [['--url', 'dixa=http://127.0.0.1:9'], {DIXA_API_KEY: 'hidden-key\nline'}],
])('refuses %j before anything is done', async (flags, env) => {
  const {code, stdout, stderr} = await runCommand(['check', ...flags], env);
  expect(code).toBe(2);
  expect(stderr).not.toContain('hidden-key');
  expect(stdout).toBe('');
});

it('leaves no folder behind when it is ended', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'standin-ended-'));
  try {
    const child = spawn(process.execPath, [main, 'check', '--vendor', 'dixa'], {
      env: {...process.env, TMPDIR: folder},
      stdio: 'ignore',
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    while ((await readdir(folder)).length === 0 && child.exitCode === null) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    child.kill('SIGTERM');
    expect(await ended).toBe(3);
    expect(await readdir(folder)).toEqual([]);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
});
