import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../src/index.js';
import {runCommand} from './support/command.js';

const start = Date.parse('2026-01-05T09:00:00.000Z');
let standin: Standin;
let url: string;

beforeAll(async () => {
  standin = await createStandin({clock: () => start, randomSeed: 1});
  ({url} = await standin.listen({port: 0}));
});

beforeEach(async () => {
  await standin.reset();
  for (const {id} of await standin.sandboxes.list()) if (id !== 'default') await standin.sandboxes.delete(id);
});

afterAll(() => standin.close());

const run = (...args: readonly string[]) => runCommand(args, {STANDIN_URL: url});

describe('standin sandboxes', () => {
  it('lists them, a line each', async () => {
    await standin.sandboxes.create({id: 'blue', scenario: 'flaky', expiresAfter: 'PT1H'});
    const {code, stdout} = await run('sandboxes');
    expect(code).toBe(0);
    expect(stdout).toBe(
      'default  happy-path  0 requests, last used 2026-01-05T09:00:00.000Z\n' +
        'blue  flaky  0 requests, last used 2026-01-05T09:00:00.000Z, until 2026-01-05T10:00:00.000Z if not used\n',
    );
    const json = JSON.parse((await run('sandboxes', 'list', '--json')).stdout) as unknown;
    expect(json).toEqual({sandboxes: await standin.sandboxes.list()});
  });

  it('makes one and prints its credentials', async () => {
    const {code, stdout} = await run('sandboxes', 'create', 'blue', '--scenario', 'flaky', '--expires-after', 'PT1H');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^blue {2}flaky {2}/);
    for (const [name, value] of Object.entries(standin.sandbox('blue').info.vendors.symbl?.env ?? {})) {
      expect(stdout).toContain(`  ${name}=${value}\n`);
    }
    expect((await run('sandboxes', 'show', 'blue')).stdout).toBe(stdout);
    expect((await run('sandboxes', 'create')).stdout).toMatch(/^sandbox-\d+ {2}happy-path {2}/);
  });

  it('removes one', async () => {
    await standin.sandboxes.create({id: 'blue'});
    expect(await run('sandboxes', 'delete', 'blue')).toEqual({
      code: 0,
      stdout: 'The sandbox blue is gone.\n',
      stderr: '',
    });
    expect((await standin.sandboxes.list()).map(({id}) => id)).toEqual(['default']);
  });

  it.each([
    [['delete', 'never'], /There is no sandbox never/],
    [['delete', 'default'], /The sandbox default stays/],
    [['delete', 'a/b'], /\/id/],
    [['create', 'default'], /There is a sandbox default already/],
    [['create', '--scenario', 'sad-path'], /happy-path, already-redacted/],
    [['create', '--expires-after', 'soon'], /from PT1S to P365D/],
  ])('refuses %j in one sentence', async (args, told) => {
    const {code, stdout, stderr} = await run('sandboxes', ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(told);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('standin scenarios', () => {
  it('tells what each is for, and what it is at each vendor', async () => {
    const {code, stdout} = await run('scenarios');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^happy-path: Everything works as documented/);
    expect(stdout).toMatch(/\n {2}dixa {4}Conversation 10749, .* is open; without force it is a 409 \(DIXA-28\)\.\n/);
    const json = JSON.parse((await run('scenarios', '--json')).stdout) as unknown;
    expect(json).toEqual({scenarios: await standin.scenarios.list()});
  });

  it('one of them is told, or chosen, for the sandbox that is named', async () => {
    expect((await run('scenario')).stdout).toBe('happy-path\n');
    const chosen = await run('scenario', 'flaky', '--sandbox', 'blue');
    expect(chosen).toEqual({code: 0, stdout: 'The sandbox blue began anew in flaky.\n', stderr: ''});
    expect((await run('scenario', '--sandbox', 'blue')).stdout).toBe('flaky\n');
    expect(await standin.scenarios.current()).toBe('happy-path');
  });

  it('that there is not is refused with the names of those there are', async () => {
    const {code, stderr} = await run('scenario', 'sad-path');
    expect(code).toBe(2);
    expect(stderr).toContain('happy-path, already-redacted, open-conversation');
  });
});

describe('standin start', () => {
  it('does not begin in a scenario that there is not', async () => {
    const {code, stderr} = await run('start', '--port', '0', '--scenario', 'sad-path');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^standin: There is no scenario "sad-path": use happy-path, .*\n$/);
  });

  it.each(['0.0.0.0', '::'])('does not listen on %s without an admin token', async (host) => {
    const {code, stderr} = await run('start', '--port', '0', '--host', host);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^standin: Other machines could steer .*--admin-token.*\n$/);
    expect((await runCommand(['start', '--port', '0'], {STANDIN_HOST: host})).code).toBe(2);
  });
});
