import type {JsonObject} from '../../src/engine/index.js';

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
  readonly after: Place | undefined;
  /** The next stored items behind a place, at most so many. */
  readonly read: (after: Place | undefined, limit: number) => Promise<readonly Item[]>;
  readonly placeOf: (item: Item) => Place;
  readonly fits?: (item: Item) => boolean;
}

/** Reads on until a page is full of items that fit, and one more, which tells that there is a next page. */
export async function readPage<Item>({
  size,
  after,
  read,
  placeOf,
  fits = () => true,
}: PageRequest<Item>): Promise<Page<Item>> {
  const found: Item[] = [];
  const batch = size + 1;
  for (let place = after; found.length <= size;) {
    const items = await read(place, batch);
    found.push(...items.filter(fits));
    if (items.length < batch) break;
    place = placeOf(items[items.length - 1] as Item);
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
export function readCursor(cursor: string): Place | undefined {
  try {
    const {after} = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))) as JsonObject;
    const [sort, id] = Array.isArray(after) ? (after as readonly unknown[]) : [];
    return typeof sort === 'string' && typeof id === 'string' ? {sort, id} : undefined;
  } catch {
    return undefined;
  }
}
