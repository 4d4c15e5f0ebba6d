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
export function runsIn(text: string, {alphabet, least, leastAlone}: RunOptions): readonly string[] {
  const runs = text.split(border).flatMap((one) => shortRun(one, {alphabet, least, leastAlone}));
  for (let at = least - 1; at < text.length; at += least) {
    if (!isOf(alphabet, text, at)) continue;
    let start = at;
    while (start > 0 && isOf(alphabet, text, start - 1)) start--;
    while (at < text.length && isOf(alphabet, text, at)) at++;
    if (at - start >= least) runs.push(text.slice(start, at));
  }
  return runs;
}

/** A text that is nothing but a run, too short for one in a longer text. */
function shortRun(text: string, {alphabet, least, leastAlone}: RunOptions): readonly string[] {
  if (text.length < leastAlone || text.length > least + 1) return [];
  const run = text.replace(/={1,2}$/, '');
  if (run.length < leastAlone || run.length >= least) return [];
  for (let at = 0; at < run.length; at++) if (!isOf(alphabet, run, at)) return [];
  return [run];
}

function isOf(alphabet: Alphabet, text: string, at: number): boolean {
  return alphabet[text.charCodeAt(at)] === 1;
}
