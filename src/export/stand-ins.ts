import {parseToken, type Token} from '../engine/desks.js';
import {isObject, type JsonValue} from '../engine/index.js';
import {escapePointer, type OpenApiDocument} from '../openapi/index.js';
import {itemsOf, memberOf, namesOf, typesOf, type Schemas} from './schemas.js';
import {structureOf} from './structure.js';
import {inventorOf, type Inventor} from './synthetic.js';

/** A text in which something is counted or coded, so that it may be an id: a word alone is none. */
const idLike = /^(?=.*\d)[^]{6,}$/;

/** Digits enough for a telephone number or a card's. */
const longNumber = /^-?\d{6,}$/;

/** The name of a member that holds an id or several. */
const idName = /(^id|_ids?|Ids?|Csid|csid)$/;

/** Where a value of a body stands. */
export interface Place {
  readonly document: OpenApiDocument;
  /** What describes it. */
  readonly schemas: Schemas;
  /** Its JSON pointer in the body. */
  readonly pointer: string;
  /** Pointers of values that were not of a type that the document has there. */
  readonly mistyped: ReadonlySet<string>;
  /** The name of the member that it is, or that it is an item of. */
  readonly name?: string;
}

/**
 * What stands for what in the calls that are made again. In this order: what is known to be nobody's, what was made up for
 * an earlier call, what an earlier answer gave in its place, and something that is made up now.
 */
export class StandIns {
  readonly #known: ReadonlyMap<string, JsonValue>;
  readonly #given: ReadonlySet<string>;
  readonly #inventor: Inventor;
  /** What answers gave in place of tokens, and in place of ids that the journal has in clear. */
  readonly #answered = new Map<string, JsonValue>();
  readonly #ids = new Map<string, JsonValue>();

  /**
   * @param known by the whole token.
   * @param given long numbers that stay as they are: those of the journal's answers and of the built-in seeds.
   */
  constructor(known: Readonly<Record<string, JsonValue>>, randomSeed: number, given: ReadonlySet<string> = new Set()) {
    this.#known = new Map(Object.entries(known).map(([token, value]) => [token.slice(0, 20), value]));
    this.#given = given;
    this.#inventor = inventorOf(randomSeed);
  }

  /** Forgets what answers gave: the calls begin again. What was made up stays as it is. */
  restart(): void {
    this.#answered.clear();
    this.#ids.clear();
  }

