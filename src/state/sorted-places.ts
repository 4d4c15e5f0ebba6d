import {comparePlaces, withinBounds, type IndexQuery, type Place} from './store.js';

/** The places of one index key in order: found by halving, appended at the end in the common case. */
export class SortedPlaces {
  readonly #places: Place[] = [];
  /** How many places at the front are gone: moving the rest each time would make a long list slow to empty. */
  #gone = 0;

  get size(): number {
    return this.#places.length - this.#gone;
  }

  add(place: Place): void {
    const last = this.size === 0 ? undefined : this.#places.at(-1);
    if (last === undefined || comparePlaces(last, place) < 0) this.#places.push(place);
    else this.#places.splice(this.#positionOf(place), 0, place);
  }

  remove(place: Place): void {
    const position = this.#positionOf(place);
    const found = this.#places[position];
    if (found === undefined || comparePlaces(found, place) !== 0) return;
    if (position === this.#gone) this.#dropFirst();
    else this.#places.splice(position, 1);
  }

  /** Ids inside the bounds, in the order asked for. */
  select(query: IndexQuery): string[] {
    const {descending = false, limit = Infinity} = query;
    const ids: string[] = [];
    const step = descending ? -1 : 1;
    for (let at = this.#start(query); at >= this.#gone && at < this.#places.length && ids.length < limit; at += step) {
      const place = this.#places[at] as Place;
      if (withinBounds(place, query)) ids.push(place.id);
      else if (ids.length > 0 || this.#isPast(place, query)) break;
    }
    return ids;
  }

  #dropFirst(): void {
    // Nothing of what was removed stays behind, not even its place.
    this.#places[this.#gone] = {sort: '', id: ''};
    this.#gone += 1;
    if (this.#gone < 1000 || this.#gone < this.#places.length / 2) return;
    this.#places.splice(0, this.#gone);
    this.#gone = 0;
  }

  #start({descending, after, from, to}: IndexQuery): number {
    if (descending) {
      if (after) return this.#positionOf(after) - 1;
      return to === undefined ? this.#places.length - 1 : this.#firstWhere((place) => place.sort > to) - 1;
    }
    if (after) return this.#positionOf(after) + (this.#holds(after) ? 1 : 0);
    return from === undefined ? this.#gone : this.#firstWhere((place) => place.sort >= from);
  }

  #isPast(place: Place, {descending, from, to}: IndexQuery): boolean {
    return descending ? from !== undefined && place.sort < from : to !== undefined && place.sort > to;
  }

  #holds(place: Place): boolean {
    const found = this.#places[this.#positionOf(place)];
    return found !== undefined && comparePlaces(found, place) === 0;
  }

  /** Where the place stands, or would. */
  #positionOf(place: Place): number {
    return this.#firstWhere((one) => comparePlaces(one, place) >= 0);
  }

  /** The first position for which something holds that holds for all behind it as well. */
  #firstWhere(holds: (place: Place) => boolean): number {
    let low = this.#gone;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(this.#places[middle] as Place)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
