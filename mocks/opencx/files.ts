import type {BinaryPart} from '../../src/engine/index.js';
import type {StoredFile} from './entities.js';
import type {Scope} from './handler.js';

/** Most bytes of an uploaded file (OPENCX-65). */
export const maxFileBytes = 5 * 1024 * 1024;

/** How much of a file's name, from its end, stands in its address. */
const longestSegment = 200;

/** What an address that names no host stands under: which one it is does not matter. */
const anywhere = 'https://api.open.cx';

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

/** The address at which a stored file is served. Whoever opens it brings no key. */
export function fileUrl({id, name}: {id: string; name: string}, baseUrl: string): string {
  return `${baseUrl}/files/${id}/${pathSegment(name)}`;
}

/** The stored file that an address leads to, if it is one of ours and of the organization (OPENCX-66). */
export async function fileAt({state}: Scope, organization: string, address: string): Promise<StoredFile | undefined> {
  const id = fileIdIn(address);
  const file = id === undefined ? undefined : await state.files.get(id);
  return file?.organization_id === organization ? file : undefined;
}

/** The file that an address names, in any spelling by which it opens: a spelling unknown here would outlive a redaction. */
function fileIdIn(address: string): string | undefined {
  if (!URL.canParse(address, anywhere)) return undefined;
  const [folder = '', id = ''] = new URL(address, anywhere).pathname.split('/').slice(-3);
  try {
    return decodeURIComponent(folder) === 'files' ? decodeURIComponent(id) : undefined;
  } catch {
    return undefined;
  }
}

/** How many bytes a base64 text stands for. */
export function sizeOf(base64: string): number {
  return Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
}

/** A name as one segment of a path; halves of characters, empty names, dots and endless ones would break the address. */
function pathSegment(name: string): string {
  if (/^\.{0,2}$/.test(name)) return 'file';
  return encodeURIComponent(name.slice(-longestSegment).replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** In pieces: a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
