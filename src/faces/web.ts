import type {PlainRequest, PlainResponse} from '../engine/index.js';

/** Most bytes that are read of any body; operations set lower limits of their own. */
export const maxBodyBytes = 64 * 1024 * 1024;

/** A Fetch request as the engine takes it. */
export async function fromFetch(request: Request): Promise<PlainRequest> {
  const url = new URL(request.url);
  const bytes = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
  const truncated = bytes !== undefined && bytes.length > maxBodyBytes;
  return {
    method: request.method,
    target: url.pathname + url.search,
    headers: Object.fromEntries(request.headers),
    body: bytes,
    origin: url.origin,
    ...(truncated && {truncated}),
  };
}

/** The engine's answer as a Fetch response. A dropped connection is a network error, as `fetch` reports it. */
export function toFetch({status, headers, body, stream, connection}: PlainResponse): Response {
  if (connection === 'drop') throw new TypeError('The connection was dropped by an injected fault.');
  return new Response(stream ?? (body as string | Uint8Array<ArrayBuffer> | undefined) ?? null, {status, headers});
}
