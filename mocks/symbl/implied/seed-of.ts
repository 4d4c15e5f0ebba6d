import {derivedNumber, derivedUuid, type SeedData, textIn, type Said} from '../../../src/engine/index.js';
import {demoAccount, type Author, type PendingMessage} from '../entities.js';
import {instantOf, toTimestamp} from '../times.js';
import {timesOf} from '../transcript/timeline.js';
import {hiddenParts} from './hidden-parts.js';
import {isDone, workOf} from './jobs.js';
import type {Known, KnownJob, KnownMessage} from './known.js';

/** An entity as far as it is known. Whether a seed can hold it is judged where the seed is written. */
type Draft = Said & {readonly id: string};

/** Sixteen digits, within what a number holds exactly. */
const ids = {min: 1e15, end: 9e15};

/**
 * What is known, as a seed, with what nobody told filled in. Collections of which nothing is known are not named, and no job
 * tells its receivers of anything: they are those of the recording.
 */
export function seedOf(known: Known): SeedData {
  const unseen = [...known.jobs].flatMap(([id, job]) => unseenMessages(known, id, job));
  const messages = [...Array.from(known.messages, ([id, message]) => messageOf(known, id, message)), ...unseen];
  const jobs = Array.from(known.jobs, ([id, job], position) => jobOf(known, id, job, position + 1 - known.jobs.size));
  const members = Array.from(known.members, ([id, {isHidden: _, ...member}]) => ({id, ...member}));
  const times = timesByConversation([...messages, ...pendingIn(jobs)]);
  const all = Object.entries({
    conversations: Array.from(known.conversations, ([id, one]) => conversationOf(id, one, times.get(id))),
    members: inPlace(members),
    messages: inPlace(messages),
    jobs,
    settings: settingsOf(known),
    accountEntities: inPlace(Array.from(known.accountEntities, ([id, entity]) => ({id, ...entity}))),
  });
  return Object.fromEntries(all.filter(([, entities]) => entities.length > 0));
}

/** In the order in which they are shown, and before all that comes later, which is counted from 1. */
function inPlace(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft, index) => ({...draft, position: index + 1 - drafts.length}));
}

/**
 * A message in clear, if it ever was read so; where it was read redacted as well, with what is hidden in it. What was only
 * read redacted stays as it was read, and nothing more is hidden.
 */
function messageOf(known: Known, id: string, {clear, redacted, ...message}: KnownMessage): Draft {
  const {text, phrases} = clear ?? redacted ?? {text: '', phrases: []};
  const spans = clear === undefined ? [] : redacted?.isWhole ? hiddenParts(clear.text, redacted.text) : undefined;
  const [custom, tracked] = [known.custom.get(id), known.tracked.get(id)];
  return {
    id,
    ...message,
    text,
    phrases: phrases.map((phrase) => ({type: 'action_phrase', text: phrase, ...(clear === undefined && {spans: []})})),
    ...(spans && {spans}),
    ...(custom && {custom}),
    ...(tracked && {tracked}),
  };
}

/** What a text brought that was processed, while nobody read the transcript. */
function unseenMessages(known: Known, jobId: string, {status, conversationId, submitted}: KnownJob): readonly Draft[] {
  if (status !== 'completed' || conversationId === undefined || known.lengths.has(conversationId)) return [];
  const work = submitted && workOf(submitted, endOf(known, conversationId));
  return (work?.messages ?? []).map((message, position) => {
    const {text, startTime, endTime} = message;
    const id = String(derivedNumber(ids, 'symbl', 'implied', jobId, position));
    return {id, conversationId, text, startTime, endTime, from: authorOf(known, conversationId, message)};
  });
}

/** Whoever came with a user id is a member, who may be known by it (SYMBL-27, SYMBL-28). */
function authorOf({members}: Known, conversationId: string, {userId = '', name}: PendingMessage): Author {
  const named = name === undefined ? {} : {name};
  if (userId.trim() === '') return named;
  const known = [...members].find(([, one]) => one.conversationId === conversationId && one.email === userId);
  const id = known?.[0] ?? derivedUuid('symbl', 'implied', conversationId, userId);
  if (!known) members.set(id, {conversationId, email: userId, ...named});
  return {id};
}

/** A job as it last stood, with what it is still to do. */
function jobOf(known: Known, id: string, job: KnownJob, position: number): Draft {
  const {conversationId = String(derivedNumber(ids, 'symbl', 'implied', id)), submitted} = job;
  const common = {id, accountId: demoAccount, conversationId, position};
  if (isDone(known, job)) return {...common, status: 'completed'};
  const work = job.status === 'failed' ? undefined : submitted && workOf(submitted, endOf(known, conversationId));
  return {...common, status: job.status, ...(work && {work})};
}

/** Where the conversation ends, as far as is known; what is added begins there (SYMBL-33). */
function endOf({conversations}: Known, conversationId: string): string | undefined {
  return textIn(conversations.get(conversationId)?.endTime);
}

function pendingIn(jobs: readonly Draft[]): readonly Draft[] {
  return jobs.flatMap(({id, conversationId, work}) =>
    ((work as {messages: readonly PendingMessage[]} | undefined)?.messages ?? []).map((message) => ({
      ...message,
      id,
      conversationId,
    })),
  );
}

type Times = ReturnType<typeof timesOf>;

/** From when until when something was said, by conversation. */
function timesByConversation(said: readonly Draft[]): ReadonlyMap<unknown, Times> {
  const times = new Map<unknown, Times>();
  for (const {conversationId, startTime, endTime} of said) {
    const [start, end] = [instantOf(textIn(startTime)), instantOf(textIn(endTime))];
    if (start === undefined || end === undefined) continue;
    const part = {startTime: toTimestamp(start), endTime: toTimestamp(end)};
    times.set(conversationId, timesOf([times.get(conversationId) ?? part, part]));
  }
  return times;
}

/** A conversation that nobody read has the times of what was said in it. */
function conversationOf(id: string, conversation: Said, times: Times | undefined): Draft {
  const never = toTimestamp(0);
  return {...{id, type: 'meeting', name: id}, ...(times ?? {startTime: never, endTime: never}), ...conversation};
}

/** Nothing at all is what every account begins with. */
function settingsOf({settings, settingsId}: Known): readonly Draft[] {
  if (settings === undefined || (settingsId === undefined && Object.keys(settings).length === 0)) return [];
  const id = settingsId ?? String(derivedNumber(ids, 'symbl', 'implied', 'settings'));
  return [{id: demoAccount, settingsId: id, settings}];
}
