import {escapePointer, isObject, unescapePointer} from '../openapi/index.js';

/** The segments of a JSON pointer, as they are named. */
export function segmentsOf(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map(unescapePointer);
}

/** The JSON pointer of these segments. */
export function pointerTo(...segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escapePointer(String(segment))}`).join('');
}

/** As many of the segments as lead to something in the value. */
export function reachedIn(value: unknown, segments: readonly string[]): readonly string[] {
  let here = value;
  for (const [position, segment] of segments.entries()) {
    const isThere = (isObject(here) || Array.isArray(here)) && Object.hasOwn(here, segment);
    if (!isThere || (Array.isArray(here) && segment === 'length')) return segments.slice(0, position);
    here = (here as Readonly<Record<string, unknown>>)[segment];
  }
  return segments;
}
