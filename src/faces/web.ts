import type {PlainRequest, PlainResponse} from '../engine/index.js';
import {bytesOf, cutOff, drip, networkError} from './spoiling.js';

/** Most bytes that are read of any body; operations set lower limits of their own. */
export const maxBodyBytes = 64 * 1024 * 1024;

/** A Fetch request as the engine takes it. */
export async function fromFetch(request: Request): Promise<PlainRequest> {
  const url = new URL(request.url);
  // Not every browser tells beforehand whether there is a body; one without a byte is none, as over HTTP.
  const bytes = new Uint8Array(await request.arrayBuffer());
  const truncated = bytes.length > maxBodyBytes;
  return {
    method: request.method,
    target: url.pathname + url.search,
    headers: Object.fromEntries(request.headers),
    body: bytes.length === 0 ? undefined : bytes,
    origin: url.origin,
    ...(truncated && {truncated}),
  };
}

/**
 * The engine's answer as a Fetch response, spoilt on its way if a fault says so.
 * @param request asked for it: its signal ends a body that drips, and `HEAD` gets no body at all, as over HTTP.
 * @throws TypeError when the connection is broken, as `fetch` reports it.
 */
export function toFetch(
  {status, headers, body, stream, wire = {}}: PlainResponse,
  {method, signal}: Partial<Pick<Request, 'method' | 'signal'>> = {},
): Response {
  const {broken, over} = wire;
  if (broken === 'reset' || broken === 'empty') throw networkError('fetch failed', broken);
  if (method === 'HEAD') return new Response(null, {status, headers});
  if (broken === 'truncate') {
    const bytes = bytesOf(body);
    return new Response(cutOff(bytes), {status, headers: {...headers, 'Content-Length': String(bytes.length)}});
  }
  const whole = stream ?? (body as string | Uint8Array<ArrayBuffer> | undefined) ?? null;
  return new Response(over === undefined ? whole : drip(bytesOf(body), over, signal), {status, headers});
}
