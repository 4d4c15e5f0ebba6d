import {bytesOfHex, textOf} from './bytes.js';
import {together, type Decoder} from './decoder.js';
import {withoutNoise} from './noise.js';
import {alphabetOf, runsIn} from './runs.js';

const alphabet = alphabetOf('0123456789abcdefABCDEF');
/** Digits of the shortest run in a longer text, and of the shortest that is all there is: others are words there. */
const least = 8;
const leastAlone = 4;
/** Shorter runs of nothing but decimal digits are numbers. */
const leastDecimals = 14;

/** Text as pairs of hexadecimal digits. */
export const hex: Decoder = {
  name: 'hex',
  decode: (text, {shortest}) => {
    const needed = {least: Math.max(least, 2 * shortest), leastAlone: Math.max(leastAlone, 2 * shortest)};
    const texts: string[] = [];
    for (const run of runsIn(withoutNoise(text), {alphabet, ...needed})) {
      const isNumber = run.length < leastDecimals && !/\D/.test(run);
      const decoded = run.length % 2 === 1 || isNumber ? undefined : textOf(bytesOfHex(run));
      if (decoded !== undefined) texts.push(decoded);
    }
    return together(texts);
  },
};
