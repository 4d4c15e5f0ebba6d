/** A word or a number of the text. A possessive `'s` is not part of it. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly capitalized: boolean;
  /** First word of a sentence, where a capital letter says nothing. */
  readonly initial: boolean;
}

/** A text read once, so that every recognizer starts from the same words. */
export interface Document {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** `lower` and `upper`: the writer does not use capitals to tell names from words. */
  readonly casing: 'mixed' | 'lower' | 'upper';
}

const word = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*|\d+/gu;
const possessive = /['’][sS]$/;
const sentenceBreak = /[.?!:;\n"“”]/;
const abbreviations: ReadonlySet<string> = new Set('mr mrs ms dr prof st sr jr no nr vs'.split(' '));

/** Splits a text into tokens and notes how it uses capitals. Linear in its length. */
export function readDocument(text: string): Document {
  const tokens: Token[] = [];
  for (const match of text.matchAll(word)) tokens.push(readToken(text, match[0], match.index, tokens.at(-1)));
  return {text, tokens, casing: casingOf(text)};
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
  return gap === '. ' && token !== undefined && (token.text.length === 1 || abbreviations.has(token.lower));
}

function readToken(text: string, raw: string, start: number, previous: Token | undefined): Token {
  const spelled = raw.replace(possessive, '');
  const first = spelled.charAt(0);
  return {
    start,
    end: start + spelled.length,
    text: spelled,
    lower: spelled.toLowerCase(),
    capitalized: first !== first.toLowerCase(),
    initial: startsSentence(text, start, previous),
  };
}

function startsSentence(text: string, start: number, previous: Token | undefined): boolean {
  if (!previous) return true;
  if (abbreviations.has(previous.lower)) return false;
  return sentenceBreak.test(text.slice(previous.end, start));
}

function casingOf(text: string): Document['casing'] {
  if (!/\p{Lu}/u.test(text)) return 'lower';
  return /\p{Ll}/u.test(text) ? 'mixed' : 'upper';
}
