import type {RequestHandler} from 'express';
import type {Standin} from '../stand-in.js';
import {createGuard} from './guard.js';
import {departureOf, fromNode, plainHeaders, sendNode} from './node.js';

/**
 * Mounts a stand-in in an Express application: vendors answer below the mount path.
 *
 * ```ts
 * app.use('/vendors', standinMiddleware(standin)); // Dixa is at /vendors/dixa
 * ```
 *
 * A body that an earlier parser has read as JSON is taken from `request.body`. The control plane is mounted too, for
 * callers on the same machine, or for those who send the admin token.
 * @throws RangeError when the admin token is empty.
 */
export function standinMiddleware(
  standin: Pick<Standin, 'handle'>,
  {adminToken}: {readonly adminToken?: string} = {},
): RequestHandler {
  const guard = createGuard(adminToken);
  return (request, response, next) => {
    const origin = `${request.protocol}://${request.get('host') ?? 'localhost'}`;
    const place = {origin, mount: request.baseUrl};
    const parsed: unknown = request.body;
    const plain =
      parsed === undefined
        ? fromNode(request, place)
        : Promise.resolve({
            method: request.method,
            target: request.url,
            headers: plainHeaders(request),
            body: bytesOf(parsed),
            ...place,
          });
    plain
      .then((ready) =>
        standin.handle(ready, {
          deny: () => guard(ready, request.socket.remoteAddress),
          departure: () => departureOf(response),
        }),
      )
      .then((answer) => (answer ? sendNode(response, answer) : next()))
      .catch(next);
  };
}

/** What a parser made of a body, as bytes again. */
function bytesOf(parsed: unknown): Uint8Array {
  if (parsed instanceof Uint8Array) return parsed;
  return new TextEncoder().encode(typeof parsed === 'string' ? parsed : textOf(parsed));
}

/** What nests deeper than it can be written is deeper than any operation takes: it stays unreadable. */
function textOf(parsed: unknown): string {
  try {
    return JSON.stringify(parsed);
  } catch {
    return '[';
  }
}
