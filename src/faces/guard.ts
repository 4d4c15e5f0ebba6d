import type {PlainRequest} from '../engine/index.js';

/** Why a request to the control plane is turned away. */
export interface Denial {
  readonly status: 401 | 403;
  readonly detail: string;
}

/**
 * Keeps the control plane to callers on the same machine, or to those who know the admin token. A page in a browser on
 * this machine is no such caller: neither one of another origin, nor one that reaches us under a name of its own.
 * @param address the caller's address as the socket tells it.
 */
export function denialOf(
  {headers, origin}: PlainRequest,
  address: string | undefined,
  adminToken: string | undefined,
): Denial | undefined {
  const page = headers.origin;
  if (page !== undefined && page !== origin)
    return {status: 403, detail: 'The control plane does not answer pages of other origins.'};
  if (adminToken !== undefined) {
    const known = headers.authorization === `Bearer ${adminToken}`;
    return known ? undefined : {status: 401, detail: 'Send the admin token: Authorization: Bearer <token>.'};
  }
  if (!isLoopback(address)) return {status: 403, detail: 'Call from the same machine, or start with --admin-token.'};
  if (!isLoopbackHost(headers.host))
    return {status: 403, detail: 'Call the control plane under localhost or 127.0.0.1.'};
  return undefined;
}

/** Whether an address is of this machine's loopback interface. */
export function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}

function isLoopbackHost(host: string | undefined): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(host ?? '');
}
