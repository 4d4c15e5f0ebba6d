import {
  escapePointer,
  unescapePointer,
  type Finding,
  type JsonValue,
  type OpenApiDocument,
} from '../../openapi/index.js';
import type {Vendor} from '../vendor.js';
import {DocumentNames} from './document-names.js';
import {sentenceOf} from './finding-text.js';
import type {Tokens} from './tokens.js';

/** Members of `params` that Ajv fills from the schema; what stands in any other may come from the caller. */
const schemaParams = new Set([
  ...['type', 'limit', 'comparison', 'multipleOf', 'pattern', 'format', 'allowedValue', 'allowedValues'],
  ...['missingProperty', 'property', 'deps', 'depsCount', 'error', 'tag', 'failingKeyword', 'passingSchemas'],
  ...['i', 'j', 'minContains', 'maxContains'],
]);

/** Writes findings down. They name members by the caller's own keys, which may be personal data themselves. */
export class FindingMask {
  readonly #vendor: Vendor;
  readonly #tokens: Tokens;
  readonly #spellings: DocumentNames;
  #documentNames: ReadonlySet<string> | undefined;

  constructor(vendor: Vendor, tokens: Tokens) {
    this.#vendor = vendor;
    this.#tokens = tokens;
    this.#spellings = new DocumentNames(vendor);
  }

  /** The finding as the journal has it, its message as a whole sentence. */
  finding(finding: Finding): Finding {
    const hide = (name: string) => (this.#isNamed(name) ? name : this.#tokens.of(name));
    const path = finding.path
      .split('/')
      .map((segment) => escapePointer(hide(unescapePointer(segment))))
      .join('/');
    const params = Object.fromEntries(
      Object.entries(finding.params)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]): [string, JsonValue] => {
          if (schemaParams.has(key)) return [key, value as JsonValue];
          return [key, typeof value === 'string' ? hide(value) : this.#tokens.of(value)];
        }),
    );
    const masked = {...finding, path, params};
    return {...masked, message: sentenceOf(masked)};
  }

  #isNamed(name: string): boolean {
    this.#documentNames ??= namesOf(this.#vendor);
    return this.#documentNames.has(name) || /^\d{1,5}$/.test(name) || this.#spellings.has(name);
  }
}

/** Every name that the document itself uses. */
function namesOf({operationList, document}: {operationList: Vendor['operationList']; document: OpenApiDocument}) {
  const names = new Set(['', ...operationList.flatMap(({parameters}) => parameters.map(({name}) => name))]);
  JSON.stringify(document, (key, value: unknown) => {
    names.add(key);
    return value;
  });
  return names;
}
