import {folded} from './latin.js';
import {isCommonWord} from './lists/common-words.js';
import {kindsOf, longestFrom} from './lists/lexicon.js';

/** A word or a number of the text. A possessive `'s` is not part of it. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly capitalized: boolean;
  /** First word of a sentence, where a capital letter says nothing. */
  readonly initial: boolean;
  /** An ordinary English word. */
  readonly common: boolean;
}

/** Words of the text that stand in a list, as token numbers; `kinds` are bits of `Kind`. */
export interface Hit {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly kinds: number;
}

/** A text read once, so that every recognizer starts from the same words. */
export interface Document {
  readonly text: string;
  /** The text in small letters, of the same length. */
  readonly folded: string;
  readonly tokens: readonly Token[];
  /** Every entry of a list that the text has, the longer ones of a place before the shorter ones. */
  readonly hits: readonly Hit[];
  /** For each token, how many hits begin before it. */
  readonly hitsBefore: readonly number[];
  /** `lower` and `upper`: the writer does not use capitals to tell names from words. */
  readonly casing: 'mixed' | 'lower' | 'upper';
  /** What was said just before, in which the number of this message may have been asked for. */
  readonly before: string;
}

const word = /\p{L}[\p{L}\p{M}]{0,60}(?:['’-]\p{L}[\p{L}\p{M}]{0,60}){0,6}|\d+/gu;
const possessive = /['’][sS]$/;
const sentenceBreak = /[.?!:;\n"“”•]/;
const abbreviations: ReadonlySet<string> = new Set('mr mrs ms dr prof st sr jr no nr vs mt ft'.split(' '));
const mostTokens = 6;
const longestKey = 60;

/** Splits a text into tokens and notes how it uses capitals. Linear in its length. */
export function readDocument(text: string, before = ''): Document {
  const tokens: Token[] = [];
  for (const match of text.matchAll(word)) tokens.push(readToken(text, match[0], match.index, tokens.at(-1)));
  const casing = casingOf(text, tokens);
  const [hits, hitsBefore]: [Hit[], number[]] = [[], []];
  const document = {text, folded: folded(text), tokens, casing, before, hits, hitsBefore};
  for (let first = 0; first < tokens.length; first++) {
    hitsBefore.push(hits.length);
    hits.push(...hitsAt(document, first));
  }
  return document;
}

/** The entries that begin with that token. */
export function hitsFrom({hits, hitsBefore}: Document, first: number): readonly Hit[] {
  return hits.slice(hitsBefore[first], hitsBefore[first + 1]);
}

/** The entries that hold all of these tokens. Looks at those that are near, so that a long text costs no more. */
export function hitsOver({hits, hitsBefore}: Document, {first, last}: Pick<Hit, 'first' | 'last'>): readonly Hit[] {
  const near = hits.slice(hitsBefore[Math.max(0, last - mostTokens + 1)], hitsBefore[first + 1]);
  return near.filter((hit) => hit.last >= last);
}

/** The text between a token and the next one; empty at the end. */
export function gapAfter({text, tokens}: Document, index: number): string {
  const token = tokens[index];
  const next = tokens[index + 1];
  return token && next ? text.slice(token.end, next.start) : '';
}

/** Whether the next token follows after blanks only, so that both can belong to one name. */
export function joinedToNext(document: Document, index: number): boolean {
  const gap = gapAfter(document, index);
  if (gap === ' ') return true;
  const token = document.tokens[index];
  if (token === undefined) return false;
  if (gap === '.') return token.text.length === 1 && token.capitalized;
  return gap === '. ' && ((token.text.length === 1 && token.capitalized) || abbreviations.has(token.lower));
}

/** The text right before a place, of at most that length. */
export function textBefore({text}: Document, start: number, length = 48): string {
  return text.slice(Math.max(0, start - length), start);
}

/** The text right behind a place, of at most that length. */
export function textBehind({text}: Document, end: number, length = 48): string {
  return text.slice(end, end + length);
}

/** Whether the writer marks these words as a name: capitals where the text uses them, anything where it does not. */
export function looksNamed(document: Document, {first, last}: Pick<Hit, 'first' | 'last'>): boolean {
  if (document.casing !== 'mixed') return true;
  return document.tokens[first]?.capitalized === true || document.tokens[last]?.capitalized === true;
}

function* hitsAt(document: Document, first: number): Iterable<Hit> {
  const {tokens, text} = document;
  const from = tokens[first];
  if (!from) return;
  const most = Math.min(mostTokens, longestFrom(beginning(from.lower)));
  if (most === 0) return;
  const found: Hit[] = [];
  for (let last = first; last < first + most; last++) {
    const to = tokens[last];
    if (!to || to.end - from.start > longestKey) break;
    const key = keyOf(text.slice(from.start, to.end));
    const kinds = kindsOf(key);
    if (kinds !== 0) found.push({first, last, start: from.start, end: to.end, key, kinds});
    const whole = withPossessive(text, to);
    if (whole > to.end) {
      const possessed = `${key}'s`;
      if (kindsOf(possessed) !== 0)
        found.push({first, last, start: from.start, end: whole, key: possessed, kinds: kindsOf(possessed)});
    }
    if (!continues(document, last)) break;
  }
  yield* found.reverse();
}

/** "Lowe's" and "Parkinson's" have their `'s` in the list. */
function withPossessive(text: string, {end}: Token): number {
  return possessive.test(text.slice(end, end + 2)) ? end + 2 : end;
}

/** Entries are found by what comes before a hyphen as well: "x-ray", "c-section". */
function beginning(lower: string): string {
  const end = lower.search(/[-./&]/);
  return end < 0 ? lower.replace(/’/g, "'") : lower.slice(0, end).replace(/’/g, "'");
}

/** Blanks, the `'s` of "Mother's Day" and the `&` of "H&M" do not end an entry. */
function continues(document: Document, index: number): boolean {
  return joinedToNext(document, index) || /^(?:['’]s |['’] | ?& ?|-|\/|\.)$/.test(gapAfter(document, index));
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ');
}

function readToken(text: string, raw: string, start: number, previous: Token | undefined): Token {
  const spelled = raw.replace(possessive, '');
  const first = spelled.charAt(0);
  const lower = spelled.toLowerCase();
  return {
    start,
    end: start + spelled.length,
    text: spelled,
    lower,
    capitalized: first !== first.toLowerCase(),
    initial: startsSentence(text, start, previous),
    common: isCommonWord(lower.replace(/’/g, "'")),
  };
}

function startsSentence(text: string, start: number, previous: Token | undefined): boolean {
  if (!previous) return true;
  if (abbreviations.has(previous.lower)) return false;
  return sentenceBreak.test(text.slice(previous.end, start));
}

/** Acronyms and "I" do not make a text one that uses capitals: "i called the IRS". */
function casingOf(text: string, tokens: readonly Token[]): Document['casing'] {
  if (!/\p{Ll}/u.test(text)) return /\p{Lu}/u.test(text) ? 'upper' : 'lower';
  const begins = tokens[0]?.capitalized === true;
  const named = tokens.some((token) => token.capitalized && /\p{Ll}/u.test(token.text) && !/^I['’]/.test(token.text));
  return begins || named ? 'mixed' : 'lower';
}
