import type {components} from '../../specs/opencx/generated/index.js';
import {encodeSandbox} from '../../src/engine/index.js';
import {sandboxOfKey} from './credentials.js';
import type {Attachment} from './entities.js';
import type {Caller, Scope} from './handler.js';
import {textAt} from './validation.js';

type Input = components['schemas']['SendMessageAttachment'];

/**
 * What is wrong with attachments that fit the schema: each needs an address or content (OPENCX-56). That content must be
 * base64 text is assumed: whoever sends other text made a mistake.
 */
export function judgeAttachments(inputs: readonly Input[]): readonly string[] {
  return inputs.flatMap(({url, base64}, position) => {
    const place = `/message/attachments/${position}`;
    if (!url && !base64) return [textAt(place, 'body', 'Invalid input')];
    if (base64 && !isBase64(base64)) return [textAt(`${place}/base64`, 'body', 'Invalid base64-encoded string')];
    return [];
  });
}

/** Takes attachments in: content is kept here, an address is listed as it is (OPENCX-55). Of both, content wins. */
export function storeAttachments({state, ids}: Scope, inputs: readonly Input[]): Attachment[] {
  return inputs.map(({name = 'file', mime_type: type = 'application/octet-stream', url = '', base64 = ''}) => {
    const attachment = {id: ids.uuid(), name, size: sizeOf(base64), type};
    if (base64 === '') return {...attachment, url};
    state.files.save({id: attachment.id, base64});
    return attachment;
  });
}

/** An attachment as history shows it: what is kept here under the address by which the caller reached the vendor. */
export function showAttachment(
  attachment: Attachment,
  baseUrl: string,
  {id: key}: Caller,
): components['schemas']['MessageAttachment'] {
  const {id, name, size, type, url} = attachment;
  if (url !== undefined) return {id, name, size, type, url};
  const sandbox = sandboxOfKey(key);
  const query = sandbox === undefined ? '' : `?sandbox=${encodeSandbox(sandbox)}`;
  return {id, name, size, type, url: `${baseUrl}/files/${id}/${pathSegment(name)}${query}`};
}

function isBase64(text: string): boolean {
  const digits = text.replace(/={0,2}$/, '');
  return /^[A-Za-z0-9+/]*$/.test(digits) && digits.length % 4 !== 1 && (digits === text || text.length % 4 === 0);
}

function sizeOf(base64: string): number {
  return Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
}

/** A name as one segment of a path; halves of characters, empty names and dots would break the address. */
function pathSegment(name: string): string {
  return /^\.{0,2}$/.test(name) ? 'file' : encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'));
}
