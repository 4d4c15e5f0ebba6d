import type {components} from '../../specs/symbl/generated/index.js';
import type {PendingMessage} from './entities.js';
import {instantOf, toTimestamp} from './times.js';

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
    const length = perWord * countWords(payload.content);
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

/** The earlier and the later end of a conversation with some messages more. */
export function spanOfTime(messages: readonly {readonly startTime: string; readonly endTime: string}[]): {
  startTime: string;
  endTime: string;
} {
  // Times of one form are in order when their texts are.
  return messages.reduce(({startTime, endTime}, message) => ({
    startTime: message.startTime < startTime ? message.startTime : startTime,
    endTime: message.endTime > endTime ? message.endTime : endTime,
  }) as PendingMessage, messages[0] as PendingMessage);
}

function countWords(text: string): number {
  return Math.max(1, text.split(/\s+/).filter(Boolean).length);
}
