import {isObject, type JsonObject, type JsonValue, type RecordedAnswer} from '../../../src/engine/index.js';
import {instantOf, toSeconds} from '../dates.js';
import type {Gathered} from './gathered.js';

/** Takes in what one answer tells. */
export type Reader = (answer: RecordedAnswer, gathered: Gathered) => void;

/** Readers by the operations whose answers they read. */
export type Readers = Readonly<Record<string, Reader>>;

/** `data` of an answer that is about one thing; with nothing in it where there is none. */
export function dataOf({body}: RecordedAnswer): JsonObject {
  return objectOf(objectOf(body).data);
}

/** `data` of an answer that is a list. */
export function listOf({body}: RecordedAnswer): readonly JsonObject[] {
  return objectsIn(objectOf(body).data);
}

/** Whether a list is all there is: nothing was left out, and no page comes before or behind it. */
export function isAll({query, body}: RecordedAnswer, ...mayBeAsked: readonly string[]): boolean {
  const {data, meta} = objectOf(body);
  const isPlain = Object.keys(query).every((name) => mayBeAsked.includes(name));
  return isPlain && Array.isArray(data) && textIn(objectOf(meta), 'next') === undefined;
}

export function objectOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? (value as JsonObject) : {};
}

export function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter((item): item is JsonObject => isObject(item)) : [];
}

/** A member that is a text with something in it. */
export function textIn(value: JsonObject, name: string): string | undefined {
  const member = value[name];
  return typeof member === 'string' && member !== '' ? member : undefined;
}

/** The number of a conversation, however it is written. */
export function numberIn(value: JsonObject, name: string): number | undefined {
  const member = value[name];
  const number = typeof member === 'string' && /^\d{1,15}$/.test(member) ? Number(member) : member;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** A time as it is stored: without the zone's name (DIXA-20). What is no time is left out. */
export function timeIn(value: JsonObject, name: string): string | undefined {
  const plain = textIn(value, name)?.replace(/\[GMT\]$/, '');
  return plain !== undefined && instantOf(plain) !== undefined ? plain : undefined;
}

/** The same entity with one of its times as it is stored. */
export function withTime(value: JsonObject, name: string): JsonObject {
  const {[name]: _, ...rest} = value;
  const time = timeIn(value, name);
  return time === undefined ? rest : {...rest, [name]: time};
}

/** The time of an answer, as most entities have theirs. */
export function secondsOf({at}: Pick<RecordedAnswer, 'at'>): string {
  return toSeconds(at);
}
