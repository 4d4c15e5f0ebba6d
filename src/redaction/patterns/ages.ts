import {pattern, type Recognizer} from '../candidate.js';
import {latin} from '../latin.js';
import type {Document} from '../document.js';
import {numerals} from '../lists/calendar.js';

const relative =
  'son|daughter|wife|husband|brother|sister|mother|father|mom|mum|dad|child|kid|baby|boy|girl|patient|uncle|aunt|grandmother|grandfather|grandma|grandpa|nephew|niece|cousin|twins|kids|children|sons|daughters|partner|boyfriend|girlfriend|fiancée?|caller|victim|customer|tenant|friend|neighbou?r|grandson|granddaughter|stepson|stepdaughter|toddler|parents|husband';
const number = `(?:\\d{1,3}|${numerals})`;
const notAfter =
  "(?![\\w:%/-]|[.,]\\d|['’]\\d| ?(?:percent|pages?|times|into|of|out|dollars|euros|pounds|bucks|cents|minutes?|mins?|hours?|hrs?|days|weeks|months|miles|km|kilos?|kg|lbs?|feet|foot|ft|cm|inches|o['’]?clock|am|pm|a\\.m|p\\.m|people|items|orders|euro|percent|degrees|points|stars|units|mg|ml|more|emails|messages|calls|tickets|copies|boxes|pieces|questions|accounts|cards|kids|children|sisters|brothers|cats|dogs|siblings)\\b)";

