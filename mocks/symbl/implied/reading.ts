import {isObject} from '../../../src/engine/index.js';

/** An object as somebody answered it: nothing is known of its members. */
export type Said = Readonly<Record<string, unknown>>;

/** A value as an object; an empty one when it is none. */
export function objectIn(value: unknown): Said {
  return isObject(value) ? value : {};
}

/** The objects of a list; none when it is no list. */
export function objectsIn(value: unknown): readonly Said[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A value as text that says something: undefined for what is no text, and for an empty one. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Those of the members that are texts, empty ones too. */
export function textsIn<Name extends string>(
  object: Said,
  ...names: readonly Name[]
): Readonly<Partial<Record<Name, string>>> {
  const found = names.flatMap((name) => (typeof object[name] === 'string' ? [[name, object[name]] as const] : []));
  return Object.fromEntries(found) as Partial<Record<Name, string>>;
}
