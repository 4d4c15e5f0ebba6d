import {escapePointer, isObject, unescapePointer} from '../../openapi/index.js';

/**
 * Whether a JSON pointer fits a pattern: `*` in it stands for any one name or number, and `/**` at its end for the value
 * there and all that is inside.
 */
export function fitsPattern(pointer: string, pattern: string): boolean {
  const isDeep = pattern.endsWith('/**');
  const wanted = (isDeep ? pattern.slice(0, -'/**'.length) : pattern).split('/');
  const given = pointer.split('/');
  const isLongEnough = isDeep ? given.length >= wanted.length : given.length === wanted.length;
  return isLongEnough && wanted.every((name, at) => name === '*' || name === given[at]);
}

/** What stands in a pointer for a name that is not shown: the how-manieth it is, from 0. */
export function positionName(position: number): string {
  return `@${position}`;
}

/**
 * A pointer into a value without the names of members that tell what must not be told: their positions stand for them.
 * @param pointer leads somewhere in the value.
 */
export function withoutTelling(value: unknown, pointer: string, isTelling: (name: string) => boolean): string {
  let shown = '';
  let here = value;
  for (const name of pointer.split('/').slice(1).map(unescapePointer)) {
    const isHidden = isObject(here) && isTelling(name);
    shown += `/${isHidden ? positionName(Object.keys(here as object).indexOf(name)) : escapePointer(name)}`;
    here = (here as Readonly<Record<string, unknown>>)[name];
  }
  return shown;
}
