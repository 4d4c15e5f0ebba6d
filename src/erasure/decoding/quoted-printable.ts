import {textOfHex} from './bytes.js';
import {undoWhere, type Decoder} from './decoder.js';

const mark = /=(?:[\da-f]{2}|[ \t]*\r?\n)/i;

/** Mail's way to write bytes, `=40`, and to break lines: `=` at the end. */
export const quotedPrintable: Decoder = {
  name: 'quoted-printable',
  decode: (text) => undoWhere(text, mark, withoutMarks),
};

function withoutMarks(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/(?:=[\da-f]{2})+/gi, (bytes) => textOfHex(bytes.replaceAll('=', '')));
}
