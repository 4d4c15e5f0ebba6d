import {beforeAll, describe, expect, it} from 'vitest';
import {runTests, type Told} from './child.js';

/** `standin/jest` as it is built, in a run of jest of its own. */
const run = (env: Readonly<Record<string, string>>, ...files: readonly string[]): Promise<Told> =>
  runTests('jest', ['jest/bin/jest.js', '--config', 'jest.config.cjs', '--json', '--no-cache', ...files], env);

it('gives tests in CommonJS a stand-in, sandboxes, interception and matchers', {timeout: 120_000}, async () => {
  expect(await run({}, 'passing.test.cjs', 'intercepting.test.cjs')).toEqual({passed: 3, failures: {}});
});

it('gives them to tests in ES modules', {timeout: 120_000}, async () => {
  const env = {NODE_OPTIONS: '--experimental-vm-modules'};
  expect(await run(env, 'passing.test.mjs')).toEqual({passed: 1, failures: {}});
});

describe('a test that fails', () => {
  let failures: Told['failures'];

  beforeAll(async () => {
    ({failures} = await run({}, 'failing.test.cjs'));
  }, 120_000);

  const message = (title: string) => failures[title] ?? '';

  it('for a call that did not come shows what came closest, and the journal', () => {
    expect(message('toHaveReceived')).toContain('Expected exactly 1 call of patchConversationsConversationidAnonymize');
    expect(message('toHaveReceived')).toMatch(
      /\nThe journal:\n {2}req-1 \S+ GET \/v1\/conversations\/10749 401 dixa\.getConversationsConversationid/,
    );
  });

  it('for a person who is not there when one is expected says so', () => {
    expect(message('toHaveErased')).toContain('Expected the person to be there, but nothing is left of them');
  });

  it('for a broken contract tells each breach', () => {
    expect(message('toConformToContract')).toContain(
      'The client broke the contract once:\n  req-1 dixa: The vendor has no',
    );
  });

  it('is one with a strict stand-in whose client broke the contract', () => {
    expect(message('a call without a credential')).toContain(
      'The call has no credential: send it in the header Authorization.',
    );
  });
});
