import {candidate, pattern, type Candidate, type Recognizer} from './candidate.js';
import {chunksOf, isFunctionWord, isNeverName, isProduct} from './chunks.js';
import {gapAfter, joinedToNext, looksNamed, textBefore, textBehind, type Document, type Hit, type Token} from './document.js';
import {isCommonWord} from './lists/common-words.js';
import {isKind, Kind} from './lists/lexicon.js';
import {legalForms, organizationSuffixes} from './lists/organizations.js';

const part = "\\p{Lu}(?:[\\p{L}\\p{N}'’&-]|\\.(?=\\p{L})){0,25}";
const names = `${part}(?: (?:(?:of|and|&|\\+|the|for|de|du|della) ){0,2}${part}){0,4}`;
const business =
  '(?:store|shop|company|firm|business|retailer|supplier|manufacturer|brand|restaurant|chain|bank|agency|startup|start-up|hospital|clinic|university|college|school|charity|organi[sz]ation|airline|supermarket|multinational|provider|vendor|corporation|publisher|brewery|bakery|hotel|insurer|dealership|marketplace|nonprofit|non-profit|consultancy|pharmacy|gym|salon|café|cafe|carrier|operator|contractor|employer|competitor|subsidiary|conglomerate|cooperative|wholesaler|distributor|maker|studio|fintech|law firm|credit union|foundation|NGO|lender|broker|franchise|nursery|museum)';

const employed =
  "[Ww]ork(?:s|ed|ing)? (?:part-time |full-time |remotely |there )?(?:for|at|with)|[Ee]mployed (?:by|at|with)|[Jj]obs? (?:at|with)|[Pp]osition (?:at|with)|[Oo]ffer from|[Jj]oin(?:s|ed|ing)? from|[Cc]ompany (?:called|named|is)|(?:firm|startup|shop|store|agency|charity|bank|school|clinic|hospital|business|brand|place|supplier|restaurant|studio|organi[sz]ation) (?:called|named)|[Ii]ntern(?:s|ed|ing|ship)? (?:at|with)|(?:customers?|employees?|clients?|subsidiary|division|shareholders?|owner|president|director|chairman|head|members?) of|(?:CEO|CFO|CTO|COO|CMO|VP|founder|co-founder|owner|partner|boss|president|director|manager|engineer|developer|analyst|nurse|teacher|professor|consultant|lawyer|accountant|assistant|supervisor|cashier|barista|driver|technician|designer|scientist|researcher|rep|representative|buyer|counsel|internship|apprentice|trainee|colleagues?|team|recruiter|recruiters|guy|lady|agent|people|folks|someone|contact|counterpart|treasurer|surgeon|doctor|physician|welder|chef|executive) (?:at|for|from|with)|(?:[Bb]ank|[Cc]ompany|[Ss]upplier|[Ii]nsurer|[Pp]rovider|[Cc]arrier|[Vv]endor|[Cc]ompetitor|[Ee]mployer|[Pp]harmacy|[Ll]ender|[Ll]andlord|[Ss]chool|[Uu]niversity) (?:is|was|are|will be)|[Cc]ompany,|[Ss]tud(?:y|ies|ied|ying|ent) at|[Gg]raduat(?:ed?|ing) from|[Dd]egree (?:from|at)|(?:flight|insurance|insured|plan|contract|policy|accounts?|mortgage|loan|card|booking|reservation|deal|partnership|pension|savings|credit line|appointment|interview|meeting|call|invoice|refund|order|package|parcel|letter|bill|statement|cheque|check|quote|email|gift card|merger|lawsuit) (?:came |is |was |arrived )?(?:with|from|at|against)|laid off (?:from|by)|fired (?:from|by)|[Cc]all(?:ing)? (?:from|on behalf of)|on behalf of|(?:[Bb]ought|[Oo]rdered|[Pp]urchased|[Rr]ented|[Ll]eased|[Bb]orrowed|[Dd]elivered|[Ss]hipped|[Ii]nstalled|[Rr]epaired|[Tt]reated|[Hh]ospitali[sz]ed|[Aa]dmitted|[Oo]perated on|[Ii]nsured|[Rr]epresented|[Ff]inanced|[Aa]udited|[Ss]ponsored|[Aa]cquired|[Rr]un|[Oo]wned|[Pp]ublished|[Ff]unded|[Hh]osted|[Mm]anufactured|[Dd]eveloped|[Bb]illed|[Ch]arged) (?:it |them |this |one )?(?:from|by|with|at|to|through)|(?:[Tt]hank you for|[Tt]hanks for) (?:calling|contacting|choosing|shopping (?:at|with)|visiting)|[Yy]ou(?:'ve|’ve| have) reached|[Rr]eached|[Ww]elcome to|[Ss]witch(?:ed|ing)? (?:from|to)|[Tt]ransfer(?:red)? (?:from|to)|[Ii]nvest(?:ed|ing)? in|[Ss]hares (?:in|of)|[Ss]tock (?:in|of)|[Vv]olunteers? (?:at|for|with)|[Ss]ued?|[Aa]cquir(?:es?|ed|ing)|[Mm]erged with|[Pp]artnered with|[Ss]old to|[Bb]ank(?:s|ed|ing)? (?:with|at)|[Ss]hop(?:s|ped|ping)? at|interviewed (?:at|with|by)|applied (?:to|at|for a job at)|quit|via|left my job at";
