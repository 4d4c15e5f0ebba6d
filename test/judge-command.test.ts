import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {CheckReport} from '../src/checks/index.js';
import {createStandin, type Standin} from '../src/index.js';
import {HarRecorder} from './support/har.js';
import {runCommand, type Ended} from './support/command.js';

/** An address that no report may show. */
const canary = 'ada.canary@example.org';

let folder = '';
let standin: Standin;
let base = '';
let key = '';
/** What a careless client did: file names of the whole, and of the calls that were right. */
const files = {careless: '', right: ''};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standin-judge-'));
  standin = await createStandin({randomSeed: 1, vendors: ['dixa', 'symbl']});
  base = (await standin.listen({port: 0})).url;
  key = standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '';
  const careless = new HarRecorder();
  const right = new HarRecorder();
  const headers = {authorization: key, 'content-type': 'application/json'};
  const ask = (recorder: HarRecorder, path: string, init: RequestInit = {}) =>
    recorder.fetch(`${base}/dixa/v1${path}`, {headers, ...init});
  await ask(right, '/conversations/10749');
  await ask(careless, '/conversations/10749');
  await ask(careless, '/conversations/10749/anonymize', {method: 'PATCH', body: '{"force":true}'});
  await ask(careless, `/people/${canary}`);
  await ask(careless, '/conversations/10749', {headers: {}});
  await ask(careless, `/conversations/abc/anonymize?${canary}=${canary}`, {method: 'PATCH'});
  await ask(careless, '/conversations/10749/close', {method: 'PUT', body: JSON.stringify({[canary]: canary})});
  for (const [name, {har}] of [['careless', careless] as const, ['right', right] as const]) {
    files[name] = await file(`${name}.har`, `${JSON.stringify(har, undefined, 2)}\n`);
  }
});

afterAll(async () => {
  await standin.close();
  await rm(folder, {recursive: true});
});

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

/** Runs `standin judge …` outside of GitHub's. */
function judge(args: readonly string[], env: Readonly<Record<string, string>> = {}, input = ''): Promise<Ended> {
  const outside = {GITHUB_ACTIONS: '', GITHUB_STEP_SUMMARY: '', NO_COLOR: '1'};
  return runCommand(['judge', ...args], {...outside, ...env}, input);
}

async function reportOf(args: readonly string[]): Promise<CheckReport> {
  return JSON.parse((await judge([...args, '--reporter', 'json'])).stdout) as CheckReport;
}

const stepsOf = ({vendors}: CheckReport) => vendors.flatMap(({workflows}) => workflows).flatMap(({steps}) => steps);
const failuresOf = (report: CheckReport) => stepsOf(report).flatMap(({failures}) => failures);

describe('standin judge, told what it does not understand', () => {
  it.each([
    [[], /Say what to judge: a file, such as standin judge traffic\.har, or --url/],
    [['a.har', '--url', 'http://127.0.0.1:1'], /Say what to judge/],
    [['no-such-file.har'], /no-such-file\.har cannot be read \(ENOENT\); check the path\./],
    [['-', '--vendor', 'nobody'], /nobody/],
    [['-', '--mark', 'certain'], /documented, inferred, assumed/],
    [['-', '--reporter', 'pdf'], /Use one of .*junit/],
    [['-', '--only', ''], /Name at least one\./],
  ] as const)('ends with 2 and a sentence: %j', async (args, sentence) => {
    const {code, stdout, stderr} = await judge(args);
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['nothing', ''],
    ['broken JSON', `{"log": {"entries": [{"${canary}"`],
    ['a HAR without entries', '{"log": {}}'],
    ['another file', `["${canary}"]`],
  ])('ends with 2 and one sentence that repeats nothing: %s', async (_, text) => {
    const {code, stdout, stderr} = await judge(['-'], {}, text);
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toMatch(/^standin: standard input: The [^\n]+\.\n$/);
    expect(stderr).not.toContain('canary');
  });

  it('ends with 2 when a word names no operation, kind of breach or rule', async () => {
    const {code, stderr} = await judge([files.right, '--only', 'dixa-3,no-such-thing', '--skip', 'DIXA-9999']);
    expect(code).toBe(2);
    expect(stderr).toBe('standin: No operation, kind of breach or rule is called "no-such-thing", "DIXA-9999".\n');
  });

  it('ends with 3 when no stand-in listens there', async () => {
    const {code, stderr} = await judge(['--url', 'http://127.0.0.1:1']);
    expect(code).toBe(3);
    expect(stderr).toMatch(/No stand-in answers at http:\/\/127\.0\.0\.1:1/);
  });
});

