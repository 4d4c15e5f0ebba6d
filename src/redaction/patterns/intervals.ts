import {pattern, type Recognizer} from '../candidate.js';
import {months, numerals, weekdays} from '../lists/calendar.js';

const plainMonth = 'january|february|april|june|july|august|september|october|november|december';
const anyMonth = `(?:${plainMonth}|may|march)`;
const century = '(?:19|20)\\d{2}';

/** Months, quarters, seasons, years and ranges. Relative words (next week) are none. */
export const intervals: readonly Recognizer[] = [
  pattern('DATE_INTERVAL', new RegExp(`\\b(?:${months})\\b\\.?,?(?: of)? ${century}\\b`, 'dgi'), {score: 0.85}),
  pattern(
    'DATE_INTERVAL',
    new RegExp(`\\b${anyMonth} ?(?:to|through|until|till|-|–) ?${anyMonth}(?: ${century})?\\b`, 'dgi'),
    {score: 0.9},
  ),
  pattern('DATE_INTERVAL', new RegExp(`\\b(?:${plainMonth})(?!\\w)`, 'dgi'), {
    score: 0.7,
    accept: (match) => !/^(?:june|april|august)$/.test(match),
  }),
  pattern(
    'DATE_INTERVAL',
    new RegExp(
      `\\b(?:in|since|until|till|by|during|of|last|next|this|early|late|mid|from|for|before|after) (?<it>May|March|june|april|august|march)\\b(?! \\d)`,
      'dg',
    ),
    {score: 0.8},
  ),
  pattern(
    'DATE_INTERVAL',
    new RegExp(
      `\\b(?:Q[1-4]|H[12]|(?:the )?(?:first|second|third|fourth) quarter)(?: of)?(?: ${century})?(?! \\d)\\b`,
      'dgi',
    ),
    {score: 0.85},
  ),
  pattern('DATE_INTERVAL', new RegExp(`\\b(?:spring|summer|autumn|fall|winter)(?: of)? ${century}\\b`, 'dgi'), {
    score: 0.9,
  }),
  pattern('DATE_INTERVAL', /\b(?:in|during|last|this|next|since|until) (?:the )?(?<it>summer|winter|autumn)\b/dgi, {
    score: 0.7,
  }),
  pattern(
    'DATE_INTERVAL',
    new RegExp(
      `\\b(?:in|since|from|until|till|by|of|around|before|after|during|year|for|summer|class of|back in|and|to) (?<it>${century})(?![\\w%-]|[.,:/]\\d| ?(?:dollars|euros|pounds|people|units|times))`,
      'dgi',
    ),
    {score: 0.75},
  ),
  pattern('DATE_INTERVAL', new RegExp(`(?<![\\w/-])${century} ?(?:-|–|to|until) ?${century}(?![\\w/-])`, 'dgi'), {
    score: 0.85,
  }),
  pattern('DATE_INTERVAL', /\b(?:the )?(?:early |late |mid-?)?(?:19|20)\d0s\b/dgi, {score: 0.85}),
  pattern(
    'DATE_INTERVAL',
    new RegExp(`\\b(?:nineteen|twenty) (?:(?:ten|eleven|twelve|oh)|${numerals})(?= |[.,;!?]|$)`, 'dgi'),
    {
      score: 0.8,
      accept: (_, {text}, start) =>
        /\b(?:in|since|born|until|from|year|of)\s*$/i.test(text.slice(Math.max(0, start - 8), start)),
    },
  ),
  pattern(
    'DATE_INTERVAL',
    new RegExp(
      `\\b(?:${anyMonth}|the) (?:3[01]|[12]?\\d)(?:st|nd|rd|th)? ?(?:-|–|to|through) ?(?:the )?(?:3[01]|[12]?\\d)(?:st|nd|rd|th)?(?:,? ${century})?(?![\\w:]|[.,]\\d)`,
      'dgi',
    ),
    {
      score: 0.85,
      accept: (match) => /^the .*(?:st|nd|rd|th)$/i.test(match) || !/^the/i.test(match),
    },
  ),
  pattern('DATE_INTERVAL', new RegExp(`\\b(?:${weekdays}) (?:to|through|until) (?:${weekdays})\\b`, 'dgi'), {
    score: 0.85,
  }),
];
