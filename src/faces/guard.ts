import {createHash, timingSafeEqual} from 'node:crypto';
import type {PlainRequest} from '../engine/index.js';
import {isLoopback, isOnThisMachine} from './loopback.js';

/** Why a request to the control plane is turned away. */
export interface Denial {
  readonly status: 401 | 403;
  readonly detail: string;
}

/**
 * Says why a request to the control plane is turned away, if it is.
 * @param address the caller's address as the socket tells it.
 */
export type Guard = (request: PlainRequest, address: string | undefined) => Denial | undefined;

/**
 * Keeps the control plane to callers on the same machine, or to those who know the admin token. A page in a browser on
 * this machine is no such caller: neither one of another origin, nor one that reaches us under a name of its own.
 * @throws RangeError when the token is empty.
 */
export function createGuard(adminToken: string | undefined): Guard {
  if (adminToken === '') throw new RangeError('The admin token is empty: give one, or none at all.');
  const expected = adminToken === undefined ? undefined : digestOf(adminToken);
  return (request, address) => {
    if (isForeignPage(request))
      return {status: 403, detail: 'The control plane does not answer pages of other origins.'};
    return expected ? withoutToken(request, expected) : notFromHere(request, address);
  };
}

/**
 * Browsers say where a page is from; an origin of none (`null`) is a foreign one. They leave the origin out where a page
 * only loads something, but then they say whether that is its own.
 */
function isForeignPage({headers, origin}: PlainRequest): boolean {
  const {origin: page, 'sec-fetch-site': site} = headers;
  return (page !== undefined && page !== origin) || (site !== undefined && site !== 'same-origin' && site !== 'none');
}

function withoutToken({headers}: PlainRequest, expected: Uint8Array): Denial | undefined {
  const given = /^bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  // In constant time, so that nobody learns from the wait how much of a guess was right.
  if (timingSafeEqual(digestOf(given), expected)) return undefined;
  return {status: 401, detail: 'Send the admin token: Authorization: Bearer <token>.'};
}

/** What proxies tell of whoever they speak for. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

function notFromHere({headers}: PlainRequest, address: string | undefined): Denial | undefined {
  // What a proxy on this machine passes on may come from anywhere.
  const isPassedOn = proxyHeaders.some((name) => headers[name] !== undefined);
  if (isPassedOn || !isLoopback(address ?? ''))
    return {status: 403, detail: 'Call from the same machine, or start with --admin-token.'};
  if (!isOnThisMachine(headers.host ?? ''))
    return {status: 403, detail: 'Call the control plane under localhost or 127.0.0.1.'};
  return undefined;
}

function digestOf(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}
