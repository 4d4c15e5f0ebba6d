/** A text that is searched for, as words. */
export interface Wanted {
  readonly words: readonly string[];
  /** The words must stand behind one another, in this order. */
  readonly exact: boolean;
  /** The longest of them, which fewest texts have; empty where there is no word. */
  readonly longest: string;
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
  const words = wordsOf(query).map(({text}) => text);
  return {words, exact, longest: words.reduce((longest, word) => (word.length > longest.length ? word : longest), '')};
}

/**
 * Where a text has what is wanted: a piece of it, with the finds inside `<em class="highlight">`.
 * That all words must be there, in any order unless `exact`, is assumed, as is how much is shown.
 * @returns undefined when it is not there; a query without a word is nowhere.
 */
export function highlight(text: string, {words: wanted, exact, longest}: Wanted): string | undefined {
  // Most texts lack the longest word, and are not taken apart to find that out.
  if (!text.toLowerCase().includes(longest)) return undefined;
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

/**
 * Positions of words that stand as the wanted ones do. It looks at each word once, as Knuth, Morris and Pratt do: a text
 * that says the same again and again must not take longer than any other.
 */
function sequences(words: readonly Word[], wanted: readonly string[]): Set<number> {
  const found = new Set<number>();
  if (wanted.length === 0) return found;
  const borders = bordersOf(wanted);
  /** How many of the wanted words the latest ones are, and up to where finds are told already. */
  let [met, told] = [0, 0];
  for (const [position, {text}] of words.entries()) {
    met = extended(met, text, {wanted, borders});
    if (met < wanted.length) continue;
    const end = position + 1;
    for (let at = Math.max(told, end - wanted.length); at < end; at += 1) found.add(at);
    told = end;
  }
  return found;
}

/** For each beginning of the wanted words: how long a beginning it ends with, itself left aside. */
function bordersOf(wanted: readonly string[]): readonly number[] {
  const borders = [0];
  for (const word of wanted.slice(1)) borders.push(extended(borders.at(-1) ?? 0, word, {wanted, borders}));
  return borders;
}

/** How many of the wanted words the latest ones are with one more, when they were so many before. */
function extended(
  met: number,
  word: string,
  {wanted, borders}: {readonly wanted: readonly string[]; readonly borders: readonly number[]},
): number {
  let length = met;
  while (length > 0 && wanted[length] !== word) length = borders[length - 1] ?? 0;
  return wanted[length] === word ? length + 1 : length;
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
