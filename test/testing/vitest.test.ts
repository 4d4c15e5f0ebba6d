import {beforeAll, describe, expect, it} from 'vitest';
import {runTests, type Told} from './child.js';

/** `standin/vitest` as it is built, in a run of vitest of its own. */
const run = (...files: readonly string[]): Promise<Told> =>
  runTests('vitest', ['vitest/vitest.mjs', 'run', '--config', 'vitest.config.js', '--reporter', 'json', ...files]);

it('gives tests a stand-in, sandboxes, interception and fixtures', {timeout: 120_000}, async () => {
  const files = ['passing', 'intercepting', 'fixtures'].map((name) => `${name}.check.js`);
  expect(await run(...files)).toEqual({passed: 8, failures: {}});
});

describe('a test that fails', () => {
  let failures: Told['failures'];

  beforeAll(async () => {
    ({failures} = await run('failing.check.js'));
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
    expect(message('a strict fixture')).toContain('The vendor has no operation GET');
  });

  it('is one of several at a time that asks for the sandbox of the one that runs', () => {
    for (const title of ['one at a time', 'and another'])
      expect(message(title)).toContain('Tests run at the same time here');
  });

  it('is one that asks for the sandbox before any test runs', () => {
    expect(message('asks too early')).toContain('no test is running: read `sandbox` inside a test');
  });
});
