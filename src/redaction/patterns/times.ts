import {pattern, type Recognizer} from '../candidate.js';
import {hours, numerals} from '../lists/calendar.js';

/** Clock times. */
export const times: readonly Recognizer[] = [
  pattern('TIME', /(?<![\w.:,$€£/-])(?:2[0-3]|[01]?\d)(?:[:.][0-5]\d){0,2} ?(?:[ap]\.m\.|[ap]m\b)/dgi, {score: 0.95}),
  pattern('TIME', /(?<=\d{4}-\d\d-\d\dT)\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?(?!\w)/dg, {score: 0.95}),
  pattern(
    'TIME',
    /(?<![\w.:,$€£/-])(?:2[0-3]|[01]?\d):[0-5]\d(?::[0-5]\d)?(?: (?:hrs|hours|UTC|GMT|EST|PST|CET|EDT|PDT))?(?![\w:/-]|\.\d)/dg,
    {score: 0.85},
  ),
  pattern(
    'TIME',
    new RegExp(
      `\\b(?:(?:half|quarter|${numerals})(?: minutes)? (?:past|to|after) )?(?:${hours}|1[0-2]|[1-9])(?: (?:thirty|fifteen|forty[ -]?five))? (?:(?:[ap]m|a m|p m)\\b|[ap]\\.m\\.|o['’]?clock\\b(?: in the (?:morning|afternoon|evening))?)`,
      'dgi',
    ),
    {score: 0.9},
  ),
  pattern('TIME', new RegExp(`\\b(?:half|quarter|ten|twenty|five) (?:past|to) (?:${hours}|1[0-2]|[1-9])\\b`, 'dgi'), {
    score: 0.85,
  }),
  pattern('TIME', /\b(?:at|by|until|till|before|after|around|since) (?<it>noon|midnight|midday)\b/dgi),
];

/** A number and a unit of time; a unit alone ("a week late") is none. */
export const durations: readonly Recognizer[] = [
  pattern(
    'DURATION',
    new RegExp(
      `(?<![\\w.:,$€£/-])(?:\\d{1,4}(?:\\.\\d)?|${numerals}|a hundred|half an?)(?: (?:and a half|to (?:\\d{1,3}|${numerals}))|(?:-|–)\\d{1,3})?(?: |-)?(?:business |working )?(?:minute|min|hour|hr|day|week|month|year|decade)s?\\b(?!'s? (?:eve|day)|[- ]old)`,
      'dgi',
    ),
    {score: 0.75},
  ),
];
