import {pattern, type Recognizer} from '../candidate.js';
import {digitsOf} from './validators.js';

/** Telephone numbers that show it themselves; other groups of digits need a cue (see `context.ts`). */
export const phoneNumbers: readonly Recognizer[] = [
  pattern(
    'PHONE_NUMBER',
    /(?<![\w.$€£-])(?:\+?1[ .-]?)?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])\d{3}[ .-]\d{4}(?:,? ?(?:x|ext\.?|extension) ?\d{1,6})?(?![\w-]|\.\d)/dgi,
    {score: 0.92},
  ),
  pattern('PHONE_NUMBER', /(?<![\w+])\+[1-9]\d{0,2}(?:[ .-]?\(?\d{1,5}\)?){2,7}(?![\w-])/dg, {
    score: 0.93,
    accept: (match) => hasDigits(match, 8, 15),
  }),
  pattern('PHONE_NUMBER', /(?<![\w.$€£-])\(?0\d{1,4}\)?(?:[ -]\d{2,5}){1,4}(?![\w-])/dg, {
    score: 0.8,
    accept: (match) => hasDigits(match, 9, 11),
  }),
  pattern('PHONE_NUMBER', /\b(?:tel|phone|fax|mobil)\.?:? ?(?<it>0\d{2,4} ?\/ ?\d{4,8})(?![\w-])/dgi, {score: 0.9}),
];

function hasDigits(text: string, least: number, most: number): boolean {
  const {length} = digitsOf(text);
  return length >= least && length <= most;
}
