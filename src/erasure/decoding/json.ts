import {undoWhere, type Decoder} from './decoder.js';

/** A backslash before any other letter or digit is itself, as in the names of files. */
const escapes = /\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|([bfnrtv]|[^\p{L}\p{N}]))/gu;
const controls: Readonly<Record<string, string>> = {b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v'};

/** Escapes of JSON and JavaScript, wherever they stand: also in a log line that holds JSON. */
export const json: Decoder = {
  name: 'json',
  decode: (text) => undoWhere(text, /\\/, withoutEscapes),
};

function withoutEscapes(text: string): string {
  return text.replace(escapes, (whole, point?: string, unit?: string, byte?: string, other?: string) => {
    if (other !== undefined) return controls[other] ?? other;
    const code = parseInt(point ?? unit ?? byte ?? '', 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