const from = "(?:[A-Z]\\p{Ll}+|\\b[Ii]|here|agent|someone) (?:here |calling |is |was |are )?from";

/** Companies and institutions that the sentence gives away: what they are, do, or employ. */
export const cuedOrganizations: readonly Recognizer[] = [
  pattern(
    'ORGANIZATION',
    new RegExp(
      `(?<=^|[.!?"“] |\\b(?:and|that|because|but|think|guess) )(?<it>${names})(?=,? (?:is|was) (?:an?|the|our|my|one of the) (?:[\\p{L}-]{1,20} ){0,5}${business}\\b)`,
      'dgu',
    ),
    {score: 0.86, accept: isName},
  ),
  pattern('ORGANIZATION', new RegExp(`(?<=\\b(?:${employed}) (?:the )?)(?<it>${names})(?![\\p{L}])`, 'dgu'), {
    score: 0.72,
    accept: isName,
  }),
  pattern('ORGANIZATION', new RegExp(`(?<=\\b${from} )(?<it>${names})(?![\\p{L}])(?= |[.,!?]|$)`, 'dgu'), {
    score: 0.6,
    accept: (match, document, start) =>
      isName(match) &&
      !isPlaceOrTime(match) &&
      /(?:\p{Lu}\p{Ll}+ (?:here |calling )?|here |calling |agent |someone |\p{Lu}\p{Ll}+ is )from $/u.test(textBefore(document, start)) &&
      !/\b(?:I'm|I am|is originally) from $/.test(textBefore(document, start)),
  }),
  pattern(
    'ORGANIZATION',
    /(?<!\p{L})(?:University|Universidad|Università|Université|Bank|Museum|Ministry|Department|Institute|College|Church|Embassy|Bureau|Office|Board|Chamber|Academy|School|Royal Bank|House|Order|Archdiocese|Diocese|Federation|Consulate|Society|Hospital|Friends|City|Town|State) of (?:the )?\p{Lu}\p{L}{1,25}(?:(?: (?:and|&|of|de|at))? \p{Lu}\p{L}{1,25}){0,3}/dgu,
    {score: 0.85, accept: (match) => !/^(?:City|Town|State|House|Order|Office|Friends|School) of \p{Lu}\p{L}+$/u.test(match) || /^(?:City|Town|State) of /.test(match) === false && /Commons|Lords|Representatives|Management|Medicine|Law|Business/.test(match)},
  ),
  pattern(
    'ORGANIZATION',
    new RegExp(`(?<!\\p{L})(?<it>${part}(?: ${part}){0,3})(?= (?:employees?|staff|headquarters|HQ|shareholders|executives|customer (?:service|care|support)|recruiters?|representatives?|spokes(?:person|man|woman)|subsidiary|franchise|stock|shares|loyalty card|store card|gift card|rewards|account manager|driver|courier)\\b)`, 'dgu'),
    {score: 0.66, accept: isUnusualName},
  ),
  // What only companies do.
  pattern(
    'ORGANIZATION',
    new RegExp(`(?<!\\p{L})(?<it>${part}(?: ${part}){0,3})(?= (?:went (?:bankrupt|public|under)|is hiring|are hiring|recalled|announced|launched|acquired|merged|outbid|filed for|refunded|charges? (?:me|us|a|too)|charged (?:me|us|my)|delivers|ships|sells|stocks|declined my|rejected my|raised (?:its|their|my)|laid off|froze my|cancelled my flight|canceled my flight|lost my (?:parcel|package|luggage|order)|closed (?:its|their)|bought (?:us|them)|wants to (?:acquire|renew)|owes us|cut off (?:my|our|the)|keeps charging|overcharged|won't refund|doesn't deliver|shut down|signed (?:the|for|a|with)|shares|stock)\\b)`, 'dgu'),
    {score: 0.82, accept: isUnknownName},
  ),
  pattern(
    'ORGANIZATION',
    new RegExp(`(?<=\\b(?:[Ww]ork(?:s|ed|ing)?|[Ee]mployed|job|position|hired|started|intern(?:s|ed)?|drives?|drove|plays?|played|consults?|freelances?) (?:as [^.,!?\\n]{2,40} )?(?:for|at|with) (?:the )?)(?<it>${names})(?![\\p{L}])`, 'dgu'),
    {score: 0.72, accept: isName},
  ),
  // Shops and places of work that nobody would take for a town.
  pattern('ORGANIZATION', new RegExp(`(?<=\\b(?:at|@) (?:the )?)(?<it>${names})(?![\\p{L}]|['’]s (?:house|place|office|desk))`, 'dgu'), {score: 0.6, accept: isUnknownName}),
];

/** Names that begin with a company's: "Siemens Healthineers". */
export function* prefixedOrganizations(document: Document): Iterable<Candidate> {
  for (const chunk of chunksOf(document)) {
    const hit = document.hits.find((each) => each.first === chunk.first && (each.kinds & Kind.organization) !== 0);
    const [from, to] = [document.tokens[chunk.first], document.tokens[chunk.last]];
    if (!hit || !from || !to || hit.last >= chunk.last || isKind(hit.key, Kind.given | Kind.family | Kind.city)) continue;
    if (document.tokens.slice(hit.last + 1, chunk.last + 1).some((word) => word.common && !organizationSuffixes.has(word.lower))) continue;
    yield candidate(from.start, to.end, 'ORGANIZATION', 0.78, 'name');
  }
}

function isUnknownName(match: string): boolean {
  return isUnusualName(match) && !isPlaceOrTime(match);
}

function isName(match: string): boolean {
  const first = /^[^ ]+/.exec(match)?.[0].toLowerCase() ?? '';
  if (/^(?:My|Our|Your|His|Her|Their|The|It|This|That|What|I|You|We|They|He|She|There|Mr|Mrs|Ms|Miss|Dr|Mr\.|Q\d)\b/.test(match)) return false;
  if (isPlaceOrTime(match)) return false;
  if (match.split(' ').length === 1 && isKind(first, Kind.given) && !isKind(first, Kind.organization | Kind.brandOrWord) && !isCommonWord(first)) return false;
  if (match.split(' ').length === 2 && isKind(first, Kind.given) && isKind(match.toLowerCase().split(' ')[1] ?? '', Kind.family)) return false;
  return !/^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|english|french|spanish|german|hr|it|pr|sales|marketing|finance|legal|support|wifi|wi-fi|internet|god|chrome|safari|firefox|excel|word|python|java|home|pdf|csv|ssn|mrn|id|vin|atm|sms|dr|st|covid|mri|ct)$/.test(first);
}

