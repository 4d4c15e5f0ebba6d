import {undoWhere, type Decoder} from './decoder.js';

const escapes = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|([\s\S]))/gi;
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
