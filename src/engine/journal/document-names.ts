import type {Vendor} from '../vendor.js';

/** Longest name that is looked at: a name of the document with a thousand underscores in it is none. */
const longest = 80;

/** How clients name a key that they send in a query. */
const credentials = ['apikey', 'accesstoken', 'token', 'authorization', 'key'];

/**
 * The names that a document declares for parameters and members. A caller's name that is one of them but for letter case and
 * what joins its words is nobody's, and may be read.
 */
export class DocumentNames {
  readonly #vendor: Pick<Vendor, 'document' | 'operationList'>;
  #names: ReadonlySet<string> | undefined;

  constructor(vendor: Pick<Vendor, 'document' | 'operationList'>) {
    this.#vendor = vendor;
  }

  has(name: string): boolean {
    this.#names ??= namesIn(this.#vendor);
    return name.length <= longest && this.#names.has(foldedName(name));
  }
}

/** A name without letter case and without what joins its words: `session_id` and `sessionId` are one. */
export function foldedName(name: string): string {
  return name.toLowerCase().replace(/[_\-\s]/g, '');
}

function namesIn({document, operationList}: Pick<Vendor, 'document' | 'operationList'>): ReadonlySet<string> {
  const names = new Set(credentials);
  for (const {parameters} of operationList) for (const {name} of parameters) names.add(foldedName(name));
  JSON.stringify(document, (key, value: unknown) => {
    if (key === 'properties') for (const name in value as object) names.add(foldedName(name));
    return value;
  });
  return names;
}
