import {segmentsOf} from './pointers.js';
import {withoutMark} from './read-recording.js';

/** A place in a text, as editors count: both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Tells where in a JSON text a pointer leads: where the value begins, or the nearest one around it when the pointer leads
 * nowhere. Nothing is read before the first question, and of the text only the way to what was asked for.
 * @param text valid JSON.
 */
export function placesIn(text: string): (pointer: string) => Place {
  let json: JsonText | undefined;
  return (pointer) => (json ??= new JsonText(withoutMark(text))).placeOf(pointer);
}

const blanks = /\s*/y;
const blanksAndComma = /[\s,]*/y;
const blanksAndColon = /[\s:]*/y;
const plainValue = /[^\s,\]}]*/y;
const quoteOrBracket = /["[\]{}]/g;
const backslash = 0x5c;

/** A recording may be large and nest without end, so no tree is made of it: objects and lists are looked into when asked for. */
class JsonText {
  readonly #text: string;
  readonly #lines: readonly number[];
  readonly #start: number;
  /** Where the members of an object or a list begin, by where it begins itself. */
  readonly #members = new Map<number, ReadonlyMap<string, number>>();

  constructor(text: string) {
    this.#text = text;
    this.#lines = linesOf(text);
    this.#start = this.#past(blanks, 0);
  }

  placeOf(pointer: string): Place {
    let offset = this.#start;
    for (const segment of segmentsOf(pointer)) {
      const next = this.#membersAt(offset).get(segment);
      if (next === undefined) break;
      offset = next;
    }
    const line = lineOf(this.#lines, offset);
    return {line, column: offset - (this.#lines[line - 1] as number) + 1};
  }

  #membersAt(offset: number): ReadonlyMap<string, number> {
    let members = this.#members.get(offset);
    if (members === undefined) this.#members.set(offset, (members = this.#read(offset)));
    return members;
  }

  /** Of members of one name the last counts, as it does for whoever reads the text. */
  #read(offset: number): ReadonlyMap<string, number> {
    const members = new Map<string, number>();
    const opening = this.#text[offset];
    if (opening !== '{' && opening !== '[') return members;
    for (let at = this.#past(blanksAndComma, offset + 1); this.#isValue(at); at = this.#past(blanksAndComma, at)) {
      let name = String(members.size);
      if (opening === '{') {
        const end = this.#endOfString(at);
        name = JSON.parse(this.#text.slice(at, end)) as string;
        at = this.#past(blanksAndColon, end);
      }
      members.set(name, at);
      at = this.#endOf(at);
    }
    return members;
  }

  /** Whether something begins there, and nothing ends. */
  #isValue(at: number): boolean {
    return at < this.#text.length && this.#text[at] !== '}' && this.#text[at] !== ']';
  }

  #endOf(start: number): number {
    const first = this.#text[start];
    if (first === '"') return this.#endOfString(start);
    return first === '{' || first === '[' ? this.#endOfBrackets(start) : this.#past(plainValue, start);
  }

  #endOfBrackets(start: number): number {
    let depth = 0;
    quoteOrBracket.lastIndex = start;
    for (let found = quoteOrBracket.exec(this.#text); found !== null; found = quoteOrBracket.exec(this.#text)) {
      const [mark] = found;
      if (mark === '"') quoteOrBracket.lastIndex = this.#endOfString(found.index);
      else depth += mark === '{' || mark === '[' ? 1 : -1;
      if (depth === 0) return quoteOrBracket.lastIndex;
    }
    return this.#text.length;
  }

  /** Behind the first quotation mark that an even number of backslashes stands before. */
  #endOfString(start: number): number {
    for (let at = this.#text.indexOf('"', start + 1); at >= 0; at = this.#text.indexOf('"', at + 1)) {
      let before = at;
      while (this.#text.charCodeAt(before - 1) === backslash) before -= 1;
      if ((at - before) % 2 === 0) return at + 1;
    }
    return this.#text.length;
  }

  #past(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    pattern.exec(this.#text);
    return pattern.lastIndex;
  }
}

/** Where each line begins. */
function linesOf(text: string): readonly number[] {
  const lines = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines.push(end + 1);
  return lines;
}

/** The number of the last line that begins no later. */
function lineOf(lines: readonly number[], offset: number): number {
  let [low, high] = [0, lines.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
