import {
  bearerOf,
  decodeSandbox,
  encodeSandbox,
  type Credentials,
  type IssuedCredentials,
  type Operation,
  type PlainRequest,
  type Reply,
} from '../../src/engine/index.js';
import type {ApiKey} from './entities.js';
import {forbidden, unauthorized} from './errors.js';
import type {Caller, Collections} from './handler.js';

/** The organization of the demo key: A of the seed (OPENCX-68). */
export const demoOrganization = 'b7f0a9c2-5d1e-4c86-9a37-2e64f8d01a01';

/** How the key of a sandbox begins; what follows is the sandbox and a check, so that no other key is taken for one. */
const marker = 'ocx_live_standin';
const checkLength = 7;

/** A full-access key of organization A, in the shape the vendor prints. For `default` it is the demo key. */
export function issue(sandbox: string): IssuedCredentials {
  const id = sandbox === 'default' ? 'ocx_live_demo5a3d9c7f1e8b2460' : keyOf(sandbox);
  const key: ApiKey = {id, name: 'Demo key', organization_id: demoOrganization};
  return {env: {OPENCX_API_KEY: id}, seed: {apiKeys: [key]}};
}

/**
 * The sandbox that a request's key was issued for. Whoever opens a file brings no key, so there the address tells:
 * history writes it there.
 */
export function sandboxOf({headers, target}: PlainRequest, path: string): string | undefined {
  const sandbox = sandboxOfKey(bearerOf(headers.authorization) ?? '');
  if (sandbox !== undefined || !path.startsWith('/files/')) return sandbox;
  const code = /[?&]sandbox=([0-9a-z]+)(?:&|$)/.exec(target)?.[1];
  return code === undefined ? undefined : decodeSandbox(code);
}

/** The sandbox that a key was issued for; none for the demo key and for keys of a seed. */
export function sandboxOfKey(key: string): string | undefined {
  if (!key.startsWith(marker)) return undefined;
  const code = key.slice(marker.length, -checkLength);
  const sandbox = decodeSandbox(code);
  return sandbox !== undefined && keyOf(sandbox) === key ? sandbox : undefined;
}

/** Finds the key; its organization is the caller's (OPENCX-1, OPENCX-2). */
export async function authenticate({
  headers,
  state,
  auth,
}: Credentials<Collections>): Promise<{caller: Caller} | {refusal: Reply}> {
  const text = bearerOf(headers.authorization);
  if (text === undefined) return {refusal: unauthorized()};
  const known = await state.apiKeys.get(text);
  const key = known ?? (auth === 'any' ? {id: text, name: 'Any key', organization_id: demoOrganization} : undefined);
  return key && !key.revoked ? {caller: key} : {refusal: unauthorized()};
}

/** Whether the key may use the operation; the scope stands in the document, beside the operation (OPENCX-3, OPENCX-4). */
export function authorize({scopes}: Caller, {extensions}: Operation): Reply | undefined {
  if (scopes === undefined) return undefined;
  return scopes.some((scope) => scope === extensions['x-standin-scope']) ? undefined : forbidden();
}

function keyOf(sandbox: string): string {
  const code = encodeSandbox(sandbox);
  return marker + code + checkOf(code);
}

/** Seven letters and digits that depend on every letter of the text (FNV-1a). */
function checkOf(text: string): string {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193);
  return (sum >>> 0).toString(36).padStart(checkLength, '0');
}
