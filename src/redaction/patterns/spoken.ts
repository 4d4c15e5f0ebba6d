import {candidate, type Candidate} from '../candidate.js';
import {typeByCue} from '../context.js';
import type {Document} from '../document.js';

const digits: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  o: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
};
const digit = 'zero|oh|one|two|three|four|five|six|seven|eight|nine';
const run = new RegExp(
  `\\b(?:(?:double|triple) )?(?:${digit})(?:(?:,? |-|, ?(?:and )?)(?:(?:double|triple) )?(?:${digit}|o)\\b){2,20}`,
  'gi',
);
const usualLength: Readonly<Record<number, 'SSN' | 'PHONE_NUMBER' | 'CREDIT_CARD'>> = {
  10: 'PHONE_NUMBER',
  11: 'PHONE_NUMBER',
  16: 'CREDIT_CARD',
};

/** Numbers read out digit by digit, as on the telephone: the cue decides their type, or else their length. */
export function* spokenNumbers({text}: Document): Iterable<Candidate> {
  for (const {0: match, index} of text.matchAll(run)) {
    const number = written(match);
    const end = index + match.length;
    const type = typeByCue(text, {start: index, end, value: number}) ?? usualLength[number.length];
    if (type) yield candidate(index, end, type, 0.85, 'context');
  }
}

function written(match: string): string {
  let times = 1;
  let number = '';
  for (const word of match.toLowerCase().split(/[\s,-]+/)) {
    if (word === 'double' || word === 'triple') times = word === 'double' ? 2 : 3;
    else {
      number += (digits[word] ?? '').repeat(times);
      times = 1;
    }
  }
  return number;
}