  /** What is known of a token, or was answered in its place. */
  knownOf({name}: Token): JsonValue | undefined {
    const known = this.#known.get(name);
    // An id of the journal's that stood where the document has none is an id all the same.
    if (typeof known === 'string' || typeof known === 'number') return this.#ids.get(String(known)) ?? known;
    return known ?? (this.#inventor.has({name}) ? undefined : this.#answered.get(name));
  }

  /** In place of a text of the path, the query or a header. */
  text(text: string): string {
    const token = parseToken(text);
    if (token === undefined) return asText(this.#ids.get(text) ?? this.#number(text));
    return asText(this.knownOf(token) ?? this.#inventor.textFor(token));
  }

  /** In place of a body, or of a value in it. */
  value(value: JsonValue, place: Place): JsonValue {
    const {document, schemas, pointer, name = ''} = place;
    if (Array.isArray(value)) {
      const items = itemsOf(document, schemas);
      return value.map((one: JsonValue, at) =>
        this.value(one, {...place, schemas: items, pointer: `${pointer}/${at}`}),
      );
    }
    if (isObject(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => {
          const member = {schemas: memberOf(document, schemas, key), pointer: `${pointer}/${escapePointer(key)}`};
          return [this.text(key), this.value(one as JsonValue, {...place, ...member, name: key})];
        }),
      );
    }
    if (typeof value === 'number') {
      const id = idName.test(name) ? this.#ids.get(String(value)) : undefined;
      // A number has no zeros before it.
      return (
        id ??
        (longNumber.test(String(value)) ? Number(this.#number(String(value)).replace(/^(-?)000/, '$1999')) : value)
      );
    }
    if (typeof value !== 'string') return value;
    const token = parseToken(value);
    if (token === undefined) return this.#ids.get(value) ?? this.#number(value);
    return place.mistyped.has(pointer) ? this.#mistyped(token, schemas) : this.#fitting(token, schemas);
  }

  /** Takes down what an answer gave in place of what the journal has at the same place. */
  learn(journaled: JsonValue | undefined, answered: JsonValue | undefined, name = ''): void {
    if (journaled === undefined || answered === undefined || journaled === answered) return;
    if (Array.isArray(journaled)) {
      // Items of lists that differ in length cannot be told apart.
      if (!Array.isArray(answered) || answered.length !== journaled.length) return;
      for (const [position, one] of journaled.entries())
        this.learn(one as JsonValue, answered[position] as JsonValue, name);
    } else if (isObject(journaled)) {
      if (!isObject(answered)) return;
      for (const [key, one] of Object.entries(journaled)) this.learn(one as JsonValue, answered[key] as JsonValue, key);
    } else if (typeof journaled === 'number') {
      if (idName.test(name) && typeof answered === 'number') this.#ids.set(String(journaled), answered);
    } else if (typeof journaled === 'string') {
      const token = parseToken(journaled);
      if (token) this.#answered.set(token.name, answered);
      else if (idLike.test(journaled) && typeof answered === 'string') this.#ids.set(journaled, answered);
    }
  }

  /** A long number of the caller's own, which may be somebody's, is another of the same length; any other text stays. */
  #number(text: string): string {
    if (!longNumber.test(text) || this.#given.has(text)) return text;
    return this.#inventor.textFor({name: `number ${text}`, shape: text.replace(/\d/g, '9'), more: 0});
  }

  /** A token's value in a type that the document has there; a text where it says nothing. */
  #fitting(token: Token, schemas: Schemas): JsonValue {
    const types = typesOf(schemas);
    const known = this.knownOf(token);
    if (known !== undefined) return asType(known, types);
    const text = this.#inventor.textFor(token);
    if (types.has('string')) return text;
    const {shape = ''} = token;
    if (/^-?9[9.]*$/.test(shape) && (types.has('integer') || types.has('number'))) return Number(text);
    if (/^a{4,5}$/.test(shape) && types.has('boolean')) return shape.length === 4;
    return this.#structure(token, schemas) ?? text;
  }

  /** What the document has no such type for: anything but a text, as far as the shape can be read as something else. */
  #mistyped(token: Token, schemas: Schemas): JsonValue {
    const types = ['integer', 'number', 'boolean'].filter((type) => !typesOf(schemas).has(type));
    return this.#fitting(token, [{type: types}]);
  }

  /** Names are those of the document, where it has one of that length. */
  #structure({name, shape = ''}: Token, schemas: Schemas): JsonValue | undefined {
    const names = [...namesOf(schemas)];
    let count = 0;
    const textFor = (part: string) => this.#inventor.textFor({name: `${name}/${(count += 1)}`, shape: part, more: 0});
    return structureOf(shape, {
      text: textFor,
      name: (part) => {
        const place = names.findIndex((one) => one.length === part.length);
        return place < 0 ? textFor(part) : (names.splice(place, 1)[0] as string);
      },
    });
  }
}

function asText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * The same token stands for a number and for its digits, for an object and for its JSON text; one of `true` or `false` for a
 * boolean, unless the document has a text there.
 */
function asType(value: JsonValue, types: ReadonlySet<string>): JsonValue {
  if ((value === 'true' || value === 'false') && !types.has('string')) return value === 'true';
  if (types.size === 0) return value;
  if (typeof value === 'string') {
    const isNumber = !types.has('string') && (types.has('integer') || types.has('number'));
    return isNumber && value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
  }
  return types.has('string') && typeof value === 'number' && !types.has('integer') && !types.has('number')
    ? String(value)
    : value;
}
