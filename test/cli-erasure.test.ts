import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type PlantedCanary, type Standin} from '../src/index.js';
import {runCommand} from './support/command.js';

let standin: Standin;
let url: string;

beforeAll(async () => {
  standin = await createStandin({clock: () => Date.parse('2026-01-05T09:00:00.000Z'), randomSeed: 1});
  ({url} = await standin.listen({port: 0}));
});

beforeEach(() => standin.reset());

afterAll(() => standin.close());

const run = (...args: readonly string[]) => runCommand(args, {STANDIN_URL: url});

/** Asks OpenCX. */
const redact = (sessionId: string) =>
  standin.fetch('/opencx/redaction/session', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${standin.info.vendors.opencx?.env.OPENCX_API_KEY}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({sessionId}),
  });

describe('standin erasure', () => {
  const phone = ['--phone', '+1 202 555 0143'];

  it('ends with 1 and lists the places when somebody is not erased', async () => {
    const {code, stdout} = await run('erasure', '--name', 'Ada Example', '--email', 'ada@example.com', ...phone);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Not erased: \d+ places left\.\n/);
    expect(stdout).toMatch(/^ {2}state {5}\/dixa\/endUsers\/f28fafd6[0-9a-f-]+\/email {2}\/emails\/0$/m);
    expect(stdout).toMatch(/^ {2}state {5}\/dixa\/endUsers\/f28fafd6[0-9a-f-]+ {2}\/names\/0 \(split\)$/m);
  });

  it('ends with 0 when nothing is left, and names what rules and snapshots keep', async () => {
    expect(await run('erasure', '--text', 'nobody-4711')).toEqual({
      code: 0,
      stdout: 'Erased: nothing is left that no rule keeps.\n',
      stderr: '',
    });
    const [canary] = (await standin.canaries.plant({vendors: ['opencx']})) as [PlantedCanary];
    await standin.snapshots.take('planted');
    await redact(String(canary.planted.opencx?.sessions?.[0]));
    const {code, stdout} = await run('erasure', '--phone', canary.identifiers.phone);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Erased: .*\nKept by rules: \d places\.\n/);
    expect(stdout).toMatch(/ {2}\/opencx\/contacts\/[0-9a-f-]+\/phone_number {2}\/phones\/0 {2}OPENCX-20\n/);
    expect(stdout).toMatch(/\nKept by snapshots: \d places\.\n {2}snapshot {2}\/planted\/state\/opencx\//);
    await standin.snapshots.delete('planted');
  });

  it('prints the answer as JSON, with the same code', async () => {
    const {code, stdout} = await run('erasure', '--json', '--name', 'Ada', '--name', 'Noor', ...phone);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual(await standin.erasure({names: ['Ada', 'Noor'], phones: ['+1 202 555 0143']}));
  });

  it.each([
    [[], 'There is nothing to look for'],
    [['--name', 'A'], 'The name at /names/0 is too short'],
  ])('refuses %j', async (args, sentence) => {
    const {code, stderr} = await run('erasure', ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

describe('standin canaries', () => {
  it('plants, reports and removes', async () => {
    expect((await run('canaries')).stdout).toBe(
      'The sandbox default has no canaries; plant some with standin canaries plant.\n',
    );
    const planted = await run('canaries', 'plant', '--vendor', 'opencx,symbl', '--people', '2');
    expect(planted.code).toBe(0);
    expect(planted.stdout).toMatch(/^canary-1\n {2}firstName {6}\w+\n/);
    expect(planted.stdout).toMatch(/^canary-2\n/m);
    expect(planted.stdout).toMatch(/^ {2}opencx sessions {2}[0-9a-f-]{36}$/m);
    expect(planted.stdout).not.toContain('dixa');

    const [session] = /(?<=opencx sessions {2})[0-9a-f-]{36}/.exec(planted.stdout) ?? [];
    await redact(String(session));
    const {canaries, vendors, ...whole} = await standin.canaries.report();
    const {code, stdout} = await run('canaries', 'report');
    expect(code).toBe(0);
    const counts = `of ${whole.planted} places ${whole.gone} gone, ${whole.survived} left, ${whole.kept} kept by rules`;
    expect(stdout).toMatch(new RegExp(`^score ${whole.score}: ${counts}\n {2}opencx {2}${vendors.opencx?.score}: of `));
    expect(stdout).toMatch(/^ {2}canary-1 {2}kept {2}\/opencx\/contacts\/[0-9a-f-]+\/email {2}email {2}OPENCX-20$/m);
    expect(stdout).toMatch(/^ {2}canary-2 {2}survived {2}\/opencx\/contacts\/[0-9a-f-]+\/email {2}email$/m);
    expect(stdout.match(/^ {2}canary-/gm)).toHaveLength(whole.survived + whole.kept);
    expect(JSON.parse((await run('canaries', 'report', '--json')).stdout)).toEqual({canaries, vendors, ...whole});

    expect((await run('canaries', 'remove')).stdout).toBe('The sandbox default has no canaries any more.\n');
    expect((await standin.canaries.report()).canaries).toEqual([]);
  });

  it('prints the first two hundred places that are left', async () => {
    await standin.canaries.plant({people: 10});
    const {survived} = await standin.canaries.report();
    const {stdout} = await run('canaries', 'report');
    expect(stdout.match(/^ {2}canary-/gm)).toHaveLength(200);
    expect(stdout).toMatch(new RegExp(`\n {2}and ${survived - 200} more; --json tells all\n$`));
  });

  it.each([
    [['--people', 'many'], 'Use a number.'],
    [['--people', '21'], '/people must be <= 20'],
    [['--vendor', 'zendesk'], 'There is no vendor "zendesk": use opencx, dixa, symbl.'],
  ])('refuses %j', async (args, sentence) => {
    const {code, stderr} = await run('canaries', 'plant', ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });
});
