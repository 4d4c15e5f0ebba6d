import {hmac} from '@noble/hashes/hmac';
import {sha256} from '@noble/hashes/sha2';
import {bytesToUtf8, utf8ToBytes} from '@noble/hashes/utils';
import {isObject} from '../openapi/index.js';
import {fromBase64, toBase64Url} from './base64.js';

/**
 * Credentials of a stand-in are no secrets: they open nothing but made-up data on the caller's own machine. They are
 * signed all the same, because clients look inside, and because a made-up one should be an unknown one.
 */
const signingKey = utf8ToBytes('standin: these credentials open nothing real');

/** A JSON Web Token (HS256) with these claims. The same claims give the same token. */
export function signToken(claims: Readonly<Record<string, unknown>>): string {
  const head = `${encodeJson({alg: 'HS256'})}.${encodeJson(claims)}`;
  return `${head}.${toBase64Url(hmac(sha256, signingKey, utf8ToBytes(head)))}`;
}

/** The claims of a token; undefined when it is no JSON Web Token. The signature is not looked at. */
export function readToken(token: string): Record<string, unknown> | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const payload = fromBase64((parts[1] as string).replaceAll('-', '+').replaceAll('_', '/'));
    const claims: unknown = JSON.parse(bytesToUtf8(payload));
    return isObject(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

/** The credential behind a scheme word: `Bearer abc` is `abc`. Undefined when the scheme is another. */
export function bearerOf(header: string | undefined): string | undefined {
  const match = /^bearer +(\S+)$/i.exec(header?.trim() ?? '');
  return match?.[1];
}

function encodeJson(value: unknown): string {
  return toBase64Url(utf8ToBytes(JSON.stringify(value)));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/**
 * A sandbox's id written in lower-case letters and digits, at most 52 of them, for credentials whose shape allows
 * nothing else. {@link decodeSandbox} reads it back.
 */
export function encodeSandbox(sandbox: string): string {
  let number = 1n;
  for (const letter of sandbox) number = number * 64n + BigInt(alphabet.indexOf(letter));
  return number.toString(36);
}

/** The sandbox id in a text that {@link encodeSandbox} made; undefined for any other text. */
export function decodeSandbox(text: string): string | undefined {
  if (!/^[1-9a-z][0-9a-z]{0,51}$/.test(text)) return undefined;
  let number = 0n;
  for (const digit of text) number = number * 36n + BigInt(parseInt(digit, 36));
  let sandbox = '';
  for (; number > 1n; number /= 64n) sandbox = (alphabet[Number(number % 64n)] as string) + sandbox;
  return number === 1n && sandbox !== '' && sandbox.length <= 40 ? sandbox : undefined;
}
