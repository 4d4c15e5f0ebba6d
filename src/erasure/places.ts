/** Where a value stands in another one. Its pointer is only written when something is found there. */
export interface Place {
  readonly value: unknown;
  /** The name of a member, the number of an element; undefined for the root. */
  readonly key: string | number | undefined;
  /** What holds it; of a place that is too deep to be told, the last one that is not. */
  readonly parent: Place | undefined;
  readonly depth: number;
}

/** A pointer names so many levels at the most: written in full, those of very deep places would be longer than the data. */
const deepest = 100;

/** A JSON value and all values in it, in their order. Keeps a list of what is left: data may be nested deeper than calls. */
export function* placesIn(value: unknown): Iterable<Place> {
  const left: Place[] = [{value, key: undefined, parent: undefined, depth: 0}];
  for (let place = left.pop(); place; place = left.pop()) {
    yield place;
    addChildren(left, place);
  }
}

/** The JSON pointer to a place (RFC 6901); more than 100 levels deep, to the value that holds it at that depth. */
export function pointerTo(place: Place): string {
  const keys: string[] = [];
  for (let at = told(place); at?.parent; at = at.parent)
    keys.push(String(at.key).replaceAll('~', '~0').replaceAll('/', '~1'));
  return keys
    .reverse()
    .map((key) => `/${key}`)
    .join('');
}

function told(place: Place): Place | undefined {
  return place.depth > deepest ? place.parent : place;
}

/** The last one first: the list is taken from its end. */
function addChildren(left: Place[], place: Place): void {
  const {value} = place;
  const parent = told(place);
  const depth = place.depth + 1;
  if (Array.isArray(value)) {
    for (let key = value.length - 1; key >= 0; key--) left.push({value: value[key] as unknown, key, parent, depth});
  } else if (typeof value === 'object' && value !== null) {
    const members = value as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(members).reverse()) left.push({value: members[key], key, parent, depth});
  }
}
