/** Where a value stands in another one. Its pointer is only written when something is found there. */
export interface Place {
  readonly value: unknown;
  /** The name of a member, the number of an element; undefined for the root. */
  readonly key: string | number | undefined;
  readonly parent: Place | undefined;
}

/** A JSON value and all values in it, in their order. Keeps a list of what is left: data may be nested deeper than calls. */
export function* placesIn(value: unknown): Iterable<Place> {
  const left: Place[] = [{value, key: undefined, parent: undefined}];
  for (let place = left.pop(); place; place = left.pop()) {
    yield place;
    addChildren(left, place);
  }
}

/** The JSON pointer to a place (RFC 6901). */
export function pointerTo(place: Place): string {
  const keys: string[] = [];
  for (let at = place; at.parent; at = at.parent) keys.push(String(at.key).replaceAll('~', '~0').replaceAll('/', '~1'));
  return keys
    .reverse()
    .map((key) => `/${key}`)
    .join('');
}

/** The last one first: the list is taken from its end. */
function addChildren(left: Place[], parent: Place): void {
  const {value} = parent;
  if (Array.isArray(value)) {
    for (let key = value.length - 1; key >= 0; key--) left.push({value: value[key] as unknown, key, parent});
  } else if (typeof value === 'object' && value !== null) {
    const members = value as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(members).reverse()) left.push({value: members[key], key, parent});
  }
}
