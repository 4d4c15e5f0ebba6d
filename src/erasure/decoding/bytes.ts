const utf8 = new TextDecoder();
const utf16 = {little: new TextDecoder('utf-16le'), big: new TextDecoder('utf-16be')};
const westEuropean = new TextDecoder('windows-1252');

/** Three quarters of a Western text are plain letters, digits, and blanks. */
const leastAsciiShare = 3 / 4;
/** Shorter ones cannot be told from chance in an encoding that allows nearly every byte. */
const leastWestEuropean = 12;

/** The text that bytes are, in UTF-8, UTF-16 or Latin-1; undefined when they are something else, such as an image. */
export function textOf(bytes: Uint8Array): string | undefined {
  if (endOfStretch(bytes, 0) === bytes.length) return utf8.decode(bytes);
  const order = byteOrderOf(bytes);
  if (order !== undefined) return utf16[order].decode(bytes);
  return isWestEuropean(bytes) ? westEuropean.decode(bytes) : undefined;
}

/** The readable stretches of bytes that are no text as a whole, such as a document's title in a file. */
export function stretchesIn(bytes: Uint8Array, leastBytes: number): readonly string[] {
  const stretches: string[] = [];
  for (let start = 0; start < bytes.length; start++) {
    const end = endOfStretch(bytes, start);
    if (end - start >= leastBytes) stretches.push(utf8.decode(bytes.subarray(start, end)));
    start = end;
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
  return Uint8Array.from({length: digits.length >> 1}, (_, at) => parseInt(digits.slice(2 * at, 2 * at + 2), 16));
}

/** Where the text in UTF-8 that begins at `start` ends: before the first control character, or what is no UTF-8. */
function endOfStretch(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let size = sizeAt(bytes, at); size > 0; size = sizeAt(bytes, at)) at += size;
  return at;
}

/** How many bytes the character has that begins there; none when it is not readable. */
function sizeAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return isReadable(first) ? 1 : 0;
  const size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let next = 1; next < size; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  return size;
}

function isReadable(byte: number): boolean {
  return byte >= 0x20 ? byte !== 0x7f : byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** In UTF-16, most characters of a text share one of their two bytes; a mark at the beginning says it outright. */
function byteOrderOf(bytes: Uint8Array): keyof typeof utf16 | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big';
  if (hasMajority(bytes, 1)) return 'little';
  return hasMajority(bytes, 0) ? 'big' : undefined;
}

/** Whether more than half of every other byte are the same: whoever outlives the others in pairs is counted (Boyer and Moore). */
function hasMajority(bytes: Uint8Array, first: 0 | 1): boolean {
  let candidate = 0;
  let lead = 0;
  for (let at = first; at < bytes.length; at += 2) {
    if (lead === 0) candidate = bytes[at] as number;
    lead += bytes[at] === candidate ? 1 : -1;
  }
  let count = 0;
  for (let at = first; at < bytes.length; at += 2) if (bytes[at] === candidate) count++;
  return count > bytes.length / 4;
}

/** Latin-1 without control characters, in which nearly every sequence of bytes would be a text. */
function isWestEuropean(bytes: Uint8Array): boolean {
  let ascii = 0;
  for (const byte of bytes) {
    if (byte >= 0x80 ? byte < 0xa0 : !isReadable(byte)) return false;
    if (byte < 0x80) ascii++;
  }
  return bytes.length >= leastWestEuropean && ascii >= leastAsciiShare * bytes.length;
}
