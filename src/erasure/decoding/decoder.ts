import type {Encoding} from '../disguise.js';

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
  readonly decode: (text: string, lengths: Lengths) => readonly Decoded[];
}
