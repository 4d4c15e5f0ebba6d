import {applyPatch as carryOut, Pointer, type Operation} from 'rfc6902';
import {isObject, type JsonObject} from '../../src/engine/index.js';

/** One operation of RFC 6902, as far as the vendor names them. */
export interface PatchOperation {
  readonly op: string;
  readonly path: string;
  readonly value?: unknown;
}

/**
 * Carries out the operations in order on a copy: all of them, or none (SYMBL-73). Only `add`, `replace` and `remove`
 * are known, and the document as a whole cannot be replaced.
 * @returns undefined when one of them cannot be carried out.
 */
export function applyPatch(document: JsonObject, operations: readonly PatchOperation[]): JsonObject | undefined {
  const copy = structuredClone(document) as JsonObject;
  for (const operation of operations) {
    if (!isPossible(copy, operation)) return undefined;
    const [error] = carryOut(copy, [operation as Operation]);
    if (error !== null) return undefined;
  }
  return copy;
}

/**
 * Whether an operation leads to a place of the document's own. The library follows inherited members too, and by
 * `/redaction/custom/toString/x` would write to what all objects share.
 */
function isPossible(document: JsonObject, {op, path, value}: PatchOperation): boolean {
  if (!['add', 'replace', 'remove'].includes(op) || (op !== 'remove' && value === undefined)) return false;
  if (!path.startsWith('/') || /~(?![01])/.test(path)) return false;
  const [, ...keys] = Pointer.fromJSON(path).tokens;
  const last = keys.pop() as string;
  let place: unknown = document;
  for (const key of keys) {
    if (!owns(place, key)) return false;
    place = (place as Record<string, unknown>)[key];
  }
  return op === 'add' ? last !== '__proto__' && (isObject(place) || Array.isArray(place)) : owns(place, last);
}

function owns(place: unknown, key: string): boolean {
  if (Array.isArray(place)) return /^(0|[1-9]\d{0,8})$/.test(key) && Object.hasOwn(place, key);
  return isObject(place) && key !== '__proto__' && Object.hasOwn(place, key);
}
