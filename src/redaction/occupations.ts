import {candidate, type Candidate} from './candidate.js';
import {latin} from './latin.js';
import {isFunctionWord} from './chunks.js';
import {gapAfter, textBefore, textBehind, type Document, type Hit, type Token} from './document.js';
import {isKind, Kind} from './lists/lexicon.js';
import {notOccupations, roleHeads} from './lists/occupations.js';
import {isRoleShaped} from './roles.js';

const adjectives =
  '(?:(?:new|former|retired|senior|junior|freelance|part-time|full-time|licensed|certified|professional|trained|qualified|good|great|head|chief|lead|very|self-employed|practicing|aspiring|struggling|amateur|independent|newly qualified|assistant|deputy|interim|acting|current|old|next|young|local|successful|published|registered|experienced|simple|humble|world-class|famous|semi-retired|volunteer|apprentice|fellow|full time|part time|regional|global|night|staff|second-generation|certified public|mere|bit of an?|kind of an?) ){0,3}';
/** Words that say a role of somebody, whatever the role: "works as a". */
const surely = latin(
  new RegExp(
    `\\b(?:(?:work(?:s|ed|ing)?|job|jobs|career|position|employed|hired|trained|training|retrain(?:ed|ing)?|train(?:s)?|started|starting|qualified|retired|serve[sd]?|serving|moonlight(?:s|ed|ing)?|freelanc(?:e|es|ed|ing)|promoted to|promoted|appointed|elected|gig|shift|living|role|days|years|experience|joining us|joins us|join(?:ed|ing|s)?(?: (?:us|our team|the team|them|the company))?(?: next week| last year| last month)?|(?:[A-Z]\\p{Ll}+ )?(?:starts|began|begins|quit|left)(?: work| my job| his job| her job)?|laid off) as|profession(?: is|:)|occupation(?: is| was|:)|job title(?: is|:)|title is|by trade,?|trade is|job (?:is|was)|for a living,? (?:i'm|he's|she's)|dream job is|aspires to be(?:come)?|wants to be(?:come)?|wanted to be(?:come)?|studying to be(?:come)?|training to be(?:come)?|going to be|promoted (?:me |him |her |them )?to|became|become[s]?|becoming|turned|used to be|being) (?:an?|the|our|my|their|his|her|its)? ?${adjectives}$`,
    'iu',
  ),
);
/** Words that say what somebody is, a role or something else. */
const perhaps = latin(
  new RegExp(
    `(?:\\b(?:is|was|am|are|were|be|been|I['’]m|I am|(?:he|she|who|that|dad|mom|mum|wife|husband|brother|sister|son|daughter|father|mother|uncle|aunt|partner|boyfriend|girlfriend|friend|cousin|roommate|neighbor|neighbour|boss)['’]s|you['’]re|they['’]re|we['’]re) (?:actually |also |now |still |currently |just |both |only |not |basically |already )?(?:an?|the|our|my|their|his|her|one of our|one of the) ${adjectives}|\\bas (?:our |their |the |my |her |his |its |an? )?${adjectives}|\\b(?:from|between|with|by|both|and|or|not) (?:an? )(?:retired |former |licensed |certified )|\\b(?:need|found|met|see|saw|want|wants|wanted|looking for|seeking|recruiting|became|hired|hire|hiring|married|marry|consulted|employ|employs|engaged|dated|dating|marrying|of) (?:an?|our|another) ${adjectives}|-year-old |years? old |\\b(?:retired|former|freelance|self-employed|ex-|fellow|aspiring|unemployed|licensed|licenced) |\\b(?:two|three|four|five|six|several|many|both|as|are|were|we're|they're|hire|hired|hiring) |^)$`,
    'iu',
  ),
);
/** "My mother a seamstress", "Ms Carpenter a baker": the verb is left out. */
const elliptic = latin(
  /(?:\b(?:mother|father|mom|mum|dad|wife|husband|brother|sister|son|daughter|uncle|aunt|partner)|(?:Mr|Mrs|Ms|Dr)\.? \p{Lu}\p{Ll}+|, \p{Lu}\p{Ll}+) an? $/u,
);
/** Doctors and helpers that are somebody's own. */
const own = /\b(?:my|his|her|our) $/i;
const everyday =
  /^(?:agent|driver|technician|doctor|manager|customer|team|boss|teacher|nurse|guide|vet|dentist|lawyer|partner|supervisor|owner|assistant|trainer|contractor|landlord|banker|broker|coach|provider|server|operator|courier|captain|host|model|editor|author|guard|lead|leader|minister|director|principal|secretary|representative|rep|executive|intern|associate|buyer|tester|administrator|admin|controller|mechanic|plumber|electrician|therapist|gp|physician|accountant|pharmacist|tutor|nanny|hairdresser)s?$/;
