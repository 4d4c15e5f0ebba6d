import {isObject, resolve, type JsonValue, type OpenApiDocument, type Schema} from '../openapi/index.js';
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
}

const hide: Mask = {keep: false, members: new Map(), items: undefined};

/** What a caller may write where an id is expected without anyone learning a person from it. */
const idLike = /^[\w:.+-]{0,64}$/;

/** The marks of an e-mail address or a telephone number. We may repeat one that a caller gave for an id. */
const addressLike = /@|^\+\d/;

/** Replaces what is personal in JSON values by tokens, as the schemas of one document say. */
export class Masker {
  readonly #document: OpenApiDocument;
  readonly #tokens: Tokens;
  readonly #masks = new Map<string, Mask>();

  constructor(document: OpenApiDocument, tokens: Tokens) {
    this.#document = document;
    this.#tokens = tokens;
  }

  /**
   * @param schema pointer of the value's schema; undefined when nothing is known of it.
   * @param author whose value it is. A caller may write a name where an id belongs, so a caller's text is kept only
   * when it looks like an id.
   */
  mask(value: unknown, schema: string | undefined, author: 'caller' | 'us'): JsonValue {
    return this.#apply(value, schema === undefined ? hide : this.#maskAt(schema), author);
  }

  #apply(value: unknown, mask: Mask, author: 'caller' | 'us'): JsonValue {
    if (value === null || value === undefined) return null;
    if (Array.isArray(value) && mask.items) return value.map((item) => this.#apply(item, mask.items as Mask, author));
    if (isObject(value) && mask.members.size > 0) {
      const masked: Record<string, JsonValue> = {};
      for (const key in value) {
        if (value[key] === undefined) continue;
        const known = mask.members.get(key);
        // An unknown name may be personal data itself: `{"anna@example.org": true}`.
        if (known === undefined) masked[this.#tokens.of(key)] = this.#tokens.of(value[key]);
        else masked[key] = this.#apply(value[key], known, author);
      }
      return masked;
    }
    return typeof value !== 'object' && mask.keep && isPlain(value, mask, author)
      ? (value as JsonValue)
      : this.#tokens.of(value);
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
    const all = schemas.flatMap((schema) => this.#flatten(schema, new Set()));
    if (all.some((schema) => schema['x-standin-personal'] === true)) return hide;

    const key = all.map((schema) => this.#identity(schema)).join();
    const known = seen.get(key);
    if (known) return known;
    const mask = {keep: true, members: new Map<string, Mask>(), items: undefined as Mask | undefined};
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

  /** A schema with everything it refers to or is composed of. */
  #flatten(schema: Schema, seen: Set<Schema>): Schema[] {
    if (seen.has(schema)) return [];
    seen.add(schema);
    const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
    if (schema.$ref !== undefined) parts.push(resolve(this.#document, schema.$ref).value as Schema);
    return [schema, ...parts.flatMap((part) => this.#flatten(part, seen))];
  }
}

/** Whether a value that is no object and no array may be kept. */
function isPlain(value: unknown, {members, items}: Mask, author: 'caller' | 'us'): boolean {
  if (typeof value === 'string' && addressLike.test(value)) return false;
  if (author === 'us') return true;
  // A text in the place of an object is likely to be what belongs inside it: `{"contact": "Anna"}`.
  if (members.size > 0 || items) return false;
  return typeof value !== 'string' || idLike.test(value);
}
