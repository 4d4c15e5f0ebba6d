import {readFile} from 'node:fs/promises';
import {BASIC} from '@hyperjump/json-schema/experimental';
import '@hyperjump/json-schema/formats';
import {
  hasSchema,
  registerSchema,
  setShouldValidateFormat,
  validate,
  type SchemaObject,
  type Validator,
} from '@hyperjump/json-schema/openapi-3-1';
import {parse} from 'yaml';
import type {RecordedExchange} from '../../src/traffic/exchange.js';

/** In which way an answer differs from the document. `route`: the document has no such operation. */
export type Difference = 'route' | 'status' | 'content-type' | 'body';

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, {readonly responses: Readonly<Record<string, unknown>>}>>>
  >;
}

interface Route {
  readonly pattern: RegExp;
  readonly path: string;
  /** How many segments are parameters: the fewest win. */
  readonly open: number;
}

/**
 * A judge of answers that shares nothing with ours but the vendor's document as it stands in `specs/`: its own way from a
 * path to an operation, and another JSON Schema engine, which interprets schemas and does not compile them.
 */
export class SecondEngine {
  readonly #validators = new Map<string, Promise<Validator>>();
  readonly #routes: readonly Route[];

  private constructor(
    private readonly base: string,
    private readonly document: Document,
  ) {
    this.#routes = Object.keys(document.paths)
      .map((path) => ({
        path,
        pattern: new RegExp(`^${path.replaceAll(/[.+*?^$()[\]\\|]/g, '\\$&').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
        open: path.split('{').length,
      }))
      .sort((one, other) => one.open - other.open);
  }

  /** Reads a vendor's document. @throws Error when the document is no OpenAPI 3.1 in the engine's eyes. */
  static async of(vendor: string): Promise<SecondEngine> {
    const text = await readFile(new URL(`../../specs/${vendor}/openapi.yaml`, import.meta.url), 'utf8');
    const document = parse(text) as SchemaObject & Document;
    const base = `https://${vendor}.example/openapi`;
    setShouldValidateFormat(true);
    // The engine keeps its documents for the whole process.
    if (!hasSchema(base)) registerSchema(document, base, dialect);
    const verdict = await validate(dialect, document, BASIC);
    if (!verdict.valid) throw new Error(`${vendor}: ${JSON.stringify(verdict.errors)}`);
    return new SecondEngine(base, document);
  }

  /** Every way in which an answer differs; none when it is right. */
  async judge({request, response}: RecordedExchange): Promise<Difference[]> {
    const method = request.method.toLowerCase();
    const route = this.#routes.find(
      ({pattern, path}) => pattern.test(request.path) && this.document.paths[path]?.[method],
    );
    if (route === undefined) return ['route'];
    const pointer = `/paths/${escape(route.path)}/${method}/responses/${response.status}`;
    if (this.#at(pointer) === undefined) return ['status'];
    const declared = this.#resolved(pointer);
    const {content} = declared.value as {readonly content?: Readonly<Record<string, {readonly schema?: unknown}>>};
    if (content === undefined) return response.body === undefined ? [] : ['body'];
    if (response.body === undefined) return ['body'];
    const type = (response.headers['content-type'] ?? '').split(';')[0] as string;
    const held = Object.keys(content).find((one) => one === type || one === '*/*' || one === `${type.split('/')[0]}/*`);
    if (held === undefined) return ['content-type'];
    if (!type.includes('json') || content[held]?.schema === undefined) return [];
    const isRight = await this.isValid(`${declared.pointer}/content/${escape(held)}/schema`, response.body);
    return isRight ? [] : ['body'];
  }

  /** Whether a JSON text is what the schema at a pointer of the document says. */
  async isValid(pointer: string, text: string): Promise<boolean> {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return false;
    }
    const known = this.#validators.get(pointer);
    const validator = known ?? validate(`${this.base}#${encodeURI(pointer)}`);
    if (known === undefined) this.#validators.set(pointer, validator);
    return (await validator)(value as SchemaObject).valid;
  }

  #at(pointer: string): unknown {
    return pointer
      .slice(1)
      .split('/')
      .reduce<unknown>((value, key) => (value as Record<string, unknown>)[unescape(key)], this.document);
  }

  #resolved(pointer: string): {readonly value: object; readonly pointer: string} {
    const value = this.#at(pointer) as {readonly $ref?: string};
    return value.$ref === undefined ? {value, pointer} : this.#resolved(value.$ref.slice(1));
  }
}

/** OpenAPI 3.1 with its own dialect of JSON Schema. */
const dialect = 'https://spec.openapis.org/oas/3.1/schema-base';

const escape = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
const unescape = (key: string) => key.replaceAll('~1', '/').replaceAll('~0', '~');
