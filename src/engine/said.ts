import {isObject} from '../openapi/index.js';

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
