/** A secret of fewer characters would be found anywhere. */
const leastLength = 6;

/**
 * The same value with the names of variables where their values stood, in every text of it.
 * @param secrets values by the names of their variables.
 */
export function withoutSecrets<T>(value: T, secrets: Readonly<Record<string, string>>): T {
  const known = Object.entries(secrets)
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