function isPlaceOrTime(match: string): boolean {
  const key = match.toLowerCase();
  return isKind(key, Kind.city | Kind.country | Kind.state | Kind.landmark | Kind.language | Kind.origin | Kind.event | Kind.drug) && !isKind(key, Kind.organization | Kind.brandOrWord);
}

function isUnusualName(match: string): boolean {
  const words = match.toLowerCase().split(' ');
  return isName(match) && words.some((word) => !isCommonWord(word) && !isKind(word, Kind.given)) && !words.some((word) => isFunctionWord(word)) && !isProduct({lower: words[0] ?? ''} as Token);
}

const employers = /\b(?:work(?:s|ed|ing)? (?:for|at|with)|employed (?:by|at)|job (?:at|with)|from|at|with|by|via|on|to|through|for|called|the|using|my|and|or|customer of|account (?:with|at)|bank is|than|about) (?:the )?$/i;
const lowEmployers = /\b(?:work(?:s|ed|ing)? (?:for|at|with)|employed (?:by|at)|job (?:at|with)|calling from|bought (?:it )?(?:from|at)|ordered (?:it )?from|company called|my bank is|bank with|account (?:with|at)|insured (?:by|with)|shop at|flying with|flight with|invoice from|i'm with|driver for|nurse at|manager at|teacher at) (?:the )?$/i;

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
function isInside({hits}: Document, {first, last}: Hit): boolean {
  return hits.some((hit) => hit.first <= first && hit.last >= last && hit.last - hit.first > last - first && (hit.kinds & Kind.organization) !== 0);
}

function isSpelledOut(document: Document, hit: Hit): boolean {
  const {text, casing, tokens} = document;
  const spelled = text.slice(hit.start, hit.end);
  const behind = textBehind(document, hit.end, 16);
  if (/^ (?:number|no\b|id\b|patient)/i.test(behind)) return false;
  if (/^(?:american express|mastercard|amex)$/.test(hit.key) && (/^ (?:number|no\b|card|ending|is \d)/i.test(behind) || /\bmy $/i.test(textBefore(document, hit.start)))) return false;
  if (hit.key.length < 5 && hit.first === hit.last) {
    if (casing !== 'mixed') return hit.key.length > 2 && !tokens[hit.first]?.common && (employers.test(textBefore(document, hit.start)) || hit.key.length > 3);
    return spelled !== spelled.toLowerCase() && !(spelled !== spelled.toUpperCase() && /^(?:who|un|eu|sec|dell|mit|usc|amd|aol)$/.test(hit.key) && hit.key !== 'dell');
  }
  if (hit.first === hit.last && tokens[hit.first]?.common) return casing === 'mixed' && spelled !== spelled.toLowerCase() && tokens[hit.first]?.initial !== true || isSaidOfCompany(document, hit);
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
      !/^ (?:call|message|tree|pie|juice|link|meeting|notification|channel|update|menu|button|step|page|card|day|question)/i.test(behind)
    );
  }
  return /^(?:['’]s (?:app|stock|website|policy|customer|support|ceo|shares|prices)| (?:is|was|has|says|said|charged|refused|announced|sent|froze|closed|owes|wants|hired|offers|sells|delivered|declined|blocked|raised|rejected|approved|acquired|laid|bought|cancelled|canceled)\b)/i.test(behind);
}

const generic: ReadonlySet<string> = new Set(
  'customer account technical help client user human resources tech billing sales shipping returns privacy terms general premium service services support data security department team payment order product home page main new online mobile web personal business first second third social health care life credit debit savings checking travel gift member loyalty rewards local public private national international global internal external quality project program customers emergency primary regional student junior senior it hr legal finance marketing accounting operations compliance facilities engineering research design development front back night day summer winter spring christmas annual monthly weekly power gas water electric energy'.split(
    ' ',
  ),
);

/** Names that end in what they are: "Blue Heron Ltd", "Boston Children's Hospital". */
export function* suffixedOrganizations(document: Document): Iterable<Candidate> {
  const {tokens, casing} = document;
  for (let last = 1; last < tokens.length; last++) {
    const token = tokens[last] as Token;
    if (!organizationSuffixes.has(token.lower) || !(token.capitalized || casing === 'lower')) continue;
    if (casing === 'lower' ? !isEmployerBehind(document, last) : casing !== 'mixed') continue;
    if (casing === 'lower') continue;
    if (joinedToNext(document, last) && organizationSuffixes.has(tokens[last + 1]?.lower ?? '') && tokens[last + 1]?.capitalized) continue;
    const first = firstOfName(document, last);
    const from = tokens[first];
    if (first >= last || !from) continue;
    const words = tokens.slice(first, last);
    const legal = legalForms.has(token.lower);
    if (!legal && words.every((word) => generic.has(word.lower) || organizationSuffixes.has(word.lower) && word.common)) continue;
    const unusual = words.some((word) => !word.common);
    const cued = employers.test(textBefore(document, from.start));
    const score = legal ? 0.88 : unusual ? 0.82 : cued ? 0.74 : from.initial ? 0.5 : 0.68;
    if (!legal && words.length === 1 && isPersonWithTrade(document, words[0] as Token, token)) continue;
    yield candidate(from.start, endOf(document, token), 'ORGANIZATION', score, 'name');
  }
}

/** "Marcus Law" and "Jenny Farm" are people before they are companies. */
function isPersonWithTrade(document: Document, first: Token, suffix: Token): boolean {
  return isKind(first.lower, Kind.given) && !first.common && isKind(suffix.lower, Kind.family) && !isKind(first.lower, Kind.city) && !/\b(?:at|for|from) $/.test(textBefore(document, first.start));
}

function endOf({text}: Document, token: Token): number {
  return legalForms.has(token.lower) && text[token.end] === '.' && token.text.length < 5 && /^(?:Inc|Ltd|Co|Corp)$/.test(token.text) && / /.test(text[token.end + 1] ?? '') ? token.end : token.end;
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
  const joined = joinedToNext(document, index) || /^(?:['’]s | & |['’] |, (?=Inc|LLC|Ltd))$/.test(gap) || (gap === ', ' && legalForms.has(tokens[index + 1]?.lower ?? ''));
  if (!joined) return false;
  if (token.lower === 'of' && !/^(?:university|bank|institute|college|museum|ministry|department|church|house|academy|school|board|council|friends|sons|society|hospital|royal|order|office)$/.test(tokens[index - 1]?.lower ?? '')) return false;
  if (/^(?:and|of|&)$/.test(token.lower)) return index > 0 && tokens[index - 1]?.capitalized === true && joinedToNext(document, index - 1) && !(tokens[index - 1]?.initial && tokens[index - 1]?.common);
  if (!token.capitalized || /^\d/.test(token.text)) return /^\d{1,4}$/.test(token.text) && false;
  if (isNeverName(token)) return false;
  return !(token.initial && verbs.has(token.lower));
}

function isEmployerBehind(document: Document, last: number): boolean {
  return last > 0 && document.casing === 'lower';
}

const verbs: ReadonlySet<string> = new Set(
  'email transfer visit join book order buy sell open close cancel change update confirm send contact call ask use add remove find keep bring look using'.split(' '),
);

/** Employers and shops where capitals tell nothing: unusual words after "work at", up to what such names end in. */
export function* uncasedOrganizations(document: Document): Iterable<Candidate> {
  if (document.casing === 'mixed') return;
  const {tokens} = document;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (isFunctionWord(token.lower) || !lowEmployers.test(textBefore(document, token.start))) continue;
    let last = index;
    while (last - index < 3 && joinedToNext(document, last) && continuesOrganization(tokens[last + 1] as Token, tokens[last] as Token)) last++;
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
