import type {JsonValue} from './json.js';

/** How deep a body may nest. Deeper than any vendor's, shallow enough for every walk over it. */
const maxDepth = 64;

const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: false});

/**
 * Reads JSON from bytes. `__proto__` members are dropped, because a value that carries one can poison whoever merges it.
 * @returns undefined when the bytes are not UTF-8, not JSON, or nested deeper than 64 levels.
 */
export function parseJson(bytes: Uint8Array): {value: JsonValue} | undefined {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
  return sound(value, 0) ? {value: value as JsonValue} : undefined;
}

function sound(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= maxDepth) return false;
  if (Array.isArray(value)) return value.every((item) => sound(item, depth + 1));
  const members = value as Record<string, unknown>;
  if (Object.hasOwn(members, '__proto__')) delete members['__proto__'];
  return Object.values(members).every((item) => sound(item, depth + 1));
}

/** The media type of a `Content-Type` header without its parameters, in lower case; undefined when there is none. */
export function mediaTypeOf(header: string | undefined): string | undefined {
  return header?.split(';', 1)[0]?.trim().toLowerCase() || undefined;
}
