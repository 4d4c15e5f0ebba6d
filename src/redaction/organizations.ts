import {candidate, pattern, type Candidate, type Recognizer} from './candidate.js';
import {joinedToNext, type Document} from './document.js';
import {listMatches, looksNamed, type ListMatch} from './list-match.js';
import {commonWords} from './lists/common-words.js';
import {ambiguousOrganizations, organizations, organizationSuffixes} from './lists/organizations.js';

const names =
  "\\p{Lu}(?:[\\p{L}\\p{N}'’&-]|\\.(?=\\p{L})){0,25}(?: (?:(?:of|and|&|the|for) )?\\p{Lu}[\\p{L}\\p{N}'’&-]{0,25}){0,4}";
const business =
  '(?:store|shop|company|firm|business|retailer|supplier|manufacturer|brand|restaurant|chain|bank|agency|startup|start-up|hospital|clinic|university|charity|organi[sz]ation|airline|supermarket|multinational|provider|vendor|corporation|publisher|brewery|bakery|hotel|insurer|dealership|marketplace|nonprofit|non-profit)';

/** Companies and institutions that the sentence gives away: what they are, do, or employ. */
export const cuedOrganizations: readonly Recognizer[] = [
  pattern(
    'ORGANIZATION',
    new RegExp(
      `(?<=^|[.!?"“] |\\b(?:and|that|because|but|think|guess) )(?<it>${names})(?= (?:is|was) (?:an?|the|our|my) (?:[\\p{L}-]{1,20} ){0,4}${business}\\b)`,
      'dgu',
    ),
    {score: 0.85, accept: isName},
  ),
  pattern(
    'ORGANIZATION',
    new RegExp(
      `(?<=\\b(?:[Ww]ork(?:s|ed|ing)? (?:for|at)|[Ee]mployed (?:by|at)|job at|joined from|[Cc]ompany (?:called|named)|intern(?:ed|ing)? at|customer of|employee of|CEO of|founder of|manager at|director at|engineer at|(?:[Bb]ank|[Cc]ompany|[Ss]upplier|[Ii]nsurer|[Pp]rovider) is|[Cc]ompany,|[Ss]tud(?:y|ied|ying|ent) at|[Gg]raduated from|(?:flight|insurance|plan|contract|policy) with|employer is|laid off (?:from|by)|reached|calling from|behalf of|bought from|ordered from|insured (?:with|by)|invoice from|account (?:with|at)) (?:the )?)(?<it>${names})(?![\\p{L}])`,
      'dgu',
    ),
    {score: 0.7, accept: isName},
  ),
  pattern(
    'ORGANIZATION',
    /(?<!\p{L})(?:University|Bank|Museum|Ministry|Department|Institute|College|Church|Embassy) of (?:the )?\p{Lu}\p{L}{1,25}(?: \p{Lu}\p{L}{1,25}){0,2}/dgu,
    {score: 0.85},
  ),
];

function isName(match: string): boolean {
  return (
    !commonWords.has(match.toLowerCase()) && !/^(?:My|Our|Your|His|Her|Their|The|It|This|That|What|I)\b/.test(match)
  );
}

/** Well-known companies. */
export function* listedOrganizations(document: Document): Iterable<Candidate> {
  for (const match of listMatches(document, organizations)) {
    if (!ambiguousOrganizations.has(match.key) && isSpelledOut(document, match)) {
      yield candidate(match.start, match.end, 'ORGANIZATION', 0.75, 'list');
    }
  }
  for (const match of listMatches(document, ambiguousOrganizations)) {
    if (isSaidOfCompany(document, match)) yield candidate(match.start, match.end, 'ORGANIZATION', 0.65, 'list');
  }
}

function isSpelledOut(document: Document, match: ListMatch): boolean {
  if (/^ (?:number|no\b|card)/i.test(document.text.slice(match.end, match.end + 8))) return false;
  return looksNamed(document, match) || match.key.length > 5;
}

function isSaidOfCompany({tokens, text, casing}: Document, {first, start, end}: ListMatch): boolean {
  const token = tokens[first];
  if (!token?.capitalized || casing !== 'mixed') return false;
  const behind = text.slice(end, end + 20);
  if (!token.initial)
    return (
      !/\b(?:in|on|the|this|an?|my|your|his|her) $/i.test(text.slice(Math.max(0, start - 6), start)) &&
      !/^ (?:card|call|message|tree|pie|juice)/i.test(behind)
    );
  return /^ (?:is|was|has|says|said|charged|refused|announced|sent|froze|closed|owes|wants|hired|offers|sells)\b/.test(
    behind,
  );
}

/** Names that end in what they are: "Blue Heron Ltd", "Boston Children's Hospital". */
export function* suffixedOrganizations(document: Document): Iterable<Candidate> {
  const {tokens} = document;
  for (let last = 1; last < tokens.length; last++) {
    const token = tokens[last];
    if (!token?.capitalized || document.casing !== 'mixed' || !organizationSuffixes.has(token.lower)) continue;
    const first = firstOfName(document, last);
    const from = tokens[first];
    if (first < last && from) yield candidate(from.start, token.end, 'ORGANIZATION', 0.8, 'name');
  }
}

function firstOfName(document: Document, last: number): number {
  let first = last;
  while (first > 0 && last - first < 4 && isPartOfName(document, first - 1)) first--;
  return first;
}

function isPartOfName(document: Document, index: number): boolean {
  const {tokens, text} = document;
  const token = tokens[index];
  const next = tokens[index + 1];
  if (!token || !next) return false;
  const joined = joinedToNext(document, index) || /^(?:['’]s | & )$/.test(text.slice(token.end, next.start));
  return joined && token.capitalized && !(commonWords.has(token.lower) && token.initial);
}
