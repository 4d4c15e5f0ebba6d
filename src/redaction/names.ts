import {candidate, type Candidate} from './candidate.js';
import {joinedToNext, type Document, type Token} from './document.js';
import {commonWords} from './lists/common-words.js';
import {languages, origins, peopleAndLanguages, religions, politics, zodiacSigns} from './lists/demographics.js';
import {ambiguousNames, givenNames} from './lists/given-names.js';
import {occupations} from './lists/occupations.js';
import {organizations} from './lists/organizations.js';

const mostWords = 4;
const particles: ReadonlySet<string> = new Set(
  'de da di del della der den van von la le el al bin ibn dos du st ter ten abu y'.split(' '),
);

/** What comes right before a name. The weight says how much a capital letter is still needed. */
const introductions: readonly {readonly before: RegExp; readonly score: number; readonly needsCapital: boolean}[] = [
  {
    before:
      /\b(?:(?:my|the|his|her|their|our|your|child's|maiden|last|first|full|middle|partner's) name(?:'s| is| was)|name is|named|name:|names are) (?:(?:actually|now) )?$/i,
    score: 0.85,
    needsCapital: false,
  },
  {
    before:
      /\b(?:mr|mrs|ms|miss|dr|prof|sir|madam|professor|doctor|judge|senator|officer|captain|father|sister|uncle|aunt)\.? $/i,
    score: 0.85,
    needsCapital: true,
  },
  {
    before:
      /\b(?:maiden name is|(?:what's|what is) your (?:\w+ )?name\? (?:it's |it is )?|called me|call(?:s|ed)? (?:me|him|her)|known as|goes by|named (?:him|her|it)|under (?:the name (?:of )?)?|(?:partner|wife|husband|mother|father)'s name)(?: is)? ?$/i,
    score: 0.8,
    needsCapital: true,
  },
  {
    before:
      /\b(?:this is|it's|it is|i am|i'm|here is|that's|is that|is this|speaking (?:with|to)|spoke (?:with|to)|spoken (?:with|to)|talk(?:ed|ing)? (?:with|to)|speak (?:with|to)|through to|met|meet|meeting (?:with)?|thank you|thanks|told|asked|ask(?: for)?|gave|saw|know|knows|contact|reach|with|signed|by|said|says|to|for|add|remove|heard|from|invite[ds]?|hired|hire|and|than|between) $/i,
    score: 0.55,
    needsCapital: true,
  },
  {before: /\b(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)),? $/i, score: 0.75, needsCapital: true},
  {before: /\b(?:regards|sincerely|cheers),\s{1,2}$/i, score: 0.7, needsCapital: true},
  {
    before:
      /\b(?:colleague|husband|wife|son|daughter|kid|brother|sister|friend|boss|manager|neighbou?r|cousin|nephew|niece|fiancée?|girlfriend|boyfriend|partner|mother|father|mom|mum|dad|grandmother|grandfather|assistant|attorney|lawyer|dentist|landlady|accountant|teacher|supervisor|new hire|client|patient|CEO|CTO|CFO|tenant|landlord|holder is|holder was|contact is|with (?:ms|mr)\.)(?:,| is| was)? $/i,
    score: 0.7,
    needsCapital: true,
  },
];

/** Introductions after which an unknown capitalized word is more likely a person than anything else. */
const personal =
  /\b(?:this is|is that|spoke (?:with|to)|spoken (?:with|to)|talk(?:ed|ing)? (?:with|to)|speak (?:with|to)|speaking with|through to|met|meet|thank you|thanks|told|asked|ask for|said|says|hired|between him and|contact at \p{Lu}\p{L}+ was|called) $/iu;

/** Introductions after which two unknown capitalized words may well be a company or a title. */
const impersonal = /\b(?:for|from|than|by) $/i;
const honorific = /\b(?:mr|mrs|ms|miss|dr|prof|professor)\.? $/i;

/** What comes right after a person. */
const personVerb =
  /^(?:'s (?:mother|father|wife|husband|son|daughter|birthday|phone|email|kid|house|boss)|,? (?:here|speaking)\b| (?:said|says|shouted|lives?|lived|told|asked|wrote|called(?: (?:me|about|to|us|again|yesterday|today|earlier))|had given|graduated|smiled|laughed|replied|answered|thinks|believes|agreed|promised|in (?:billing|sales|support|accounting|finance|marketing|hr|legal|it)\b)|, (?:please|could you|can you|can i|would you|will you|your|you|do you|are you|did you|thanks|thank you|have you|i)\b)/i;
const weakVerb =
  /^(?:['’]s\b| (?:is|was|will|has|had|and|or|wants?|needs?|drew|moved|did|does|should|would|could|can|works|worked|from|seems|took|takes|came|goes|went|\p{L}+ed)\b|,|\.|!|\?|:|$)/iu;

/** Names that are notions: "Joy is contagious" is about no woman, "Joy is my sister" is. */
const virtues: ReadonlySet<string> = new Set(
  'joy hope faith grace patience charity mercy harmony summer autumn dawn sky star'.split(' '),
);
/** "Please mark this as urgent", with the capital of a hurried writer. */
const imperative = /^ (?:this|it|that|the|these|those|my|as|me|your)\b/i;
const personalVerb =
  /^(?:['’]s (?!the\b)| (?:(?:is|was) (?:an?|very|my|our|your|so|from|here|going|coming|\p{L}+ing)\b|has been|will be|told|said|called|asked|lives|moved|works|wants|needs)|,(?! (?:and|or)))/iu;

/** Names of people: introduced ("my name is"), known by a given name, or followed by what people do. */
export function* personNames(document: Document): Iterable<Candidate> {
  const {tokens, text} = document;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || token.text.length < 2) continue;
    const score = scoreAt(document, index, token);
    if (score === 0) continue;
    const last = runFrom(document, index, score >= 0.8);
    const end = tokens[last]?.end ?? token.end;
    if (isOtherwiseKnown(text.slice(token.start, end).toLowerCase())) continue;
    yield candidate(token.start, end, 'PERSON_NAME', last > index ? Math.min(1, score + 0.1) : score, 'name');
    index = last;
  }
}

function scoreAt(document: Document, index: number, token: Token): number {
  if (!/^\p{L}/u.test(token.text) || isAcronym(document, token)) return 0;
  const before = document.text.slice(Math.max(0, token.start - 40), token.start);
  const behind = document.text.slice(token.end, token.end + 40);
  return Math.max(
    introducedScore(document, index, token, before),
    actingScore(document, index, token),
    knownScore(document, index, token, before, behind),
  );
}

/** A name because of the words before it. */
function introducedScore(document: Document, index: number, token: Token, before: string): number {
  if (particles.has(token.lower)) return honorific.test(before) && nextStep(document, index, true) > 0 ? 0.85 : 0;
  const known = givenNames.has(token.lower);
  const common = commonWords.has(token.lower);
  for (const {before: cue, score, needsCapital} of introductions) {
    if (!cue.test(before) || (common && (needsCapital || !known))) continue;
    if (!token.capitalized && !known && (needsCapital || document.casing === 'mixed' || isVerbLike(token))) continue;
    if (needsCapital && (document.casing === 'mixed' ? !token.capitalized : !known)) continue;
    if (score > 0.55 || known) return score;
    if (personal.test(before) || (hasSurname(document, index) && !impersonal.test(before))) return score + 0.02;
  }
  return 0;
}

/** A name because of what it does: "Anders in billing said". Only where capitals mean something. */
function actingScore(document: Document, index: number, token: Token): number {
  if (document.casing !== 'mixed' || !token.capitalized) return 0;
  if (commonWords.has(token.lower) || particles.has(token.lower) || isOtherwiseKnown(token.lower)) return 0;
  if (isInsideName(document, index)) return 0;
  const end = document.tokens[runFrom(document, index, true)]?.end ?? token.end;
  return personVerb.test(document.text.slice(end, end + 40)) ? 0.7 : 0;
}

/** A name because the list of given names has it. */
function knownScore(document: Document, index: number, token: Token, before: string, behind: string): number {
  if (!isGivenName(token)) return 0;
  const ambiguous = ambiguousNames.has(token.lower);
  if (document.casing === 'lower') return ambiguous ? 0 : 0.65;
  if (document.casing === 'upper') return ambiguous ? 0 : 0.65;
  if (!token.capitalized) return 0;
  if (!ambiguous || hasSurname(document, index)) return 0.75;
  if (/\b(?:in|since|until|till|by|during|last|next|this|late|early) $/i.test(before)) return 0;
  if (!token.initial) return imperative.test(behind) ? 0 : 0.6;
  const verb = virtues.has(token.lower) ? personalVerb : weakVerb;
  return verb.test(behind) && !commonWords.has(token.lower) ? 0.6 : 0;
}

function hasSurname(document: Document, index: number): boolean {
  const next = document.tokens[index + 1];
  return joinedToNext(document, index) && next?.capitalized === true && isNameWord(document, next);
}

/** The last token of the name that begins at `index`. Without capitals, only a strong cue admits one surname. */
function runFrom(document: Document, index: number, cued: boolean): number {
  let last = index;
  while (last - index < mostWords - 1 && joinedToNext(document, last)) {
    const step = nextStep(document, last, cued || last === index);
    if (step === 0) break;
    last += step;
    if (document.casing !== 'mixed') break;
  }
  return last;
}

/** How many tokens the name goes on: a surname, or up to two particles and a surname. */
function nextStep(document: Document, last: number, cued: boolean): number {
  const next = document.tokens[last + 1];
  if (!next) return 0;
  if (document.casing !== 'mixed') {
    return cued && isNameWord(document, next) && looksLikeSurname(document, next) ? 1 : 0;
  }
  let step = 1;
  while (step < 3 && isParticle(document, last + step)) step++;
  const surname = document.tokens[last + step];
  return surname?.capitalized && isNameWord(document, surname) ? step : 0;
}

function isParticle(document: Document, index: number): boolean {
  const token = document.tokens[index];
  return token !== undefined && particles.has(token.text) && joinedToNext(document, index);
}

function isNameWord(document: Document, {lower, text}: Token): boolean {
  if (!/^\p{L}/u.test(text) || commonWords.has(lower)) return false;
  return document.casing !== 'upper' ? text.length === 1 || text !== text.toUpperCase() : true;
}

/** "Help Center says" is no person called Center, but "Yesterday Octavio told us" has a name. */
function isInsideName(document: Document, index: number): boolean {
  const previous = document.tokens[index - 1];
  if (!previous || !joinedToNext(document, index - 1)) return false;
  if (/^(?:the|an?|our|my|your|his|her|their|this)$/.test(previous.lower)) return true;
  return previous.capitalized && !(previous.initial && commonWords.has(previous.lower));
}

function isVerbLike({lower}: Token): boolean {
  return /(?:ed|ing)$/.test(lower);
}

/** Where nothing is capitalized, a verb must not pass for a surname. */
function looksLikeSurname({casing}: Document, {lower}: Token): boolean {
  return casing === 'upper' ? !/(?:ed|ing)$/.test(lower) : lower.length > 2 && !/(?:ed|ing|ly|es)$/.test(lower);
}

function isOtherwiseKnown(lower: string): boolean {
  return (
    [peopleAndLanguages, languages, origins, politics, zodiacSigns, occupations, organizations].some((list) =>
      list.has(lower),
    ) ||
    (religions.has(lower) && !givenNames.has(lower))
  );
}

function isGivenName({lower}: Token): boolean {
  return givenNames.has(lower) || givenNames.has(lower.split('-', 1)[0] ?? '');
}

/** Where the text uses capitals as usual, a word all in capitals is an abbreviation. */
function isAcronym({casing}: Document, {text}: Token): boolean {
  return casing === 'mixed' && text.length < 5 && text === text.toUpperCase();
}
