import {expect, it} from 'vitest';
import {
  TestSandboxes,
  useStandinWith,
  type Hooks,
  type TestSandbox,
  type UsedStandin,
  type UseStandinOptions,
} from './lifecycle.js';

/** A framework that runs hooks when it is told to. */
function framework(options: UseStandinOptions): {used: UsedStandin; run: (name: keyof Hooks) => Promise<void>} {
  const registered = new Map<string, () => Promise<void>>();
  const register = (name: keyof Hooks) => (hook: () => Promise<void>) => void registered.set(name, hook);
  const used = useStandinWith(
    {
      beforeAll: register('beforeAll'),
      afterAll: register('afterAll'),
      beforeEach: register('beforeEach'),
      afterEach: register('afterEach'),
    },
    {vendors: ['dixa'], ...options},
  );
  return {used, run: async (name) => registered.get(name)?.()};
}

const path = '/dixa/v1/conversations/10749';

it('starts before the first test, listens, and is closed after the last one', async () => {
  const {used, run} = framework({});
  expect(() => used.standin).toThrow('read `standin` inside a test or a hook');
  await run('beforeAll');
  const {url} = used.standin;
  expect((await fetch(`${url}/_standin/health`)).status).toBe(200);
  await run('afterAll');
  await expect(fetch(`${url}/_standin/health`)).rejects.toThrow();
  expect(() => used.standin).toThrow('read `standin` inside a test or a hook');
});

it('does not listen when told not to', async () => {
  const {used, run} = framework({listen: false});
  await run('beforeAll');
  expect(used.standin.url).toBeUndefined();
  await run('afterAll');
});

it('gives each test a sandbox in the scenario of the stand-in, and takes it away', async () => {
  const {used, run} = framework({listen: false, scenario: 'open-conversation'});
  await run('beforeAll');
  const ids = [];
  for (let test = 0; test < 2; test += 1) {
    await run('beforeEach');
    expect(await used.sandbox.scenarios.current()).toBe('open-conversation');
    expect(await used.sandbox.journal.count()).toBe(0);
    await used.sandbox.fetch(path);
    ids.push(used.sandbox.id);
    await run('afterEach');
    expect(() => used.sandbox).toThrow('no test is running');
  }
  expect(new Set(ids).size).toBe(2);
  expect((await used.standin.sandboxes.list()).map(({id}) => id)).toEqual(['default']);
  await run('afterAll');
});

it('fails at the end of a strict test whose client broke the contract, and takes its sandbox away all the same', async () => {
  const {used, run} = framework({listen: false, strict: true});
  await run('beforeAll');
  await run('beforeEach');
  await used.sandbox.fetch(path);
  await expect(run('afterEach')).rejects.toThrow(
    /^The client broke the contract in 1 of 1 request:\n\nDixa sandbox-1\n[^]*1\) Dixa, authentication, broken: The call has no credential\.\n[^]*sent in {3}journal\/sandbox-1\/req-1\n[^]*\nThe journal:\n {2}req-1 /,
  );
  expect((await used.standin.sandboxes.list()).map(({id}) => id)).toEqual(['default']);
  await run('beforeEach');
  await run('afterEach');
  await run('afterAll');
});

