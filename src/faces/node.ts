import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import type {ReadableStream as NodeReadableStream} from 'node:stream/web';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {PlainRequest, PlainResponse} from '../engine/index.js';
import {maxBodyBytes} from './web.js';

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

/** Writes the engine's answer to Node's response, or breaks the connection if a fault says so. */
export function sendNode(response: ServerResponse, {status, headers, body, stream, connection}: PlainResponse): void {
  if (connection === 'drop') {
    response.socket?.destroy();
    return;
  }
  if (body === undefined) {
    // Without a length Node sends a stream of nothing, except where no body can be.
    response.writeHead(status, status === 204 || status === 304 ? headers : {...headers, 'Content-Length': 0}).end();
    return;
  }
  if (stream) {
    response.writeHead(status, headers);
    // The caller who goes away ends the stream; what goes wrong then concerns nobody any more.
    pipeline(Readable.fromWeb(stream as NodeReadableStream<Uint8Array>), response).catch(() => response.destroy());
    return;
  }
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  response.writeHead(status, {...headers, 'Content-Length': length}).end(body);
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
