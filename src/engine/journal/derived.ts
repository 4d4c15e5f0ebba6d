import {isObject, type JsonValue} from '../../openapi/index.js';
import type {Erased} from '../sandbox/erased.js';
import type {Trace} from '../trace.js';
import type {JournalEntry} from './entry.js';
import type {ErasedTexts} from './erased-texts.js';
import type {Meanings} from './tokens.js';

/**
 * Finds answers that were worked out of what was erased: the topics of a conversation, the names found in it. They repeat no
 * erased text, but words of one. Words are anybody's, so only the answers of requests count that looked at an entity which
 * the erasure changed or removed, and in them only what is personal.
 */
export class Derived {
  readonly #texts: ErasedTexts;
  readonly #places: ReadonlySet<string>;

  constructor({entities}: Pick<Erased, 'entities'>, texts: ErasedTexts) {
    this.#texts = texts;
    this.#places = new Set(entities.map(({collection, id}) => `${collection} ${id}`));
  }

  /** @param entry with tokens for what is personal. @param meanings what they stand for. */
  isIn(entry: JournalEntry, trace: Trace | undefined, meanings: Meanings): boolean {
    const isNear = trace?.read.some(({vendor, collection, id}) => this.#places.has(`${vendor}.${collection} ${id}`));
    return isNear === true && this.#isTold(entry.response.body, meanings);
  }

  #isTold(value: JsonValue | undefined, meanings: Meanings): boolean {
    if (typeof value === 'string') {
      const meaning = meanings.get(value);
      return typeof meaning === 'string' && this.#texts.haveWordsOf(meaning);
    }
    if (Array.isArray(value)) return value.some((one: JsonValue) => this.#isTold(one, meanings));
    return isObject(value) && Object.values(value).some((one) => this.#isTold(one as JsonValue, meanings));
  }
}
