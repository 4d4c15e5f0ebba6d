/**
 * What jest's matchers must not take does not compile: `npm run types` fails on an error that is expected and does not come.
 * What all faces share, and vitest's, is in `../types.test-d.ts`.
 */
import {expect} from '@jest/globals';
import {useStandin} from '../../src/testing/jest.js';

/** With the `expect` of `@jest/globals`. */
export async function matchersOfJest(): Promise<void> {
  const used = useStandin({vendors: ['symbl']});
  await expect(used.sandbox).toHaveReceived('symbl.generateToken', {times: 1});
  await expect(used.sandbox).not.toHaveErased({names: ['Ada Example']});
  await expect(used.standin).toConformToContract();
  // @ts-expect-error no vendor has that operation
  await expect(used.sandbox).toHaveReceived('symbl.generateTokens');
  // @ts-expect-error there is no such option
  await expect(used.sandbox).toHaveReceived('symbl.generateToken', {time: 1});
  // @ts-expect-error a subject has lists
  await expect(used.sandbox).toHaveErased({email: 'ada@example.org'});
  // @ts-expect-error it takes nothing
  await expect(used.sandbox).toConformToContract('symbl');
  // @ts-expect-error there is no such vendor
  useStandin({vendors: ['zendesk']});
}

/** With the global `expect` of jest. */
export async function globalMatchersOfJest(expectation: jest.Matchers<void, unknown>): Promise<void> {
  await expectation.toHaveReceived('symbl.generateToken', {times: 1});
  // @ts-expect-error no vendor has that operation
  await expectation.toHaveReceived('symbl.generateTokens');
}
