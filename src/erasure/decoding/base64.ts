import {stretchesIn, textOf} from './bytes.js';
import type {Decoded, Decoder, Lengths} from './decoder.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** The value of each character, by its code; the alphabet that is safe in addresses as well. */
const values = new Uint8Array(128);
for (const [value, character] of [...alphabet].entries()) values[character.charCodeAt(0)] = value;
values['-'.charCodeAt(0)] = 62;
values['_'.charCodeAt(0)] = 63;

/** Base64 in a text, over several lines too. Shorter runs are words, unless they are all there is. */
const leastRun = 8;
const runs = new RegExp(`[A-Za-z0-9+/_\\n-]{${leastRun},}`, 'g');
const shortWhole = /^[A-Za-z0-9+/_-]{3,7}={0,2}$/;

/**
 * Base64, in both alphabets, padded or not, on one line or as mail wraps it; by itself or inside a text (`data:` URL, JWT).
 *
 * A run that decodes to text is that text. From any other the readable stretches are taken, at each of the four places
 * where its first group may begin: a run may have letters before it that are none of it (`files/QWRh…`).
 */
export const base64: Decoder = {
  name: 'base64',
  decode: (text, lengths) => {
    const unfolded = text.includes('\n') ? text.replace(/\r?\n[ \t]*/g, '\n') : text;
    const found = shortWhole.test(text) ? [text.replace(/=+$/, '')] : (unfolded.match(runs) ?? []);
    return found.filter((run) => canHold(run, lengths.shortest)).flatMap((run) => decodeRun(run, lengths));
  },
};

function decodeRun(run: string, lengths: Lengths): readonly Decoded[] {
  const joined = run.replaceAll('\n', '');
  const text = textOf(bytesFrom(joined, 0));
  if (text !== undefined) return [{text}];
  return [...(joined === run ? [] : textsOfLines(run)), ...guesses(joined, lengths.shortestInGuess)];
}

/** A line of words before base64, or several of them that are none of each other's. */
function textsOfLines(run: string): readonly Decoded[] {
  return run
    .split('\n')
    .filter((line) => line.length >= leastRun)
    .map((line) => textOf(bytesFrom(line, 0)))
    .filter((text) => text !== undefined)
    .map((text) => ({text}));
}

/** The stretches stand apart, so that nothing is found from one to the next. */
function guesses(run: string, shortest: number): readonly Decoded[] {
  if (!canHold(run, shortest)) return [];
  const stretches = [0, 1, 2, 3].flatMap((from) => stretchesIn(bytesFrom(run, from), shortest));
  return stretches.length > 0 ? [{text: stretches.join('\0'), isGuess: true}] : [];
}

/** The bytes of a run from one of its characters on; what is left of a last group that is cut off is dropped. */
function bytesFrom(run: string, from: number): Uint8Array {
  const bytes = new Uint8Array(((run.length - from) * 3) >> 2);
  let bits = 0;
  for (let at = from, length = 0; length < bytes.length; at++) {
    bits = (bits << 6) | (values[run.charCodeAt(at)] as number);
    const spare = 6 * (at - from + 1) - 8 * (length + 1);
    if (spare >= 0) bytes[length++] = bits >> spare;
  }
  return bytes;
}

function canHold(run: string, characters: number): boolean {
  return (run.length * 3) >> 2 >= characters;
}
