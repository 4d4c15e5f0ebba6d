import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {holds, timeout} from '../properties/check.js';
import {worlds} from './client.js';
import {judgedFromHar, judgedFromJournal, tellingOf} from './judged.js';
import {operationsOf, rightRuns} from './right-steps.js';
import {Run} from './run.js';

/** How many calls there were of an operation, by the answer's status. */
const answers = new Map<string, number>();

describe('of a client that makes right calls, and looks after what it began', () => {
  it(
    'nothing is reported, neither from the journal nor from a HAR file of it',
    () =>
      holds(
        fc.asyncProperty(rightRuns({minLength: 5, maxLength: 40, lapses: true}), async (steps) => {
          await using run = await Run.open();
          await run.play(steps);
          await note(run);
          const [journal, har] = [await judgedFromJournal(run), await judgedFromHar(run)];
          const told = [...journal.breaches, ...har.breaches];
          if (told.length > 0) throw new Error(`${told.map(tellingOf).join('\n')}\n\n${await run.told()}`);
        }),
        {runs: 100},
      ),
    timeout,
  );
});

describe('the runs that were judged', () => {
  it('call every operation that the documents do not call deprecated', () => {
    const called = new Set([...answers.keys()].map((key) => key.split(' ')[0]));
    const never = worlds.flatMap(({vendor}) =>
      operationsOf(vendor).filter(({id}) => !called.has(`${vendor.name}.${id}`)),
    );
    expect(never.map(({id}) => id)).toEqual([]);
  });

  it.each([
    ['a conversation that Dixa will anonymize', /^dixa\.patchConversationsConversationidAnonymize 202$/],
    ['a conversation that is open (DIXA-28)', /^dixa\.patchConversationsConversationidAnonymize 409$/],
    ['an id of nobody (DIXA-12)', /^dixa\.\w+ 404$/],
    ['a redacted session', /^opencx\.redactSession 200$/],
    ['a redacted message', /^opencx\.redactMessage 200$/],
    ['a job', /^symbl\.submitText 20[01]$/],
    ['a token that lapsed (SYMBL-9)', /^symbl\.\w+ 401$/],
  ])('have %s', (_, answer) => {
    expect([...answers.keys()].filter((key) => answer.test(key))).not.toEqual([]);
  });
});

async function note(run: Run): Promise<void> {
  for (const {vendor, operation, response} of await run.entries()) {
    const key = `${vendor}.${operation} ${response.status}`;
    answers.set(key, (answers.get(key) ?? 0) + 1);
  }
}