describe('standin judge of a HAR', () => {
  it('ends with 0 when nothing is broken', async () => {
    const {code, stdout, stderr} = await judge([files.right]);
    expect({code, stderr}).toEqual({code: 0, stderr: ''});
    expect(stdout).toMatch(/✓ getConversationsConversationid: 1 passed\n/);
    expect(stdout).toMatch(/\n1 request: 1 passed, in \d+\.\d s\.\n$/);
  });

  it('ends with 1 when a contract is broken, and leads to the line', async () => {
    const {code, stdout, stderr} = await judge([files.careless, '--only', 'ignored', '--only', 'unfollowed']);
    expect({code, stderr}).toEqual({code: 1, stderr: ''});
    const lines = (await readFile(files.careless, 'utf8')).split('\n');
    const places = [...stdout.matchAll(/sent in {3}(\S+):(\d+):(\d+) \((\S+)\)/g)];
    const inBody = places.find(([, , , , pointer]) => pointer?.startsWith('/log/entries/1/request/postData'));
    expect(inBody?.[1]).toBe(files.careless);
    expect(lines[Number(inBody?.[2]) - 1]?.slice(Number(inBody?.[3]) - 1)).toBe(JSON.stringify('{"force":true}'));
    expect(stdout).toContain('   instead   Send `force=true` in the query.\n');
    expect(stdout).toMatch(/ {3}spec {6}specs\/dixa\/openapi\.yaml:\d+:\d+\n {3}rule {6}DIXA-30 \(inferred\): /);
    expect(stdout).toMatch(/Dixa, unfollowed, broken: .*\n {3}operation patchConversationsConversationidAnonymize/);
  });

  it('ends with 3 when it has no call to a vendor, and tells of what was left out', async () => {
    const text = (await readFile(files.careless, 'utf8')).replaceAll(`${base}/dixa`, 'https://other.example');
    const {code, stdout, stderr} = await judge(['-'], {}, text);
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /^Left out:\n {2}6 × .+\., the first at standard input:\d+:\d+ \(\/log\/entries\/0\)\n\n0 req/,
    );
    expect(stderr).toBe('standin: standard input has no call that was to be judged.\n');
    expect(stdout).not.toContain('other.example');
  });

  it('judges only the vendors that are named', async () => {
    expect((await judge([files.careless, '--vendor', 'symbl'])).code).toBe(3);
    const report = await reportOf([files.careless, '--vendor', 'dixa']);
    expect(report).toMatchObject({format: 'standin-judge/1', subject: 'requests', counts: {total: 6}});
  });

  it('writes all reports that are asked for: all say what to send instead, none shows anything personal', async () => {
    const names = ['junit', 'sarif', 'json', 'github', 'text'];
    const summary = join(folder, 'summary.md');
    const args = names.flatMap((name) => ['--reporter', `${name}=${join(folder, 'reports', name)}`]);
    const env = {GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary};
    const {code, stdout} = await judge([files.careless, ...args], env);
    expect(code).toBe(1);
    const written = await Promise.all(names.map((name) => readFile(join(folder, 'reports', name), 'utf8')));
    const [junit = '', sarif = '', json = '', github = ''] = written;
    expect(junit).toMatch(/<testsuites name="standin judge" [^]*<failure /);
    expect(JSON.parse(sarif)).toMatchObject({version: '2.1.0'});
    expect(JSON.parse(json)).toMatchObject({format: 'standin-judge/1'});
    expect(github).toMatch(/^::error file=[^,]*careless\.har,line=\d+,/);
    for (const text of [...written, stdout, await readFile(summary, 'utf8')]) {
      // Markdown has it with another sign for the quotation marks.
      expect(text).toMatch(/Send (`|&#96;)force=true(`|&#96;) in the query\./);
      expect(text).not.toMatch(/canary|ada\./);
      expect(text).not.toContain(key);
    }
  });

  it('says the same of the same file each time, but for when and how long', async () => {
    const names = ['text', 'junit', 'sarif', 'json', 'github'];
    const told = async (path: string, into: string) => {
      const at = (name: string) => join(folder, into, name);
      await judge([path, ...names.flatMap((name) => ['--reporter', `${name}=${at(name)}`])]);
      const written = await Promise.all(names.map((name) => readFile(at(name), 'utf8')));
      return written.map((text) =>
        text
          .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, 'when')
          .replaceAll(/\bin \d+\.\d s\b|(?<=time="|"milliseconds": ?)[\d.]+/g, 'how long'),
      );
    };
    const tokensIn = (texts: readonly string[]) => new Set(texts.join().match(/tok_[0-9a-f]{16}/g));
    const first = await told(files.careless, 'first');
    expect(await told(files.careless, 'second')).toEqual(first);
    expect(tokensIn(first)).not.toEqual(new Set());
    // Of what stands in another file, nobody can tell by its tokens whether it is the same.
    const other = tokensIn(await told(await file('other.har', `${await readFile(files.careless, 'utf8')}\n`), 'other'));
    expect([...other].filter((token) => tokensIn(first).has(token))).toEqual([]);
  });

  it('tells what is less sure than the mark as learned, which breaks nothing', async () => {
    const only = [files.careless, '--only', 'DIXA-30'] as const;
    expect(failuresOf(await reportOf(only)).map(({severity}) => severity)).toEqual(['broken']);
    const learned = await reportOf([...only, '--mark', 'documented']);
    expect(failuresOf(learned).map(({severity}) => severity)).toEqual(['learned']);
    expect((await judge([...only, '--mark', 'documented'])).code).toBe(0);
  });

  it('tells only of the operations, kinds and rules that are named, and not of those to skip', async () => {
    const operation = await reportOf([files.careless, '--only', 'getConversationsConversationid']);
    expect(operation.counts).toMatchObject({total: 2, passed: 1, broken: 1});
    const kind = await reportOf([files.careless, '--only', 'authentication']);
    expect(failuresOf(kind).map(({check}) => check)).toEqual(['authentication']);
    expect(kind.counts.total).toBe(6);
    const skipped = await reportOf([files.careless, '--skip', 'getConversationsConversationid,ignored,dixa-8']);
    expect(skipped.counts.total).toBe(4);
    const checks = failuresOf(skipped).map(({check}) => check);
    expect(checks).not.toContain('ignored');
    expect(checks).toContain('unknown-operation');
    expect(failuresOf(skipped).flatMap(({rules}) => rules.map(({id}) => id))).not.toContain('DIXA-8');
  });
});

describe('standin judge of a running stand-in', () => {
  it('leads to the entries of the journal', async () => {
    const report = await reportOf(['--url', base, '--only', 'unknown-operation']);
    expect(report.vendors.map(({target}) => target)).toEqual([base]);
    expect(failuresOf(report).map(({traffic}) => traffic)).toEqual([
      {file: `${base}/_standin/journal/req-4`, pointer: '/request/path'},
    ]);
  });

  it('judges one sandbox by its scenario', async () => {
    const sandbox = standin.sandbox('blamed-for-nothing');
    await sandbox.scenarios.use('revoked-key');
    const {DIXA_API_KEY: own = ''} = sandbox.info.vendors.dixa?.env ?? {};
    const headers = {authorization: own, 'x-standin-sandbox': 'blamed-for-nothing'};
    expect((await fetch(`${base}/dixa/v1/conversations/10749`, {headers})).status).toBe(401);
    const args = ['--url', base, '--sandbox', 'blamed-for-nothing'];
    expect(await judge(args)).toMatchObject({code: 0, stderr: ''});
    await fetch(`${base}/dixa/v1/nothing`, {headers});
    const [failure] = failuresOf(await reportOf(args));
    const address = failure?.traffic?.file ?? '';
    expect(address).toBe(`${base}/s/blamed-for-nothing/_standin/journal/req-2`);
    expect((await fetch(address)).status).toBe(200);
  });

  it('says the same of a HAR and of the journal of the same calls', async () => {
    const sandbox = 'recorded-twice';
    const headers = {
      'x-standin-sandbox': sandbox,
      authorization: standin.sandbox(sandbox).info.vendors.dixa?.env.DIXA_API_KEY ?? '',
      'content-type': 'application/json',
    };
    const recorder = new HarRecorder();
    const ask = (path: string, init: RequestInit = {}) => recorder.fetch(`${base}/dixa/v1${path}`, {headers, ...init});
    await ask('/conversations/10749');
    await ask('/conversations/10749/anonymize', {method: 'PATCH', body: '{"force":true}'});
    await ask(`/people/${canary}`);
    await ask(`/conversations/abc/anonymize?${canary}=${canary}`, {method: 'PATCH'});
    await ask('/anonymization', {method: 'POST', body: '{"entityId":"10749","_type":"Conversation"}'});
    await ask('/conversations/10749/close', {method: 'PUT', body: JSON.stringify({[canary]: canary})});
    const har = await file('twice.har', JSON.stringify(recorder.har));
    const [ofFile, ofJournal] = await Promise.all([reportOf([har]), reportOf(['--url', base, '--sandbox', sandbox])]);
    expect(failuresOf(ofFile).length).toBeGreaterThanOrEqual(6);
    expect(comparable(ofFile)).toEqual(comparable(ofJournal));
  });
});

/** A report without what tells where the calls were recorded; tokens have another key each time. */
function comparable(report: CheckReport): unknown {
  const names = ['id', 'target', 'traffic', 'startedAt', 'milliseconds'];
  const text = JSON.stringify(report, (name, value: unknown) => (names.includes(name) ? undefined : value));
  return JSON.parse(text.replace(/tok_[0-9a-f]{16}/g, 'tok'));
}
