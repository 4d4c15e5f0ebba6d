import {isName, isUnspaced} from './boundaries.js';
import {literally, Needle, patternFinder, plainFinder, type Form} from './needle.js';

/** What may stand between the words of a name: `ada.example`, `Ada_Example`, `Example, Ada`. No dot that ends a sentence. */
const gap = '(?:[._+·・-]| ?[,;] ?| )';

/** From how many letters on two words may stand together as one, and still be nobody else's: `adaexample`, not `annex`. */
const longEnoughAsOneWord = 8;

/** Names of more words are not turned around. */
const mostWordsTurned = 6;

/** How letters are written where there are none with dots and rings. */
const spellings: ReadonlyMap<string, string> = new Map(
  'ä:ae Ä:Ae ö:oe Ö:Oe ü:ue Ü:Ue å:aa Å:Aa ø:oe Ø:Oe'.split(' ').map((pair) => pair.split(':') as [string, string]),
);

/**
 * A name: by itself, and never inside a longer word or another's e-mail address; its words with any separators between
 * them; the last ones first; and as it is spelled where there is no `ü`.
 */
export function nameNeedle(name: string, of: string): Needle {
  const spelled = name.normalize('NFC').replace(/[äÄöÖüÜåÅøØ]/g, (letter) => spellings.get(letter) ?? letter);
  const others = spelled === name.normalize('NFC') ? [] : formsOf(spelled);
  const forms = [...formsOf(name), ...others.map((form): Form => ({...form, as: ['accents', ...form.as]}))];
  return new Needle({of, forms, anchors: [anchorOf(name), anchorOf(spelled)], shortest: lettersIn(name)});
}

/** The words of a name, also those that a hyphen joins. */
export function wordsOf(name: string): readonly string[] {
  return name.split(/[\s\p{Pd}.,;·・]+/u).filter((word) => word !== '');
}

/** How many letters and digits a text has. */
export function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function formsOf(name: string): readonly Form[] {
  const words = wordsOf(name.replace(/[‘’ʼ]/g, "'"));
  const turns = words.length > mostWordsTurned ? [] : words.slice(1).map((_, last) => last + 1);
  return [
    {as: [], finderIn: (folded) => plainFinder(folded(name), isName)},
    {as: ['separators'], finderIn: inOrder(words)},
    ...turns.map((at): Form => ({as: ['order'], finderIn: inOrder([...words.slice(at), ...words.slice(0, at)])})),
  ];
}

/** An apostrophe is often left out. */
function inOrder(words: readonly string[]): Form['finderIn'] {
  const mayTouch = isUnspaced(words.join('')) || lettersIn(words.join('')) >= longEnoughAsOneWord;
  const between = mayTouch ? `${gap}?` : gap;
  return (folded) =>
    patternFinder(words.map((word) => literally(folded(word)).replaceAll("'", "'?")).join(between), isName);
}

/** The longest piece that every form has. */
function anchorOf(name: string): string {
  const pieces = wordsOf(name).flatMap((word) => word.split(/['‘’ʼ]/));
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}
