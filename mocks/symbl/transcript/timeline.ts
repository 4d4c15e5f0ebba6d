import type {components} from '../../../specs/symbl/generated/index.js';
import type {PendingMessage} from '../entities.js';
import {instantOf, toTimestamp} from '../times.js';

type TextMessage = components['schemas']['TextMessage'];

/** How long somebody takes to say a word: 150 words a minute. */
const perWord = 400;

/**
 * Gives every message its place in time. What a request leaves out is made up: each message begins where the one
 * before ended and lasts as long as it takes to say it (SYMBL-33).
 * @param start where the first one begins, in milliseconds since 1970.
 */
export function placeInTime(messages: readonly TextMessage[], start: number): PendingMessage[] {
  let cursor = start;
  return messages.map(({payload, from, duration}) => {
    const length = speakingTime(payload.content);
    const givenEnd = instantOf(duration?.endTime);
    const begin = instantOf(duration?.startTime) ?? (givenEnd === undefined ? cursor : givenEnd - length);
    const end = Math.max(begin, givenEnd ?? begin + length);
    cursor = end;
    return {
      text: payload.content,
      ...(from?.userId !== undefined && {userId: from.userId}),
      ...(from?.name !== undefined && {name: from.name}),
      startTime: toTimestamp(begin),
      endTime: toTimestamp(end),
    };
  });
}

type Times = Readonly<Record<'startTime' | 'endTime', string>>;

/** The earliest start and the latest end, of at least one. */
export function timesOf(parts: readonly Times[]): Times {
  let [{startTime, endTime}] = parts as readonly [Times];
  for (const part of parts) {
    // Written alike, times are in order when their texts are.
    if (part.startTime < startTime) startTime = part.startTime;
    if (part.endTime > endTime) endTime = part.endTime;
  }
  return {startTime, endTime};
}

/** How long it takes to say a text, in milliseconds. */
export function speakingTime(text: string): number {
  return perWord * Math.max(1, text.split(/\s+/).filter(Boolean).length);
}
