import {isAddress} from './boundaries.js';
import {foldSet} from './fold.js';
import {literally, Needle, patternFinder, plainFinder} from './needle.js';

/** How the characters that join an address are written or said by those who do not want it to be found. */
const spelledJoints: Readonly<Record<string, string>> = {
  '@': '(?: ?@ ?| ?[([{<] ?(?:at|@) ?[)\\]}>] ?| at )',
  '.': '(?: ?\\. ?| ?[([{<] ?(?:dot|\\.) ?[)\\]}>] ?| (?:dot|point) )',
  '-': '(?:-| dash | hyphen | minus )',
  _: '(?:_| underscore )',
  '+': '(?:\\+| plus )',
};

/**
 * An e-mail address, inside longer texts but never as the end or the beginning of a longer address; with any `+tag`, since
 * that is the same mailbox; and spelled out. An accent makes it another address.
 */
export function emailNeedle(email: string, of: string): Needle {
  const at = email.lastIndexOf('@');
  const mailbox = email.slice(0, at).replace(/(?<=.)\+.*$/, '');
  const domain = email.slice(at + 1);
  return new Needle({
    of,
    forms: [
      {as: [], finderIn: (folded) => plainFinder(folded(email), isAddress)},
      {as: ['tag'], finderIn: (folded) => patternFinder(anyTag(folded(mailbox), folded(domain)), isAddress)},
      {as: ['spelled'], finderIn: (folded) => patternFinder(spelledOut(folded(email)), isAddress)},
    ],
    folds: foldSet('unicode', 'spacing', 'case'),
    anchors: [longestOf(`${mailbox}@${domain}`.split(/[@.+_-]/))],
    shortest: mailbox.length + 1 + domain.length,
  });
}

function anyTag(mailbox: string, domain: string): string {
  return `${literally(mailbox)}(?:\\+[\\p{L}\\p{N}._+-]{1,64})?@${literally(domain)}`;
}

function spelledOut(email: string): string {
  return email
    .split(/([@.+_-])/)
    .map((piece) => spelledJoints[piece] ?? literally(piece))
    .join('');
}

function longestOf(pieces: readonly string[]): string {
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}
