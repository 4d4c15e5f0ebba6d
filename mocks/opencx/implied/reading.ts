import type {Said} from '../../../src/engine/index.js';

/** The members that are there. */
export function present(object: Said): Said {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

/** Those of the members that are there and have one of these names. */
export function pick(object: Said, names: readonly string[]): Said {
  return present(Object.fromEntries(names.map((name) => [name, object[name]])));
}

/** An instant in milliseconds since 1970 as OpenCX writes it. */
export function timeOf(instant: number): string {
  return new Date(instant).toISOString();
}

/** Things by what they have in common, in their order. */
export function groupedBy<Key, Value>(values: Iterable<Value>, keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
