import type {Trace} from '../trace.js';
import type {Erased} from '../sandbox/erased.js';
import {holdsErased, outlineOf, revealed, type Clear} from './clear.js';
import type {JournalEntry} from './entry.js';
import {Derived} from './derived.js';
import {ErasedTexts} from './erased-texts.js';
import {Follower} from './follower.js';
import type {JournalRecord} from './pattern.js';

export type {JournalEntry} from './entry.js';

/** Most values of bodies that a journal keeps, over all its entries: some thirty megabytes. */
const maxWeight = 200_000;

/** How much text in clear weighs as much as one value, in characters. */
const textPerValue = 100;

/** How many may listen at a time. */
export const maxFollowers = 50;

/** What is kept beside an entry. */
interface Beside {
  /** How many values of bodies it holds. */
  readonly weight?: number;
  /** How the request went; a webhook and a preflight have none. */
  readonly trace?: Trace;
  /** What its tokens stand for, where the journal is kept in clear. */
  readonly clear?: Clear;
}

/** An entry with what is kept beside it. */
export interface Kept extends JournalRecord, Beside {
  readonly weight: number;
}

/** The requests of one sandbox, oldest first; the oldest go when there are more, or larger ones, than it holds. */
export class Journal {
  readonly #capacity: number;
  readonly #followers = new Set<Follower<Kept>>();
  #entries: Kept[] = [];
  #weight = 0;
  #count = 0;
  /** The number of the last entry that was cleared away. */
  #cleared = 0;

  constructor(capacity = 1000) {
    this.#capacity = capacity;
  }

  add(entry: Omit<JournalEntry, 'id'>, {weight = 1, trace, clear}: Beside = {}): JournalEntry {
    this.#count += 1;
    const complete = {id: `req-${this.#count}`, ...entry};
    const shown = clear ? revealed(complete, clear.meanings) : complete;
    const whole = weight + (clear ? weightOf(clear) : 0);
    this.#entries.push({entry: complete, shown, weight: whole, ...(trace && {trace}), ...(clear && {clear})});
    this.#weight += whole;
    // Cut in lumps rather than one by one: moving a thousand entries on each request would cost more than the request.
    if (this.#entries.length >= this.#capacity * 1.5) this.#drop(this.#entries.length - this.#capacity);
    if (this.#weight > maxWeight) this.#drop(Math.ceil(this.#entries.length / 2));
    for (const follower of this.#followers) follower.wake();
    return complete;
  }

  /** All of them as they are shown. */
  entries(): readonly JournalEntry[] {
    return this.records().map(({shown}) => shown);
  }

  /**
   * All of them as they are compared and as they are shown.
   * @param after the id of an entry: only what came after it. An id of an earlier life leaves nothing out.
   */
  records(after?: string): readonly Kept[] {
    const held = this.#entries.slice(-this.#capacity);
    const seen = after === undefined ? 0 : this.#numberOf(after) - (this.#count - held.length);
    return seen > 0 ? held.slice(seen) : held;
  }

  /** One entry with how it went; undefined when there is none of that id, or no more. */
  find(id: string): Kept | undefined {
    return this.records().find(({entry}) => entry.id === id);
  }

  /** How many entries went because there were more, or larger ones, than it holds. */
  get dropped(): number {
    return this.#count - this.#cleared - Math.min(this.#entries.length, this.#capacity);
  }

  /**
   * Has somebody told of what comes.
   * @param after the id of an entry: what came after it is told as well. Only what comes from now on when absent.
   * @returns undefined when as many listen as may.
   */
  follow(after?: string): Follower<Kept> | undefined {
    if (this.#followers.size >= maxFollowers) return undefined;
    const follower: Follower<Kept> = new Follower({
      after: after === undefined ? this.#count : Math.max(this.#numberOf(after), this.#first - 1),
      read: (number) => (number < this.#first - 1 ? undefined : this.#entries.slice(number + 1 - this.#first)),
      onEnd: () => this.#followers.delete(follower),
    });
    this.#followers.add(follower);
    return follower;
  }

  /** Removes what was erased from everything that is kept in clear. */
  forget({texts, entities}: Erased): void {
    if (!this.#entries.some(({clear}) => clear)) return;
    const erased = new ErasedTexts(texts);
    if (erased.isEmpty) return;
    const derived = new Derived({entities}, erased);
    this.#entries = this.#entries.map((kept) => {
      const {clear, trace} = kept;
      if (clear === undefined) return kept;
      if (!holdsErased(clear, erased) && !derived.isIn(kept.entry, trace, clear.meanings)) return kept;
      const entry = outlineOf(kept.entry);
      return {entry, shown: entry, weight: 1, ...(kept.trace && {trace: kept.trace})};
    });
    this.#drop(0);
  }

  /** Forgets all entries; numbers go on. */
  clear(): void {
    this.#drop(this.#entries.length);
    this.#cleared = this.#count;
    for (const follower of this.#followers) follower.skipTo(this.#count);
  }

  /** Empties it and counts from the beginning again; nobody listens any more. */
  restart(): void {
    this.end();
    this.#count = 0;
    this.clear();
  }

  /** Lets go of all who listen: the sandbox or the stand-in ends. */
  end(): void {
    for (const follower of [...this.#followers]) follower.stop();
  }

  /** The number of the first entry that is kept, or of the next one when there is none. */
  get #first(): number {
    return this.#count - this.#entries.length + 1;
  }

  #numberOf(id: string): number {
    const number = Number(/^req-(\d{1,15})$/.exec(id)?.[1] ?? 0);
    return number > this.#count ? 0 : number;
  }

  #drop(count: number): void {
    this.#entries = this.#entries.slice(count);
    this.#weight = this.#entries.reduce((sum, {weight}) => sum + weight, 0);
  }
}

function weightOf({meanings}: Clear): number {
  let length = 0;
  for (const meaning of meanings.values()) {
    length += typeof meaning === 'string' ? meaning.length : JSON.stringify(meaning).length;
  }
  return Math.ceil(length / textPerValue);
}
