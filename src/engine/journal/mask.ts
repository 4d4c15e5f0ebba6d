import {composing, isObject, resolve, type JsonValue, type OpenApiDocument, type Schema} from '../../openapi/index.js';
import type {DocumentNames} from './document-names.js';
import type {Tokens} from './tokens.js';

/**
 * What of a value the journal may keep. Everything a schema does not name is hidden: unknown members of a request are
 * as likely to hold a name as the known ones.
 */
interface Mask {
  /** A value that is no object and no array is kept as it is. */
  readonly keep: boolean;
  readonly members: ReadonlyMap<string, Mask>;
  readonly items: Mask | undefined;
  /** What an enumeration lists. */
  readonly listed: ReadonlySet<unknown>;
  /** The JSON types that the schemas name, and their formats. */
  readonly types: ReadonlySet<unknown>;
}

const hide: Mask = {keep: false, members: new Map(), items: undefined, listed: new Set(), types: new Set()};

/** A text that tells nothing: a UUID, an id of sixteen digits, a time. Anything else may be a name. */
export const meaningless =
  /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{16}|\d{4}-\d\d-\d\dT[\d:.]{5,18}(Z|[+-]\d\d:\d\d)(\[GMT\])?)$/i;

/** How many values of a body are written down; what comes behind them becomes one token. */
export interface Budget {
  left: number;
}

/** The marks of an e-mail address or a telephone number. We may repeat one that a caller gave for an id. */
const addressLike = /@|^\+\d/;

type Author = 'caller' | 'us';

interface Way {
  readonly author: Author;
  readonly budget: Budget;
}

/** Replaces what is personal in JSON values by tokens, as the schemas of one document say. */
export class Masker {
  readonly #document: OpenApiDocument;
  readonly #names: DocumentNames;
  readonly #tokens: Tokens;
  readonly #masks = new Map<string, Mask>();

  constructor(document: OpenApiDocument, names: DocumentNames, tokens: Tokens) {
    this.#document = document;
    this.#names = names;
    this.#tokens = tokens;
  }

  /**
   * @param schema pointer of the value's schema; undefined when nothing is known of it.
   * @param author whose value it is. A caller may write a name where an id or a state belongs, so a caller's text is
   * kept only when the document lists it or when it tells nothing.
   */
  mask(value: unknown, schema: string | undefined, author: Author, budget: Budget = {left: 1}): JsonValue {
    return this.#apply(value, schema === undefined ? hide : this.#maskAt(schema), {author, budget});
  }

  /** A caller's object that nothing is declared of: which members it has can be told where their names are nobody's. */
  undeclared(value: Record<string, unknown>, budget: Budget): JsonValue {
    return this.#members(value, hide, {author: 'caller', budget});
  }

  /** The names of an object's members. */
  members(schema: string | undefined): Iterable<string> {
    return schema ? this.#maskAt(schema).members.keys() : [];
  }

  /** A caller's name as it is written down: the document's own can be read, any other may be personal data itself. */
  name(name: string): string {
    return this.#names.has(name) ? name : this.#tokens.of(name);
  }

  #apply(value: unknown, mask: Mask, way: Way): JsonValue {
    way.budget.left -= 1;
    if (value === null || value === undefined) return null;
    if (Array.isArray(value) && mask.items) return this.#items(value, mask.items, way);
    if (isObject(value) && mask.members.size > 0) return this.#members(value, mask, way);
    const {author} = way;
    return typeof value !== 'object' && mask.keep && this.#isPlain(value, mask, author)
      ? (value as JsonValue)
      : this.#tokens.of(value);
  }

  #items(values: readonly unknown[], mask: Mask, way: Way): JsonValue {
    const masked: JsonValue[] = [];
    for (const [position, value] of values.entries()) {
      if (way.budget.left <= 0) return [...masked, this.#tokens.of(values.slice(position))];
      masked.push(this.#apply(value, mask, way));
    }
    return masked;
  }

  #members(value: Record<string, unknown>, mask: Mask, way: Way): JsonValue {
    const masked: Record<string, JsonValue> = {};
    const names = Object.keys(value).filter((name) => value[name] !== undefined);
    for (const [position, name] of names.entries()) {
      if (way.budget.left <= 0) {
        const rest = names.slice(position);
        masked[this.#tokens.of(rest)] = this.#tokens.of(rest.map((one) => value[one]));
        break;
      }
      const known = mask.members.get(name);
      if (known) {
        masked[name] = this.#apply(value[name], known, way);
      } else {
        // An unknown name may be personal data itself: `{"anna@example.org": true}`.
        masked[this.name(name)] = this.#tokens.of(value[name]);
        way.budget.left -= 1;
      }
    }
    return masked;
  }

  #maskAt(pointer: string): Mask {
    let mask = this.#masks.get(pointer);
    if (mask === undefined) {
      mask = this.#compile([resolve(this.#document, pointer).value as Schema], new Map());
      this.#masks.set(pointer, mask);
    }
    return mask;
  }

  /** Merges schemas that describe one value: a member is known if any knows it, and personal if any says so. */
  #compile(schemas: readonly Schema[], seen: Map<string, Mask>): Mask {
    const all = schemas.flatMap((schema) => composing(this.#document, schema));
    if (all.some((schema) => schema['x-standin-personal'] === true)) return hide;

    const key = all.map((schema) => this.#identity(schema)).join();
    const known = seen.get(key);
    if (known) return known;
    const mask = {
      keep: true,
      members: new Map<string, Mask>(),
      items: undefined as Mask | undefined,
      listed: new Set(
        all.flatMap((schema) => [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])]),
      ),
      types: new Set(all.flatMap(({type = [], format = []}) => [type, format].flat())),
    };
    seen.set(key, mask);

    const names = new Set(all.flatMap((schema) => Object.keys(schema.properties ?? {})));
    for (const name of names) {
      const described = all.map((schema) => schema.properties?.[name]).filter((schema) => schema !== undefined);
      mask.members.set(name, this.#compile(described, seen));
    }
    const items = all.flatMap((schema) => (isObject(schema.items) ? [schema.items as Schema] : []));
    if (items.length > 0) mask.items = this.#compile(items, seen);
    return mask;
  }

  readonly #identities = new Map<Schema, number>();

  #identity(schema: Schema): number {
    let identity = this.#identities.get(schema);
    if (identity === undefined) this.#identities.set(schema, (identity = this.#identities.size));
    return identity;
  }

  /** Whether a value that is no object and no array may be kept. */
  #isPlain(value: unknown, {members, items, listed, types}: Mask, author: Author): boolean {
    const text = String(value);
    if (typeof value === 'string' && addressLike.test(text)) return false;
    if (author === 'us') return true;
    // A text in the place of an object is likely to be what belongs inside it: `{"contact": "Anna"}`.
    if (members.size > 0 || items) return false;
    if (listed.has(value)) return true;
    // It may be a card's number, so only a document that has such ids keeps it, and only where it has a text.
    if (/^\d{16}$/.test(text)) return types.has('string') && hasLongIds(this.#document);
    // Parameters are texts, whatever their type. Eight digits may be a telephone's; documents count ids in `int64`.
    return (
      meaningless.test(text) ||
      ((types.has('integer') || types.has('number')) && /^-?(\d\.?){1,7}$/.test(text)) ||
      (types.has('int64') && /^\d{1,9}$/.test(text)) ||
      (types.has('boolean') && /^(true|false)$/i.test(text))
    );
  }
}

function hasLongIds({components}: OpenApiDocument): boolean {
  return Object.values(components?.schemas ?? {}).some((schema) => (schema as Schema).pattern === '^[0-9]{16}$');
}
