/** A stand-in in tests of jest, 29 and 30: `useStandin` and matchers. To import it is to have the matchers. */
import {afterAll, afterEach, beforeAll, beforeEach, expect} from '@jest/globals';
import {useStandinWith, type UsedStandin, type UseStandinOptions} from './lifecycle.js';
import {matchers, type StandinMatchers} from './matchers.js';

export type {TestSandbox, UsedStandin, UseStandinOptions} from './lifecycle.js';
export type {ReceivedCall, StandinMatchers} from './matchers.js';

// A declaration that is merged with jest's own adds to it by extending, and has to repeat the names of its parameters.
/* eslint-disable @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars, @typescript-eslint/no-namespace */
declare module '@jest/expect' {
  /** Of `expect` from `@jest/globals`. */
  interface Matchers<R extends void | Promise<void>, T> extends StandinMatchers {}
}

declare global {
  namespace jest {
    /** Of the global `expect`, as the package `@types/jest` has it. */
    interface Matchers<R, T> extends StandinMatchers {}
  }
}
/* eslint-enable */

expect.extend(matchers);

/**
 * One stand-in for the tests of this file, or of the `describe` in which it is called, and a fresh sandbox for each of
 * them. It is for tests that run one after the other: of those of `test.concurrent` each makes its own sandbox.
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
