import type {Finding, Operation} from '../openapi/index.js';

/** Everything that can be wrong with a request before a handler sees it. The vendor says each in its own words. */
export type Problem =
  | {readonly kind: 'unknown-route'}
  | {readonly kind: 'wrong-method'; readonly allowed: readonly string[]}
  /** Percent-encoding that does not decode. */
  | {readonly kind: 'bad-url'}
  /** The address or the headers are longer than any client has reason to send. */
  | {readonly kind: 'oversized-head'}
  | {readonly kind: 'too-large'; readonly limit: number}
  | {readonly kind: 'media-type'; readonly type: string | undefined}
  /** No body where one is required; `declared` when a content type was sent all the same. */
  | {readonly kind: 'empty-body'; readonly declared: boolean}
  | {readonly kind: 'bad-json'}
  /** A `multipart/form-data` body that is none. */
  | {readonly kind: 'bad-form'}
  | {readonly kind: 'invalid'; readonly findings: readonly Finding[]}
  /** Nothing is wrong with the request: the stand-in itself failed. */
  | {readonly kind: 'fault'};

/** What is known of a request when it is refused. */
export interface ProblemContext {
  readonly method: string;
  /** The vendor's own path, without any prefix of ours. */
  readonly path: string;
  /** Path and query as sent, without any prefix of ours. */
  readonly target: string;
  readonly operation: Operation | undefined;
  /** The body, once it was read. */
  readonly body: unknown;
}
