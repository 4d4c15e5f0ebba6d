import {encodeSandbox, type BinaryPart} from '../../src/engine/index.js';
import {sandboxOf} from './credentials.js';
import type {StoredFile} from './entities.js';
import type {Caller, Scope} from './handler.js';

/** Most bytes of an uploaded file (OPENCX-65). */
export const maxFileBytes = 5 * 1024 * 1024;

/** How images begin, and the types they are. */
const beginnings: readonly (readonly [type: string, holds: (text: string) => boolean])[] = [
  ['image/png', (text) => text.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (text) => text.startsWith('\xff\xd8\xff')],
  ['image/gif', (text) => text.startsWith('GIF87a') || text.startsWith('GIF89a')],
  ['image/webp', (text) => text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP'],
];

/** What sort of image the bytes are, whatever they are said to be; undefined for none of those taken (OPENCX-65). */
export function imageTypeOf(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  return beginnings.find(([, holds]) => holds(start))?.[0];
}

/** Keeps an uploaded file for its organization. */
export function storeFile({state, ids}: Scope, organization_id: string, {bytes}: BinaryPart): StoredFile {
  return state.files.save({id: ids.uuid(), organization_id, base64: toBase64(bytes)});
}

/**
 * The address at which a stored file is served: that by which the caller reached the vendor. Whoever opens it brings no
 * key, so it tells the sandbox of the caller's.
 */
export function fileUrl({id, name}: {id: string; name: string}, baseUrl: string, caller: Caller): string {
  const sandbox = sandboxOf(caller.id);
  const query = sandbox === undefined ? '' : `?sandbox=${encodeSandbox(sandbox)}`;
  return `${baseUrl}/files/${id}/${pathSegment(name)}${query}`;
}

/** The stored file that an address leads to, if it is one of ours and of the organization (OPENCX-66). */
export async function fileAt({state}: Scope, organization: string, url: string): Promise<StoredFile | undefined> {
  const id = /\/files\/([0-9a-f-]{36})\/[^/]*$/.exec(url)?.[1];
  const file = id === undefined ? undefined : await state.files.get(id);
  return file?.organization_id === organization ? file : undefined;
}

/** How many bytes a base64 text stands for. */
export function sizeOf(base64: string): number {
  return Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
}

/** A name as one segment of a path; halves of characters, empty names and dots would break the address. */
function pathSegment(name: string): string {
  return /^\.{0,2}$/.test(name) ? 'file' : encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** In pieces: a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
