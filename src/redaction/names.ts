import {candidate, type Candidate} from './candidate.js';
import {latin} from './latin.js';
import {chunksOf, isAcronym, isAmbiguous, isProduct, type Chunk} from './chunks.js';
import {gapAfter, hitsOver, joinedToNext, textBefore, textBehind, type Document, type Token} from './document.js';
import {isKind, Kind} from './lists/lexicon.js';
import {organizationSuffixes} from './lists/organizations.js';
import {isStreetOrSight} from './places.js';

/** "Mr." and its like: what follows is a name, whatever it looks like. */
export const honorific = latin(
  /(?<!\p{L})(?:mr|mrs|ms|miss|mx|dr|prof|sir|madam|professor|doctor|judge|senator|officer|captain|sergeant|reverend|rev|father|sister|uncle|aunt|auntie|señor|señora|herr|frau|monsieur|madame|nurse|coach|detective|lady|lord|grandma|grandpa)\.? $/iu,
);

/** The words right before a name that leave no doubt. */
const named = latin(
  /\b(?:names?(?:['’]s| is| was|:| on (?:it|the account|file) is| as| to|,)(?: (?:actually|now|really))?|named|(?:last|first|given|middle|family|maiden|full|second|birth|legal) name (?:is |was |of )?|goes by|known as|called me|calls? me|under the name(?: of)?|name of|surname(?: is|:)?|patient(?: name)?:|customer(?: name)?:|caller:|attn:?|nickname is|née|yours truly,?) ["“]?$/iu,
);

const relation =
  'colleagues?|coworker|co-worker|husband|wife|sons?|daughters?|kids?|child|children|baby|brothers?|sisters?|twins?|friends?|boss|manager|neighbou?rs?|cousins?|nephews?|nieces?|fiancée?|girlfriend|boyfriend|partner|mother|father|mom|mum|dad|grandmother|grandfather|grandson|granddaughter|stepson|stepdaughter|stepfather|stepmother|in-law|assistant|attorney|lawyer|dentist|landlady|accountant|teacher|supervisor|hire|client|patient|tenant|landlord|roommate|flatmate|holder|contact|beneficiary|guardian|spouse|ex|ex-husband|ex-wife|uncle|aunt|therapist|doctor|nurse|agent|representative|rep|advisor|adviser|technician|plumber|driver|intern|trainee|recruiter|candidate|secretary|nanny|tutor|carer|caregiver|witness|passenger|guest|sender|recipient|applicant|author|artist|singer|actor|coach|CEO|CTO|CFO|COO|president|director|founder|VP|engineer|designer|developer|analyst|consultant|coordinator|professor|surgeon|physician|midwife|team lead|lead|specialist';
/** The words right before a name where a person is more likely than anything else. */
const personal = latin(
  new RegExp(
    `\\b(?:this is|is (?:that|this)|(?:it|that|who|he|she)['’]s|I am|I['’]m|i['’]m|here is|speak(?:ing)? (?:with|to)|spoke (?:with|to)|spoken (?:with|to)|talk(?:ed|ing|s)? (?:with|to)|chatt(?:ed|ing) with|chat with|through to|transfer(?:red)? (?:me )?to|meet|meeting with|met|met with|married to|dating|engaged to|thank you|thanks|thx|told|tell|asked|ask(?:ed)? for|asking for|said|says|replied|wrote|hired|interview(?:ed|ing)?|invited?|invite|promoted|nominated|remind|cc|ping|loop in|assigned to|belongs to|registered to|owed? to|addressed to|forward(?:ed)? (?:it |this )?to|reassign(?:ed)? to|and me,|between (?:him|her|me|you) and|welcome|sincerely|regards|cheers|behalf of|care of|c/o|guardian|beneficiary|introduce|introducing|with me,? |(?:my|our|your|his|her|their|the|a|an|new|old|former|current|late)(?: [a-z-]{2,15})?,? (?:${relation})(?:,| is| was|['’]s name is| named)?|(?:hi|hello|hey|dear|morning|afternoon|evening|bye|goodbye|congratulations|happy birthday|sorry|yes|no|okay|ok|sure),?|(?:husband|wife|partner|mother|father|son|daughter|child|kid)['’]s name is|under|signed by|written by|approved by|referred by|prescribed by|handled by|sent by|created by|done by|performed by|made by|covered by|led by|directed by|starring|played by|cared for by|represented by|reports to|works under|babysit(?:s|ting)? for|looks? after) $`,
    'iu',
  ),
);
/** Signing off, on a line of its own. */
const signature = latin(
  /(?:\b(?:regards|sincerely|cheers|wishes|thanks|thank you|best|truly|love|yours|faithfully|respectfully)[,.!]?\s{1,3}|\n[-–—] ?)$/iu,
);

/** Words after which a lone unknown name is as well a person as something else. */
const faint = latin(
  /\b(?:with|by|for|to|from|add|remove|heard|saw|gave|know|knows|contact|reach|and|than|between|or|via|about|of|let|is|was|call|called|email|emailed|text|texted|message|see|seen|visit|like|likes|love|loves|miss|trust|help|helped|send|sent|show|showed|owes?|paid|pay|hear|heard|when|if|because|that|but|while|since|where|after|before|until|think|hope|guess|believe|sure|as|yesterday|today|tomorrow|so|then|not|only|even) $/iu,
);

const acts =
  'said|says|shouted|whispered|lives?|lived|told|tells|asked|asks|wrote|writes|called|calls|rang|texted|emailed|graduated|smiled|laughed|cried|replied|answered|thinks|thought|believes|knows|knew|agreed|promised|prefers|speaks|spoke|talked|drove|drives|flew|flies|moved|married|divorced|retired|studied|studies|teaches|taught|works|worked|joined|left|quit|resigned|hired|fired|signed|paid|owes|bought|ordered|booked|cancelled|canceled|wants|wanted|needs|needed|likes|loves|hates|feels|felt|hopes|handled|handles|helped|helps|manages|managed|leads|led|presented|presents|will|would|has|had|is|was|does|did|can|could|should|might|went|goes|came|comes|gave|gives|got|gets|took|takes|sent|sends|made|makes|met|found|lost|forgot|missed|broke|died|passed|suffers|suffered|turned|turns|seems|seemed|looks|looked|saw|sees|weighs|drew|mentioned|mentions|confirmed|explained|recommended|suggested|suggests|approved|refused|insisted|complained|apologized|reported|reports|noticed|remembered|remembers|lives|earns|plays|played|owns|owned|visited|attended|sings|sang|won|ran|runs|rents|rented|arrives|arrived|returned|started|starts|finished|grew|used|keeps|kept|tried|tries|received|submitted|filed|requested|chairs|chaired|kicks|kicked|ate|eats|drank|drinks|bit|hit|put|read|rode|rose|sold|sells?|spent|swore|threw|tore|wept|woke|built|bent|blew|chose|dug|fed|fought|froze|hid|held|hurt|knelt|laid|lent|lit|meant|shot|shut|slept|stole|stuck|swept|bakes|cooks|runs|reads|sits|sleeps|never|always|just|often|usually|wrapped|demoed|demos|covers|covered|takes|follows|followed|schedules|scheduled|shared|shares|raised|owns|pointed|flagged|volunteered|offered|offers|celebrates|celebrated|collapsed|fell|slipped|sprained|stayed|sat|stood|swims|lifts|worships|prays|converted|votes|voted|identifies|identified|wears|wore';
/** What comes right after a person. */
const acting = latin(
  new RegExp(
    `^(?:['’]s (?:${relation}|birthday|phone|email|e-mail|number|house|address|account|name|desk|team|office|car|contract|appointment|order|message|request|file|passport|prescription|surgery|condition|last day|salary|flight|ticket|wedding|funeral|password|login|laptop|calendar|schedule|presentation|idea|report|feedback|notes|slides|shift|visa|degree|age|height|medication|blood|insurance|policy)|,? (?:here|speaking|again)\\b| (?:here\\b|${acts})\\b| (?:in|from) (?:billing|sales|support|accounting|accounts|finance|marketing|hr|legal|it|customer|tech|engineering|claims|shipping|returns|operations|payroll|procurement|compliance|security|the)\\b|,? (?:aged? )?\\d{2}\\b|,? who\\b|, (?:please|could|can|would|will|your?|do|are|did|have|thanks|thank|i|i['’]m|we|the|an?|is|what|when|where|how|let|just|this|my|it|that)\\b|[?!] )`,
    'iu',
  ),
);
/** After these verbs an everyday word in front may still be a person: "Drew drew a map", "Grace called". */
const lively = latin(
  new RegExp(
    `^(?:['’]s (?!the\\b|a\\b|an\\b|not\\b)\\p{Ll}| and (?:I|\\p{Lu}\\p{Ll}+)\\b| (?:here|(?:in|from|over in) (?:billing|sales|support|accounting|accounts|finance|marketing|hr|legal|it|engineering|claims|shipping|returns|operations|payroll|compliance|security|reception|dispatch|tech|customer|the))\\b| who\\b| (?:${acts.replace('will|would|has|had|is|was|does|did|can|could|should|might|went|goes|came|comes|', '').replace('|used|', '|')})\\b| (?:is|was) (?:an?|my|our|your|very|so|from|here|out|on|late|sick|married|single|retired|\\p{L}{2,15}ing)\\b| (?:has|had) (?:been|given|left|an?|the|two|three|already|never|\\p{L}{2,15}ed)\\b| (?:will|would|can|could|should) (?:be|call|have|send|present|join|take|need|meet|handle|do|lead|come|drive|speak|talk|pay|sign|pick|email)\\b|, (?:please|could you|can you|would you|will you|your|you|thanks|who)\\b)`,
    'iu',
  ),
);

/** Words of time and place, after which "May" and "Paris" are no people. */
const placing = latin(
  /\b(?:in|to|from|near|at|around|outside|of|visit(?:ed|ing)?|leaving|via|through|into|across|towards|downtown|since|until|till|by|during|last|next|this|late|early|mid|between) (?:the )?$/iu,
);
const toPeople = latin(
  /\b(?:talk(?:ed|ing)?|spoke|speak(?:ing)?|spoken|listen(?:ed)?|wrote|write|reply|replied|gave|give|sent|send|said|married|belongs?|engaged|according|thanks|introduced|promised|shouted|transfer(?:red)?|forward(?:ed)?|assigned|related|next|attention|heard|hear|call|message|email|text|letter|note|gift|invoice|friends?|help|complaint|cc|speech|news|word|update|proud|kind|nice|sick|tired|because|most|all|some|kid|son|daughter|mother|father) (?:to|from|of|by) $/iu,
);
/** "The code word is Plonk": what is said to be a word is nobody. */
const isTerm = latin(/\b(?:word|term|label|tag|product|brand|model) (?:is|was) $/iu);
const determined = latin(
  /\b(?:the|an?|my|our|your|his|her|their|this|that|these|those|every|any|no|some|which|own|new|old)(?: [a-z]{2,12})? $/iu,
);

/** Names of people in text that uses capitals. */
export function* personNames(document: Document): Iterable<Candidate> {
  for (const chunk of chunksOf(document)) yield* peopleIn(document, chunk);
}

function* peopleIn(document: Document, chunk: Chunk): Iterable<Candidate> {
  const {tokens} = document;
  let {first} = chunk;
  const {last} = chunk;
  if (isElse(document, chunk)) return;
  // "Yesterday Octavio told us", "Agent Kowalski": an ordinary word in front is not part of the name.
  while (first < last && !startsName(document, first, last)) first++;
  const from = tokens[first];
  const to = tokens[last];
  if (!from || !to) return;
  const score = scoreOf(document, first, last);
  if (score > 0) yield candidate(from.start, to.end, 'PERSON_NAME', score, 'name');
}

function startsName(document: Document, first: number, last: number): boolean {
  const token = document.tokens[first] as Token;
  const next = document.tokens[first + 1] as Token;
  if (
    /^(?:sir|lord|lady|saint|aunt|auntie|uncle|grandma|grandpa|nurse|doctor|professor|officer|coach|captain|judge|father|sister|detective|senator|agent|inspector|sergeant|pastor|rabbi|mom|dad|mum|granny|nana)$/.test(
      token.lower,
    )
  )
    return false;
  if (!token.common || isKind(token.lower, Kind.given)) {
    // "Will Octavio come?"
    const asks = token.initial && token.common && !isKind(next.lower, Kind.family) && isKind(next.lower, Kind.given);
    return !asks || (next.common && !/^(?:will|may|can|mark|bill)$/.test(token.lower));
  }
  if (!token.initial)
    return !(next.common || last - first > 2) && token.text.length > 2 ? false : token.text.length === 1;
  return false;
}

/** Whether the words end in what companies, streets and sights are called, or are known as such. */
function isElse(document: Document, {first, last}: Chunk): boolean {
  const {tokens, text} = document;
  const to = tokens[last] as Token;
  const from = tokens[first] as Token;
  if (last > first && organizationSuffixes.has(to.lower) && (to.common || to.text.length < 5)) return true;
  if (last > first && isStreetOrSight(to.lower)) return true;
  if (last > first && isKind(from.lower, Kind.organization) && !isKind(from.lower, Kind.given | Kind.family))
    return true;
  if (/^ ?(?:& \p{Lu}|(?:Street|St|Ave|Avenue|Road|Rd)\b)/u.test(text.slice(to.end, to.end + 8))) return true;
  const wide = Kind.organization | Kind.landmark | Kind.city | Kind.state;
  const foreign = Kind.country | Kind.language | Kind.origin | Kind.religion | Kind.politics | Kind.event | Kind.drug;
  return hitsOver(document, {first, last}).some(
    (hit) =>
      ((hit.kinds & foreign) !== 0 || ((hit.kinds & wide) !== 0 && last > first)) &&
      !(
        isKind(hit.key, Kind.given) &&
        first === last &&
        (isSurelyIntroduced(document, from) || !(hit.kinds & Kind.drug))
      ),
  );
}

function isSurelyIntroduced(document: Document, {start}: Token): boolean {
  const before = textBefore(document, start);
  return honorific.test(before) || named.test(before);
}

function scoreOf(document: Document, first: number, last: number): number {
  const {tokens} = document;
  const from = tokens[first] as Token;
  const to = tokens[last] as Token;
  const before = textBefore(document, from.start, 60);
  const behind = textBehind(document, to.end);
  const several = last > first;
  if (from.text.length < 2 && !several) return 0;
  if (honorific.test(before) || /^(?:Mr|Mrs|Ms|Dr|Prof)\b/.test(from.text))
    return from.common && !several && !isKind(from.lower, Kind.given | Kind.family) ? 0.6 : 0.93;
  if (named.test(before) || isAnswer(document, from)) return isAcronym(document, from) && !several ? 0 : 0.92;
  if (
    isProduct(from) ||
    isAcronym(document, from) ||
    /(?<!\b(?:shout(?:ed|ing)?|yell(?:ed|ing)?|mad|angry|look(?:ed|ing|s)?|laugh(?:ed|ing)?|smil(?:ed|ing)|wav(?:ed|ing)) )\bat (?:the )?$/i.test(
      before,
    ) ||
    /^IPv$/.test(from.text)
  )
    return 0;
  if (several) return scoreOfSeveral(document, first, last, before, behind);
  return scoreOfOne(document, first, before, behind);
}

function scoreOfSeveral(document: Document, first: number, last: number, before: string, behind: string): number {
  const words = document.tokens.slice(first, last + 1);
  const from = words[0] as Token;
  const to = words[words.length - 1] as Token;
  const given = isKind(from.lower, Kind.given) || isKind(from.lower.split('-', 1)[0] ?? '', Kind.given);
  const family = isKind(to.lower, Kind.family);
  const cued = personal.test(before) || signature.test(before) || acting.test(behind);
  const common = words.filter((word) => word.common).length;
  if (words.some(isProduct)) return 0;
  if (given && !from.common) return 0.88;
  if (given && (!to.common || family)) return 0.84;
  if (given && !determined.test(before) && (cued || !notSurnames.test(to.lower))) return 0.7;
  if (family && !from.common) return isKind(from.lower, Kind.city | Kind.state) && !cued ? 0.5 : 0.8;
  if (common === 0) {
    if (cued) return 0.78;
    if (determined.test(before)) return 0.4;
    return words.length < 4 ? 0.62 : 0.45;
  }
  return cued && common < words.length && !determined.test(before) ? 0.62 : 0;
}

/** Words behind "Grace" and "Will" that make no surname of them. */
const notSurnames =
  /^(?:period|call|day|days|pay|all|test|ward|garden|card|notes?|price|list|bank|report|payment|plan|team|order|number|line|time|date|page|account|book|bush|gold|wine|hour|of|class|bay|fair|tree|street|hill|now|later|me|it|this|review|here|please|yes|no|season|sale|offer|code|room|sure|as|in|up|mode|club|house|water|oil|tea|box|back|over|game|show|data|art|center|centre|group|update|sign|paper|chapter|section|version|edition|model)$/;

function scoreOfOne(document: Document, index: number, before: string, behind: string): number {
  const token = document.tokens[index] as Token;
  const given =
    isKind(token.lower, Kind.given) ||
    (token.lower.includes('-') && isKind(token.lower.split('-', 1)[0] ?? '', Kind.given));
  const family = isKind(token.lower, Kind.family);
  const introduced = personal.test(before) || signature.test(before);
  const place = isKind(token.lower, Kind.city | Kind.country | Kind.state);
  const brand = isKind(token.lower, Kind.organization | Kind.brandOrWord);
  const placed = /\b(?:in|near|within|outside) (?:the )?$/i.test(before);
  if (token.common)
    return given || family || kin.test(before) ? scoreOfWord(document, index, {before, behind, given, introduced}) : 0;
  if (place && !introduced && placing.test(before) && !toPeople.test(before)) return given ? 0.45 : 0;
  if (brand && !introduced && !given) return 0;
  if (place && !given && !(introduced && /\b(?:this is|spoke|talked|hi|hello|dear|met)\b/i.test(before))) return 0;
  if (given && !isAmbiguous(token)) return determined.test(before) && !introduced ? 0.58 : 0.8;
  if (introduced) return brand && !given ? 0 : 0.8;
  if (placed) return given ? 0.45 : 0;
  if (given) return acting.test(behind) || toPeople.test(before) ? 0.74 : 0.6;
  if (determined.test(before) || isTerm.test(before)) return 0;
  if (acting.test(behind)) return family ? 0.74 : 0.68;
  if (family) return 0.66;
  if (faint.test(before) || before === '' || /[.?!:,] ?$/.test(before)) return 0.53;
  return 0.5;
}

/** The message before asked for a name, and this one begins with it. */
export function isAnswer({before}: Document, {start}: Token): boolean {
  return start < 12 && asksForName.test(before);
}

const asksForName =
  /\b(?:name|who am i|who is this|who's this|whom am i|speaking with|spell (?:it|that)|called)\b[^.!]{0,40}\?\s*$/i;

interface Surroundings {
  readonly before: string;
  readonly behind: string;
  readonly given: boolean;
  readonly introduced: boolean;
}

/** After these a capital inside a sentence is a name's, whatever the word. */
const kin =
  /\b(?:my|his|her|our|your) (?:son|daughter|wife|husband|brother|sister|friend|cousin|nephew|niece|girlfriend|boyfriend|partner|roommate|colleague|neighbou?r|uncle|aunt|dog|cat) $/i;

/** What somebody did to the writer, or had done: who follows is a person. */
const done =
  /\b(?:helped|served|assisted|seen|treated|contacted|called|emailed|told|answered|handled|written|signed|sent|given|examined|interviewed|hired|trained|advised|recommended|referred|met|greeted|looked after|taken care of) by $/i;

/** A name that is a word as well: "Grace", "Mark", "Young". */
function scoreOfWord(document: Document, index: number, {before, behind, given, introduced}: Surroundings): number {
  const token = document.tokens[index] as Token;
  if (
    /^(?:may|march|april|june|august|sunday|summer|autumn|winter)$/.test(token.lower) &&
    (placing.test(before) || /^['’]s /.test(behind))
  )
    return 0;
  if (token.initial && !introduced) return given && (lively.test(behind) || isDoing(token, behind)) ? 0.66 : 0;
  if (/^ (?:this|it|that|the|these|those|my|as|me|your|all|an?)\b/i.test(behind) && !introduced) return 0;
  if (joinedToNext(document, index) && /^ \p{Lu}/u.test(behind)) return 0;
  if (!given) return introduced && (lively.test(behind) || kin.test(before)) ? 0.6 : 0;
  if (determined.test(before) && !introduced) return 0;
  if (done.test(before)) return 0.72;
  if (placing.test(before) && !toPeople.test(before) && !introduced) return isKind(token.lower, Kind.city) ? 0 : 0.5;
  return introduced || lively.test(behind) ? 0.76 : 0.6;
}

/** "Crystal dropped the vase": whoever did something is somebody, unless the word is a verb itself. */
function isDoing({lower}: Token, behind: string): boolean {
  return (
    !/^(?:mark|bill|pat|chase|will|may|chip|grant|rich|art|sue|miles|max|rob|drew|gene|hope|joy|faith|summer|autumn|dawn|sky|star|page|case|van|long|an|my|so|see|can|in|do|to|price|major|king|prince|young|bond|cash|field|booker|power|sunny|happy|early)$/.test(
      lower,
    ) &&
    /^ (?:\p{L}{2,12}ed (?:the|a|an|my|our|his|her|it|me|us|him|in|to|at|from|with|up|out|on|two|three|about|behind|for|off|that|some|ivy)\b|is the \p{Ll})/u.test(
      behind,
    )
  );
}

const calls =
  /\b(?:my name is|name is|name['’]s|names? (?:are|was)|named|this is|spoke (?:to|with)|spoken (?:to|with)|talked (?:to|with)|speak (?:to|with)|talk (?:to|with)|speaking (?:to|with)|goes by|under the name(?: of)?|maiden name is|last name is|first name is|(?:mr|mrs|ms|miss|doctor|dr|professor)\.?|met with|met|ask for|asked for|calls? me|called me|belongs to|married to|(?:husband|wife|son|daughter|brother|sister|boss|manager|partner|colleague|friend|doctor|neighbor|neighbour|therapist|dentist|lawyer|mother|father|mom|dad|boyfriend|girlfriend|fiance|cousin|uncle|aunt|nephew|niece|roommate)(?:['’]s name is| is called| named| is named)?|hi|hello|hey|dear|thanks|thank you|lives with|live with|told|i['’]m|i am|it['’]s|that['’]s) $/i;
const surely =
  /\b(?:name is|name['’]s|named|maiden name is|last name is|first name is|goes by|mr\.?|mrs\.?|ms\.?|miss|doctor|dr\.?|professor|under the name(?: of)?|spoke (?:to|with)|spoken (?:to|with)|talked (?:to|with)|speak (?:to|with)|calls? me) $/i;

/** Names of people where capitals tell nothing: known ones, and whoever is introduced. */
export function* uncasedNames(document: Document): Iterable<Candidate> {
  const {tokens, casing} = document;
  for (let index = 0; index < tokens.length && casing !== 'mixed'; index++) {
    const token = tokens[index] as Token;
    const before = textBefore(document, token.start);
    const score = uncasedScore(document, token, before);
    if (score === 0) continue;
    let last = index;
    while (last - index < 2 && gapAfter(document, last) === ' ' && goesOn(tokens[last + 1], score > 0.8)) last++;
    yield candidate(
      token.start,
      (tokens[last] as Token).end,
      'PERSON_NAME',
      last > index ? score + 0.08 : score,
      'name',
    );
    index = last;
  }
}

function uncasedScore({casing, text, before: asked}: Document, token: Token, before: string): number {
  if (token.text.length < 2 || /^\d/.test(token.text)) return 0;
  const given = isKind(token.lower, Kind.given);
  const known = isKind(
    token.lower,
    Kind.organization | Kind.brandOrWord | Kind.country | Kind.origin | Kind.drug | Kind.condition | Kind.language,
  );
  const place = isKind(token.lower, Kind.city | Kind.state);
  if (surely.test(before) || isAnswer({before: asked} as Document, token)) {
    if (!token.common) return 0.85;
    const next = /^ (\p{L}+)/u.exec(text.slice(token.end, token.end + 24))?.[1]?.toLowerCase();
    return given && next !== undefined && isKind(next, Kind.family)
      ? 0.8
      : given && !/^(?:will|may|can|so|an|my|in)$/.test(token.lower)
        ? 0.7
        : 0;
  }
  if (given && token.common && greeted.test(before) && alone.test(text.slice(token.end, token.end + 12)))
    return notNames.test(token.lower) ? 0 : 0.66;
  if (token.common || known) return 0;
  if (calls.test(before))
    return given ||
      (!place &&
        casing === 'lower' &&
        /\b(?:this is|met|told|lives? with|husband|wife|son|daughter|brother|sister|hi|hello|dear) $/i.test(before))
      ? 0.8
      : 0;
  if (!given || place) return 0;
  return token.text.length > 3 ? 0.66 : 0.5;
}

/** "hi rob,", "this is faith from": a name that is a word as well, alone where a name is due. */
const greeted = /(?:^|[,.!?] )(?:hi|hello|hey|dear|this is|it's|thanks|thank you|tell|ask) $/i;
const alone = /^(?:[,!]| (?:from|here|speaking|again|calling|i|that|to|about)\b)/i;
const notNames =
  /^(?:will|may|can|so|an|my|in|all|you|there|team|more|long|guy|dear|love|hope|just|even|see|say|an|rich|early|major|king|art|sunny|summer|happy|price|baby|april|june|august|march)$/;

function goesOn(token: Token | undefined, introduced: boolean): boolean {
  if (!token || token.text.length < 2 || /^\d/.test(token.text)) return false;
  if (isKind(token.lower, Kind.country | Kind.organization)) return false;
  if (!token.common)
    return (
      introduced ||
      isKind(token.lower, Kind.family | Kind.given) ||
      /^(?:o|mc|mac|van|de)['’]?\p{L}{4,}$/u.test(token.lower) ||
      /(?:son|sen|stone|berg|man|wood|ston|ford|worth|field|ley|well|shaw|ski|sky|wicz|escu|ović|ova|opoulos|idis|ez|kar|wala|ian|yan|enko|chuk)$/.test(
        token.lower,
      )
    );
  return (
    introduced &&
    isKind(token.lower, Kind.family) &&
    !/^(?:and|the|to|on|in|my|an?|you|so|at|may|will|i|he|she|it)$/.test(token.lower) &&
    token.text.length > 3
  );
}
