import type {JsonValue} from './json.js';

/** How deep a body may nest. Deeper than any vendor's, shallow enough for every walk over it. */
const maxDepth = 64;

/** How many values a body may hold. A longer list than any vendor's, short enough to be judged at once. */
const maxCount = 50_000;

/** How many values a whole state may hold. */
const maxCountOfData = 5_000_000;

const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: false});

/**
 * Reads JSON from bytes. `__proto__` members are dropped, because a value that carries one can poison whoever merges it.
 * @param isData the body is a whole state, of up to five million values, and who reads it judges every name in it.
 * @returns undefined when the bytes are not UTF-8, not JSON, nested deeper than 64 levels, or of more than 50,000 values.
 */
export function parseJson(bytes: Uint8Array, isData = false): {value: JsonValue} | undefined {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
  const limits = {depth: 0, isData, count: {left: isData ? maxCountOfData : maxCount}};
  return isSound(value, limits) ? {value: value as JsonValue} : undefined;
}

function isSound(
  value: unknown,
  {depth, isData, count}: {depth: number; isData: boolean; count: {left: number}},
): boolean {
  count.left -= 1;
  if (count.left < 0) return false;
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= maxDepth) return false;
  const below = {depth: depth + 1, isData, count};
  if (Array.isArray(value)) return value.every((item) => isSound(item, below));
  const members = value as Record<string, unknown>;
  if (!isData && Object.hasOwn(members, '__proto__')) delete members['__proto__'];
  return Object.values(members).every((item) => isSound(item, below));
}

/** The media type of a `Content-Type` header without its parameters, in lower case; undefined when there is none. */
export function mediaTypeOf(header: string | undefined): string | undefined {
  return header?.split(';', 1)[0]?.trim().toLowerCase() || undefined;
}
