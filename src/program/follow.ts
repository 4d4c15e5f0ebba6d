import {questionsOf} from '../engine/desks.js';
import type {Engine, JournalEntry, JournalFilter} from '../engine/index.js';

/** The entries that are chosen, as they come. @throws RangeError when as many listen as may. */
export async function follow(
  engine: Engine,
  sandbox: string,
  filter: JournalFilter = {},
): Promise<AsyncIterable<JournalEntry>> {
  const {journal} = await engine.sandbox(sandbox);
  await questionsOf(engine).choice(filter);
  const follower = journal.follow(filter.after);
  if (follower === undefined) throw new RangeError('Fifty listen to this journal already; end one of them.');
  return {
    async *[Symbol.asyncIterator]() {
      try {
        for (let kept = await follower.next(); kept.length > 0; kept = await follower.next()) {
          const choose = await questionsOf(engine).choice(filter);
          for (const one of kept) if (choose(one) === 'yes') yield one.shown;
        }
      } finally {
        follower.stop();
      }
    },
  };
}
