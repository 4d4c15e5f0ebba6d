import {parseToken} from '../../engine/desks.js';
import {DocumentNames, plainId, type JournalEntry, type Vendor} from '../../engine/index.js';
import {unescapePointer, type Finding} from '../../openapi/index.js';

/** What stands in the place of a word that may be a person's. */
const hidden = '…';

const methods = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;

/**
 * Tells of entries in words that are nobody's: those of the vendor's document, numbers, ids and tokens. That holds for a
 * journal in clear as well.
 */
export class PlainWords {
  readonly #vendor: Vendor;
  readonly #spellings: DocumentNames;
  #names: ReadonlySet<string> | undefined;

  constructor(vendor: Vendor) {
    this.#vendor = vendor;
    this.#spellings = new DocumentNames(vendor);
  }

  /** Method and path of a request. */
  request({request: {method, path}}: JournalEntry): string {
    const segments = path.split('/').map((segment) => (this.#isPlain(segment) ? segment : hidden));
    return `${methods.test(method) ? method : hidden} ${segments.join('/')}`;
  }

  /** What a finding says, as a sentence. */
  finding({location, path, keyword, params, message}: Finding): string {
    const place = this.place(path);
    const {additionalProperty, unevaluatedProperty, propertyName} = params;
    const named = [additionalProperty, unevaluatedProperty, propertyName].filter((one) => typeof one === 'string');
    if (place === path && named.every((name) => this.#isPlain(name))) return message;
    return `The ${location}${place === '' ? '' : ` at ${place}`} is not as the document has it (${keyword}).`;
  }

  /** A JSON pointer into a request or an answer. */
  place(pointer: string): string {
    const segments = pointer.split('/').map((segment) => (this.#isPlain(unescapePointer(segment)) ? segment : hidden));
    return segments.join('/');
  }

  /** A JSON pointer as far as its words are nobody's. */
  readable(pointer: string): string {
    const segments = pointer.split('/');
    const end = segments.findIndex((segment) => !this.#isPlain(unescapePointer(segment)));
    return (end < 0 ? segments : segments.slice(0, end)).join('/');
  }

  /** A caller's name of a parameter or a member, if it is one that the document has in some spelling. */
  name(name: string): string | undefined {
    return this.#spellings.has(name) ? name : undefined;
  }

  #isPlain(word: string): boolean {
    this.#names ??= namesOf(this.#vendor);
    return this.#names.has(word) || plainId.test(word) || parseToken(word) !== undefined || this.#spellings.has(word);
  }
}

/** Every name that the document has, and every segment of its paths. */
function namesOf({document, operationList}: Vendor): ReadonlySet<string> {
  const names = new Set(['', 'request', 'response', 'query', 'headers', 'body', 'path']);
  for (const {path, parameters} of operationList) {
    for (const segment of path.split('/')) names.add(segment);
    for (const {name, enum: listed = []} of parameters) for (const one of [name, ...listed]) names.add(String(one));
  }
  JSON.stringify(document, (key, value: unknown) => {
    names.add(key);
    return value;
  });
  return names;
}