/** Ages of people: the number only, with its unit if that is not years. */
export const ages: readonly Recognizer[] = [
  pattern(
    'AGE',
    new RegExp(`(?<![\\w.,$€£/-])(?<it>\\d{1,3}|${numerals})[ -]?(?:years?|yrs?)[ -](?:old|of age|young)\\b`, 'dgi'),
    {score: 0.95},
  ),
  pattern('AGE', new RegExp(`(?<![\\w.,$€£/-])(?<it>\\d{1,3}|${numerals}) or ${number} (?:years?|yrs?) old\\b`, 'dgi')),
  pattern(
    'AGE',
    new RegExp(
      `(?<![\\w.,$€£/-])(?<it>(?:\\d{1,2}|${numerals})[ -](?:months?|weeks?|days?))[ -](?:old|of age)\\b`,
      'dgi',
    ),
    {score: 0.95},
  ),
  pattern('AGE', /\b(?:my|his|her|our|their|your|'s|’s) (?<it>\d{1,3})(?:st|nd|rd|th) birthday\b/dgi, {score: 0.85}),
  pattern('AGE', /(?<![\w.,$€£/-])(?<it>\d{1,3}) ?(?:y[/.]?o\.?|yrs? ?old|y\/old)(?!\w)/dgi, {score: 0.95}),
  pattern(
    'AGE',
    new RegExp(
      `\\b(?:aged?|age of|age is|age was|age:|ages|turn(?:ed|s|ing)?|just turned|at the age of|under the age of|pushing|nearly|age) (?:only |just |around |about |is )?(?<it>${number})${notAfter}`,
      'dgi',
    ),
    {
      score: 0.9,
      accept: (_, document, start) =>
        !/\b(?:nearly|pushing) (?:\w+ )?$/i.test(before(document, start)) || isPersonal('', document, start),
    },
  ),
  pattern('AGE', new RegExp(`\\b(?:aged?|ages) ${number}(?:,? and|,| or| to| &) (?<it>${number})${notAfter}`, 'dgi')),
  pattern(
    'AGE',
    new RegExp(
      `\\b(?:I['’]m|I am|I['’]ll be|s?he['’]ll be|i['’]m|he['’]s|he is|she['’]s|she is|they['’]re|is|was|are|['’]s|who['’]s|be|been|being|i am|when I was|when (?:he|she) was) (?:only |about |around |almost |nearly |already |just |now |over |barely |still )?(?<it>[1-9]|[1-9]\\d|1[01]\\d|${numerals})${notAfter}(?=[.;!?)]|,? (?:and|but|now|today|so|years|when|with|or|next|this|in|on|going|who|going)\\b|,|$| [-–—])`,
      'dgi',
    ),
    {score: 0.72, accept: isPersonal},
  ),
  pattern(
    'AGE',
    new RegExp(
      `\\b(?:my|his|her|our|their) (?:${relative})(?: [a-z]{2,12})? (?:is|was|turns|turned|are)(?: both)? (?:only |about |almost |nearly |just )?(?<it>${number})${notAfter}`,
      'dgi',
    ),
    {score: 0.8},
  ),
  pattern(
    'AGE',
    new RegExp(
      `\\b(?:my|his|her|our|their) (?:${relative})(?: \\p{L}{2,15})? ?[,(] ?(?<it>${number})(?=[,.)!?;]|$)`,
      'dgiu',
    ),
    {score: 0.86},
  ),
  pattern(
    'AGE',
    new RegExp(
      `\\b(?:kids|children|sons|daughters|twins|boys|girls|they)(?: are|,| who are|:) (?<it>${number})(?=,? (?:and|or|&)|,)`,
      'dgi',
    ),
    {score: 0.72},
  ),
  pattern(
    'AGE',
    new RegExp(
      `\\b(?:kids|children|sons|daughters|twins|boys|girls|they)(?: are|,| who are|:) (?:${number}, )?${number},? (?:and|or|&) (?<it>${number})${notAfter}`,
      'dgi',
    ),
    {score: 0.72},
  ),
  pattern(
    'AGE',
    new RegExp(
      `\\b(?:single|married|divorced|widowed|male|female|man|woman|boy|girl|widow|widower|bachelor)(?:,| and|, about|,? aged)?(?: about| around)? (?<it>\\d{2}|${numerals})${notAfter}`,
      'dgi',
    ),
  ),
  pattern('AGE', new RegExp(`(?<![\\w.,$€£/-])(?<it>\\d{1,2})[ -]?(?:[MmFf]\\b|,? (?:male|female)\\b)(?!['’])`, 'dg'), {
    score: 0.62,
    accept: (match, document, start) =>
      /^\d{2}$/.test(match) && /(?:\(|, |patient |I'm |^)$/.test(before(document, start)),
  }),
  pattern(
    'AGE',
    new RegExp(
      `\\b(?:male|female|man|woman|boy|girl|caller|patient)[^.!?]{0,20} (?:about|around|approximately|maybe|roughly) (?<it>\\d{2}|${numerals})${notAfter}`,
      'dgi',
    ),
  ),
  pattern(
    'AGE',
    /(?<!\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Room|Gate|Page|Unit|Apt|Flat|Suite|Route|Box|Building|Street|Road|Avenue|Lane|Drive|Close)) ?(?:\p{Lu}\p{Ll}{1,20}),? (?:\(|, )?(?<it>[1-9]\d)(?=\)|,(?! (?:19|20)\d\d)| ?\))/dgu,
    {
      score: 0.72,
      accept: (_, document, start) =>
        /\p{Lu}\p{L}{1,30}(?:, | \()$/u.test(before(document, start)) &&
        !/\b(?:Room|Gate|Page|Unit|Apt|Flat|Suite|Route|Box|Building|Street|Road|Avenue|Lane|Drive|Close|Boulevard|Terrace|January|February|March|April|May|June|July|August|September|October|November|December), $/.test(
          before(document, start),
        ),
    },
  ),
  pattern(
    'AGE',
    new RegExp(
      `\\bin (?:my|his|her|their|our) (?:(?:early|mid|late)[ -])?(?<it>(?:twen|thir|for|fif|six|seven|eigh|nine)ties|teens|[2-9]0['’]?s)\\b`,
      'dgi',
    ),
  ),
  pattern('AGE', new RegExp(`(?<![\\w.,$€£/-])(?<it>${numerals}|\\d{1,2})[ -]?(?:something|ish)\\b`, 'dgi'), {
    score: 0.6,
    accept: (_, document, start) => /\b(?:is|a|an|are) (?:\w+ )?$/.test(before(document, start)),
  }),
];

function before({text}: Document, start: number): string {
  return text.slice(Math.max(0, start - 60), start);
}

const somebody = latin(
  new RegExp(
    `(?:\\b(?:[Ii]['’]m|[Ii] am|I was|i was|[Ss]?[Hh]e(?:['’]s| is| was|['’]ll be)|[Tt]hey(?:['’]re| are| were)|[Ww]e(?:['’]re| are)|[Yy]ou(?:['’]re| are)|(?:${relative})(?: \\p{L}{2,15})?(?:['’]s| is| was| are)|who(?:['’]s| is| was)|\\p{Lu}\\p{Ll}{2,15}(?: \\p{Lu}\\p{L}{2,15})?(?:['’]s| is| was)|(?:${relative}) \\p{L}{2,15} (?:is|was)))(?: (?:only|about|around|almost|nearly|already|just|now|over|barely|still|pushing|a|\\p{L}{2,12} and)){0,2} $`,
    'u',
  ),
);

/** "I'm 58" tells an age; "the total is 58" does not. */
function isPersonal(_: string, document: Document, start: number): boolean {
  const text = before(document, start);
  return (
    somebody.test(text) &&
    !/\b(?:It|That|This|There|Total|Version|Score|Price|Balance|Room|Gate|Page|Number|Step|Level|Quantity|What|Limit|Order|Size|Speed|Temperature|Answer|Which)(?: \w+)? (?:is|was) (?:\w+ )?$/i.test(
      text,
    )
  );
}
