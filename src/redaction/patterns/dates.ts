import {candidate, type Candidate} from '../candidate.js';
import {latin, uncased} from '../latin.js';
import type {Document} from '../document.js';
import {months, numerals, ordinals, weekdays} from '../lists/calendar.js';

const month = `(?:${months})\\b\\.?`;
const day = `(?:the )?(?:(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?|${ordinals})(?![\\w:%$€£]|[.,]\\d)`;
const year = `(?:,? (?:of )?(?:(?:19|20)\\d{2}|'\\d{2}|(?:[3-9]\\d|0\\d)(?=[.,;!?)]|$)|(?:nineteen|twenty)[ -](?:oh[ -])?${numerals}|nineteen hundred|two thousand(?: and)?(?: ${numerals})?)(?!\\w))`;
const weekday = `(?:(?:${weekdays})\\b|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\\.?(?=,? (?:${months}|\\d)))`;

const calendarDates: readonly RegExp[] = [
  new RegExp(`\\b(?:${weekday},? (?:the )?)?${month} ${day}${year}?`, 'dgi'),
  new RegExp(`\\b(?:${weekday},? )?${day}(?: of)? ${month}${year}?`, 'dgi'),
  new RegExp(`\\b${weekday}(?:,? the (?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th))?(?!\\w)`, 'dgi'),
  /\bthe (?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?! (?:time|one|floor|street|avenue|century|of|place|grade|item|line|page|edition|order|call|anniversary|attempt|birthday|person))/dgi,
  /(?<![\w./-])(?:19|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])\1(?:3[01]|[12]\d|0?[1-9])(?!(?!T\d)[\w/-]|\.\d)/dg,
  /(?<![\w./-])(?:3[01]|[12]\d|0?[1-9])([-/.])(?:3[01]|[12]\d|0?[1-9])\1(?:(?:19|20)\d{2}|\d{2})(?![\w/-]|\.\d)/dg,
].map(uncased);

const birthBefore =
  /\b(?:born|birthda(?:y|te)|birth|d\.?o\.?b\.?)(?!\w)[^.!;\n]{0,44}(?:[?.] (?:it'?s |it is |sure,? )?)?$/i;
const birthAfter =
  /^,? (?:is|was|would be|that's|that’s) (?:my|his|her|their|the) (?:\w+(?:'s|’s) )?(?:birthday|birth ?date|date of birth|dob)/i;
/** "Ottoline Sacks (14/02/1958)" */
const bracketed = latin(/\p{Lu}\p{Ll}+ \($/u);

/**
 * Days of the calendar in the common spellings. Near a word of birth the same day is a date of birth; a weekday alone
 * is not, nobody is identified by it.
 */
export function* dates(document: Document): Iterable<Candidate> {
  const {folded} = document;
  for (const expression of calendarDates) {
    for (const {0: match, index} of folded.matchAll(expression)) {
      const end = index + match.replace(/[.,]$/, '').length;
      if (isModalMay(match)) continue;
      const birth = /\d|first|th\b/i.test(match) && isBirth(document, index, end);
      yield candidate(index, end, birth ? 'DOB' : 'DATE', birth ? 0.9 : 0.85, 'pattern');
    }
  }
}

/** "March 2nd" and "may 5" in lower case are dates only if the writer means the month: "you may first" is not one. */
function isModalMay(match: string): boolean {
  if (/^(?:sat|sun|wed|mar|second)$/.test(match)) return true;
  return (
    /^(?:may|march|mar|sun|sat) [a-z]/.test(match) &&
    !/^(?:may|march) (?:the )?(?:(?:twenty|thirty)[ -]?)?\w+(?:st|nd|rd|th)\b.*\S|(?:nineteen|twenty|\d{4})/.test(match)
  );
}

function isBirth({text, before}: Document, start: number, end: number): boolean {
  if (
    bracketed.test(text.slice(Math.max(0, start - 30), start)) &&
    /(?:19\d{2}|200\d|201\d)\)/.test(text.slice(start, end + 1))
  )
    return true;
  return (
    birthBefore.test(`${before.slice(-60)} ${text.slice(Math.max(0, start - 80), start)}`.slice(-80)) ||
    birthAfter.test(text.slice(end, end + 40))
  );
}
