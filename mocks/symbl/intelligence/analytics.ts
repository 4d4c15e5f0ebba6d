import type {components} from '../../../specs/symbl/generated/index.js';
import type {Author, Message} from '../entities.js';
import {between} from '../times.js';
import type {Content} from './content.js';
import {entryOf} from './entries.js';
import {stableUuid} from './stable-ids.js';

type Schemas = components['schemas'];

/** What one speaker said, all together. */
interface Talk {
  readonly from: Author;
  /** The first message of the speaker. */
  readonly first: Message;
  milliseconds: number;
  words: number;
}

/**
 * Who talked for how long and how fast, and for how long nobody did. Worked out from the messages' times as in Symbl's
 * sample: the talk is that of all speakers together, and percentages are of talk and silence (talk and silence), of talk
 * (speakers, overlap).
 */
export function analyticsOf(content: Content): Schemas['Analytics'] {
  const talks = talksOf(content.messages);
  const talk = [...talks.values()].reduce((sum, {milliseconds}) => sum + milliseconds, 0);
  const {silence, overlap} = pausesOf(content.messages);
  return {
    metrics: [
      {type: 'total_silence', percent: percentOf(silence, talk + silence), seconds: secondsOf(silence)},
      {type: 'total_talk_time', percent: percentOf(talk, talk + silence), seconds: secondsOf(talk)},
      {type: 'total_overlap', percent: percentOf(overlap, talk), seconds: secondsOf(overlap)},
    ],
    members: Array.from(talks.values(), (one) => showMember(one, talk, content)),
  };
}

function talksOf(messages: readonly Message[]): ReadonlyMap<string, Talk> {
  const talks = new Map<string, Talk>();
  for (const message of messages) {
    const talk = entryOf(talks, keyOf(message.from), () => ({
      from: message.from,
      first: message,
      milliseconds: 0,
      words: 0,
    }));
    talk.milliseconds += between(message.startTime, message.endTime);
    talk.words += message.text.split(/\s+/).filter(Boolean).length;
  }
  return talks;
}

function keyOf(author: Author): string {
  if ('id' in author) return `id ${author.id}`;
  return 'name' in author ? `name ${author.name}` : '';
}

/** How long nobody talked between the first word and the last, and how long more than one speaker did. */
function pausesOf(messages: readonly Message[]): {silence: number; overlap: number} {
  const turns = messages
    .map(({from, startTime, endTime}) => ({
      who: keyOf(from),
      start: Date.parse(startTime),
      end: Date.parse(endTime),
    }))
    .sort((a, b) => a.start - b.start);
  let [silence, overlap] = [0, 0];
  let [talkedUntil, bothUntil] = [turns[0]?.start ?? 0, turns[0]?.start ?? 0];
  // The last moment of the speaker who talks longest, and of whoever else talks longest.
  let last = {who: '', end: -Infinity};
  let other = -Infinity;
  for (const {who, start, end} of turns) {
    silence += Math.max(0, start - talkedUntil);
    talkedUntil = Math.max(talkedUntil, end);
    const shared = Math.min(end, who === last.who ? other : Math.max(last.end, other));
    const sharedFrom = Math.max(start, bothUntil);
    if (shared > sharedFrom) {
      overlap += shared - sharedFrom;
      bothUntil = shared;
    }
    if (end > last.end) [other, last] = [who === last.who ? other : last.end, {who, end}];
    else if (who !== last.who) other = Math.max(other, end);
  }
  return {silence, overlap};
}

function showMember({from, first, milliseconds, words}: Talk, talk: number, {speakerOf}: Content): Schemas['Talker'] {
  const {id, name, email} = speakerOf(from);
  const listened = talk - milliseconds;
  return {
    // Somebody nobody knows has an id as well; a client of Symbl's looks for it.
    id: id ?? stableUuid('speaker', first.id),
    name: name ?? (id === undefined ? 'Unknown speaker' : (email ?? id)),
    ...(email !== undefined && {userId: email}),
    pace: {wpm: milliseconds === 0 ? 0 : Math.round(words / (milliseconds / 60_000))},
    talkTime: {percentage: percentOf(milliseconds, talk), seconds: secondsOf(milliseconds)},
    listenTime: {percentage: percentOf(listened, talk), seconds: secondsOf(listened)},
    // Symbl says that it stays empty for what was processed asynchronously, as everything here is.
    overlap: {},
  };
}

/** Three decimals, as printed. */
function secondsOf(milliseconds: number): number {
  return milliseconds / 1000;
}

function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100_000) / 1000;
}
