import {candidate, type Candidate} from './candidate.js';
import {joinedToNext, type Document} from './document.js';
import {listMatches, looksNamed, type ListMatch} from './list-match.js';
import {
  convictions,
  cuedGenders,
  events,
  genders,
  languages,
  maritalStatuses,
  origins,
  peopleAndLanguages,
  politics,
  religions,
  zodiacSigns,
} from './lists/demographics.js';
import type {PhraseList} from './lists/phrases.js';
import {conditions, drugs, procedures} from './lists/health.js';
import type {EntityType} from './types.js';

const language =
  /\b(?:speaks?|spoke|speaking|spoken|talk|in|into|learn(?:ing|ed|t)?|prefers?|fluent in|understands?|translat(?:e|ed|ion)(?: it)? (?:in)?to|language is|language:|tongue is|or|and) $/i;
const languageBehind =
  /^ (?:speaker|speaking|language|lessons?|translation|version|interpreter|classes|subtitles|accent)\b/i;
const speaks = /\b(?:speak|speaks|spoken|fluent|language|translat\w+|tongue|learn\w*)\b/i;
const being =
  /\b(?:is|was|am|are|were|be|been|being|'m|'s|'re|’m|’s|’re|got|get|getting|became|become|a|an|she|he|they|not|both|still|now|currently|since)(?: (?:a|an|happily|recently|still|newly|currently|not|openly|already|legally|now))? $/i;
const aboutPerson = /\b(?:I'm|I am|i'm|[Ss]?[Hh]e(?:'s| is| was)|[Tt]hey(?:'re| are)) (?:an? )?$/;
/** These mean nothing else, whatever follows. */
const unmistakable: ReadonlySet<string> = new Set(['married', 'divorced', 'widowed', 'unmarried', 'remarried']);
const single =
  /^(?:$|[.,;!?]| (?:and|with|but|now|for|mother|father|mom|dad|since|man|woman|to|again|person|caller|patient|customer)\b)/i;

/** Health, events, faith and the rest of what lists of words can tell about a person. */
export function* listedIdentity(document: Document): Iterable<Candidate> {
  yield* plain(document, 'CONDITION', conditions, 0.75);
  yield* plain(document, 'DRUG', drugs, 0.8);
  yield* plain(document, 'MEDICAL_PROCESS', procedures, 0.75);
  yield* plain(document, 'GENDER_SEXUALITY', genders, 0.8);
  yield* plain(document, 'RELIGION', convictions, 0.75);
  yield* named(document, 'EVENT', events, 0.8);
  yield* named(document, 'RELIGION', religions, 0.75);
  yield* named(document, 'POLITICAL_AFFILIATION', politics, 0.75);
  yield* named(document, 'LANGUAGE', languages, 0.8);
  yield* named(document, 'ORIGIN', origins, 0.8);
  yield* originOrLanguage(document);
  yield* saidOfSomebody(document);
}

function* plain(document: Document, type: EntityType, list: PhraseList, score: number): Iterable<Candidate> {
  for (const {start, end} of listMatches(document, list)) yield candidate(start, end, type, score, 'list');
}

function* named(document: Document, type: EntityType, list: PhraseList, score: number): Iterable<Candidate> {
  for (const match of listMatches(document, list)) {
    if (
      looksNamed(document, match) &&
      !isPartOfName(document, match) &&
      !(document.casing === 'lower' && match.key.length < 5)
    ) {
      yield candidate(match.start, match.end, type, score, 'list');
    }
  }
}

/** "French" is a language when spoken, and an origin otherwise. */
function* originOrLanguage(document: Document): Iterable<Candidate> {
  for (const match of listMatches(document, peopleAndLanguages)) {
    if (
      !looksNamed(document, match) ||
      (document.casing === 'lower' && match.key === 'polish') ||
      isPartOfName(document, match)
    )
      continue;
    const before = document.text.slice(Math.max(0, match.start - 40), match.start);
    const listed = /\b(?:or|and) $/i.test(before) ? speaks.test(before) : language.test(before);
    const spoken = listed || languageBehind.test(document.text.slice(match.end, match.end + 16));
    yield candidate(match.start, match.end, spoken ? 'LANGUAGE' : 'ORIGIN', 0.75, 'list');
  }
}

/** Everyday words that are personal only when said of somebody: "she's single", "the caller was male". */
function* saidOfSomebody(document: Document): Iterable<Candidate> {
  for (const match of listMatches(document, maritalStatuses)) {
    if (isSaid(document, match) && (match.key !== 'single' || !aboutNumber(document, match)))
      yield candidate(match.start, match.end, 'MARITAL_STATUS', 0.75, 'list');
  }
  for (const match of listMatches(document, cuedGenders)) {
    if (match.key === 'straight' && !aboutPerson.test(document.text.slice(Math.max(0, match.start - 30), match.start)))
      continue;
    if (isSaid(document, match)) yield candidate(match.start, match.end, 'GENDER_SEXUALITY', 0.7, 'list');
  }
  for (const match of listMatches(document, zodiacSigns)) {
    const {start, end} = match;
    const before = document.text.slice(Math.max(0, start - 24), start);
    if (
      /\b(?:I'm|i'm|I am|is|was|'s|’s|'re|are) (?:an? )?$|\b(?:sign is|typical|zodiac:?) (?:an? )?$/.test(before) &&
      document.tokens[match.first]?.capitalized
    ) {
      yield candidate(start, end, 'ZODIAC_SIGN', 0.8, 'list');
    }
  }
}

function isSaid({text}: Document, {start, end, key}: ListMatch): boolean {
  const said = being.test(text.slice(Math.max(0, start - 30), start));
  return said && (unmistakable.has(key) || single.test(text.slice(end, end + 12)));
}

function aboutNumber({text}: Document, {start, end}: ListMatch): boolean {
  const parent = /^ (?:mother|father|mom|mum|dad|parent|man|woman|guy)\b/i.test(text.slice(end, end + 9));
  return !parent && /\b(?:a|an|every|not a) $/i.test(text.slice(Math.max(0, start - 6), start));
}

/** "American Express" and "Irish Sea" tell nobody's origin. */
function isPartOfName(document: Document, {last}: ListMatch): boolean {
  return document.casing === 'mixed' && joinedToNext(document, last) && document.tokens[last + 1]?.capitalized === true;
}
