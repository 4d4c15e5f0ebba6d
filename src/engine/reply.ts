import type {JsonValue} from '../openapi/index.js';

/** What a handler answers, before it is checked and written out. */
export interface Reply {
  readonly status: number;
  /** JSON body; none when absent. */
  readonly body?: JsonValue;
  /** A stored file instead of JSON. */
  readonly file?: {readonly bytes: Uint8Array; readonly type: string};
  readonly headers?: Readonly<Record<string, string>>;
  /** What the journal calls an answer that was asked for: it is not the vendor's own, nor held against the document. */
  readonly injected?: string;
}

/** An operation as `openapi-typescript` writes it down. */
export interface OperationTypes {
  readonly parameters: {readonly path?: unknown; readonly query?: unknown; readonly header?: unknown};
  readonly requestBody?: unknown;
  readonly responses: object;
}

type JsonIn<Content> = Content extends {readonly 'application/json': infer Body} ? Body : never;
type BodyOf<Response> = Response extends {readonly content: infer Content} ? JsonIn<Content> : never;
type FileOf<Response> = Response extends {readonly content: infer Content}
  ? 'application/json' extends keyof Content
    ? never
    : true
  : never;

type ReplyOf<Status, Response> = [FileOf<Response>] extends [never]
  ? [BodyOf<Response>] extends [never]
    ? {readonly status: Status; readonly body?: never; readonly headers?: Readonly<Record<string, string>>}
    : {readonly status: Status; readonly body: BodyOf<Response>; readonly headers?: Readonly<Record<string, string>>}
  : {readonly status: Status; readonly file: NonNullable<Reply['file']>; readonly headers?: Reply['headers']};

/** The replies that the document allows for an operation: no other status, no other body compiles. */
export type Replies<Operation extends OperationTypes> = {
  [Status in keyof Operation['responses'] & number]: ReplyOf<Status, Operation['responses'][Status]>;
}[keyof Operation['responses'] & number];

/** A body of any media type: JSON, a form's fields, or bytes, as the generated types have it. */
type BodyIn<Content> = Content[keyof Content];

/** The body of an operation's request; undefined as well where the document lets it be left out. */
export type RequestOf<Operation extends OperationTypes> = Operation extends {
  readonly requestBody: {readonly content: infer Content};
}
  ? BodyIn<Content>
  : Operation extends {readonly requestBody?: {readonly content: infer Content}}
    ? BodyIn<Content> | undefined
    : undefined;

/** Path, query and body of one operation, by name. */
export interface Inputs<Operation extends OperationTypes> {
  readonly params: NonNullable<Operation['parameters']['path']>;
  readonly query: Exclude<Operation['parameters']['query'], undefined> extends never
    ? Record<string, never>
    : NonNullable<Operation['parameters']['query']>;
  readonly body: RequestOf<Operation>;
}
