import type {JsonObject} from '../../src/engine/index.js';
import {impossibleDate, type DateBounds} from './dates.js';

/** A place in a list: behind it the next page begins. */
export interface Place {
  readonly sort: string;
  readonly id: string;
}

/** One page as every list of OpenCX shows it (OPENCX-61). */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** What of a list is asked for, and how it is read. */
export interface PageRequest<Item> {
  readonly size: number;
  /** The `next` of the page before; {@link unreadable} has judged it. */
  readonly cursor: string | undefined;
  readonly read: Walk<Item>['read'];
  readonly placeOf: Walk<Item>['placeOf'];
  readonly fits?: (item: Item) => boolean;
}

/** How an index is read behind a place, and where one of its items stands. */
export interface Walk<Item> {
  readonly read: (range: {readonly after?: Place; readonly limit: number}) => Promise<readonly Item[]>;
  readonly placeOf: (item: Item) => Place;
  readonly after?: Place | undefined;
  /** How many items are read at a time. */
  readonly batch?: number;
}

/** What a schema cannot tell of a list's query: whether the cursor is one of ours, and whether the days exist. */
export function unreadable(query: DateBounds & {readonly cursor?: string}): string | undefined {
  if (query.cursor !== undefined && !readCursor(query.cursor)) return 'querystring/cursor Invalid input';
  const wrong = impossibleDate(query);
  return wrong && `querystring/${wrong} Invalid ISO datetime`;
}

/** Goes through an index batch by batch: whoever stops early has read no more than the batch. */
export async function* walk<Item>({read, placeOf, after, batch = 100}: Walk<Item>): AsyncGenerator<Item, void> {
  for (let place = after; ;) {
    const items = await read({limit: batch, ...(place && {after: place})});
    yield* items;
    const last = items.at(-1);
    if (last === undefined || items.length < batch) return;
    place = placeOf(last);
  }
}

/** Reads on until a page is full of items that fit, and one more, which tells that there is a next page. */
export async function readPage<Item>({
  size,
  cursor,
  read,
  placeOf,
  fits = () => true,
}: PageRequest<Item>): Promise<Page<Item>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const found: Item[] = [];
  for await (const item of walk({read, placeOf, after, batch: size + 1})) {
    if (fits(item)) found.push(item);
    if (found.length > size) break;
  }
  const items = found.slice(0, size);
  const next = found.length > size ? writeCursor(placeOf(items[size - 1] as Item)) : null;
  return {items, next};
}

/** The cursor of a place: opaque to clients, and the same for the same place. */
function writeCursor({sort, id}: Place): string {
  return btoa(JSON.stringify({after: [sort, id]}))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** The place that a cursor names; undefined when it is none of ours. */
function readCursor(cursor: string): Place | undefined {
  try {
    const {after} = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))) as JsonObject;
    const [sort, id] = Array.isArray(after) ? (after as readonly unknown[]) : [];
    return typeof sort === 'string' && typeof id === 'string' ? {sort, id} : undefined;
  } catch {
    return undefined;
  }
}
