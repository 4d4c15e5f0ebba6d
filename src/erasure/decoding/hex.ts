import {bytesOfHex, textOf} from './bytes.js';
import type {Decoder} from './decoder.js';

/** Shorter runs are words or numbers, unless they are all there is; digits alone are a number for longer. */
const runs = /[0-9a-f]{8,}/gi;
const shortWhole = /^[0-9a-f]{4,7}$/i;
const leastDigitsAlone = 14;

/** Text as pairs of hexadecimal digits. */
export const hex: Decoder = {
  name: 'hex',
  decode: (text, {shortest}) =>
    (shortWhole.test(text) ? [text] : (text.match(runs) ?? []))
      .filter((run) => run.length % 2 === 0 && run.length >= 2 * shortest)
      .filter((run) => run.length >= leastDigitsAlone || /\D/.test(run))
      .map((run) => textOf(bytesOfHex(run)))
      .filter((decoded) => decoded !== undefined)
      .map((decoded) => ({text: decoded})),
};
