import type {JsonObject, JsonValue} from '../../src/engine/index.js';

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
  let patched: JsonValue | undefined = document;
  for (const operation of operations) {
    const segments = segmentsOf(operation.path);
    const needsValue = operation.op !== 'remove';
    if (segments === undefined || (needsValue && operation.value === undefined)) return undefined;
    patched = change(patched, segments, operation.op, operation.value as JsonValue);
    if (patched === undefined) return undefined;
  }
  return patched as JsonObject;
}

/** The segments of a JSON pointer (RFC 6901), at least one; undefined when it is none. */
function segmentsOf(path: string): readonly string[] | undefined {
  if (!path.startsWith('/') || /~(?![01])/.test(path)) return undefined;
  return path
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

type Segments = readonly string[];

function change(
  target: JsonValue | undefined,
  segments: Segments,
  op: string,
  value: JsonValue,
): JsonValue | undefined {
  if (typeof target !== 'object' || target === null) return undefined;
  return isList(target) ? changeList(target, segments, op, value) : changeObject(target, segments, op, value);
}

function changeObject(
  target: JsonObject,
  [key = '', ...deeper]: Segments,
  op: string,
  value: JsonValue,
): JsonObject | undefined {
  // It would become the prototype of whatever is built from it.
  if (key === '__proto__') return undefined;
  const exists = Object.hasOwn(target, key);
  if (deeper.length > 0) {
    const changed = exists ? change(target[key], deeper, op, value) : undefined;
    return changed === undefined ? undefined : {...target, [key]: changed};
  }
  if (op === 'add' || (op === 'replace' && exists)) return {...target, [key]: value};
  if (op !== 'remove' || !exists) return undefined;
  const {[key]: _, ...rest} = target;
  return rest;
}

function changeList(
  target: readonly JsonValue[],
  [key = '', ...deeper]: Segments,
  op: string,
  value: JsonValue,
): readonly JsonValue[] | undefined {
  const index = key === '-' ? target.length : /^(0|[1-9]\d{0,8})$/.test(key) ? Number(key) : Infinity;
  const exists = index < target.length;
  if (deeper.length > 0) {
    const changed = exists ? change(target[index], deeper, op, value) : undefined;
    return changed === undefined ? undefined : target.with(index, changed);
  }
  if (op === 'add' && index <= target.length) return target.toSpliced(index, 0, value);
  if (op === 'replace' && exists) return target.with(index, value);
  if (op === 'remove' && exists) return target.toSpliced(index, 1);
  return undefined;
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
