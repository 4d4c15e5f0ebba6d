import type {PlainResponse, Reply} from '../engine/index.js';
import type {Streamed} from './call.js';
import {problem} from './problem.js';

/** An answer before it is written out. */
export type Answer = Omit<Reply, 'body' | 'file'> & {readonly body?: unknown} & Partial<Pick<Streamed, 'stream'>>;

/** Writes an answer out. */
export function toResponse({status, body, headers, stream}: Answer): PlainResponse {
  if (stream)
    return {status, headers: {'Content-Type': stream.type, ...headers}, body: undefined, stream: stream.chunks};
  if (body === undefined) return {status, headers: headers ?? {}, body: undefined};
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return {status, headers: {'Content-Type': type, ...headers}, body: JSON.stringify(body)};
}

/** A refusal of the stand-in itself as a response. */
export function problemResponse(status: number, detail: string): PlainResponse {
  return toResponse(problem(status, detail));
}
