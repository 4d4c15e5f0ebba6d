/**
 * Ids that follow from what they name, so that the same data made twice has the same ids. Those that a sandbox hands out as
 * it goes are `Ids`.
 */
import {sha256} from '@noble/hashes/sha2';
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils';

/** What an id is made of: the vendor, whose it is, what it names and its place. */
export type IdPart = string | number;

/**
 * A UUID. It says that it is of version 5, made of a name, so it is none that a sandbox has drawn and none of a vendor's
 * seed: those are of version 4. Unlike version 8, which would be the honest one for this hash, every client knows it.
 */
export function derivedUuid(...parts: readonly IdPart[]): string {
  const digits = hashOf(parts);
  const variant = ((parseInt(digits.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20, 32),
  ].join('-');
}

/** A whole number from `min` up to, but without, `end`. Both must be numbers that JavaScript holds exactly. */
export function derivedNumber({min, end}: {readonly min: number; readonly end: number}, ...parts: readonly IdPart[]) {
  // Fifty-two bits: what a number holds exactly.
  return min + (parseInt(hashOf(parts).slice(0, 13), 16) % (end - min));
}

/** Thirty-two hexadecimal digits. */
function hashOf(parts: readonly IdPart[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))).subarray(0, 16));
}