/** A line of its own below a name, as in signatures. */
const apposed = latin(
  /(?:\p{L}|\d|\)), (?:the |an? |our |my |their |his |her |a former |former |retired |a retired )?$/iu,
);
const afterApposed = /^(?:,|\.|$|;|!|\?| (?:at|for|from|with|in|of|by|and|who|since|on)\b)/;
const beforeName = latin(/^(?:,? \p{Lu}\p{Ll}+| (?:is|was) (?:called|named) \p{Lu})/u);
const roleTitle = /\b(?:the|our|their|your|my|his|her|a|new|former|old) $/i;
const executive =
  /^(?:ceo|cfo|cto|coo|cmo|cio|ciso|general counsel|managing director|vice president|chief [a-z]+ officer|chief executive|head of [a-z]+|vp of [a-z]+|chief of staff|managing partner|treasurer|chairman|chairwoman|scrum master|product owner|headmaster|headmistress)$/;

/** Roles of the lists, with what stands before them, where they are said of a person. */
export function* listedOccupations(document: Document): Iterable<Candidate> {
  for (const hit of document.hits) {
    if ((hit.kinds & Kind.occupation) === 0 && !isHead(document, hit)) continue;
    const {start, end, key} = widened(document, hit);
    const score = scoreOf(document, start, end, key);
    if (score > 0) yield candidate(start, endOf(document, hit, end), 'OCCUPATION', score, 'list');
  }
  yield* headed(document);
}

function isHead(document: Document, {first, last, key}: Hit): boolean {
  return first === last && roleHeads.has(key) && document.tokens[first] !== undefined;
}

/** "head of marketing", "professor of physics": what a role is for belongs to it. */
function endOf({text}: Document, {key}: Pick<Hit, 'key'>, end: number): number {
  if (
    !/(?:head|director|vp|president|chief|professor|dean|manager|chair|minister|secretary|teacher|doctor|superintendent|commissioner|lecturer|captain)$/.test(
      key,
    )
  )
    return end;
  const more =
    /^ of (?:the )?(?:\p{Ll}[\p{L}&-]{1,20})(?: (?:and|&) \p{L}{2,20}| (?:engineering|development|success|operations|relations|sciences?|studies|resources|affairs|marketing|sales|history|education|experience|service|literature|biology|physics|chemistry|health|state|security|management|design))?/u.exec(
      text.slice(end, end + 50),
    )?.[0];
  return more === undefined ||
    /^ of (?:the )?(?:my|our|his|her|their|two|three|a|an|this|it|all|color|colour|age)\b/i.test(more)
    ? end
    : end + more.length;
}

/** The role with the words that narrow it: "pediatric" of "pediatric nurse". */
function widened(
  document: Document,
  {first, start, end, key}: Pick<Hit, 'first' | 'start' | 'end' | 'key'>,
): Pick<Hit, 'start' | 'end' | 'key'> {
  let from = first;
  while (from > 0 && first - from < 3 && narrows(document, from - 1)) from--;
  return {start: document.tokens[from]?.start ?? start, end, key};
}

const loose: ReadonlySet<string> = new Set(
  'new former retired good great very part-time full-time part full time old young local successful famous next current best worst only own first second other same different certain lovely nice real experienced professional qualified trained excellent brilliant amazing wonderful terrible hard-working busy rude friendly helpful kind smart talented single married divorced male female aspiring struggling unemployed fellow happy proud big little poor rich tall short two three four five several many few some any every licensed published self-employed long-time longtime favorite favourite dedicated mere simple responsible hired named called wonderful year-old worked nice trusted regular previous'.split(
    ' ',
  ),
);

function narrows(document: Document, index: number): boolean {
  const token = document.tokens[index];
  if (!token || !/^(?: |-|\/)$/.test(gapAfter(document, index)) || /^\d/.test(token.text)) return false;
  if (isFunctionWord(token.lower) || loose.has(token.lower) || token.text.length < 2) return false;
  if (isKind(token.lower, Kind.given | Kind.family) && token.capitalized && !token.common) return false;
  if (
    isKind(
      token.lower,
      Kind.origin | Kind.religion | Kind.marital | Kind.politics | Kind.cuedGender | Kind.country | Kind.city,
    ) &&
    !/^(?:marine|orange)$/.test(token.lower)
  )
    return false;
  if (isKind(token.lower, Kind.organization) && token.capitalized) return false;
  return (
    !/(?:ed|ly)$/.test(token.lower) ||
    /^(?:licensed|certified|registered|assembly|family|early|embedded|distributed)$/.test(token.lower)
  );
}

