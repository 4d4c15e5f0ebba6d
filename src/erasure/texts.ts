import {isWord} from './boundaries.js';
import {lettersIn} from './names.js';
import {Needle, patternFinder, plainFinder, type Form} from './needle.js';

/** Account numbers and the like: letters, digits and what groups them. The longest IBAN has 34 characters and 8 blanks. */
const code = /^[\p{L}\p{N} ./-]{8,48}$/u;
const leastCharacters = 8;
const leastDigits = 4;

/** Anything else: by itself and never inside a longer word or number. Of a code, only the letters and digits count. */
export function textNeedle(text: string, of: string): Needle {
  const plain: Form = {as: [], finderIn: (folded) => plainFinder(folded(text), isWord)};
  const grouped: Form = {as: ['separators'], finderIn: (folded) => patternFinder(anyGroups(folded(text)), isWord)};
  const shortest = lettersIn(text);
  if (!isCode(text)) return new Needle({of, forms: [plain], anchors: [text], shortest});
  return new Needle({of, forms: [plain, grouped], core: text.replace(/[ ./-]/g, ''), shortest});
}

function isCode(text: string): boolean {
  const digits = text.match(/\d/g)?.length ?? 0;
  return code.test(text) && digits >= leastDigits && lettersIn(text) >= leastCharacters;
}

function anyGroups(text: string): string {
  return [...text.replace(/[ ./-]/g, '')].join('[ ./-]{0,2}');
}
