import {isRestOfMany} from '../../engine/desks.js';
import {composing, escapePointer, isObject, resolve, type OpenApiDocument, type Schema} from '../../openapi/index.js';

/** A member of an object in a body, with what the document says of it. */
export interface Member {
  /** JSON pointer in the body. */
  readonly pointer: string;
  readonly name: string;
  readonly value: unknown;
  /** The schemas that describe it; none where it is not declared. */
  readonly described: readonly Schema[];
  /** The names that the object may have. */
  readonly declared: readonly string[];
  /** Whether the document says itself what becomes of members that it does not name. */
  readonly isSettled: boolean;
}

/** Every member of every object in a body whose schema names members, from the outermost inwards. */
export function membersIn(document: OpenApiDocument, schema: string, body: unknown): readonly Member[] {
  return membersOf(document, {value: body, pointer: '', schemas: [resolve(document, schema).value as Schema]});
}

interface Place {
  readonly value: unknown;
  readonly pointer: string;
  readonly schemas: readonly Schema[];
}

function membersOf(document: OpenApiDocument, {value, pointer, schemas}: Place): readonly Member[] {
  const seen = new Set<Schema>();
  const all = schemas.flatMap((schema) => composing(document, schema, seen));
  if (Array.isArray(value)) {
    const items = all.map((schema) => schema.items).filter(isObject) as Schema[];
    if (items.length === 0) return [];
    return value.flatMap((item: unknown, at) =>
      membersOf(document, {value: item, pointer: `${pointer}/${at}`, schemas: items}),
    );
  }
  const declared = [...new Set(all.flatMap(({properties}) => Object.keys(properties ?? {})))];
  if (!isObject(value) || declared.length === 0) return [];
  const isSettled = all.some(
    ({additionalProperties, unevaluatedProperties, patternProperties}) =>
      (additionalProperties ?? unevaluatedProperties ?? patternProperties) !== undefined,
  );
  return Object.keys(value)
    .filter((name) => !isRestOfMany(name))
    .flatMap((name) => {
      const described = all.flatMap(({properties}) =>
        properties && Object.hasOwn(properties, name) ? [properties[name] as Schema] : [],
      );
      const place = {value: value[name], pointer: `${pointer}/${escapePointer(name)}`, schemas: described};
      const member = {...place, name, described, declared, isSettled};
      return [member, ...(described.length > 0 ? membersOf(document, place) : [])];
    });
}
