/**
 * Freezes a JSON value and all it holds, so that nobody changes stored state other than by saving it. Descends into what
 * is frozen already: somebody may have frozen an object and not what it holds.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const key in value) {
    const inside = value[key];
    if (typeof inside === 'object') deepFreeze(inside);
  }
  return Object.freeze(value);
}
