import {isObject, type JsonValue} from '../../openapi/index.js';
import type {Difference} from './entry.js';

/** A token of a whole object or list, which hides what is inside. */
const hiddenWhole = /^tok_[0-9a-f]{16}\([{[]/;

/**
 * In what a body differs from what is expected of it, both as the journal has them. Every member that is expected must be
 * there and be equal; of members that nobody expects nothing is said. Lists are equal item by item.
 * @param member what the body is called.
 */
export function differencesIn(expected: JsonValue, got: JsonValue | undefined, member: string): readonly Difference[] {
  if (got === undefined) return [{member, expected}];
  if (isObject(expected) && isObject(got)) {
    return Object.entries(expected).flatMap(([name, one]) =>
      differencesIn(
        one as JsonValue,
        Object.hasOwn(got, name) ? (got[name] as JsonValue) : undefined,
        `${member}/${name}`,
      ),
    );
  }
  if (Array.isArray(expected) && Array.isArray(got)) {
    if (expected.length !== got.length) return [{member, expected, got, note: 'lists of different lengths'}];
    return expected.flatMap((one: JsonValue, at) => differencesIn(one, got[at] as JsonValue, `${member}/${at}`));
  }
  if (expected === got) return [];
  const isHidden = [expected, got].every((one) => typeof one === 'string' && hiddenWhole.test(one));
  return [{member, expected, got, ...(isHidden && {note: 'hidden as a whole, so expect the whole of it'})}];
}
