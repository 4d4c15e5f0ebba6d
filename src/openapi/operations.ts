import {escapePointer, resolve, type Mark, type OpenApiDocument} from './document.js';
import {formOf, type BodyForm} from './parts.js';

/** One operation of a document, with everything the engine asks about it answered beforehand. */
export interface Operation {
  /** `operationId` as the vendor prints it. */
  readonly id: string;
  /** Upper case: `PATCH`. */
  readonly method: string;
  /** The path template: `/{version}/conversations/{conversationId}/close`. */
  readonly path: string;
  /** Where the operation stands in the document, for reports. */
  readonly pointer: string;
  readonly mark: Mark;
  readonly deprecated: boolean;
  /** Whether the document asks for a credential. */
  readonly secured: boolean;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | undefined;
  readonly responses: ReadonlyMap<number, ResponseShape>;
  /** Ids of the rules that say what it does: `DIXA-28`. Those of every call are the document's. */
  readonly rules: readonly string[];
  /** The `x-…` members of the operation, for what only its vendor understands (a scope, a message). */
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  /** Where it stands in the document. */
  readonly pointer: string;
  /** Pointer of its schema in the document. */
  readonly schema: string;
  /** The schema's JSON type, which decides how its text is read; `json` for `content: application/json`. */
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'json';
  readonly enum: readonly unknown[] | undefined;
}

export interface RequestBody {
  readonly required: boolean;
  /** Media types it may have. */
  readonly types: readonly string[];
  /** How it is read; a document of ours never mixes them. */
  readonly form: BodyForm;
  /** Pointer of the schema of its JSON or its fields; undefined for bytes. */
  readonly schema: string | undefined;
  /** Most bytes it may have. */
  readonly maxBytes: number;
  /** It is a whole state: longer than other bodies, and judged name by name by who takes it. */
  readonly isData: boolean;
}

export interface ResponseShape {
  readonly status: number;
  readonly mark: Mark;
  /** Pointer of the JSON schema; undefined when the answer has no JSON body. */
  readonly schema: string | undefined;
  /** Media types it may have; empty for no body. */
  readonly types: readonly string[];
  /** Ids of the rules that say when it comes and in which words. */
  readonly rules: readonly string[];
}

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const;
const defaultMaxBytes = 1024 * 1024;

interface RawOperation {
  operationId: string;
  summary?: string;
  deprecated?: boolean;
  security?: readonly object[];
  parameters?: unknown[];
  requestBody?: unknown;
  responses?: Record<string, unknown>;
  'x-standin-mark'?: Mark;
  'x-standin-max-body'?: number;
  'x-standin-data'?: boolean;
  'x-standin-rules'?: readonly string[];
}

type Content = Record<string, {schema?: unknown}>;

/** Reads all operations of a document, in the document's order. */
export function operationsOf(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method] !== undefined)
      .map((method) => operationAt(document, path, method, item[method] as RawOperation)),
  );
}

function operationAt(document: OpenApiDocument, path: string, method: string, raw: RawOperation): Operation {
  const pathPointer = `#/paths/${escapePointer(path)}`;
  const pointer = `${pathPointer}/${method}`;
  const mark = raw['x-standin-mark'] ?? 'documented';
  return {
    id: raw.operationId,
    method: method.toUpperCase(),
    path,
    pointer,
    mark,
    deprecated: raw.deprecated ?? false,
    secured: (raw.security ?? document.security ?? []).length > 0,
    summary: raw.summary ?? '',
    parameters: [
      ...parametersAt(document, pathPointer, document.paths[path]?.parameters as unknown[] | undefined),
      ...parametersAt(document, pointer, raw.parameters),
    ],
    body: raw.requestBody === undefined ? undefined : bodyAt(document, pointer, raw),
    responses: new Map(
      Object.keys(raw.responses ?? {})
        .filter((status) => status !== 'default')
        .map((status) => [Number(status), responseAt(document, pointer, status, mark)]),
    ),
    rules: raw['x-standin-rules'] ?? [],
    extensions: Object.fromEntries(Object.entries(raw).filter(([key]) => key.startsWith('x-'))),
  };
}

function parametersAt(document: OpenApiDocument, owner: string, list: unknown[] | undefined): Parameter[] {
  return (list ?? []).map((_, position) => {
    const {value, pointer} = resolve(document, `${owner}/parameters/${position}`);
    const raw = value as {name: string; in: Parameter['in']; required?: boolean; content?: Content};
    const shape = {name: raw.name, in: raw.in, required: raw.required ?? false, pointer};
    if (raw.content) {
      const schema = `${pointer}/content/${escapePointer('application/json')}/schema`;
      return {...shape, schema, type: 'json', enum: undefined};
    }
    const schema = resolve(document, `${pointer}/schema`).value as {type?: Parameter['type']; enum?: unknown[]};
    return {...shape, schema: `${pointer}/schema`, type: schema.type ?? 'string', enum: schema.enum};
  });
}

function bodyAt(
  document: OpenApiDocument,
  owner: string,
  {'x-standin-max-body': maxBytes = defaultMaxBytes, 'x-standin-data': isData = false}: RawOperation,
): RequestBody {
  const {value, pointer} = resolve(document, `${owner}/requestBody`);
  const raw = value as {required?: boolean; content: Content};
  const types = Object.keys(raw.content);
  const form = formOf(types[0] ?? 'application/json');
  const schema = form === 'form' ? schemaIn(raw.content, pointer, types[0]) : jsonSchemaIn(raw.content, pointer);
  return {required: raw.required ?? false, types, form, schema, maxBytes, isData};
}

function responseAt(document: OpenApiDocument, owner: string, status: string, operationMark: Mark): ResponseShape {
  // The mark may stand beside the reference: the same 401 body is documented for one operation and assumed for another.
  const beside = resolveBeside(document, `${owner}/responses/${status}`);
  const {value, pointer} = resolve(document, `${owner}/responses/${status}`);
  const raw = value as {content?: Content; 'x-standin-mark'?: Mark; 'x-standin-rules'?: readonly string[]};
  const content = raw.content ?? {};
  return {
    status: Number(status),
    mark: beside ?? raw['x-standin-mark'] ?? operationMark,
    schema: jsonSchemaIn(content, pointer),
    types: Object.keys(content),
    rules: raw['x-standin-rules'] ?? [],
  };
}

function resolveBeside(document: OpenApiDocument, pointer: string): Mark | undefined {
  const [owner, key] = [pointer.slice(0, pointer.lastIndexOf('/')), pointer.slice(pointer.lastIndexOf('/') + 1)];
  const entry = (resolve(document, owner).value as Record<string, {'x-standin-mark'?: Mark}>)[key];
  return entry?.['x-standin-mark'];
}

function jsonSchemaIn(content: Content, owner: string): string | undefined {
  return schemaIn(
    content,
    owner,
    Object.keys(content).find((name) => name.includes('json')),
  );
}

function schemaIn(content: Content, owner: string, type: string | undefined): string | undefined {
  if (type === undefined || content[type]?.schema === undefined) return undefined;
  return `${owner}/content/${escapePointer(type)}/schema`;
}
