/** A text that is searched for, as words. */
export interface Wanted {
  readonly words: readonly string[];
  /** The words must stand behind one another, in this order. */
  readonly exact: boolean;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How much of a text is shown around the first find, in words. */
const wordsBefore = 8;
const wordsBehind = 24;

/** What is searched for: the words of a query, whatever their letter case. */
export function wantedIn(query: string, exact: boolean): Wanted {
  return {words: wordsOf(query).map(({text}) => text), exact};
}

/**
 * Where a text has what is wanted: a piece of it, with the finds inside `<em class="highlight">`.
 * That all words must be there, in any order unless `exact`, is assumed, as is how much is shown.
 * @returns undefined when it is not there; a query without a word is nowhere.
 */
export function highlight(text: string, {words: wanted, exact}: Wanted): string | undefined {
  // Most texts lack one of the words, and are not taken apart to find that out.
  const lower = text.toLowerCase();
  if (!wanted.every((word) => lower.includes(word))) return undefined;
  const words = wordsOf(text);
  const found = exact ? sequences(words, wanted) : allOf(words, wanted);
  const [first] = found;
  if (first === undefined) return undefined;
  const shown = words.slice(Math.max(0, first - wordsBefore), first + wordsBehind);
  return marked(text, shown, new Set([...found].map((position) => words[position])));
}

/** What a text of a kind says: of HTML, what stands between the tags. */
export function plain({_type, value}: {readonly _type: string; readonly value: string}): string {
  return _type === 'Html' ? value.replaceAll(/<[^<>]*>/g, ' ').trim() : value;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({0: word, index}) => ({
    text: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}

/** Positions of all wanted words, none unless every one of them is there. */
function allOf(words: readonly Word[], wanted: readonly string[]): Set<number> {
  const left = new Set(wanted);
  const all = new Set(wanted);
  const found = new Set<number>();
  for (const [position, {text}] of words.entries()) {
    if (!all.has(text)) continue;
    left.delete(text);
    found.add(position);
  }
  return left.size === 0 ? found : new Set();
}

/** Positions of words that stand as the wanted ones do. */
function sequences(words: readonly Word[], wanted: readonly string[]): Set<number> {
  const found = new Set<number>();
  if (wanted.length === 0) return found;
  for (let start = 0; start + wanted.length <= words.length; start += 1) {
    if (!wanted.every((word, offset) => words[start + offset]?.text === word)) continue;
    for (let position = start; position < start + wanted.length; position += 1) found.add(position);
  }
  return found;
}

/** A piece of a text, with neighbouring finds marked as one. */
function marked(text: string, words: readonly Word[], found: ReadonlySet<Word | undefined>): string {
  let result = '';
  let at = words[0]?.start ?? 0;
  let isInside = false;
  for (const word of words) {
    const isFound = found.has(word);
    const between = text.slice(at, word.start);
    if (isInside && !isFound) result += '</em>';
    result += between;
    if (isFound && !isInside) result += '<em class="highlight">';
    result += text.slice(word.start, word.end);
    isInside = isFound;
    at = word.end;
  }
  return isInside ? `${result}</em>` : result;
}
