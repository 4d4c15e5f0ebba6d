import {spawn, type ChildProcess} from 'node:child_process';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../src/index.js';

/** The built command: `npm test` builds first. */
const main = new URL('../dist/cli/main.js', import.meta.url).pathname;
const running: ChildProcess[] = [];
let standin: Standin;
let url = '';

beforeAll(async () => {
  standin = await createStandin({randomSeed: 1, clock: () => Date.parse('2026-01-05T09:00:00.000Z')});
  ({url} = await standin.listen({port: 0}));
});

beforeEach(() => standin.reset());

afterEach(() => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});

afterAll(() => standin.close());

function begin(args: readonly string[], input?: string) {
  const child = spawn(process.execPath, [main, ...args], {env: {...process.env, STANDIN_URL: url}});
  running.push(child);
  const output = {stdout: '', stderr: ''};
  child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
  child.stdin.end(input);
  const ended = new Promise<{readonly code: number | null} & typeof output>((resolve) =>
    child.once('close', (code) => resolve({code, ...output})),
  );
  return {child, output, ended};
}

const run = (args: readonly string[], input?: string) => begin(args, input).ended;

const dixa = (method: string, path: string, body?: unknown) =>
  standin.fetch(`/dixa${path}`, {
    method,
    headers: {
      authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '',
      ...(body !== undefined && {'content-type': 'application/json'}),
    },
    ...(body !== undefined && {body: JSON.stringify(body)}),
  });

/** A process takes a while to start where many do. */
const patience = {timeout: 20_000};

const anonymize = 'patchConversationsConversationidAnonymize';

describe('standin journal', () => {
  beforeEach(async () => {
    await standin.faults.add({fault: '429', operation: 'postEndusers'});
    await dixa('PATCH', '/v1/conversations/10750/anonymize');
    await dixa('POST', '/v1/endusers', {displayName: 'Ada Example'});
    await standin.faults.clear();
    await dixa('POST', '/v1/endusers', {displayName: 7});
    await dixa('GET', '/conversations/10750');
  });

  it('prints a line for each entry', async () => {
    const {code, stdout} = await run(['journal']);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual([
      `2026-01-05T09:00:00.000Z req-1 dixa PATCH /v1/conversations/10750/anonymize 409 ${anonymize}`,
      '2026-01-05T09:00:00.000Z req-2 dixa POST /v1/endusers 429 postEndusers, fault 429',
      '2026-01-05T09:00:00.000Z req-3 dixa POST /v1/endusers 400 postEndusers, 1 finding',
      expect.stringMatching(/^\S+ req-4 dixa GET \/conversations\/tok_\S+ 404 no operation$/) as string,
      '    nearest GET /{version}/conversations/{conversationId} (getConversationsConversationid): ' +
        'path segment 1: expected v1 or beta, got nothing',
      '',
    ]);
  });

  it('prints those that are asked for, as lines of JSON if that is asked for', async () => {
    const {stdout} = await run(['journal', '--operation', 'postEndusers', '--status', '4xx', '--json']);
    const entries = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as {id: string});
    expect(entries).toEqual(await standin.journal.entries({operation: 'postEndusers', status: '4xx'}));
    expect((await run(['journal', '--where', '$.findings[0]', '--limit', '1'])).stdout).toContain('req-3');
    expect((await run(['journal', '--unmatched'])).stdout).toMatch(/^\S+ req-4 /);
    expect((await run(['journal', '--kind', 'webhook'])).stdout).toBe('The journal has no such entries.\n');
  });

  it('counts, and forgets', async () => {
    expect((await run(['journal', '--count', '--vendor', 'dixa'])).stdout).toBe('4\n');
    expect((await run(['journal', '--count', '--json', '--unmatched'])).stdout).toBe('{"count":1}\n');
    expect((await run(['journal', '--clear'])).stdout).toBe('The journal of the sandbox default is empty.\n');
    expect(await standin.journal.count()).toBe(0);
  });

  it('follows what comes, until the stand-in ends', async () => {
    const own = await createStandin({randomSeed: 1});
    const {url: address} = await own.listen({port: 0});
    const {output, ended} = begin(['journal', '--follow', '--status', '4xx', '--url', address]);
    await expect
      .poll(async () => {
        await own.fetch('/dixa/v1/nothing');
        return output.stdout;
      }, patience)
      .toMatch(/^\S+ req-\d+ dixa GET \S+ 40\d/);
    await own.close();
    expect((await ended).code).toBe(0);
  });

  it('says so when the stand-in goes away meanwhile', async () => {
    const server = begin(['start', '--port', '0', '--json']);
    await expect.poll(() => server.output.stdout, patience).toContain('\n');
    const {url: address} = JSON.parse(server.output.stdout) as {url: string};
    const {output, ended} = begin(['journal', '--follow', '--url', address]);
    await expect
      .poll(async () => {
        await fetch(`${address}/dixa/v1/nothing`);
        return output.stdout;
      }, patience)
      .toContain('req-');
    server.child.kill('SIGKILL');
    const {code, stderr} = await ended;
    expect([code, stderr]).toEqual([3, `standin: The stand-in at ${address} went away; start it again.\n`]);
  });

  it.each([
    [['journal', '--operation', 'nothing'], /no operation "nothing"/],
    [['journal', '--where', 'nothing'], /at character 1/],
    [['journal', '--count', '--clear'], /cannot be used with/],
    [['journal', '--follow', '--limit', '3'], /cannot be used with/],
    [['journal', '--kind', 'call'], /request, preflight, webhook/],
  ])('exits 2 for %j', async (args, told) => {
    const {code, stdout, stderr} = await run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(told);
  });
});

