/**
 * References repeat the whole text of their message. For what people say that is nothing; a megabyte of text with
 * entities all over it would be an answer of many gigabytes. So one answer repeats sixteen million characters and leaves
 * out references beyond that.
 */
export class TextBudget {
  #left = 16 * 2 ** 20;

  /** Whether a text may be repeated once more. */
  take({length}: string): boolean {
    this.#left -= length;
    return this.#left >= 0;
  }
}
