import {expect, it} from 'vitest';
import {runTests, type Told} from './child.js';
import {describeFailures} from './failures.js';

/** `standin/jest` as it is built, in a run of jest of its own. */
const run = (env: Readonly<Record<string, string>>, ...files: readonly string[]): Promise<Told> =>
  runTests('jest', ['jest/bin/jest.js', '--config', 'jest.config.cjs', '--json', '--no-cache', ...files], env);

it('gives tests in CommonJS a stand-in, sandboxes, interception and matchers', {timeout: 120_000}, async () => {
  expect(await run({}, 'passing.test.cjs', 'intercepting.test.cjs')).toEqual({passed: 4, failures: {}});
});

it('gives them to tests in ES modules', {timeout: 120_000}, async () => {
  const env = {NODE_OPTIONS: '--experimental-vm-modules'};
  expect(await run(env, 'passing.test.mjs')).toEqual({passed: 1, failures: {}});
});

describeFailures(() => run({}, 'failing.test.cjs'));
