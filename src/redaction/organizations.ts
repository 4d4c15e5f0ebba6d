import {candidate, type Candidate} from './candidate.js';
import {chunksOf, isFunctionWord, isNeverName} from './chunks.js';
import {
  gapAfter,
  hitsFrom,
  hitsOver,
  joinedToNext,
  looksNamed,
  textBefore,
  textBehind,
  type Document,
  type Hit,
  type Token,
} from './document.js';
import {isKind, Kind} from './lists/lexicon.js';
import {legalForms, organizationSuffixes} from './lists/organizations.js';

/** Names that begin with a company's: "Siemens Healthineers". */
export function* prefixedOrganizations(document: Document): Iterable<Candidate> {
  for (const chunk of chunksOf(document)) {
    const hit = hitsFrom(document, chunk.first).find(({kinds}) => (kinds & Kind.organization) !== 0);
    const [from, to] = [document.tokens[chunk.first], document.tokens[chunk.last]];
    if (!hit || !from || !to || hit.last >= chunk.last || isKind(hit.key, Kind.given | Kind.family | Kind.city))
      continue;
    if (
      document.tokens
        .slice(hit.last + 1, chunk.last + 1)
        .some((word) => word.common && !organizationSuffixes.has(word.lower))
    )
      continue;
    yield candidate(from.start, to.end, 'ORGANIZATION', 0.78, 'name');
  }
}

const employers =
  /\b(?:work(?:s|ed|ing)? (?:for|at|with)|employed (?:by|at)|job (?:at|with)|from|at|with|by|via|on|to|through|for|called|the|using|my|and|or|customer of|account (?:with|at)|bank is|than|about) (?:the )?$/i;
