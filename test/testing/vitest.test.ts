import {expect, it} from 'vitest';
import {runTests, type Told} from './child.js';
import {describeFailures} from './failures.js';

/** `standin/vitest` as it is built, in a run of vitest of its own. */
const run = (...files: readonly string[]): Promise<Told> =>
  runTests('vitest', ['vitest/vitest.mjs', 'run', '--config', 'vitest.config.js', '--reporter', 'json', ...files]);

it('gives tests a stand-in, sandboxes, interception and fixtures', {timeout: 120_000}, async () => {
  const files = ['passing', 'intercepting', 'fixtures'].map((name) => `${name}.check.js`);
  expect(await run(...files)).toEqual({passed: 9, failures: {}});
});

describeFailures(
  () => run('failing.check.js'),
  (message) => {
    it('is one with a strict fixture whose client broke the contract', () => {
      expect(message('a strict fixture')).toContain('The vendor has no operation GET');
    });

    it('is one of several at a time that asks for the sandbox of the one that runs', () => {
      for (const title of ['one at a time', 'and another'])
        expect(message(title)).toContain('Tests run at the same time here');
    });

    it('is one that asks for the sandbox before any test runs', () => {
      expect(message('asks too early')).toContain('no test is running: read `sandbox` inside a test');
    });
  },
);
