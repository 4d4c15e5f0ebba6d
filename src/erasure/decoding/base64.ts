import {stretchesIn, textOf} from './bytes.js';
import {together, type Decoder} from './decoder.js';
import {alphabetOf, runsIn} from './runs.js';

/** The alphabet, in the order of its values. */
export const base64Characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** The value of each character, by its code; the alphabet that is safe in addresses as well. */
const values = new Uint8Array(128);
for (const [value, character] of [...base64Characters].entries()) values[character.charCodeAt(0)] = value;
values['-'.charCodeAt(0)] = 62;
values['_'.charCodeAt(0)] = 63;

const inRun = alphabetOf(`${base64Characters}-_\n`);
/** Characters of the shortest run in a longer text, and of the shortest that is all there is: others are words there. */
const least = 8;
const leastAlone = 3;
/** By far the most frequent runs, which are nothing but themselves. */
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/**
 * Base64, in both alphabets, padded or not, on one line or as mail wraps it; by itself or inside a text (`data:` URL, JWT).
 *
 * A run that decodes to text is that text. From any other the readable stretches are taken, at each of the four places
 * where its first group may begin: a run may have letters before it that are none of it (`files/QWRh…`).
 */
export const base64: Decoder = {
  name: 'base64',
  decode: (text, {shortest, shortestInGuess}) => {
    const sure: string[] = [];
    const guesses: string[] = [];
    const unfolded = text.includes('\n') ? text.replace(/\r?\n[ \t]*/g, '\n') : text;
    const needed = Math.ceil((shortest * 4) / 3);
    const lengths = {least: Math.max(least, needed), leastAlone: Math.max(leastAlone, needed)};
    for (const run of runsIn(unfolded, {alphabet: inRun, ...lengths})) {
      if (uuid.test(run)) continue;
      const joined = run.includes('\n') ? run.replaceAll('\n', '') : run;
      const bytes = bytesOf(joined);
      const whole = textOf(bytes, bytesIn(joined));
      if (whole !== undefined) sure.push(whole);
      else if (joined !== run) sure.push(...textsOfLines(run));
      if (whole === undefined) addStretches(guesses, joined, bytes, shortestInGuess);
    }
    return [...together(sure), ...together(guesses).map(({text: guess}) => ({text: guess, isGuess: true as const}))];
  },
};

/** A line of words before base64, or several of them that are none of each other's. */
function textsOfLines(run: string): readonly string[] {
  return run
    .split('\n')
    .filter((line) => line.length >= least)
    .map((line) => textOf(bytesOf(line), bytesIn(line)))
    .filter((text) => text !== undefined);
}

/** Each character before the text moves it by six bits; a fourth one by three whole bytes. */
function addStretches(stretches: string[], run: string, bytes: Uint8Array, shortest: number): void {
  if (bytesIn(run) < shortest) return;
  for (const shift of [0, 6, 4, 2]) {
    const length = (6 * run.length - shift) >> 3;
    for (const stretch of stretchesIn(bytes, {shift, length, shortest})) stretches.push(stretch);
  }
}

/** All bits of a run: the last byte may be cut off. */
function bytesOf(run: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((run.length * 3) / 4));
  let bits = 0;
  let known = 0;
  let length = 0;
  for (let at = 0; at < run.length; at++) {
    bits = (bits << 6) | (values[run.charCodeAt(at)] as number);
    known += 6;
    if (known >= 8) bytes[length++] = bits >> (known -= 8);
  }
  if (known > 0) bytes[length] = bits << (8 - known);
  return bytes;
}

/** Whole bytes. */
function bytesIn(run: string): number {
  return Math.floor((run.length * 3) / 4);
}
