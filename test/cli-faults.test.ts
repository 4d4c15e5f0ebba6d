import {spawn} from 'node:child_process';
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../src/index.js';

/** The built command: `npm test` builds first. */
const main = new URL('../dist/cli/main.js', import.meta.url).pathname;
let standin: Standin;
let url = '';

beforeAll(async () => {
  standin = await createStandin({randomSeed: 1});
  ({url} = await standin.listen({port: 0}));
});

beforeEach(() => standin.reset());
afterAll(() => standin.close());

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `standin faults …` against the stand-in, to its end. */
function faults(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [main, 'faults', ...args, ...(args.length > 0 ? ['--url', url] : [])], {
    env: {...process.env, STANDIN_URL: url},
  });
  const output = {stdout: '', stderr: ''};
  child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
  return new Promise((resolve) => child.once('close', (code) => resolve({code, ...output})));
}

const anonymize = 'patchConversationsConversationidAnonymize';

describe('standin faults', () => {
  it('lists none at first', async () => {
    expect(await faults()).toEqual({code: 0, stdout: 'The sandbox default has no faults.\n', stderr: ''});
  });

  it('adds a fault with all that can be said of it, and tells what it did', async () => {
    const added = await faults('add', '429', '--operation', anonymize, '--times', '2', '--delay', 'PT0.01S');
    const told = (hits: string) => `fault-1  429  ${anonymize}  before the work, ${hits} to come, delay PT0.01S\n`;
    expect(added).toEqual({code: 0, stdout: told('0 hit, 2'), stderr: ''});
    const path = '/dixa/v1/conversations/10749/anonymize';
    expect((await standin.fetch(path, {method: 'PATCH'})).status).toBe(429);
    expect((await faults('list')).stdout).toBe(told('1 hit, 1'));
  });

  it('prints JSON when that is asked for', async () => {
    const {stdout} = await faults('add', 'timeout', '--vendor', 'dixa', '--for', 'PT5S', '--every', '5', '--json');
    expect(JSON.parse(stdout)).toEqual({
      faults: [{id: 'fault-1', fault: 'timeout', vendor: 'dixa', for: 'PT5S', every: 5, when: 'after', hits: 0}],
    });
  });

  it('is about the sandbox that is named', async () => {
    await faults('add', '502', '--vendor', 'opencx', '--sandbox', 'blue');
    expect(await standin.faults.list()).toEqual([]);
    expect(await standin.sandbox('blue').faults.list()).toMatchObject([{fault: '502'}]);
  });

  it('removes one, and then all', async () => {
    await standin.faults.add([{fault: '500'}, {fault: 'reset'}, {fault: 'empty'}]);
    expect((await faults('remove', 'fault-2')).stdout).toBe('fault-2 is removed.\n');
    expect((await standin.faults.list()).map(({id}) => id)).toEqual(['fault-1', 'fault-3']);
    expect((await faults('clear')).stdout).toBe('The sandbox default has no faults any more.\n');
    expect(await standin.faults.list()).toEqual([]);
  });

  it.each([
    [
      ['add', '429', '--operation', 'redactSesion'],
      'There is no operation "redactSesion"; the nearest are redactSession',
    ],
    [['add', '418'], 'use 400, 401,'],
    [['add', '429', '--times', 'many'], 'Use a number.'],
    [['add', '429', '--times', '1.5'], '/times must be integer'],
    [['add', '429', '--when', 'later'], 'before, after'],
    [['remove', 'fault-9'], 'There is no such fault: this sandbox has none.'],
    [['add'], "missing required argument 'fault'"],
  ])('exits 2 and says why: %j', async (args, told) => {
    const {code, stderr} = await faults(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(await standin.faults.list()).toEqual([]);
  });
});
