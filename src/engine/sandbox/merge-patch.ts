import {isObject} from '../../openapi/index.js';

/**
 * A value with a JSON Merge Patch (RFC 7396) applied: members that the patch has as `null` are gone, objects are merged,
 * everything else, lists included, takes the place of what was there.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value) as typeof value);
  }
  return Object.fromEntries(merged);
}
