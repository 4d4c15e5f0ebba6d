import {hmac} from '@noble/hashes/hmac';
import {sha256} from '@noble/hashes/sha2';
import {bytesToHex, hexToBytes, utf8ToBytes} from '@noble/hashes/utils';
import type {Signature} from '../../../src/engine/index.js';

/** The value of `X-DIXA-SIGNATURE` for a body that leaves at an instant, in milliseconds since 1970 (DIXA-90). */
export function sign(body: string, {secretKey, at}: {readonly secretKey: string; readonly at: number}): string {
  return `t=${at},v1=${digest(`${at}.${body}`, secretKey)}`;
}

/** How a receiver can tell that a delivery is Dixa's (DIXA-90). */
export const signature: Signature = {
  header: 'x-dixa-signature',
  fault: (text, body, secret) => {
    if (!isKey(secret)) return 'The secret key is not made of 64 hexadecimal digits.';
    const [, time, given] = /^t=(\d+),v1=([\da-f]{64})$/.exec(text) ?? [];
    if (time === undefined) return 'The signature does not have the form t=<milliseconds>,v1=<64 hexadecimal digits>.';
    if (given === digest(`${time}.${body}`, secret)) return undefined;
    return 'The signature is of another body, another time or another secret key.';
  },
};

/** Whether a text can be a subscription's secret key (DIXA-89). */
export function isKey(text: string): boolean {
  return /^[\da-f]{64}$/.test(text);
}

function digest(text: string, secretKey: string): string {
  return bytesToHex(hmac(sha256, hexToBytes(secretKey), utf8ToBytes(text)));
}
