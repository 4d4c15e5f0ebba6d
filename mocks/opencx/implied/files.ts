import {textIn, type Said} from '../../../src/engine/index.js';
import type {Known} from './known.js';
import {pick} from './reading.js';

/** The smallest image: it stands in for bytes, which no JSON answer has. */
const anyImage = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mOIAgAAXABbdTws1wAAAABJRU5ErkJggg==';

/** The file that an address leads to, where it is an address of a stand-in's. */
export function fileIdIn(address: unknown): string | undefined {
  return /\/files\/([0-9a-f-]{36})\/[^/]*$/.exec(textIn(address) ?? '')?.[1];
}

/**
 * An attachment as it is stored. One that was kept where it was recorded is kept again; one whose address leads to an upload
 * goes with it (OPENCX-66); any other is listed by its address.
 */
export function storedAttachment({uploads}: Known, attachment: Said): Said {
  const file = fileIdIn(attachment.url);
  if (file !== undefined && file === attachment.id) return pick(attachment, ['id', 'name', 'size', 'type']);
  return {...attachment, ...(file !== undefined && uploads.has(file) && {file_id: file})};
}

/** The files that are kept: uploads, and attachments without an address of their own. */
export function storedFiles({uploads, contents}: Known, attachments: readonly Said[]): ReadonlyMap<string, string> {
  const kept = attachments.filter(({url}) => url === undefined).map(({id}) => String(id));
  return new Map([...uploads, ...kept].map((id) => [id, contents.get(id) ?? anyImage]));
}
