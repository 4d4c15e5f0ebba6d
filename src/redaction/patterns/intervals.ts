import {pattern, type Recognizer} from '../candidate.js';
import {months, numerals, weekdays} from '../lists/calendar.js';

const plainMonth = 'january|february|april|june|july|august|september|october|november|december';
const anyMonth = `(?:${plainMonth}|may|march)`;
const century = '(?:19|20)\\d{2}';

/** Months, quarters, seasons, years and ranges. Relative words (next week) are none. */
export const intervals: readonly Recognizer[] = [
  pattern(
    'DATE_INTERVAL',
    new RegExp(
      `\\b(?<it>(?:the )?(?:3[01]|[12]?\\d)(?:st|nd|rd|th)? ?(?:-|–|to|and|until|till|through) ?(?:the )?(?:3[01]|[12]?\\d)(?:st|nd|rd|th)?(?: of)? (?:${months})\\b(?:,? ${century})?)`,
      'dgi',
    ),
    {score: 0.88},
  ),
  pattern(
    'DATE_INTERVAL',
    new RegExp(
      `\\b(?:${months})\\.? (?:3[01]|[12]?\\d)(?:st|nd|rd|th)?(?:,? ${century})? ?(?:-|–|to|until|till|through) ?(?:(?:${months})\\.? )(?:3[01]|[12]?\\d)(?:st|nd|rd|th)?(?:,? ${century})?(?!\\d)`,
      'dgi',
    ),
    {score: 0.9},
  ),
  pattern(
    'DATE_INTERVAL',
    new RegExp(
      `(?<!\\d)(?:3[01]|[12]?\\d)(?:st|nd|rd|th)? (?:${months}) ?(?:-|–|to|until|till|through) ?(?:3[01]|[12]?\\d)(?:st|nd|rd|th)? (?:${months})\\b(?:,? ${century})?`,
      'dgi',
    ),
    {score: 0.9},
  ),
  pattern(
    'DATE_INTERVAL',
    /\bthe (?<it>(?:(?:early|mid|late)[ -])?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|noughties))\b/dgi,
    {score: 0.74},
  ),
  pattern(
    'DATE_INTERVAL',
    new RegExp(
      `\\bbetween (?<it>(?:${months}|${century})(?: ${century})? and (?:${months}|${century})(?: ${century})?)\\b`,
      'dgi',
    ),
    {score: 0.86},
  ),
  pattern(
    'DATE_INTERVAL',
    /\b(?:FY|CY|fiscal(?: year)?|financial year|tax year|school year|academic year|season)[ -]?(?:(?:19|20)?\d{2}(?:[/–-]\d{2,4})?)\b(?! ?%)/dgi,
    {score: 0.85},
  ),
  pattern('DATE_INTERVAL', /(?<![\w/.-])(?:19|20)\d{2}[/–-]\d{2}(?![\d/.-])/dg, {score: 0.6}),
  pattern(
    'DATE_INTERVAL',
    /\b(?:(?:first|second|third|fourth|last) (?:quarter|half)|Q[1-4]|H[12]|early|mid|late|end of|beginning of|middle of|start of)[- ](?:of )?(?:the )?(?:(?:19|20)\d{2})\b/dgi,
    {score: 0.84},
  ),
  pattern(
    'DATE_INTERVAL',
    new RegExp(
      `\\b(?:(?:early|late|mid|end of)[ -])?(?:${months})\\b\\.?,?(?: of)? (?:${century}\\b|['’]\\d{2}\\b)`,
      'dgi',
    ),
    {score: 0.85},
  ),
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
      `\\b(?:in|since|until|till|by|during|of|last|next|this|early|late|mid|from|for|before|after|through|to|and|end of|mid-|early-|late-|every|each|between|starting) ?(?<it>May|March|June|April|August|june|april|august|march)\\b(?! \\d)(?!['’]s)`,
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
  pattern(
    'DATE_INTERVAL',
    new RegExp(
      `\\b(?:the )?(?:(?:early|late|mid)[ -])?(?:spring|summer|autumn|fall|winter)(?: of)? ${century}\\b`,
      'dgi',
    ),
    {
      score: 0.9,
    },
  ),
  pattern(
    'DATE_INTERVAL',
    /\b(?:in|during|since|until|by|over|from|before|after|through|for|every|each|early|late) (?:the )?(?:(?:early|late|mid) )?(?<it>summer|winter|autumn|spring|(?<!the )fall|springtime|summertime)(?! (?:sale|collection|down|back|short|asleep|apart|behind|water|break|off|for|out|camp|job|dress|coat|tyres|tires|semester|term|internship|holiday|house|jacket)\b)\b/dgi,
    {
      score: 0.7,
    },
  ),
  pattern(
    'DATE_INTERVAL',
    new RegExp(
      `\\b(?:in|since|from|until|till|by|of|around|before|after|during|years?|for|summer|class of|back in|and|to|early|late|mid|beat|vs|versus|than|circa|through|between|model|spring|autumn|winter|fall|budget|tax year|through|fiscal|the) (?<it>${century})(?![\\w%-]|[.,:/]\\d| ?(?:dollars|euros|pounds|people|units|times))`,
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
