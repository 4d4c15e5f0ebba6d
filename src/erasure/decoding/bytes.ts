const utf8 = new TextDecoder();
const utf16 = {little: new TextDecoder('utf-16le'), big: new TextDecoder('utf-16be')};
const westEuropean = new TextDecoder('windows-1252');

/** Control characters, but for white space, and what stands for bytes that are no character. */
const unreadable = /[^\P{Cc}\s]|\ufffd/u;

/** Three quarters of a Western text are plain letters, digits, and blanks. */
const leastPlainShare = 3 / 4;
/** Shorter ones cannot be told from chance in an encoding that allows nearly every byte. */
const leastWestEuropean = 12;

/**
 * The text that bytes are, in UTF-8, UTF-16 or Latin-1; undefined when they are something else, such as an image.
 *
 * @param length how many of the bytes there are.
 */
export function textOf(bytes: Uint8Array, length = bytes.length): string | undefined {
  if (endOfStretch(bytes, 0, 0) >= length) return utf8.decode(bytes.subarray(0, length));
  const order = byteOrderOf(bytes, length);
  const wide = order && utf16[order].decode(bytes.subarray(0, length));
  if (wide !== undefined && !unreadable.test(wide)) return wide;
  return isWestEuropean(bytes, length) ? westEuropean.decode(bytes.subarray(0, length)) : undefined;
}

/** Where to look for readable stretches. */
export interface StretchOptions {
  /** Bits of the first byte that belong to something before the text. */
  readonly shift: number;
  /** Bytes there are then. */
  readonly length: number;
  /** Bytes of the shortest stretch. */
  readonly shortest: number;
}

/** The readable stretches of bytes that are no text as a whole, such as a document's title in a file. */
export function stretchesIn(bytes: Uint8Array, {shift, length, shortest}: StretchOptions): readonly string[] {
  const stretches: string[] = [];
  for (let start = 0; start < length; start++) {
    const end = Math.min(endOfStretch(bytes, start, shift), length);
    if (end - start >= shortest) {
      const stretch = Uint8Array.from({length: end - start}, (_, at) => byteAt(bytes, start + at, shift));
      stretches.push(utf8.decode(stretch));
    }
    start = Math.max(start, end);
  }
  return stretches;
}

/** Bytes that somebody wrote as hexadecimal digits, as text: whoever encodes bytes one by one encodes a text. */
export function textOfHex(digits: string): string {
  const bytes = bytesOfHex(digits);
  return textOf(bytes) ?? westEuropean.decode(bytes);
}

/** The bytes of pairs of hexadecimal digits. */
export function bytesOfHex(digits: string): Uint8Array {
  const bytes = new Uint8Array(digits.length >> 1);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = (valueOfHex(digits.charCodeAt(2 * at)) << 4) | valueOfHex(digits.charCodeAt(2 * at + 1));
  }
  return bytes;
}

/** The low bits of a letter count from one, and those of a digit from zero. */
function valueOfHex(code: number): number {
  return code >= 0x40 ? (code & 0x0f) + 9 : code & 0x0f;
}

/** Where the text in UTF-8 that begins at `start` ends: before the first control character, or what is no UTF-8. */
function endOfStretch(bytes: Uint8Array, start: number, shift: number): number {
  let at = start;
  for (let size = sizeAt(bytes, at, shift); size > 0; size = sizeAt(bytes, at, shift)) at += size;
  return at;
}

/** How many bytes the character has that begins there; none when it is not readable. */
function sizeAt(bytes: Uint8Array, at: number, shift: number): number {
  const first = byteAt(bytes, at, shift);
  if (first < 0x80) return isReadable(first) ? 1 : 0;
  const size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let next = 1; next < size; next++) if ((byteAt(bytes, at + next, shift) & 0xc0) !== 0x80) return 0;
  return size;
}

/** The byte that begins `shift` bits behind the beginning of another; behind the end there is nothing readable. */
function byteAt(bytes: Uint8Array, at: number, shift: number): number {
  if (at >= bytes.length) return 0;
  const byte = bytes[at] as number;
  if (shift === 0) return byte;
  const next = at + 1 < bytes.length ? (bytes[at + 1] as number) : 0;
  return ((byte << shift) | (next >> (8 - shift))) & 0xff;
}

function isReadable(byte: number): boolean {
  return byte >= 0x20 ? byte !== 0x7f : byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** In UTF-16, most characters of a text share one of their two bytes; a mark at the beginning says it outright. */
function byteOrderOf(bytes: Uint8Array, length: number): keyof typeof utf16 | undefined {
  if (length < 4 || length % 2 === 1) return undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big';
  if (hasMajority(bytes, length, 1)) return 'little';
  return hasMajority(bytes, length, 0) ? 'big' : undefined;
}

/** Whether more than half of every other byte are the same: whoever outlives the others in pairs is counted (Boyer and Moore). */
function hasMajority(bytes: Uint8Array, length: number, first: 0 | 1): boolean {
  let candidate = 0;
  let lead = 0;
  for (let at = first; at < length; at += 2) {
    if (lead === 0) candidate = bytes[at] as number;
    lead += bytes[at] === candidate ? 1 : -1;
  }
  let count = 0;
  for (let at = first; at < length; at += 2) if (bytes[at] === candidate) count++;
  return count > length / 4;
}

/** Latin-1 without control characters, in which nearly every sequence of bytes would be a text. */
function isWestEuropean(bytes: Uint8Array, length: number): boolean {
  if (length < leastWestEuropean) return false;
  let plain = 0;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80 ? byte < 0xa0 : !isReadable(byte)) return false;
    if (isPlain(byte)) plain++;
  }
  return plain >= leastPlainShare * length;
}

function isPlain(byte: number): boolean {
  const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
  return isLetter || byte === 0x20 || (byte >= 0x30 && byte <= 0x39);
}
