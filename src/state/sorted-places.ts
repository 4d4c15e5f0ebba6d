import {comparePlaces, withinBounds, type IndexQuery, type Place} from './store.js';

/** Most places that are moved when one comes or goes. */
const maxChunk = 512;

/** Where a place stands: in which chunk, and where in it. */
interface Position {
  readonly chunk: number;
  readonly at: number;
}

/** The places of one index key in order, in chunks: a long list takes no longer to change than a short one. */
export class SortedPlaces {
  /** In order, and none of them empty. */
  readonly #chunks: Place[][] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(place: Place): void {
    this.#size += 1;
    const {chunk: position, at} = this.#positionOf(place);
    // Behind everything: the last chunk takes it while it has room.
    const index = position === this.#chunks.length ? Math.max(position - 1, 0) : position;
    const chunk = this.#chunks[index];
    const isLast = index < position;
    if (chunk === undefined || (isLast && chunk.length >= maxChunk)) {
      this.#chunks.push([place]);
      return;
    }
    if (isLast) chunk.push(place);
    else chunk.splice(at, 0, place);
    if (chunk.length > maxChunk) this.#chunks.splice(index + 1, 0, chunk.splice(maxChunk / 2));
  }

  remove(place: Place): void {
    const position = this.#positionOf(place);
    const chunk = this.#chunks[position.chunk];
    if (chunk === undefined || !isAt(chunk, position.at, place)) return;
    this.#size -= 1;
    chunk.splice(position.at, 1);
    if (chunk.length === 0) this.#chunks.splice(position.chunk, 1);
  }

  /** Ids inside the bounds, in the order asked for. */
  select(query: IndexQuery): string[] {
    const {descending = false, limit = Infinity} = query;
    const ids: string[] = [];
    const step = descending ? (from: Position) => this.#before(from) : (from: Position) => this.#behind(from);
    for (let position = this.#start(query); ids.length < limit; position = step(position)) {
      const place = this.#chunks[position.chunk]?.[position.at];
      if (place === undefined) break;
      if (withinBounds(place, query)) ids.push(place.id);
      else if (ids.length > 0 || isPast(place, query)) break;
    }
    return ids;
  }

  #start({descending, after: mark, from, to}: IndexQuery): Position {
    if (descending) {
      if (mark) return this.#before(this.#positionOf(mark));
      return this.#before(to === undefined ? this.#end : this.#firstWhere((place) => place.sort > to));
    }
    if (mark) return this.#firstWhere((place) => comparePlaces(place, mark) > 0);
    return from === undefined ? {chunk: 0, at: 0} : this.#firstWhere((place) => place.sort >= from);
  }

  get #end(): Position {
    return {chunk: this.#chunks.length, at: 0};
  }

  #behind({chunk, at}: Position): Position {
    return at + 1 < (this.#chunks[chunk]?.length ?? 0) ? {chunk, at: at + 1} : {chunk: chunk + 1, at: 0};
  }

  #before({chunk, at}: Position): Position {
    return at > 0 ? {chunk, at: at - 1} : {chunk: chunk - 1, at: (this.#chunks[chunk - 1]?.length ?? 0) - 1};
  }

  /** Where the place stands, or would. */
  #positionOf(place: Place): Position {
    return this.#firstWhere((one) => comparePlaces(one, place) >= 0);
  }

  /** The first position for which something holds that holds for all behind it as well. */
  #firstWhere(holds: (place: Place) => boolean): Position {
    const chunk = halve(this.#chunks.length, (index) => holds(this.#chunks[index]?.at(-1) as Place));
    const places = this.#chunks[chunk];
    if (places === undefined) return this.#end;
    return {chunk, at: halve(places.length, (index) => holds(places[index] as Place))};
  }
}

function isAt(chunk: readonly Place[], at: number, place: Place): boolean {
  const found = chunk[at];
  return found !== undefined && comparePlaces(found, place) === 0;
}

function isPast(place: Place, {descending, from, to}: IndexQuery): boolean {
  return descending ? from !== undefined && place.sort < from : to !== undefined && place.sort > to;
}

/** The first number below `count` for which something holds that holds for all behind it; `count` if there is none. */
function halve(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
