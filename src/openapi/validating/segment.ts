import {escapePointer} from '../document.js';

/** A segment of a schema's pointer as errors tell it: escaped, and then as part of a URI. */
export function segmentOf(name: string): string {
  return `/${encodeURIComponent(escapePointer(name))}`;
}