describe('standin verify', () => {
  const expectation = `
requests:
  - operation: postEndusers
    body: {email: ada@example.org}
    times: {exactly: 1}
nothingElse: true
`;

  it('exits 0 when the calls were as expected', async () => {
    await dixa('POST', '/v1/endusers', {displayName: 'Ada Example', email: 'ada@example.org'});
    expect(await run(['verify', '-'], expectation)).toEqual({
      code: 0,
      stdout: 'All calls were as expected.\n',
      stderr: '',
    });
  });

  it('exits 1 when they were not, and prints what differs', async () => {
    await dixa('POST', '/v1/endusers', {displayName: 'Ada Example'});
    const {code, stdout} = await run(['verify', '-'], expectation);
    expect(code).toBe(1);
    expect(stdout.replace(/tok_[0-9a-f]{16}/g, 'tok').split('\n')).toEqual([
      'Expected exactly 1 call of postEndusers with a body, got none.',
      '  The closest:',
      '  req-1 dixa POST /v1/endusers (postEndusers), answered 201',
      '    body/email: expected tok(aaa@aaaaaaa.aaa), got nothing',
      'Expected nothing else, got 1 other call:',
      '  req-1 dixa POST /v1/endusers (postEndusers), answered 201',
      '',
    ]);
    const json = await run(['verify', '-', '--json'], JSON.stringify({requests: [{operation: anonymize}]}));
    expect([json.code, JSON.parse(json.stdout)]).toMatchObject([1, {passed: false, counts: [{matched: 0}]}]);
  });

  it.each([
    [['verify', '/nowhere/expected.yaml'], '', /cannot be read/],
    [['verify', '-'], 'requests: [', /Standard input is neither YAML nor JSON/],
    [['verify', '-'], 'requests: [{operation: nothing}]', /no operation "nothing"/],
    [['verify', '-'], '', /must be object/],
  ])('exits 2 for %j with %j', async (args, input, told) => {
    const {code, stderr} = await run(args, input);
    expect(code).toBe(2);
    expect(stderr).toMatch(told);
  });
});

describe('standin start --journal clear', () => {
  it('says so loudly, and shows what was sent', async () => {
    const {output} = begin(['start', '--port', '0', '--json', '--journal', 'clear']);
    await expect.poll(() => output.stdout.includes('\n') && output.stderr.includes('\n'), patience).toBe(true);
    expect(JSON.parse(output.stderr)).toMatchObject({
      level: 40,
      msg: 'the journal shows personal data and credentials in clear',
    });
    const info = JSON.parse(output.stdout) as {url: string};
    await fetch(`${info.url}/dixa/v1/endusers/ada@example.org`, {headers: {authorization: 'a-key'}});
    const {stdout} = await run(['journal', '--json', '--url', info.url]);
    expect(JSON.parse(stdout)).toMatchObject({
      request: {path: '/v1/endusers/ada@example.org', headers: {authorization: 'a-key'}},
    });

    const banner = begin(['start', '--port', '0', '--journal', 'clear']);
    await expect
      .poll(() => banner.output.stdout, patience)
      .toContain('The journal shows personal data and credentials in clear');
  });

  it('is not what it does otherwise', async () => {
    const {output} = begin(['start', '--port', '0']);
    await expect.poll(() => output.stdout, patience).toContain('Stop with Ctrl+C');
    expect(output.stdout + output.stderr).not.toContain('in clear');
    expect((await run(['start', '--journal', 'everything'])).code).toBe(2);
  });
});
