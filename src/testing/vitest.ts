/** A stand-in in tests of vitest, 3.2 and 4: `useStandin`, fixtures and matchers. To import it is to have the matchers. */
import {afterAll, afterEach, beforeAll, beforeEach, expect, type test} from 'vitest';
import type {Standin} from '../index.js';
import {
  interceptFor,
  TestSandboxes,
  useStandinWith,
  type TestSandbox,
  type UsedStandin,
  type UseStandinOptions,
} from './lifecycle.js';
import {matchers, type StandinMatchers} from './matchers.js';

export type {TestSandbox, UsedStandin, UseStandinOptions} from './lifecycle.js';
export type {ReceivedCall, StandinMatchers} from './matchers.js';

// A declaration that is merged with vitest's own adds to it by extending, and has to repeat the names of its parameters.
/* eslint-disable @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars */
declare module 'vitest' {
  interface Matchers<T> extends StandinMatchers {}
  interface Assertion<T> extends StandinMatchers {}
}
/* eslint-enable */

expect.extend(matchers);

/**
 * One stand-in for the tests of this file, or of the `describe` in which it is called, and a fresh sandbox for each of
 * them. It is for tests that run one after the other; for `test.concurrent` there is {@link standinFixtures}.
 *
 * ```ts
 * const dixa = useStandin({vendors: ['dixa']});
 *
 * test('anonymizes', async () => {
 *   const {DIXA_BASE_URL = '', DIXA_API_KEY = ''} = dixa.sandbox.info.vendors.dixa?.env ?? {};
 *   await anonymize(10749, {baseUrl: DIXA_BASE_URL, apiKey: DIXA_API_KEY});
 *   await expect(dixa.sandbox).toHaveReceived('dixa.patchConversationsConversationidAnonymize', {times: 1, status: 202});
 * });
 * ```
 */
export function useStandin(options: UseStandinOptions = {}): UsedStandin {
  return useStandinWith({beforeAll, afterAll, beforeEach, afterEach}, options);
}

/** What fixtures bring into the context of a test. */
// An alias and no interface: only of such a one the compiler knows that it has these members alone.
export type StandinContext = {
  /** One for all tests of a file. */
  readonly standin: Standin;
  /** One for each test. */
  readonly sandbox: TestSandbox;
};

/** What `test.extend` of the installed vitest takes for a context. */
type FixturesOf<Context extends Record<string, object>> = Parameters<typeof test.extend<Context>>[0];

/** Fixtures for `test.extend`. */
export type StandinFixtures = FixturesOf<StandinContext>;

/**
 * Fixtures: a stand-in for the file, and a sandbox for each test, for tests that run at the same time as well.
 *
 * ```ts
 * const test = base.extend(standinFixtures({vendors: ['dixa']}));
 *
 * test.concurrent('anonymizes', async ({sandbox, expect}) => {
 *   …
 *   await expect(sandbox).toConformToContract();
 * });
 * ```
 *
 * With `intercept` the credential of a request tells which sandbox answers it, since tests may run at the same time.
 */
export function standinFixtures(options: UseStandinOptions = {}): StandinFixtures {
  const tests = new TestSandboxes(options);
  return {
    standin: [
      // vitest reads the names of fixtures from this pattern, and asks for one even where none is needed.
      async ({}, use) => {
        const standin = await tests.start();
        const interception = options.intercept === true ? await interceptFor(standin) : undefined;
        await use(standin);
        interception?.[Symbol.dispose]();
        await standin.close();
      },
      {scope: 'file'},
    ],
    sandbox: [
      async ({standin}, use) => {
        const sandbox = await tests.begin(standin);
        await use(sandbox);
        await tests.end(sandbox);
      },
      {auto: options.strict === true},
    ],
  };
}
