/** A body that was altered in one place. */
export interface Altered {
  /** `format /data/id` */
  readonly what: string;
  readonly body: unknown;
}

type Json = null | boolean | number | string | Json[] | {[name: string]: Json};

/** Ways to alter a value; undefined where the way does not fit it. */
const ways: Readonly<Record<string, (value: Json) => Json | undefined>> = {
  type: (value) => (typeof value === 'string' ? 7 : typeof value === 'object' && value !== null ? 'text' : {}),
  null: (value) => (value === null ? undefined : null),
  // A word that no list of words has.
  enum: (value) => (typeof value === 'string' ? 'Nonesuch' : undefined),
  format: (value) =>
    typeof value === 'string' && /^[\dT:.Z-]{10,}$|^[\da-f-]{36}$/.test(value) ? `${value}?` : undefined,
  negative: (value) => (typeof value === 'number' ? -1 - Math.abs(value) : undefined),
  fraction: (value) => (typeof value === 'number' ? Math.trunc(value) + 0.5 : undefined),
  empty: (value) => (Array.isArray(value) && value.length > 0 ? [] : undefined),
  'extra member': (value) => (isObject(value) ? {...value, nonesuch: true} : undefined),
};

/**
 * A body altered everywhere in every way, one at a time: a member dropped or added, another type, null, another word, a
 * broken format. Of a list only the first item is altered.
 */
export function alterationsOf(body: Json, pointer = ''): Altered[] {
  const here = Object.entries(ways).flatMap(([way, alter]) => {
    const altered = alter(body);
    return altered === undefined ? [] : [{what: `${way} ${pointer}`, body: altered}];
  });
  if (Array.isArray(body)) {
    const [first, ...others] = body;
    if (first === undefined) return here;
    return [
      ...here,
      ...alterationsOf(first, `${pointer}/0`).map(({what, body: item}) => ({what, body: [item, ...others]})),
    ];
  }
  if (!isObject(body)) return here;
  const members = Object.entries(body).flatMap(([name, value]) => {
    const {[name]: _, ...others} = body;
    const inside = alterationsOf(value, `${pointer}/${name}`);
    return [
      {what: `dropped ${pointer}/${name}`, body: others},
      ...inside.map((altered) => ({what: altered.what, body: {...body, [name]: altered.body}})),
    ];
  });
  return [...here, ...members];
}

function isObject(value: Json): value is {[name: string]: Json} {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
