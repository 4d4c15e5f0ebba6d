import type {Encoding} from '../disguise.js';

/** Stands between texts that have nothing to do with each other, where several are looked at at once. */
export const border = '\0';

/** What a text may be when an encoding is undone. */
export interface Decoded {
  readonly text: string;
  /** Whether it may as well be chance: then short texts say nothing. */
  readonly isGuess?: true;
}

/** The shortest texts that are looked for, in characters: what cannot hold them need not be decoded. */
export interface Lengths {
  readonly shortest: number;
  /** Of those that are found in guesses too. */
  readonly shortestInGuess: number;
}

/** Undoes one encoding. Looks for its marks first, so that a text without them costs next to nothing. */
export interface Decoder {
  readonly name: Encoding;
  /** @param text one text, or several with a {@link border} between them; so is what it gives. */
  readonly decode: (text: string, lengths: Lengths) => readonly Decoded[];
}

/** Undoes an encoding in those of several texts that have its marks. */
export function undoWhere(text: string, mark: RegExp, undo: (marked: string) => string): readonly Decoded[] {
  if (!mark.test(text)) return [];
  const marked = text.split(border).filter((one) => mark.test(one));
  return together(marked.map(undo));
}

/** Several texts as one, if there are any. */
export function together(texts: readonly string[]): readonly Decoded[] {
  return texts.length > 0 ? [{text: texts.join(border)}] : [];
}
