import {isRestOfMany, parseToken, tokenPattern} from '../../engine/desks.js';
import type {JournalEntry} from '../../engine/index.js';
import {isObject, valueAt, type JsonValue, type Operation} from '../../openapi/index.js';

/**
 * The value of an OpenAPI runtime expression in a journal's entry; undefined where there is none. Read are
 * `$request.path.…`, `$request.query.…`, `$request.body#/…` and `$response.body#/…`.
 */
export function expressed(expression: string, entry: JournalEntry, operation: Operation): JsonValue | undefined {
  const [, side, part, rest = ''] = /^\$(request|response)\.(path\.|query\.|body#)(.*)$/.exec(expression) ?? [];
  if (side === 'response') return valueAt(entry.response.body, rest) as JsonValue | undefined;
  if (part === 'body#') return valueAt(entry.request.body, rest) as JsonValue | undefined;
  return part === 'query.' ? entry.request.query[rest]?.[0] : parameterOf(entry, operation, rest);
}

/** The value of a parameter of the path or the query; undefined where there is none. */
export function parameterOf({request}: JournalEntry, {path}: Operation, name: string): string | undefined {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, one]) => one);
  if (!names.includes(name)) return request.query[name]?.[0];
  // A token shows the punctuation of what it stands for, slashes as well.
  const pattern = path
    .split(/\{\w+\}/)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join(`(${tokenPattern}|[^/]*)`);
  return new RegExp(`^${pattern}$`).exec(request.path)?.[names.indexOf(name) + 1];
}

/**
 * Whether two values may be the same. A token has an equal only among tokens: beside a value that can be read, as beside one
 * that was not recorded, nothing can be told, and nobody is blamed for that.
 */
export function maybeSame(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  const [left, right] = [textOf(one), textOf(other)];
  return left === right || isToken(left) !== isToken(right);
}

/** Whether a value stands anywhere in a body, as far as the journal has it. */
export function holdsValue(body: JsonValue, value: JsonValue | undefined): boolean {
  if (value === undefined || isToken(textOf(value))) return true;
  const wanted = textOf(value);
  const isIn = (one: JsonValue | undefined): boolean => {
    if (Array.isArray(one)) return one.some(isIn) || isRestOfMany(one.at(-1));
    if (isObject(one))
      return Object.entries(one).some(([name, inner]) => isRestOfMany(name) || isIn(inner as JsonValue));
    if (one === undefined || one === null) return false;
    return textOf(one) === wanted;
  };
  return isIn(body);
}

function isToken(text: string): boolean {
  return parseToken(text) !== undefined;
}

/** Ids are compared as texts: a path has `10749` for the number of a body. */
function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
