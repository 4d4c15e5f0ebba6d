import type {PlainResponse} from '../engine/index.js';
import {Waits} from './waits.js';

/** Most pieces in which a body drips. */
const mostPieces = 10;

/** A body as bytes. */
export function bytesOf(body: PlainResponse['body']): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : (body ?? new Uint8Array());
}

/** The first half of a body, which is all that the caller gets of one that is truncated. */
export function halfOf(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

/**
 * A body in pieces, spread over so many milliseconds.
 * @param signal ends it with an error: the caller went away.
 */
export function drip(bytes: Uint8Array, over: number, signal?: AbortSignal): ReadableStream<Uint8Array> {
  const pieces = Math.min(mostPieces, bytes.length);
  const waits = new Waits();
  const border = (piece: number) => Math.floor((bytes.length * piece) / pieces);
  let sent = 0;
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    await waits.for(over / pieces, signal);
    if (signal?.aborted) return controller.error(signal.reason);
    sent += 1;
    controller.enqueue(bytes.subarray(border(sent - 1), border(sent)));
    if (sent === pieces) controller.close();
  };
  return new ReadableStream({pull, cancel: () => waits.end()}, {highWaterMark: 0});
}

/** Half a body, and then the error with which `fetch` reports that the connection ended. */
export function cutOff(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    if (sent) return controller.error(networkError('terminated', 'truncate'));
    sent = true;
    controller.enqueue(halfOf(bytes));
  };
  return new ReadableStream({pull}, {highWaterMark: 0});
}

/** What `fetch` reports in Node when a connection breaks: its message, and the code by which clients know the cause. */
export function networkError(message: string, broken: 'reset' | 'empty' | 'truncate'): TypeError {
  const code = broken === 'reset' ? 'ECONNRESET' : 'UND_ERR_SOCKET';
  const cause = Object.assign(new Error(causes[broken]), {code});
  return new TypeError(message, {cause});
}

const causes = {
  reset: 'An injected fault reset the connection.',
  empty: 'An injected fault closed the connection without an answer.',
  truncate: 'An injected fault closed the connection in the middle of the body.',
};
