import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {holds, timeout} from '../properties/check.js';
import {differenceOf, judgedFromHar, judgedFromJournal, sameness} from './judged.js';
import {mistakes, type Mistake} from './mistakes/index.js';
import {rightRuns, type Step} from './right-steps.js';
import {Run} from './run.js';

/** A right run, and where in it what is planted. */
interface Planting {
  readonly steps: readonly Step[];
  /** Before which step. */
  readonly at: number;
  /** Which of the entities, and which spelling. */
  readonly picked: number;
}

const plantings = fc.record({
  steps: rightRuns({minLength: 1, maxLength: 8, lapses: false}),
  at: fc.nat(8),
  picked: fc.nat(1000),
});

it('has more than twenty mistakes, of every kind that a client by itself can make', () => {
  const kinds = new Set(mistakes.flatMap(({told}) => told.map(({kind}) => kind)));
  expect(mistakes.length).toBeGreaterThanOrEqual(20);
  expect([...kinds].sort()).toEqual([
    ...['authentication', 'deprecated', 'ignored', 'request', 'unconfirmed', 'unfollowed', 'unknown-operation'],
  ]);
});

describe.each(mistakes.map((mistake) => [mistake.name, mistake] as const))('%s', (_, mistake) => {
  it(
    'is reported wherever it is made, and nothing else is: from the journal and from a HAR file',
    () =>
      holds(
        fc.asyncProperty(plantings, async (planting) => {
          await using run = await planted(mistake, planting);
          const [journal, har] = [await judgedFromJournal(run), await judgedFromHar(run)];
          const difference =
            differenceOf(journal, mistake.told, run.wrongCalls) ?? differenceOf(har, mistake.told, run.wrongCalls);
          if (difference !== undefined) throw new Error(`${difference}\n\n${await run.told()}`);
          expect(sameness(har)).toEqual(sameness(journal));
        }),
        {runs: 12},
      ),
    timeout,
  );
});

/** A right run with a mistake in it. */
async function planted({make, mendedBy = []}: Mistake, {steps, at, picked}: Planting): Promise<Run> {
  const run = await Run.open();
  const plays = async () => {
    await make(run, (choices) => choices[picked % choices.length] as (typeof choices)[number]);
  };
  await run.play(
    steps.filter(({operation}) => !mendedBy.includes(operation)),
    {at, plays},
  );
  return run;
}
