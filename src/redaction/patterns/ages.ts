import {pattern, type Recognizer} from '../candidate.js';
import type {Document} from '../document.js';
import {numerals} from '../lists/calendar.js';

/** Ages of people: the number only, with its unit if that is not years. */
export const ages: readonly Recognizer[] = [
  pattern(
    'AGE',
    new RegExp(`(?<![\\w.,$€£/-])(?<it>\\d{1,3}|${numerals})[ -]?(?:years?|yrs?)[ -](?:old|of age)\\b`, 'dgi'),
    {score: 0.95},
  ),
  pattern(
    'AGE',
    new RegExp(`(?<![\\w.,$€£/-])(?<it>(?:\\d{1,2}|${numerals})[ -](?:months?|weeks?|days?))[ -]old\\b`, 'dgi'),
    {score: 0.95},
  ),
  pattern('AGE', /(?<![\w.,$€£/-])(?<it>\d{1,3}) ?(?:y\/?o)\b/dgi, {score: 0.95}),
  pattern(
    'AGE',
    new RegExp(
      `\\b(?:aged?|age of|age is|age:|turn(?:ed|s|ing)?|just turned) (?:only )?(?<it>\\d{1,3}|${numerals})(?![\\w:%/-]|[.,]\\d| (?:percent|pages?|times|into))`,
      'dgi',
    ),
    {score: 0.9},
  ),
  pattern(
    'AGE',
    new RegExp(
      `\\b(?:I'm|I am|he's|he is|she's|she is|is|was|'s|who's) (?:only |about |around |almost |nearly |already |just )?(?<it>[1-9]\\d|1[01]\\d|${numerals})(?=[.;!?]|,? (?:and|but|now|today|so|years)\\b|,|$)(?![.,]\\d|,? (?:and|but) \\d)`,
      'dgi',
    ),
    {score: 0.6, accept: isPersonal},
  ),
  pattern(
    'AGE',
    new RegExp(
      `\\b(?:single|married|divorced|widowed|male|female|man|woman|boy|girl)(?:,| and)?(?: about| around)? (?<it>\\d{2}|${numerals})(?![\\w:%/-])`,
      'dgi',
    ),
  ),
  pattern(
    'AGE',
    new RegExp(
      `\\b(?:male|female|man|woman|boy|girl|caller|patient)[^.!?]{0,20} about (?<it>\\d{2}|${numerals})(?![\\w:%/-])`,
      'dgi',
    ),
  ),
  pattern('AGE', /\p{Lu}\p{Ll}{1,20}, (?<it>[1-9]\d)(?=,|\.|$| \()/dgu, {score: 0.7}),
  pattern(
    'AGE',
    new RegExp(
      `\\bin (?:my|his|her|their) (?:early |mid |late )?(?<it>(?:twen|thir|for|fif|six|seven|eigh|nine)ties|[2-9]0s)\\b`,
      'dgi',
    ),
  ),
];

/** "I'm 58" tells an age; "the total is 58" does not. */
function isPersonal(_: string, {text}: Document, start: number): boolean {
  return /\b(?:[Ii]'m|[Ii] am|[Ss]?[Hh]e(?:'s| is| was)|(?:son|daughter|wife|husband|brother|sister|mother|father|mom|mum|dad|child|kid|baby|patient|uncle|aunt|grandmother|grandfather)(?:'s| is| was)|\p{Lu}\p{Ll}{2,15} is) (?:\w+ )?$/u.test(
    text.slice(Math.max(0, start - 40), start),
  );
}
