import {decodeSandbox, encodeSandbox} from '../../src/engine/index.js';
import {hashOf} from './hash.js';

/** Lengths that a client of Symbl's insists on, and digits it allows: `/^[\da-z]{64,128}$/i`. */
const idLength = 64;
const secretLength = 128;
const sizeLength = 2;

/** The application id of a sandbox: its code, digits that follow from it, and the code's length. */
export function appIdOf(sandbox: string): string {
  const code = encodeSandbox(sandbox);
  const size = code.length.toString(36).padStart(sizeLength, '0');
  return code + digitsFrom(code, idLength - sizeLength - code.length) + size;
}

/** The secret that goes with it. It guards nothing but made-up data. */
export function appSecretOf(sandbox: string): string {
  return digitsFrom(`secret of ${sandbox}`, secretLength);
}

/** The sandbox that an application id was made for; undefined for ids that nobody here has made. */
export function sandboxOfApp(appId: string): string | undefined {
  if (!/^[0-9a-z]{64}$/.test(appId)) return undefined;
  const size = parseInt(appId.slice(-sizeLength), 36);
  const sandbox = decodeSandbox(appId.slice(0, size));
  // At least ten digits follow from the code, so an id from elsewhere hardly ever passes for one of ours.
  return sandbox !== undefined && appIdOf(sandbox) === appId ? sandbox : undefined;
}

/** Digits that look random and follow from a text: a hash of it to begin with, then a linear congruential generator. */
function digitsFrom(text: string, length: number): string {
  let state = hashOf(new TextEncoder().encode(text));
  let digits = '';
  while (digits.length < length) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    digits += ((state >>> 8) % 36).toString(36);
  }
  return digits;
}
