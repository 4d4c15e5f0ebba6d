import {createStandin, type OperationName, type Standin} from '../src/index.js';
import {handlers} from '../src/faces/msw.js';
import {standinFixtures, useStandin} from '../src/testing/vitest.js';
import {expect, test as base} from 'vitest';

/**
 * What must not compile. `tsc` reports each line below that does compile ("Unused '@ts-expect-error' directive"), so a type
 * that becomes loose fails here; `types.test.ts` holds the same against the types of the package, and looks at the reasons.
 * Nothing of it is ever run.
 */
export async function wrongNames(standin: Standin): Promise<void> {
  // @ts-expect-error There is no such vendor.
  await createStandin({vendors: ['zendesk']});
  // @ts-expect-error There is no such option.
  await createStandin({vendor: 'dixa'});
  // @ts-expect-error There is no such scenario.
  await createStandin({scenario: 'sad-path'});
  // @ts-expect-error There is no such behaviour.
  await createStandin({behaviours: {'dixa.weather': 'plain'}});
  // @ts-expect-error The behaviour has no such value.
  await createStandin({behaviours: {'dixa.dates': 'roman'}});
  // @ts-expect-error A page has no such place to keep state in.
  await createStandin({persist: 'cookies'});

  // @ts-expect-error There is no such operation at any vendor.
  await standin.faults.add({fault: '429', operation: 'anonymizeConversation'});
  // @ts-expect-error There is no such vendor.
  await standin.faults.add({fault: '429', vendor: 'zendesk'});
  // @ts-expect-error There is no such operation at any vendor.
  await standin.verify({requests: [{operation: 'redactChat'}]});
  // @ts-expect-error There is no such operation at any vendor.
  await standin.journal.entries({operation: 'redactChat'});
  // @ts-expect-error There is no such behaviour.
  await standin.behaviours.set({'dixa.weather': 'plain'});
  // @ts-expect-error The behaviour has no such value.
  await standin.behaviours.set({'dixa.dates': 'roman'});
  // @ts-expect-error There is no such scenario.
  await standin.scenarios.use('sad-path');
  // @ts-expect-error There is no such scenario.
  await standin.sandboxes.create({scenario: 'sad-path'});
  // @ts-expect-error There is no such operation in a sandbox either.
  await standin.sandbox('blue').journal.find({operation: 'redactChat'});

  // @ts-expect-error There is no such vendor.
  handlers(standin, {vendors: ['zendesk']});
  // @ts-expect-error There is no such vendor to give a base URL for.
  handlers(standin, {origins: {zendesk: 'https://zendesk.example'}});
  // @ts-expect-error There is no such option.
  handlers(standin, {sandboxes: ['blue']});

  // @ts-expect-error There is no such vendor.
  useStandin({vendors: ['zendesk']});
  // @ts-expect-error There is no such option.
  useStandin({sandbox: 'blue'});
  // @ts-expect-error There is no such scenario.
  useStandin({scenario: 'sad-path'});
  // @ts-expect-error There is no such behaviour.
  useStandin({behaviours: {'dixa.weather': 'plain'}});
  // @ts-expect-error There is no such option.
  standinFixtures({stricter: true});
  base.extend(standinFixtures({vendors: ['dixa']}))('typed', async ({sandbox, standin: shared}) => {
    // @ts-expect-error There is no such operation at any vendor.
    await sandbox.journal.find({operation: 'redactChat'});
    // @ts-expect-error There is no such vendor.
    await shared.faults.add({fault: '429', vendor: 'zendesk'});
  });

  // @ts-expect-error An operation is named with its vendor.
  await expect(standin).toHaveReceived('patchConversationsConversationidAnonymize');
  // @ts-expect-error The operation is another vendor's.
  await expect(standin).toHaveReceived('opencx.patchConversationsConversationidAnonymize');
  // @ts-expect-error There is no such thing to expect of a call.
  await expect(standin).toHaveReceived('opencx.redactSession', {count: 1});
  // @ts-expect-error A person is somebody who is known by something.
  await expect(standin).toHaveErased('ada@example.com');
  // @ts-expect-error What somebody is known by stands in lists.
  await expect(standin).toHaveErased({email: 'ada@example.com'});
  // @ts-expect-error It takes nothing.
  await expect(standin).toConformToContract('dixa');

  // @ts-expect-error The operation is another vendor's.
  const name: OperationName = 'symbl.redactSession';
  void name;
}

/** What must compile: the same calls with names that there are. */
export async function rightNames(standin: Standin): Promise<void> {
  await createStandin({vendors: ['dixa', 'opencx', 'symbl'], scenario: 'flaky', behaviours: {'dixa.dates': 'plain'}});
  await standin.faults.add({fault: '429', vendor: 'dixa', operation: 'patchConversationsConversationidAnonymize'});
  await standin.verify({requests: [{operation: 'redactSession', times: {exactly: 1}}], nothingElse: true});
  await standin.journal.entries({operation: 'redactSession', status: '4xx'});
  await standin.behaviours.set({'dixa.dates': 'plain'});
  handlers(standin, {vendors: ['dixa'], origins: {dixa: 'https://dixa.example'}, sandbox: 'blue'});
  const using = useStandin({vendors: ['dixa'], scenario: 'flaky', listen: false, intercept: true, strict: true});
  await expect(using.sandbox).toHaveReceived('dixa.patchConversationsConversationidAnonymize', {times: 1, body: {}});
  await expect(using.standin).not.toHaveReceived('opencx.redactSession', {times: {atLeast: 2}, body: {reason: 'x'}});
  await expect(using.standin).toHaveErased({emails: ['ada@example.com']});
  await expect(standin.sandbox('blue')).toConformToContract();
  const name: OperationName = 'opencx.redactSession';
  void name;
  base.extend(standinFixtures({vendors: ['dixa']})).concurrent('typed', async ({sandbox}) => sandbox.reset());
}