/** Asks with the credential of the test's sandbox. */
function asked(sandbox: TestSandbox, rest = '', init: RequestInit = {}): Promise<Response> {
  const headers = {authorization: sandbox.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
  return sandbox.fetch(`${path}${rest}`, {...init, headers});
}

it('fails at the end of a strict test whose client did not look after what was accepted for later (DIXA-41)', async () => {
  const {used, run} = framework({listen: false, strict: true});
  await run('beforeAll');
  const anonymize = async () => {
    await run('beforeEach');
    const accepted = await asked(used.sandbox, '/anonymize', {method: 'PATCH'});
    return ((await accepted.json()) as {data: {id: string}}).data.id;
  };
  const id = await anonymize();
  await used.sandbox.clock.advance('PT1H');
  const headers = {authorization: used.sandbox.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
  await used.sandbox.fetch(`/dixa/v1/anonymization/request/${id}`, {headers});
  await run('afterEach');
  await anonymize();
  await expect(run('afterEach')).rejects.toThrow(/\) Dixa, unfollowed, broken: /);
  await run('afterAll');
});

it('hides nothing of a strict test behind a reset', async () => {
  const {used, run} = framework({listen: false, strict: true});
  await run('beforeAll');
  await run('beforeEach');
  await used.sandbox.fetch(path);
  await used.sandbox.reset();
  const error: unknown = await run('afterEach').catch((thrown: unknown) => thrown);
  expect(String(error)).toContain('The call has no credential.');
  expect(String(error)).not.toContain('The journal');
  await run('afterAll');
});

it('judges each sandbox of strict tests by itself, and tells the own listener of all requests', async () => {
  const heard: string[] = [];
  const tests = new TestSandboxes({
    vendors: ['dixa'],
    listen: false,
    strict: true,
    onRequest: (_, at) => heard.push(at.sandbox),
  });
  await using standin = await tests.start();
  const [right, wrong] = [await tests.begin(standin), await tests.begin(standin)];
  await standin.fetch(path);
  await wrong.fetch('/dixa/v1/nothing');
  await asked(right);
  await tests.end(right);
  await expect(tests.end(wrong)).rejects.toThrow(/^The client broke the contract in 1 of 1 request:/);
  expect(heard).toEqual(['default', wrong.id, right.id]);
});

const own = 'https://dev.dixa.io/v1/conversations/10749';

it('answers the vendor’s own address in the sandbox of the test, and as long as the stand-in lives', async () => {
  const {used, run} = framework({listen: false, intercept: true});
  const before = globalThis.fetch;
  await run('beforeAll');
  const headers = {authorization: used.standin.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
  await run('beforeEach');
  expect((await fetch(own, {headers})).status).toBe(200);
  expect([await used.sandbox.journal.count(), await used.standin.journal.count()]).toEqual([1, 0]);
  await run('afterEach');
  // What a test did not wait for: it belongs to no test any more, but goes nowhere else.
  expect((await fetch(own, {headers})).status).toBe(200);
  expect(await used.standin.journal.count()).toBe(1);
  await run('afterAll');
  expect(globalThis.fetch).toBe(before);
});

it('answers at the base URL of its credentials as well while nothing listens there', async () => {
  const {used, run} = framework({listen: false, intercept: true});
  await run('beforeAll');
  await run('beforeEach');
  const {DIXA_BASE_URL = '', DIXA_API_KEY = ''} = used.sandbox.info.vendors.dixa?.env ?? {};
  const answer = await fetch(`${DIXA_BASE_URL}/v1/conversations/10749`, {headers: {authorization: DIXA_API_KEY}});
  expect(answer.status).toBe(200);
  await run('afterEach');
  await run('afterAll');
});

it('leaves a test its sandbox when another one, which ran at the same time, ends first', async () => {
  const {used, run} = framework({listen: false, strict: true});
  await run('beforeAll');
  await run('beforeEach');
  const {sandbox} = used;
  await run('beforeEach');
  await sandbox.fetch(path);
  await run('afterEach');
  expect(await sandbox.journal.count()).toBe(1);
  await expect(run('afterEach')).rejects.toThrow(/^The client broke the contract in 1 of 1 request:/);
  expect((await used.standin.sandboxes.list()).map(({id}) => id)).toEqual(['default']);
  await run('afterAll');
});

it('answers tests that run at the same time, each in the sandbox of its credential, until the last one is over', async () => {
  const {used, run} = framework({listen: false, intercept: true});
  await run('beforeAll');
  const test = async () => {
    await run('beforeEach');
    await using sandbox = await used.standin.sandboxes.create();
    const headers = {authorization: sandbox.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
    const first = await fetch(own, {headers});
    await run('afterEach');
    const second = await fetch(own, {headers});
    return [first.status, second.status, await sandbox.journal.count()];
  };
  // Both have begun before either ends.
  expect(await Promise.all([test(), test()])).toEqual([
    [200, 200, 2],
    [200, 200, 2],
  ]);
  await run('afterAll');
});
