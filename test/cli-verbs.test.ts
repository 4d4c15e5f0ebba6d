import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../src/index.js';
import {runCommand} from './support/command.js';

/** The verbs that are not proven elsewhere, each said to a stand-in that runs. A process takes a while to start. */
const patience = {timeout: 30_000};
let standin: Standin;
let url = '';

beforeAll(async () => {
  standin = await createStandin({randomSeed: 1, clock: () => Date.parse('2026-01-05T09:00:00.000Z')});
  ({url} = await standin.listen({port: 0}));
});

beforeEach(() => standin.reset());

afterAll(() => standin.close());

const run = (line: string, input?: string) => runCommand(line.split(' '), {STANDIN_URL: url}, input);
const conversation = '/dixa/v1/conversations/10749';
const call = (method: string, path: string) =>
  standin.fetch(path, {method, headers: {authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? ''}});

describe('standin clock', patience, () => {
  it('tells what the clock shows', async () => {
    expect((await run('clock')).stdout).toBe('2026-01-05T09:00:00.000Z (running)\n');
  });

  it('moves it, and tells what fell due', async () => {
    await call('PATCH', `${conversation}/anonymize`);
    expect((await run('clock freeze')).stdout).toBe('2026-01-05T09:00:00.000Z (frozen)\n');
    const {stdout, code} = await run('clock advance PT1H');
    expect(stdout).toMatch(
      /^2026-01-05T10:00:00\.000Z \(frozen\)\n2026-01-05T09:00:\d\d\.000Z {2}dixa {2}anonymize\n$/,
    );
    expect(code).toBe(0);
  });

  it('passes the refusal on, with exit code 2', async () => {
    const {stderr, code} = await run('clock advance soon');
    expect(stderr).toBe('standin: Give "advance" an ISO 8601 duration such as PT10S, PT2H or P1D.\n');
    expect(code).toBe(2);
  });
});

describe('standin behaviours', patience, () => {
  it('sets some and shows all', async () => {
    const {stdout} = await run('behaviours set dixa.dates=plain dixa.anonymization_delay=PT2H');
    expect(stdout.split('\n')).toEqual(expect.arrayContaining(['dixa.dates=plain', 'dixa.anonymization_delay=PT2H']));
    expect((await run('behaviours')).stdout).toBe(stdout);
    expect((await standin.behaviours.get())['dixa.dates']).toBe('plain');
  });
});

describe('standin reset', patience, () => {
  it('starts the sandbox anew', async () => {
    await standin.behaviours.set({'dixa.dates': 'plain'});
    expect((await run('reset')).stdout).toBe('The sandbox default began anew.\n');
    expect((await standin.behaviours.get())['dixa.dates']).toBe('documented');
  });

  it('concerns the sandbox that is named alone', async () => {
    await standin.behaviours.set({'dixa.dates': 'plain'});
    expect(JSON.parse((await run('reset --sandbox blue --json')).stdout)).toEqual({reset: 'blue'});
    expect((await standin.behaviours.get())['dixa.dates']).toBe('plain');
  });
});

describe('standin explain', patience, () => {
  it('tells rules with their marks, and what was touched', async () => {
    await call('PATCH', `${conversation}/anonymize`);
    const {stdout} = await run('explain req-1');
    expect(stdout).toMatch(/^dixa patchConversationsConversationidAnonymize answered 202\n/);
    expect(stdout).toMatch(/^DIXA-27 +(documented|inferred|assumed): /m);
    expect(stdout).toMatch(/^read +conversations 10749$/m);
    expect(stdout).toMatch(/^saved +anonymizationRequests [0-9a-f-]{36}$/m);
    expect(stdout).toMatch(/^scheduled anonymize at 2026-01-05T09:00:/m);
  });
});

describe('standin audit', patience, () => {
  it('tells what was erased, and by whom', async () => {
    expect((await run('audit')).stdout).toBe('Nothing was erased.\n');
    await standin.fetch('/opencx/redaction/session', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${standin.info.vendors.opencx?.env.OPENCX_API_KEY ?? ''}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({sessionId: '123e4567-e89b-12d3-a456-426614174000', reason: 'Asked for'}),
    });
    expect((await run('audit')).stdout).toMatch(
      /^2026-01-05T09:00:00\.000Z {2}opencx {2}redact session 123e4567-.*: Asked for\n$/,
    );
    expect(await standin.audit()).toMatchObject([{vendor: 'opencx', action: 'redact'}]);
  });
});

describe('standin env', patience, () => {
  it('means the stand-in and the sandbox that the other verbs mean', async () => {
    const {stdout} = await runCommand(['env', 'dixa'], {STANDIN_URL: url, STANDIN_SANDBOX: 'blue'});
    expect(stdout).toContain(`export DIXA_BASE_URL='${url}/dixa'\n`);
    expect(stdout).toContain(
      `export DIXA_API_KEY='${standin.sandbox('blue').info.vendors.dixa?.env.DIXA_API_KEY ?? ''}'`,
    );
  });
});

describe('standin journal --clear', patience, () => {
  it('does not clear more than it was asked to', async () => {
    await call('GET', conversation);
    expect((await run('journal --clear --vendor symbl')).code).toBe(2);
    expect(await standin.journal.entries()).toHaveLength(1);
  });
});

describe('standin state', patience, () => {
  it('prints all data as a seed that can be put back', async () => {
    const {stdout} = await run('state --json');
    expect(JSON.parse(stdout)).toEqual(await standin.state.read());
    expect((await run('state replace -', stdout)).code).toBe(0);
    expect(await standin.state.read()).toEqual(JSON.parse(stdout));
  });

  it('changes one entity, and removes it', async () => {
    const [tag] = await standin.state.collection('dixa', 'tags').list();
    const id = String(tag?.id);
    expect(JSON.parse((await run(`state patch dixa tags ${id} -`, 'name: renamed')).stdout)).toEqual({
      ...tag,
      name: 'renamed',
    });
    expect((await run(`state delete dixa tags ${id}`)).stdout).toBe(`state/dixa/tags/${id} is gone.\n`);
    expect(await run(`state show dixa tags ${id}`)).toMatchObject({
      code: 2,
      stderr: `standin: There is no "${id}" in tags of dixa; GET /_standin/state/dixa/tags lists what there is.\n`,
    });
    expect((await run(`state put dixa tags ${id} -`, JSON.stringify(tag))).code).toBe(0);
    expect((await standin.state.collection('dixa', 'tags').list())[0]).toEqual(tag);
  });
});

describe('standin snapshots', patience, () => {
  it('keeps a state, and goes back to it', async () => {
    expect((await run('snapshots take before')).stdout).toMatch(
      /^before {2}taken 2026-01-05T09:00:00\.000Z, \d+ entities\n$/,
    );
    const read = async () => (await call('GET', `${conversation}/messages`)).text();
    const before = await read();
    await call('PATCH', `${conversation}/anonymize`);
    await standin.clock.advance('PT1H');
    expect((await run('snapshots')).stdout).toMatch(/, holds what was erased since\n$/);
    expect(await read()).not.toBe(before);

    const {stdout: file} = await run('snapshots export before');
    expect((await run('snapshots import copy -', file)).code).toBe(0);
    expect((await run('snapshots restore copy')).stdout).toBe('The sandbox default holds what copy does.\n');
    expect(await read()).toBe(before);
    for (const name of ['copy', 'before']) expect((await run(`snapshots delete ${name}`)).code).toBe(0);
    expect((await run('snapshots')).stdout).toBe('The sandbox default has no snapshots.\n');
  });
});