function scoreOf(document: Document, start: number, end: number, key: string): number {
  const before = textBefore(document, start, 90);
  const behind = textBehind(document, end, 24);
  if (
    /^(?:-| (?:appointment|appointments|office|shop|visit|model|number|call|called me back|program|software|app|school|training|degree|course|fees?|certificate|license|licence|test|exam|kit|hotline|line|portal|account|console|mode|panel|page|role|permission|rights)\b)/i.test(
      behind,
    ) &&
    !/^-in-/.test(behind) &&
    !(surely.test(before) && /^-/.test(behind) === false)
  )
    return 0;
  if (surely.test(before)) return 0.88;
  if (perhaps.test(before) && before !== '') return 0.82;
  if (apposed.test(before)) return afterApposed.test(behind) && !/\b(?:and|or|but) $/i.test(before) ? 0.72 : 0;
  if (elliptic.test(before)) return 0.72;
  if (isLine(document, start, end)) return 0.7;
  if (
    own.test(before) &&
    !everyday.test(key) &&
    /(?:ologist|iatrist|iatrician|ician|ist|surgeon|attorney|solicitor|midwife|oncologist|chiropractor|podiatrist)$/.test(
      key,
    )
  )
    return 0.64;
  if (executive.test(key)) return roleTitle.test(before) || before === '' ? 0.76 : 0.6;
  if (/\b(?:our|their) $/i.test(before) && !everyday.test(key)) return 0.62;
  return roleTitle.test(before) && beforeName.test(behind) && key.length > 3 ? 0.66 : 0;
}

/** A role on a line of its own, below the line with a name. */
function isLine({text}: Document, start: number, end: number): boolean {
  return (
    start > 0 &&
    /\p{Lu}\p{L}{1,30}\n$/u.test(text.slice(Math.max(0, start - 30), start)) &&
    /^(?:\n|$|,)/.test(text.slice(end, end + 1)) &&
    /\p{Lu}/u.test(text[start] ?? '')
  );
}

/** Roles that no list has, by their last word: "wind farm inspector". */
function* headed(document: Document): Iterable<Candidate> {
  const {tokens} = document;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const known = isKind(token.lower, Kind.occupation);
    if (known) continue;
    const shaped = isRoleShaped(token.lower);
    const {start, end, key} = widened(document, {first: index, start: token.start, end: token.end, key: token.lower});
    const before = textBefore(document, start, 90);
    if (shaped && !notOccupations.has(token.lower)) {
      const score = scoreOf(document, start, end, key);
      if (score > 0) yield candidate(start, endOf(document, {key}, end), 'OCCUPATION', score - 0.04, 'shape');
    } else if (shaped && start < token.start) {
      const score = scoreOf(document, start, end, key);
      if (score > 0.7) yield candidate(start, end, 'OCCUPATION', score - 0.06, 'shape');
    } else if (
      firm.test(before) &&
      !isFunctionWord(token.lower) &&
      endsPhrase(document, index) &&
      !/ing$/.test(token.lower)
    ) {
      yield candidate(start, end, 'OCCUPATION', 0.74, 'context');
    }
  }
}

/** Only a role can follow these. */
const firm =
  /\b(?:work(?:s|ed|ing)?|employed|hired|trained|retrained|qualified|freelanc(?:es?|ed|ing)|moonlight(?:s|ed|ing)?|job|jobs|career) as (?:an? |the |our |their )?$|\b(?:occupation|profession|job title)(?: is|:) (?:an? )?$|\b(?:i'm|i am|he's|she's) (?:an? )(?=\S+ by (?:trade|profession|training))$/i;

function endsPhrase(document: Document, index: number): boolean {
  const {text} = document;
  const token = document.tokens[index] as Token;
  return /^(?:$|[.,;!?)]| (?:at|for|in|with|on|and|but|since|by|from|until|near|who|there|here|now|so|because|to|part-time|full-time|during|before|after|these|while|when)\b)/i.test(
    text.slice(token.end, token.end + 14),
  );
}
