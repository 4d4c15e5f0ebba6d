import {isRestOfMany, parseToken, tokenPattern} from '../../engine/desks.js';
import type {JournalEntry} from '../../engine/index.js';
import {isObject, valueAt, type JsonValue, type Operation} from '../../openapi/index.js';

/** How the path of an operation is read. */
interface PathPattern {
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

/** Reads values out of journal entries. How a path is read is worked out once for each operation. */
export class Expressions {
  readonly #patterns = new WeakMap<Operation, PathPattern>();

  /**
   * The value of an OpenAPI runtime expression in a journal's entry; undefined where there is none. Read are
   * `$request.path.…`, `$request.query.…`, `$request.body#/…` and `$response.body#/…`.
   */
  valueOf(expression: string, entry: JournalEntry, operation: Operation): JsonValue | undefined {
    const [, side, part, rest = ''] = /^\$(request|response)\.(path\.|query\.|body#)(.*)$/.exec(expression) ?? [];
    if (side === 'response') return valueAt(entry.response.body, rest) as JsonValue | undefined;
    if (part === 'body#') return valueAt(entry.request.body, rest) as JsonValue | undefined;
    return part === 'query.' ? entry.request.query[rest]?.[0] : this.parametersOf(entry, operation, [rest])[0];
  }

  /** The values of parameters of the path or the query; undefined where there is none. */
  parametersOf({request}: JournalEntry, operation: Operation, wanted: readonly string[]): (string | undefined)[] {
    const {names, pattern} = this.#patternOf(operation);
    const found = pattern.exec(request.path) ?? undefined;
    return wanted.map((name) => (names.includes(name) ? found?.[names.indexOf(name) + 1] : request.query[name]?.[0]));
  }

  /** The values of all parameters of the path, in their order. */
  pathOf(entry: JournalEntry, operation: Operation): (string | undefined)[] {
    return this.parametersOf(entry, operation, this.#patternOf(operation).names);
  }

  #patternOf(operation: Operation): PathPattern {
    let pattern = this.#patterns.get(operation);
    if (pattern === undefined) this.#patterns.set(operation, (pattern = pathPattern(operation)));
    return pattern;
  }
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

/**
 * The texts of all values anywhere in a body, to look one up among them; undefined where the journal has not all of the body.
 */
export function textsIn(body: JsonValue): ReadonlySet<string> | undefined {
  const texts = new Set<string>();
  const isWhole = (one: JsonValue | undefined): boolean => {
    if (Array.isArray(one)) return !isRestOfMany(one.at(-1)) && one.every(isWhole);
    if (isObject(one))
      return Object.entries(one).every(([name, inner]) => !isRestOfMany(name) && isWhole(inner as JsonValue));
    if (one !== undefined && one !== null) texts.add(textOf(one));
    return true;
  };
  return isWhole(body) ? texts : undefined;
}

/** Whether a text is a token of the journal's. */
export function isToken(text: string): boolean {
  return parseToken(text) !== undefined;
}

/** A value as a text. Ids are compared as texts: a path has `10749` for the number of a body. */
export function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function pathPattern({path}: Operation): PathPattern {
  // A token shows the punctuation of what it stands for, slashes as well.
  const pattern = path
    .split(/\{\w+\}/)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join(`(${tokenPattern}|[^/]*)`);
  return {names: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''), pattern: new RegExp(`^${pattern}$`)};
}
