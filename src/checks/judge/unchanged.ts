import {escapePointer, isObject, type JsonValue} from '../../openapi/index.js';
import {shown, type Discrepancy} from './discrepancy.js';

/**
 * In what two JSON bodies differ; the order of members does not matter, that of lists does. For somebody who must not
 * change when somebody else is erased.
 *
 * @returns one for each pointer, in the order of `before`, members that only `after` has last.
 */
export function differencesBetween(before: JsonValue, after: JsonValue): readonly Discrepancy[] {
  return [...differences(before, after, '')];
}

function* differences(before: unknown, after: unknown, at: string): Iterable<Discrepancy> {
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    for (let position = 0; position < length; position++)
      yield* differences(before[position], after[position], `${at}/${position}`);
  } else if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      yield* differences(member(before, name), member(after, name), `${at}/${escapePointer(name)}`);
  } else if (before !== after) {
    yield {
      check: 'unchanged',
      pointer: at,
      expected: shown(before),
      got: shown(after),
      message: `${at === '' ? 'The body' : at} changed, where nothing was to change.`,
      mark: 'documented',
    };
  }
}

function member(object: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
