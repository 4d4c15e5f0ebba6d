/** What may differ between two texts that say the same; of two that explain a difference the first is told. */
export const folds = ['spacing', 'unicode', 'accents', 'case'] as const;

/** One way to make texts alike. */
export type Fold = (typeof folds)[number];

/** Several folds, as bits: bit n stands for the n-th of {@link folds}. */
export type FoldSet = number;

export const allFolds: FoldSet = 2 ** folds.length - 1;

const beyondAscii = /[\u0080-\uffff]/;

/** Letters with a stroke or a ring of their own, which Unicode does not take apart, and what stands in for them. */
const strokes: ReadonlyMap<string, string> = new Map(
  'ø:o Ø:O ł:l Ł:L đ:d Đ:D ð:d Ð:D ħ:h Ħ:H ŧ:t Ŧ:T þ:th Þ:Th æ:ae Æ:Ae œ:oe Œ:Oe'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** The set of these folds. */
export function foldSet(...names: readonly Fold[]): FoldSet {
  return names.reduce((set, name) => set | (1 << folds.indexOf(name)), 0);
}

/** The folds of a set, in their order. */
export function foldsIn(set: FoldSet): readonly Fold[] {
  return folds.filter((_, bit) => set & (1 << bit));
}

/** Whether a text has characters that more than case and white space could change. */
export function isAscii(text: string): boolean {
  return !beyondAscii.test(text);
}

/**
 * Makes texts that differ only in the folds of the set the same.
 *
 * Accents are folded since so many systems drop them: `José` is found as `Jose`, and the other way round. Only the marks
 * of European scripts are taken for accents; in others a mark is a vowel or another consonant.
 */
export function fold(text: string, set: FoldSet): string {
  const plain = isAscii(text);
  let folded = text;
  if (set & foldSet('unicode') && !plain) folded = foldUnicode(folded);
  if (set & foldSet('spacing')) folded = foldSpacing(folded, plain);
  if (set & foldSet('accents') && !plain) folded = foldAccents(folded);
  if (set & foldSet('case')) folded = foldCase(folded, plain);
  return folded;
}

function foldUnicode(text: string): string {
  return text
    .replace(/[‘’‚‛′ʹʼ´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .normalize('NFKC')
    .replace(/[\p{Pd}−]/gu, '-');
}

function foldSpacing(text: string, plain: boolean): string {
  const seen = plain ? text : text.replace(/\p{Default_Ignorable_Code_Point}+/gu, '');
  return /[^\S ]| {2}/.test(seen) ? seen.replace(/\s+/g, ' ') : seen;
}

function foldAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(/[øØłŁđĐðÐħĦŧŦþÞæÆœŒ]/g, (letter) => strokes.get(letter) ?? letter)
    .normalize('NFC');
}

/** By way of capitals, where `ß` is `SS`; a small sigma at the end of a word is the same letter as one within. */
function foldCase(text: string, plain: boolean): string {
  return plain ? text.toLowerCase() : text.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** A text and what it folds to; each fold is made once, when it is asked for. */
export class Views {
  readonly isAscii: boolean;
  readonly #views = new Map<FoldSet, string>();

  constructor(readonly text: string) {
    this.isAscii = isAscii(text);
  }

  /** The text folded by a set. */
  folded(set: FoldSet): string {
    let view = this.#views.get(set);
    if (view === undefined) {
      view = fold(this.text, set);
      this.#views.set(set, view);
    }
    return view;
  }
}
