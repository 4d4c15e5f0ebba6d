import {isNobodys} from './derived/security.js';
import type {RecordedExchange} from './exchange.js';

/** A secret of fewer characters would be found anywhere. */
const leastLength = 6;

/**
 * The same value with the names of variables where their values stood, in every text of it.
 * @param secrets names of variables, each with a value; a name may have several.
 */
export function withoutSecrets<T>(value: T, secrets: Iterable<readonly [name: string, secret: string]>): T {
  const known = [...secrets]
    .filter(([, secret]) => secret.length >= leastLength)
    .sort(([, a], [, b]) => b.length - a.length);
  const masked = (one: unknown): unknown => {
    if (typeof one === 'string')
      return known.reduce((text, [name, secret]) => text.replaceAll(secret, `$${name}`), one);
    if (Array.isArray(one)) return one.map(masked);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, member]) => [key, masked(member)]));
  };
  return masked(value) as T;
}

/**
 * The credentials that calls were made with, as some are come by with a call, each with the name of its variable. What
 * nobody issued is no secret.
 * @param variables what stands for the value of a header, by its name in lower case: `Bearer $BearerAuth`.
 */
export function credentialsSent(
  exchanges: Iterable<RecordedExchange>,
  variables: ReadonlyMap<string, string>,
): readonly (readonly [name: string, secret: string])[] {
  const byValue = new Map<string, string>();
  for (const {request} of exchanges) {
    for (const [header, written] of variables) {
      const [before = '', name] = written.split('$');
      const value = request.headers[header];
      if (name === undefined || !value?.startsWith(before) || isNobodys(value)) continue;
      byValue.set(value.slice(before.length), name);
    }
  }
  return [...byValue].map(([value, name]) => [name, value]);
}
