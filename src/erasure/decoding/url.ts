import {base64Characters} from './base64.js';
import {textOfHex} from './bytes.js';
import {undoWhere, type Decoder} from './decoder.js';
import {alphabetOf, runsIn} from './runs.js';

const percent = /%(?:[\da-f]{2}|u[\da-f]{4})/i;
const plus = /[^\s+\0]\+[^\s+\0]/;

/** Before an `@` a plus is part of an address. */
const blank = /\+(?![\p{L}\p{N}._+-]{0,64}@)/gu;

/** Beside so much base64, which is full of plus signs, a plus is no blank. */
const longBase64 = {alphabet: alphabetOf(`${base64Characters}\r\n`), least: 400, leastAlone: 400};

/** Percent-encoding, `%uXXXX` as well, and `+` for a blank. A plus may also be one: then both readings count. */
export const url: Decoder = {
  name: 'url',
  decode: (text) => [
    ...undoWhere(text, percent, withoutPercent),
    ...undoWhere(text, plus, (marked) => withoutPercent(withoutPlus(marked))),
  ],
};

function withoutPercent(text: string): string {
  return text
    .replace(/%u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/(?:%[\da-f]{2})+/gi, (bytes) => textOfHex(bytes.replaceAll('%', '')));
}

function withoutPlus(text: string): string {
  return runsIn(text, longBase64).length > 0 ? text : text.replace(blank, ' ');
}
