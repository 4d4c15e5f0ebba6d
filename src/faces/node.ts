import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import type {ReadableStream as NodeReadableStream} from 'node:stream/web';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {PlainRequest, PlainResponse} from '../engine/index.js';
import {bytesOf, drip, halfOf} from './spoiling.js';
import {maxBodyBytes} from './web.js';

/** Most bytes of a head: the engine refuses long ones in the vendor's words; Node only keeps away what would fill the memory. */
export const maxHeaderSize = 32 * 1024;

/** A request of Node's server as the engine takes it, with its body read as far as any operation would take it. */
export async function fromNode(
  message: IncomingMessage,
  place: Pick<PlainRequest, 'origin' | 'mount' | 'vendor'>,
): Promise<PlainRequest> {
  const {method = 'GET', url = '/'} = message;
  const read = hasBody(message) ? await readBody(message) : undefined;
  return {
    method,
    target: url,
    headers: plainHeaders(message),
    body: read?.body,
    ...(read?.truncated && {truncated: true}),
    ...place,
  };
}

/** Writes the engine's answer to Node's response, spoilt on its way if a fault says so. */
export function sendNode(response: ServerResponse, answer: PlainResponse): void {
  const {status, headers, body, stream, wire = {}} = answer;
  if (wire.broken) return sendBroken(response, answer);
  if (stream) {
    const {socket} = response;
    // Its connection ends with it, so that a server that closes need not wait for another request. It is not announced:
    // clients would then take a stream that breaks off for one that ended.
    response.once('finish', () => socket?.end());
    response.writeHead(status, headers);
    return pour(stream, response);
  }
  if (body === undefined) {
    // Without a length Node sends a stream of nothing, except where no body can be.
    response.writeHead(status, status === 204 || status === 304 ? headers : {...headers, 'Content-Length': 0}).end();
    return;
  }
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  response.writeHead(status, {...headers, 'Content-Length': length});
  if (wire.over === undefined) response.end(body);
  else pour(drip(bytesOf(body), wire.over), response);
}

/** Aborts when the caller is gone: nobody waits for the answer any more, or it was sent. */
export function departureOf(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  if (response.closed) controller.abort();
  else response.once('close', () => controller.abort());
  return controller.signal;
}

/** The caller who goes away ends the stream; what goes wrong then concerns nobody any more. */
function pour(stream: ReadableStream<Uint8Array>, response: ServerResponse): void {
  response.flushHeaders();
  pipeline(Readable.fromWeb(stream as NodeReadableStream<Uint8Array>), response).catch(() => response.destroy());
}

/** Breaks the connection: at once, or in the middle of the body. */
function sendBroken(response: ServerResponse, {status, headers, body, wire}: PlainResponse): void {
  const {socket} = response;
  if (wire?.broken === 'truncate') {
    const bytes = bytesOf(body);
    response.writeHead(status, {...headers, 'Content-Length': bytes.length});
    response.write(halfOf(bytes), () => socket?.destroy());
    return;
  }
  // Only TCP knows a reset: a connection through TLS or a pipe is closed.
  if (wire?.broken === 'reset' && socket && !('encrypted' in socket) && socket.remotePort !== undefined)
    socket.resetAndDestroy();
  else socket?.destroy();
}

/** The headers by lower-case name. Node gives lists only for `set-cookie`, which no client sends. */
export function plainHeaders({headers}: IncomingMessage): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) plain[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return plain;
}

function hasBody({headers}: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** Stops keeping what comes beyond the most any operation takes, but lets the client finish sending and be answered. */
async function readBody(message: IncomingMessage): Promise<{body: Uint8Array; truncated: boolean}> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size <= maxBodyBytes) chunks.push(chunk);
    else if (size > maxBodyBytes * 4) break;
  }
  return {
    body: chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks),
    truncated: size > maxBodyBytes,
  };
}
