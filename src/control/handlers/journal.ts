import {journalMaterial, questionsOf} from '../../engine/desks.js';
import {maxFollowers, type Choice, type Follower, type Kept} from '../../engine/index.js';
import type {Answers, Handler} from '../call.js';
import {problem} from '../problem.js';
import {asked} from './asked.js';

export const getJournal: Handler<'getJournal'> = ({engine, sandbox, query}) =>
  asked(async () => {
    const {journal} = await engine.sandbox(sandbox);
    const {entries, erased} = await questionsOf(engine).select(journal, query);
    return {status: 200, body: {entries, ...(erased.length > 0 && {erased})}};
  });

export const countJournal: Handler<'countJournal'> = ({engine, sandbox, query}) =>
  asked(async () => {
    const {journal} = await engine.sandbox(sandbox);
    const {entries, erased} = await questionsOf(engine).select(journal, query);
    return {status: 200, body: {count: entries.length, ...(erased.length > 0 && {erased})}};
  });

export const findInJournal: Handler<'findInJournal'> = ({engine, sandbox, body}) =>
  asked(async () => {
    const {journal} = await engine.sandbox(sandbox);
    const {entries, erased} = await questionsOf(engine).find(journal, body);
    return {status: 200, body: {entries, ...(erased.length > 0 && {erased})}};
  });

export const getNearMisses: Handler<'getNearMisses'> = async ({engine, sandbox}) => {
  const {journal} = await engine.sandbox(sandbox);
  const {entries} = await questionsOf(engine).select(journal, {unmatched: true});
  const requests = entries.map(({id, at, vendor, request: {method, path}, nearest = []}) => {
    return {id, at, vendor, method, path, nearest};
  });
  return {status: 200, body: {requests}};
};

export const getJournalEntry: Handler<'getJournalEntry'> = async ({engine, sandbox, params: {entryId}}) => {
  const kept = (await engine.sandbox(sandbox)).journal.find(entryId);
  if (kept) return {status: 200, body: kept.shown};
  return problem(
    404,
    `The journal has no entry ${JSON.stringify(entryId)}, or no more; GET /_standin/journal lists them.`,
  );
};

/** In the order in which the calls were made; the stand-in of whoever exports begins as this sandbox did. */
export const exportJournal: Handler<'exportJournal'> = async ({engine, sandbox}) => {
  const {sandboxes, vendors} = engine;
  const body = {
    sandbox,
    vendors: [...vendors.keys()],
    scenario: await sandboxes.scenario(sandbox),
    behaviours: await sandboxes.behaviours(sandbox),
    randomSeed: sandboxes.randomSeed,
    ...(await journalMaterial(engine, await engine.sandbox(sandbox))),
  };
  return {status: 200, body: body as Answers<'exportJournal'>};
};

export const clearJournal: Handler<'clearJournal'> = async ({engine, sandbox}) => {
  (await engine.sandbox(sandbox)).journal.clear();
  return {status: 204};
};

export const followJournal: Handler<'followJournal'> = ({engine, sandbox, query, header}) =>
  asked(async () => {
    const {journal} = await engine.sandbox(sandbox);
    const choice = () => questionsOf(engine).choice(query);
    // A question that cannot be read is refused before anybody listens.
    await choice();
    // A browser that lost the connection asks for the same address again, with this header beside it.
    const follower = journal.follow(header['Last-Event-ID'] ?? query.after);
    if (follower === undefined)
      return problem(429, `There are ${maxFollowers} listeners to this journal already; end one of them.`);
    return {status: 200, stream: {type: 'text/event-stream', chunks: eventsOf(follower, choice)}};
  });

const encoder = new TextEncoder();

/**
 * The entries that are chosen, as server-sent events. Nothing is read ahead of the listener.
 * @param choice made anew for whatever comes together: a question may look at so much and no more.
 */
function eventsOf(follower: Follower<Kept>, choice: () => Promise<Choice>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        // Something at once, so that the listener knows that it is heard.
        controller.enqueue(encoder.encode(': listening\n\n'));
      },
      async pull(controller) {
        const text = await nextText(follower, choice).catch((error: unknown) => {
          follower.stop();
          throw error;
        });
        if (text === undefined) controller.close();
        else controller.enqueue(encoder.encode(text));
      },
      cancel: () => follower.stop(),
    },
    {highWaterMark: 0},
  );
}

/** The next events; undefined when there will be none. */
async function nextText(follower: Follower<Kept>, choice: () => Promise<Choice>): Promise<string | undefined> {
  for (;;) {
    const entries = await follower.next();
    if (entries.length === 0) return undefined;
    const choose = await choice();
    const text = entries.map((kept) => (choose(kept) === 'yes' ? eventOf(kept) : '')).join('');
    if (text !== '') return text;
  }
}

function eventOf({shown}: Kept): string {
  return `id: ${shown.id}\nevent: entry\ndata: ${JSON.stringify(shown)}\n\n`;
}
