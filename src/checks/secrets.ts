import type {RecordedExchange} from '../traffic/exchange.js';

/** A secret of fewer characters would be found anywhere. */
const leastLength = 6;

/**
 * The same value with the names of variables where their values stood, in every text of it.
 * @param secrets names of variables, each with a value; a name may have several.
 */
export function withoutSecrets<T>(value: T, secrets: Iterable<readonly [name: string, secret: string]>): T {
  const known = [...secrets]
    .filter(([, secret]) => secret.length >= leastLength)
    .flatMap(([name, secret]) => spellingsOf(secret).map((spelling) => [name, spelling] as const))
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

/** As it is, and as it stands in JSON and in an address. */
function spellingsOf(secret: string): readonly string[] {
  return [...new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])];
}

/** A credential that is come by is longer; shorter ones may be words. */
const leastIssued = 16;

/**
 * The credentials that were come by with a call and sent with others, each with the name of its variable.
 * @param variables what stands for the value of a header, by its name in lower case: `Bearer $BearerAuth`.
 */
export function credentialsSent(
  exchanges: readonly RecordedExchange[],
  variables: ReadonlyMap<string, string>,
): readonly (readonly [name: string, secret: string])[] {
  const byValue = new Map<string, string>();
  for (const {request} of exchanges) {
    for (const [header, written] of variables) {
      const [before = '', name] = written.split('$');
      const value = request.headers[header];
      if (name === undefined || !value?.startsWith(before)) continue;
      byValue.set(value.slice(before.length), name);
    }
  }
  const isIssued = (value: string) =>
    value.length >= leastIssued &&
    exchanges.some(({response}) => response.status < 300 && response.body?.includes(value));
  return [...byValue].filter(([value]) => isIssued(value)).map(([value, name]) => [name, value]);
}
