import {textOfHex} from './bytes.js';
import type {Decoder} from './decoder.js';

/** Mail's way to write bytes, `=40`, and to break lines: `=` at the end. */
export const quotedPrintable: Decoder = {
  name: 'quoted-printable',
  decode: (text) => {
    if (!/=(?:[\da-f]{2}|[ \t]*\r?\n)/i.test(text)) return [];
    const unwrapped = text.replace(/=[ \t]*\r?\n/g, '');
    return [{text: unwrapped.replace(/(?:=[\da-f]{2})+/gi, (bytes) => textOfHex(bytes.replaceAll('=', '')))}];
  },
};
