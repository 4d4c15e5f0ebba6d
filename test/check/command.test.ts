import {mkdtemp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {readdirSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import type {RequestHandler} from 'express';
import type {CheckReport} from '../../src/checks/index.js';
import {startBuiltIn, type BuiltIn} from '../../src/cli/check-built-in.js';
import {freePort} from '../support/processes.js';
import {runCommand, type Ended} from '../support/command.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-command-'));
  await mkdir(join(folder, 'tmp'));
});
afterEach(() => rm(folder, {recursive: true}));

/** Runs `standin check …` with a folder for temporary files of its own, and outside of GitHub's. */
function check(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const outside = {GITHUB_ACTIONS: '', GITHUB_STEP_SUMMARY: '', NO_COLOR: '1', TMPDIR: join(folder, 'tmp')};
  return runCommand(['check', ...args], {...outside, ...env});
}

/** The report of a run that prints nothing else. */
async function reportOf(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CheckReport> {
  return JSON.parse((await check([...args, '--reporter', 'json'], env)).stdout) as CheckReport;
}

const quick = ['--vendor', 'dixa', '--only', 'authentication'] as const;

describe('standin check, told what it does not understand', () => {
  it.each([
    [['--vendor', 'nobody'], /nobody/],
    [['--vendor', 'dixa', '--only', 'no-such-thing'], /No operation, workflow or rule is called "no-such-thing"\./],
    [['--vendor', 'dixa', '--skip', 'DIXA-9999'], /No operation, workflow or rule is called "DIXA-9999"\./],
    [['--url', 'http://127.0.0.1:1'], /Use vendor=base/],
    [['--url', 'dixa=ftp://127.0.0.1'], /Use vendor=base/],
    [['--vendor', 'symbl', '--url', 'dixa=http://127.0.0.1:1'], /--url names dixa, which is not among the vendors/],
    [['--wait', 'long'], /Use a duration such as 30s/],
    [['--mark', 'certain'], /documented, inferred, assumed/],
    [['--reporter', 'pdf'], /Use one of .*junit/],
    [['--reporter', 'junit='], /Name a file: junit=report\.xml/],
    [['--min-coverage', '101'], /from 0 to 100/],
  ] as const)('ends with 2 and a sentence: %j', async (args, sentence) => {
    const {code, stdout, stderr} = await check(args);
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toMatch(sentence);
  });
});

describe('standin check of the built-in stand-in', () => {
  it('ends with 0, writes every report that is asked for, and leaves nothing behind', async () => {
    const at = (name: string) => join(folder, 'reports', name);
    const reporters = ['junit', 'sarif', 'json'].flatMap((name) => ['--reporter', `${name}=${at(name)}`]);
    const summary = join(folder, 'summary');
    await writeFile(summary, 'before\n');
    const {code, stdout, stderr} = await check([...quick, ...reporters], {
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: summary,
    });
    expect({code, stderr}).toEqual({code: 0, stderr: ''});
    expect(stdout).toMatch(/✓ authentication: \d+ passed/);
    expect(await readFile(at('junit'), 'utf8')).toMatch(/^<\?xml[^]*<testsuites [^]*failures="0"/);
    expect(JSON.parse(await readFile(at('sarif'), 'utf8'))).toMatchObject({version: '2.1.0'});
    const {counts} = JSON.parse(await readFile(at('json'), 'utf8')) as CheckReport;
    expect(counts.passed).toBe(counts.total);
    expect(await readFile(summary, 'utf8')).toMatch(/^before\n[^]*Dixa/);
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  });

  it('runs what a rule, or an operation names, and not what is to be skipped', async () => {
    const byRule = await reportOf(['--vendor', 'dixa', '--only', 'dixa-3']);
    const rules = byRule.vendors[0]?.workflows.map(({steps}) => steps.flatMap((step) => step.rules.map(({id}) => id)));
    expect(rules?.length).toBeGreaterThan(0);
    for (const ids of rules ?? []) expect(ids).toContain('DIXA-3');
    const byOperation = await reportOf(['--vendor', 'dixa', '--only', 'getOrganization', '--skip', 'DIXA-2']);
    const workflows = byOperation.vendors[0]?.workflows ?? [];
    expect(workflows.map(({id}) => id)).not.toContain('authentication');
    expect(workflows.map(({id}) => id)).toContain('every-operation-with-its-examples');
    for (const {steps} of workflows) expect(steps.map(({operation}) => operation)).toContain('getOrganization');
  });

  it('never ends with 0 when it tested nothing', async () => {
    const {code, stdout} = await check([...quick, '--skip', 'authentication']);
    expect(code).toBe(3);
    expect(stdout).toMatch(/0 steps/);
  });

  it('ends with 4 when too little of the document was touched, and says so in numbers', async () => {
    expect((await check([...quick, '--min-coverage', '100'])).code).toBe(4);
  });

  it('gives standard output to the format that is asked for alone', async () => {
    const {stdout} = await check([...quick, '--reporter', 'json'], {GITHUB_ACTIONS: 'true'});
    expect(stdout.startsWith('{')).toBe(true);
    expect(stdout).not.toMatch(/✓/);
  });
});

describe('standin check of a server', () => {
  let server: BuiltIn;
  let lie: RequestHandler = (_, __, next) => next();
  const honest = lie;
  beforeAll(async () => {
    server = await startBuiltIn('dixa', (request, response, next) => lie(request, response, next));
  });
  afterEach(() => (lie = honest));
  afterAll(() => server.close());
  const only = ['--only', 'authentication'];
  const refusesFollowUp: RequestHandler = (request, response, next) => {
    if (!request.url.includes('/followup')) return next();
    response.status(404).json({message: 'Not found'});
  };

  it('passes with the right credential, which no process shows', async () => {
    const key = server.credentials.DIXA_API_KEY ?? '';
    const lines: string[] = [];
    lie = (_, __, next) => {
      for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        try {
          lines.push(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
        } catch {
          // It has ended in the meantime.
        }
      }
      next();
    };
    const {code, stdout} = await check(['--url', `dixa=${server.base}`, ...only], {DIXA_API_KEY: key});
    expect(code).toBe(0);
    expect(stdout).toContain(server.base);
    expect(lines.some((line) => line.includes('respect'))).toBe(process.platform === 'linux');
    expect(lines.filter((line) => line.includes(key))).toEqual([]);
  });

  it('ends with 2 without a credential, and names its variable', async () => {
    const {code, stderr} = await check(['--url', `dixa=${server.base}`, ...only], {DIXA_API_KEY: ''});
    expect(code).toBe(2);
    expect(stderr).toBe('standin: Dixa needs credentials: set DIXA_API_KEY in the environment.\n');
  });

  it('ends with 1 with a wrong credential, and shows it nowhere', async () => {
    const secret = 'wrong-key-4f1c9a7e55';
    const files = ['junit', 'sarif', 'json', 'github'].map((name) => join(folder, name));
    const {code, stdout, stderr} = await check(
      [
        '--url',
        `dixa=${server.base}`,
        ...only,
        ...files.flatMap((file) => ['--reporter', `${file.split('/').at(-1)}=${file}`]),
      ],
      {DIXA_API_KEY: secret},
    );
    expect(code).toBe(1);
    expect(stdout).toContain('$DIXA_API_KEY');
    const texts = [stdout, stderr, ...(await Promise.all(files.map((file) => readFile(file, 'utf8'))))];
    expect(texts.filter((text) => text.includes(secret))).toEqual([]);
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  });

  it('ends with 3 when nobody listens', async () => {
    const {code, stdout} = await check(['--url', `dixa=http://127.0.0.1:${await freePort()}/dixa`, ...only], {
      DIXA_API_KEY: 'a-key-of-nobody',
    });
    expect(code).toBe(3);
    expect(stdout).not.toMatch(/[1-9]\d* passed/);
  });

  it('fails by a rule that is only assumed, unless documented ones alone count', async () => {
    lie = refusesFollowUp;
    const args = ['--url', `dixa=${server.base}`, ...only];
    const env = {DIXA_API_KEY: server.credentials.DIXA_API_KEY ?? ''};
    const strict = await reportOf(args, env);
    expect(strict.counts.broken).toBeGreaterThan(0);
    const {code, stdout} = await check([...args, '--mark', 'documented', '--reporter', 'json'], env);
    const {counts} = JSON.parse(stdout) as CheckReport;
    expect({code, broken: counts.broken, learned: counts.learned}).toEqual({
      code: 0,
      broken: 0,
      learned: strict.counts.broken,
    });
  });

  it('prints annotations on GitHub', async () => {
    lie = refusesFollowUp;
    const {code, stdout} = await check(['--url', `dixa=${server.base}`, ...only], {
      DIXA_API_KEY: server.credentials.DIXA_API_KEY ?? '',
      GITHUB_ACTIONS: 'true',
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=(specs|contracts)\/dixa\/[^,]+,line=\d+/m);
  });

  it('ends a workflow at its first failure with --bail', async () => {
    lie = (request, response, next) => {
      if (request.headers.authorization !== undefined) return next();
      response.status(401).json({message: 'Go away'});
    };
    const args = ['--url', `dixa=${server.base}`, ...only];
    const env = {DIXA_API_KEY: server.credentials.DIXA_API_KEY ?? ''};
    const [whole, cut] = [await reportOf(args, env), await reportOf([...args, '--bail'], env)];
    expect(whole.counts.skipped).toBe(0);
    expect(cut.counts).toMatchObject({
      total: whole.counts.total,
      broken: 1,
      passed: 0,
      skipped: whole.counts.total - 1,
    });
  });
});
