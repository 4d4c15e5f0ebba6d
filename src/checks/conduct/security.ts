import {parseToken} from '../../engine/desks.js';
import type {SecurityScheme} from '../../openapi/index.js';

/** How to send a credential: `Authorization: Bearer <credential>`. */
export function formOf({header, isBearer}: SecurityScheme): string {
  return `${header}: ${isBearer ? 'Bearer ' : ''}<credential>`;
}

/**
 * Whether a header's value, or its token in a journal, has a form that the vendor does not take: another scheme than `Bearer`,
 * or none where there has to be one.
 */
export function isMisshapen({isBearer}: SecurityScheme, value: string): boolean {
  const token = parseToken(value);
  const [word = ''] = token ? [token.shape] : value.includes(' ') ? value.split(' ') : [];
  return word === '' ? isBearer : word.toLowerCase() !== 'bearer';
}
