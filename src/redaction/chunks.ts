import {joinedToNext, textBefore, type Document, type Token} from './document.js';
import {isKind, Kind} from './lists/lexicon.js';

/** Small words inside names: "Ludwig van Beethoven", "Ana de la Cruz". */
export const particles: ReadonlySet<string> = new Set(
  'de da di del della dei der den van von vom zu zur la le el al bin bint ibn dos das do du ter ten te abu ould af av mac y'.split(
    ' ',
  ),
);

const calendar: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april june july august september october november december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  ),
);

/** Words that begin a sentence or stand before a name and are never part of one. */
const functionWords: ReadonlySet<string> = new Set(
  "a an the this that these those my our your his her its their i i'm i've i'd i'll you you're we we're he he's she she's it it's they they're who whose what what's which where when why how and or but nor so yet if then than as at by for from in into of off on onto out over to up with without about after before since until till during between through is are was were be been being am do does did has have had can could will would shall should may might must not no yes yeah yep nope ok okay please thanks thank hi hello hey dear sorry well also just only even still already again here there now today tomorrow yesterday tonight later soon maybe perhaps actually unfortunately however therefore because while although though unless once every each all any some many much more most other another such same both either neither let let's get got give gave go goes went come came make made take took see saw say says said tell told ask asked call called contact email visit send sent pay paid try check need needs want wants wanted like know think mr mrs ms miss dr prof sir madam ma'am regards sincerely cheers best kind warm good great nice happy welcome love re fwd cc attn via per vs apparently basically honestly obviously speaking spoke talked meet met meeting hope confirmed born works working worked used ps".split(
    ' ',
  ),
);

/** Products and techniques that look like names; a brand by itself tells nothing about anybody. */
const products: ReadonlySet<string> = new Set(
  'wifi wi-fi bluetooth iphone ipad ipod imac macbook android windows linux ubuntu macos ios chrome firefox safari edge opera outlook gmail hotmail excel word powerpoint onenote teams sharepoint onedrive dropbox icloud photoshop acrobat kindle alexa siri cortana echo playstation xbox airpods chromecast roku fitbit thunderbolt usb hdmi ethernet java javascript typescript python kubernetes docker postgres mysql mongodb redis jenkins jira confluence github gitlab bitbucket figma miro internet web pdf csv api sso mfa crm erp kpi okr faq english bitcoin ethereum covid vip premium pro max plus lite ultra beta alpha id pin sim otp sms imei iban bic swift ssn cvv mrn vin nhs cookie cookies app apps play store market galaxy pixel model x y z v t dm pm am eta eod asap fyi btw ps rsvp tbd tba n/a bot chatbot god jesus bible quran torah internet lord santa earth moon mars sun samsung'.split(
    ' ',
  ),
);

/** Whether a word is a day or a month, a word of grammar, or a product: never part of a name by itself. */
export function isNeverName({lower}: Token): boolean {
  return calendar.has(lower) || functionWords.has(lower.replace(/’/g, "'"));
}

/** A product or a technique, as people write about them in chats. */
export function isProduct({lower}: Pick<Token, 'lower'>): boolean {
  return products.has(lower);
}

/** Words of grammar. */
export function isFunctionWord(lower: string): boolean {
  return functionWords.has(lower);
}

/** Where the text uses capitals as usual, a word all in capitals is an abbreviation. */
export function isAcronym({casing}: Document, {text}: Token): boolean {
  return casing === 'mixed' && text.length > 1 && text.length < 6 && text === text.toUpperCase();
}

/** Capitalized words that stand together, as token numbers. */
export interface Chunk {
  readonly first: number;
  readonly last: number;
}

/**
 * The names that a text with capitals may have: runs of capitalized words, particles between them included, without the
 * words of grammar, days and months around them.
 */
export function chunksOf(document: Document): readonly Chunk[] {
  if (document.casing !== 'mixed') return [];
  const chunks: Chunk[] = [];
  for (let index = 0; index < document.tokens.length; index++) {
    if (!isPart(document, index)) continue;
    let last = index;
    for (let step = stepFrom(document, last); step > 0 && last - index < 7; step = stepFrom(document, last))
      last += step;
    chunks.push({first: index, last});
    index = last;
  }
  return chunks;
}

function isPart(document: Document, index: number): boolean {
  const token = document.tokens[index];
  if (token === undefined || !token.capitalized || !/^\p{L}/u.test(token.text)) return false;
  return !isNeverName(token) || isNameForOnce(document, index, token);
}

/** "ask Will", "Jan Novak": a month or a word of grammar that is a given name, where nothing else is meant. */
function isNameForOnce(document: Document, index: number, token: Token): boolean {
  if (!isKind(token.lower, Kind.given) || token.text.length < 3 || token.text === token.text.toUpperCase())
    return false;
  const next = document.tokens[index + 1];
  if (next !== undefined && next.capitalized && joinedToNext(document, index)) {
    return !next.common && !isNeverName(next) && !dated.test(textBefore(document, token.start, 12));
  }
  return !token.initial && !calendar.has(token.lower);
}

const dated = /\b(?:in|on|of|by|since|until|till|from|to|last|next|this|every|each|\d(?:st|nd|rd|th)?) $/i;

/** How many tokens further the chunk goes on; 0 where it ends. */
function stepFrom(document: Document, last: number): number {
  if (!joinedToNext(document, last)) return 0;
  if (isPart(document, last + 1)) return 1;
  let step = 1;
  while (step < 4 && isParticle(document, last + step)) step++;
  return step > 1 && isPart(document, last + step) ? step : 0;
}

function isParticle(document: Document, index: number): boolean {
  const token = document.tokens[index];
  return token !== undefined && particles.has(token.text) && joinedToNext(document, index);
}

/** Whether a given name may be an everyday word or a place as well. */
export function isAmbiguous({lower, common}: Token): boolean {
  return common || isKind(lower, Kind.city | Kind.country | Kind.state | Kind.landmark);
}
