import {isObject, type JsonValue, type OpenApiDocument, type Schema} from '../../openapi/index.js';
import type {JournalEntry} from './entry.js';
import type {ErasedTexts} from './erased-texts.js';
import {isPlainHeader} from './header-mask.js';
import type {Meanings} from './tokens.js';

/** What a journal in clear keeps beside an entry, so that it can be taken away again. */
export interface Clear {
  /** What the entry's tokens stand for. */
  readonly meanings: Meanings;
  /** Words that the vendors' documents list: they tell nothing of anybody. */
  readonly listed: ReadonlySet<unknown>;
}

/** All values that a document lists anywhere: states, channels, versions. */
export function listedIn(document: OpenApiDocument): ReadonlySet<unknown> {
  const listed = new Set<unknown>();
  JSON.stringify(document, (_, value: unknown) => {
    if (!isObject(value)) return value;
    const {enum: several = [], const: one} = value as Schema;
    for (const each of [...(Array.isArray(several) ? several : []), one])
      if (typeof each === 'string') listed.add(each);
    return value;
  });
  return listed;
}

/** The value with its tokens replaced by what they stand for; names of members as well. */
export function revealed<T>(value: T, meanings: Meanings): T {
  return reveal(value as JsonValue, meanings) as T;
}

function reveal(value: JsonValue | undefined, meanings: Meanings): JsonValue | undefined {
  if (typeof value === 'string') return meanings.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one: JsonValue) => reveal(one, meanings) as JsonValue);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const meaning = meanings.get(name);
      return [typeof meaning === 'string' ? meaning : name, reveal(one as JsonValue, meanings)];
    }),
  );
}

/** Whether anything that an entry keeps in clear was erased. */
export function holdsErased({meanings, listed}: Clear, erased: ErasedTexts): boolean {
  return [...meanings.values()].some((meaning) => erased.areIn(meaning, listed));
}

/** What stays of an entry when what it said was erased: who was called, how, and with what success. */
export function outlineOf(entry: JournalEntry): JournalEntry {
  const {method, path, query, headers} = entry.request;
  return {
    ...entry,
    request: {
      method,
      path,
      query: Object.fromEntries(Object.keys(query).map((name) => [name, []])),
      headers: Object.fromEntries(Object.entries(headers).filter(([name, value]) => isPlainHeader(name, value))),
    },
    response: {status: entry.response.status},
    erased: true,
  };
}
