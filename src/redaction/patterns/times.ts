import {pattern, type Recognizer} from '../candidate.js';
import {hours, numerals} from '../lists/calendar.js';

/** Clock times. */
export const times: readonly Recognizer[] = [
  pattern('TIME', /(?<![\w.:,$€£/-])(?:2[0-3]|[01]?\d)(?:[:.][0-5]\d){0,2} ?(?:[ap]\.m\.|[ap]m\b)/dgi, {score: 0.95}),
  pattern('TIME', /(?<=\d{4}-\d\d-\d\dT)\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?(?!\w)/dg, {score: 0.95}),
  pattern(
    'TIME',
    /(?<![\w.:,$€£/-])(?:2[0-3]|[01]?\d):[0-5]\d(?::[0-5]\d)?(?: (?:hrs|hours|UTC|GMT|EST|PST|CET|CEST|EDT|PDT|CST|MST|ET|PT|BST|IST))?(?![\w:/-]|\.\d)/dg,
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
  pattern(
    'TIME',
    /\b(?:at|by|until|till|before|after|around|since|from|past|to|and|between|exactly) (?<it>noon|midnight|midday)\b/dgi,
  ),
  pattern('TIME', /(?<![\w.:,$€£/-])(?:[01]\d|2[0-3])[0-5]\d (?:hours|hrs)\b/dgi, {score: 0.9}),
  pattern('TIME', /(?<![\w.:,$€£/-])(?:[01]?\d|2[0-3])h(?:[0-5]\d)?(?!\w)/dg, {score: 0.7}),
  // "at half past", "at 6", "between two and four": hours without a word for them.
  pattern(
    'TIME',
    new RegExp(
      `\\b(?:half past|quarter (?:past|to)|(?:a |twenty |ten |five )?quarter (?:past|to)|(?:five|ten|twenty|twenty[ -]five) (?:past|to)) (?:${hours}|1[0-2]|[1-9])\\b`,
      'dgi',
    ),
    {score: 0.88},
  ),
  pattern(
    'TIME',
    new RegExp(
      `\\b(?:${hours}) (?:oh (?:${hours})|fifteen|thirty|forty[ -]five|twenty|ten|fifty)(?= (?:in the|this|tonight|tomorrow|today|sharp|on|at night|works|every|for)\\b|[.,?!]|$)`,
      'dgi',
    ),
    {
      score: 0.8,
      accept: (_, {text}, start) =>
        /\b(?:at|by|around|until|till|before|after|from|about|to) $/i.test(text.slice(Math.max(0, start - 8), start)),
    },
  ),
  pattern(
    'TIME',
    new RegExp(
      `\\b(?:at|by|around|until|till|before|after|from|between|about|call at|arrives? at|opens? at|closes? at) (?<it>(?:1[0-2]|[1-9]|${hours})(?: ?[ap])?)(?= (?:in the (?:morning|afternoon|evening)|at night|sharp|tonight|tomorrow|today|this (?:morning|afternoon|evening)|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\\b)(?: in the (?:morning|afternoon|evening)| at night)?`,
      'dgi',
    ),
    {score: 0.8},
  ),
  pattern(
    'TIME',
    new RegExp(
      `\\b(?:between|from) (?<it>(?:1[0-2]|[1-9])(?::[0-5]\\d)?)(?= (?:and|to|until|till|-) (?:1[0-2]|[1-9])(?::[0-5]\\d)? ?(?:[ap]\\.?m|o['’]?clock))`,
      'dgi',
    ),
    {score: 0.8},
  ),
];

/** A number and a unit of time; a unit alone ("a week late") is none. */
export const durations: readonly Recognizer[] = [
  pattern(
    'DURATION',
    new RegExp(
      `(?<![\\w.:,$€£/-])(?:\\d{1,4}(?:\\.\\d)?|${numerals}|a hundred|half an?|three quarters of an|one and a half|an? (?=decade|fortnight)|${numerals} (?:hundred|thousand))(?: (?:and a half|to (?:\\d{1,3}|${numerals})|or (?:\\d{1,3}|${numerals}))| ?(?:-|–) ?\\d{1,3})?(?: |-)?(?:business |working |calendar |full |whole |more |long |consecutive )?(?:minute|min|hour|hr|day|night|week|fortnight|month|year|yr|decade|semester|weekend)s?\\b(?!'s? (?:eve|day)|[- ]old)`,
      'dgi',
    ),
    {score: 0.75},
  ),
];
