import {border} from './decoder.js';

/** Which characters belong to a run: by their code, and nothing beyond ASCII. */
export type Alphabet = Uint8Array;

/** Which runs count. */
export interface RunOptions {
  readonly alphabet: Alphabet;
  /** Characters of the shortest run in a longer text. */
  readonly least: number;
  /** Characters of the shortest run that is a text by itself, but for the padding behind it. */
  readonly leastAlone: number;
}

/** An alphabet of these characters. */
export function alphabetOf(characters: string): Alphabet {
  const alphabet = new Uint8Array(128);
  for (const character of characters) alphabet[character.charCodeAt(0)] = 1;
  return alphabet;
}

/**
 * The runs of characters of an alphabet. Looks at one character in so many, since a run that is long enough cannot lie
 * between two of them; an expression would look at each character of a short run again and again.
 */
export function runsIn(text: string, options: RunOptions): readonly string[] {
  const {alphabet, least} = options;
  const runs = options.leastAlone < least ? shortRunsIn(text, options) : [];
  for (let at = least - 1; at < text.length; at += least) {
    if (!isOf(alphabet, text, at)) continue;
    let start = at;
    while (start > 0 && isOf(alphabet, text, start - 1)) start--;
    while (at < text.length && isOf(alphabet, text, at)) at++;
    if (at - start >= least) runs.push(text.slice(start, at));
  }
  return runs;
}

/** Texts that are nothing but a run, too short for one in a longer text. */
function shortRunsIn(text: string, {alphabet, least, leastAlone}: RunOptions): string[] {
  const runs: string[] = [];
  for (let start = 0; start < text.length;) {
    const next = text.indexOf(border, start);
    const end = next < 0 ? text.length : next;
    let run = start;
    while (run < end && isOf(alphabet, text, run)) run++;
    const isShort = run - start >= leastAlone && run - start < least;
    if (isShort && /^={0,2}$/.test(text.slice(run, end))) runs.push(text.slice(start, run));
    start = end + 1;
  }
  return runs;
}

function isOf(alphabet: Alphabet, text: string, at: number): boolean {
  return alphabet[text.charCodeAt(at)] === 1;
}
