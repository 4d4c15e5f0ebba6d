import type {Bytes} from './face.js';

/** Bytes as text, a character each. */
export function textOf(bytes: Uint8Array): Bytes {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return text;
}

/** The bytes again. */
export function bytesOf(text: Bytes): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** A text in UTF-8. */
export function utf8(text: string): Bytes {
  return textOf(new TextEncoder().encode(text));
}

/** What UTF-8 says; what is none is shown as replacement characters. */
export function fromUtf8(bytes: Bytes): string {
  return new TextDecoder().decode(bytesOf(bytes));
}