const lowEmployers =
  /\b(?:work(?:s|ed|ing)? (?:for|at|with)|employed (?:by|at)|job (?:at|with)|calling from|bought (?:it )?(?:from|at)|ordered (?:it )?from|company called|my bank is|bank with|account (?:with|at)|insured (?:by|with)|shop at|flying with|flight with|invoice from|i'm with|driver for|nurse at|manager at|teacher at) (?:the )?$/i;

/** Well-known companies. */
export function* listedOrganizations(document: Document): Iterable<Candidate> {
  for (const hit of document.hits) {
    if ((hit.kinds & Kind.organization) !== 0 && isSpelledOut(document, hit)) {
      yield candidate(hit.start, hit.end, 'ORGANIZATION', hit.first < hit.last ? 0.85 : 0.8, 'list');
    } else if ((hit.kinds & Kind.brandOrWord) !== 0 && isSaidOfCompany(document, hit) && !isInside(document, hit)) {
      yield candidate(hit.start, hit.end, 'ORGANIZATION', 0.68, 'list');
    }
  }
}

/** "American Express" holds an "Express" that is not a shop. */
function isInside(document: Document, {first, last}: Hit): boolean {
  return hitsOver(document, {first, last}).some(
    (hit) => hit.last - hit.first > last - first && (hit.kinds & Kind.organization) !== 0,
  );
}

function isSpelledOut(document: Document, hit: Hit): boolean {
  const {text, casing, tokens} = document;
  const spelled = text.slice(hit.start, hit.end);
  const behind = textBehind(document, hit.end, 16);
  if (/^ (?:number|no\b|id\b|patient)/i.test(behind)) return false;
  if (
    /^(?:american express|mastercard|amex)$/.test(hit.key) &&
    (/^ (?:number|no\b|card|ending|is \d)/i.test(behind) || /\bmy $/i.test(textBefore(document, hit.start)))
  )
    return false;
  if (hit.key.length < 5 && hit.first === hit.last) {
    if (casing !== 'mixed')
      return (
        hit.key.length > 2 &&
        !tokens[hit.first]?.common &&
        (employers.test(textBefore(document, hit.start)) || hit.key.length > 3)
      );
    return (
      spelled !== spelled.toLowerCase() &&
      !(
        spelled !== spelled.toUpperCase() &&
        /^(?:who|un|eu|sec|dell|mit|usc|amd|aol)$/.test(hit.key) &&
        hit.key !== 'dell'
      )
    );
  }
  if (hit.first === hit.last && tokens[hit.first]?.common)
    return (
      (casing === 'mixed' && spelled !== spelled.toLowerCase() && tokens[hit.first]?.initial !== true) ||
      isSaidOfCompany(document, hit)
    );
  return looksNamed(document, hit) || hit.key.length > 5;
}

function isSaidOfCompany(document: Document, {first, last, start, end}: Hit): boolean {
  const token = document.tokens[first];
  const before = textBefore(document, start);
  if (document.casing === 'lower') return lowEmployers.test(before);
  if (!token?.capitalized || document.casing !== 'mixed') return false;
  const behind = textBehind(document, end, 24);
  if (joinedToNext(document, last) && document.tokens[last + 1]?.capitalized) return false;
  if (!token.initial) {
    return (
      !/\b(?:this|that|an?|his|her|in|dear|hi|mr|mrs|ms|dr|uncle|aunt)\.? $/i.test(before) &&
      !/^ (?:call|message|tree|pie|juice|link|meeting|notification|channel|update|menu|button|step|page|card|day|question)/i.test(
        behind,
      )
    );
  }
  return /^(?:['’]s (?:app|stock|website|policy|customer|support|ceo|shares|prices)| (?:is|was|has|says|said|charged|refused|announced|sent|froze|closed|owes|wants|hired|offers|sells|delivered|declined|blocked|raised|rejected|approved|acquired|laid|bought|cancelled|canceled)\b)/i.test(
    behind,
  );
}

const generic: ReadonlySet<string> = new Set(
  'call contact data shopping visitor city town community conference convention sports civic control command training customer account technical help client user human resources tech billing sales shipping returns privacy terms general premium service services support data security department team payment order product home page main new online mobile web personal business first second third social health care life credit debit savings checking travel gift member loyalty rewards local public private national international global internal external quality project program customers emergency primary regional student junior senior it hr legal finance marketing accounting operations compliance facilities engineering research design development front back night day summer winter spring christmas annual monthly weekly power gas water electric energy'.split(
    ' ',
  ),
);

/** Names that end in what they are: "Blue Heron Ltd", "Boston Children's Hospital". */
export function* suffixedOrganizations(document: Document): Iterable<Candidate> {
  const {tokens} = document;
  for (let last = 1; last < tokens.length && document.casing === 'mixed'; last++) {
    const token = tokens[last] as Token;
    if (!organizationSuffixes.has(token.lower) || !token.capitalized) continue;
    if (
      joinedToNext(document, last) &&
      organizationSuffixes.has(tokens[last + 1]?.lower ?? '') &&
      tokens[last + 1]?.capitalized
    )
      continue;
    const first = firstOfName(document, last);
    const from = tokens[first];
    if (first >= last || !from) continue;
    const words = tokens.slice(first, last);
    const legal = legalForms.has(token.lower);
    if (
      !legal &&
      words.every((word) => generic.has(word.lower) || (organizationSuffixes.has(word.lower) && word.common))
    )
      continue;
    const unusual = words.some((word) => !word.common);
    const cued = employers.test(textBefore(document, from.start));
    const score = legal ? 0.88 : unusual ? 0.82 : cued ? 0.74 : from.initial ? 0.5 : 0.68;
    if (!legal && words.length === 1 && isPersonWithTrade(document, words[0] as Token, token)) continue;
    yield candidate(from.start, token.end, 'ORGANIZATION', score, 'name');
  }
}

/** "Marcus Law" and "Jenny Farm" are people before they are companies. */
function isPersonWithTrade(document: Document, first: Token, suffix: Token): boolean {
  return (
    isKind(first.lower, Kind.given) &&
    !first.common &&
    isKind(suffix.lower, Kind.family) &&
    !isKind(first.lower, Kind.city) &&
    !/\b(?:at|for|from) $/.test(textBefore(document, first.start))
  );
}

function firstOfName(document: Document, last: number): number {
  let first = last;
  while (first > 0 && last - first < 6 && isPartOfName(document, first - 1)) first--;
  while (first < last && isLink(document.tokens[first] as Token)) first++;
  return first;
}

function isLink({lower}: Token): boolean {
  return /^(?:of|and|the|for|de)$/.test(lower);
}

function isPartOfName(document: Document, index: number): boolean {
  const {tokens} = document;
  const token = tokens[index];
  if (!token) return false;
  const gap = gapAfter(document, index);
  const joined =
    joinedToNext(document, index) ||
    /^(?:['’]s | & |['’] |, (?=Inc|LLC|Ltd))$/.test(gap) ||
    (gap === ', ' && legalForms.has(tokens[index + 1]?.lower ?? ''));
  if (!joined) return false;
  if (
    token.lower === 'of' &&
    !/^(?:university|bank|institute|college|museum|ministry|department|church|house|academy|school|board|council|friends|sons|society|hospital|royal|order|office)$/.test(
      tokens[index - 1]?.lower ?? '',
    )
  )
    return false;
  if (/^(?:and|of|&)$/.test(token.lower))
    return (
      index > 0 &&
      tokens[index - 1]?.capitalized === true &&
      joinedToNext(document, index - 1) &&
      !(tokens[index - 1]?.initial && tokens[index - 1]?.common)
    );
  return token.capitalized && !isNeverName(token) && !(token.initial && verbs.has(token.lower));
}

const verbs: ReadonlySet<string> = new Set(
  'email transfer visit join book order buy sell open close cancel change update confirm send contact call ask use add remove find keep bring look using'.split(
    ' ',
  ),
);

/** Employers and shops where capitals tell nothing: unusual words after "work at", up to what such names end in. */
export function* uncasedOrganizations(document: Document): Iterable<Candidate> {
  if (document.casing === 'mixed') return;
  const {tokens} = document;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (isFunctionWord(token.lower) || !lowEmployers.test(textBefore(document, token.start))) continue;
    let last = index;
    while (
      last - index < 3 &&
      joinedToNext(document, last) &&
      continuesOrganization(tokens[last + 1] as Token, tokens[last] as Token)
    )
      last++;
    const words = tokens.slice(index, last + 1);
    const suffixed = last > index && organizationSuffixes.has((tokens[last] as Token).lower);
    if (!suffixed && words.every((word) => word.common)) continue;
    if (!suffixed && isKind(token.lower, Kind.city | Kind.country | Kind.state)) continue;
    yield candidate(token.start, (tokens[last] as Token).end, 'ORGANIZATION', 0.72, 'context');
    index = last;
  }
}

function continuesOrganization(next: Token, current: Token): boolean {
  if (isFunctionWord(next.lower)) return false;
  return organizationSuffixes.has(next.lower) || (!next.common && !organizationSuffixes.has(current.lower));
}
