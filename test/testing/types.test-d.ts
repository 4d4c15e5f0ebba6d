/** What must not compile does not: `npm run types` fails on an error that is expected and does not come. */
import {expect as jestExpect} from '@jest/globals';
import {expect, test} from 'vitest';
import {useStandin as useWithJest} from '../../src/testing/jest.js';
import {standinFixtures, useStandin, type UseStandinOptions} from '../../src/testing/vitest.js';

const dixa = useStandin({vendors: ['dixa'], scenario: 'open-conversation', strict: true});
const {sandbox, standin} = dixa;

export async function matchersOfVitest(): Promise<void> {
  await expect(sandbox).toHaveReceived('dixa.patchConversationsConversationidAnonymize', {times: 1, status: 202});
  await expect(standin).not.toHaveReceived('opencx.redactSession', {times: {atLeast: 2}, body: {reason: 'x'}});
  await expect(sandbox).toHaveErased({emails: ['ada@example.org']});
  await expect(sandbox).toConformToContract();

  // @ts-expect-error no vendor has that operation
  await expect(sandbox).toHaveReceived('dixa.anonymizeEverything');
  // @ts-expect-error it is another vendor's
  await expect(sandbox).toHaveReceived('dixa.redactSession');
  // @ts-expect-error an operation has its vendor's name before it
  await expect(sandbox).toHaveReceived('redactSession');
  // @ts-expect-error there is no such option
  await expect(sandbox).toHaveReceived('opencx.redactSession', {time: 1});
  // @ts-expect-error a subject has lists
  await expect(sandbox).toHaveErased({email: 'ada@example.org'});
  // @ts-expect-error it takes nothing
  await expect(sandbox).toConformToContract('dixa');
}

export async function matchersOfJest(): Promise<void> {
  const used = useWithJest({vendors: ['symbl']});
  await jestExpect(used.sandbox).toHaveReceived('symbl.generateToken', {times: 1});
  await jestExpect(used.sandbox).not.toHaveErased({names: ['Ada Example']});
  await jestExpect(used.standin).toConformToContract();
  // @ts-expect-error no vendor has that operation
  await jestExpect(used.sandbox).toHaveReceived('symbl.generateTokens');
}

/** With the global `expect` of jest. */
export async function globalMatchersOfJest(expectation: jest.Matchers<void, unknown>): Promise<void> {
  await expectation.toHaveReceived('symbl.generateToken', {times: 1});
  // @ts-expect-error no vendor has that operation
  await expectation.toHaveReceived('symbl.generateTokens');
}

export const options: readonly UseStandinOptions[] = [
  {vendors: ['opencx', 'dixa', 'symbl'], listen: false, intercept: true},
  // @ts-expect-error there is no such vendor
  {vendors: ['dicksa']},
  // @ts-expect-error there is no such scenario
  {scenario: 'sunny'},
  // @ts-expect-error there is no such behaviour
  {behaviours: {'dixa.date': 'plain'}},
  // @ts-expect-error there is no such option
  {port: 4020},
];

const fixtures = test.extend(standinFixtures({vendors: ['dixa']}));

export function fixturesOfVitest(): void {
  fixtures('have types', async ({sandbox: own, standin: shared}) => {
    await own.faults.add({fault: '429', operation: 'patchConversationsConversationidAnonymize'});
    await shared.listen();
    // @ts-expect-error no vendor has that operation
    await own.journal.find({operation: 'anonymizeEverything'});
  });
}
