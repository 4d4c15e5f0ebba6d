import type {components} from '../../specs/opencx/generated/index.js';
import type {Attachment} from './entities.js';
import {fileAt, fileUrl, sizeOf} from './files.js';
import type {Scope} from './handler.js';
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

/**
 * Takes attachments in: content is kept here, an address is listed as it is (OPENCX-55). Of both, content wins. An
 * address that leads to an uploaded file ties the file to the message: it goes when the message goes (OPENCX-66).
 */
export async function storeAttachments(
  scope: Scope,
  organization_id: string,
  inputs: readonly Input[],
): Promise<Attachment[]> {
  const stored: Attachment[] = [];
  for (const {name = 'file', mime_type: type = 'application/octet-stream', url = '', base64 = ''} of inputs) {
    const attachment = {id: scope.ids.uuid(), name, type};
    if (base64 === '') {
      const file = await fileAt(scope, organization_id, url);
      stored.push({...attachment, size: file ? sizeOf(file.base64) : 0, url, ...(file && {file_id: file.id})});
    } else {
      scope.state.files.save({id: attachment.id, organization_id, base64});
      stored.push({...attachment, size: sizeOf(base64)});
    }
  }
  return stored;
}

/** Removes what is kept of attachments (OPENCX-15). Addresses elsewhere are not contacted. */
export function removeAttachments({state}: Scope, attachments: readonly Attachment[]): void {
  for (const {id, url, file_id} of attachments) {
    if (url === undefined) state.files.remove(id);
    if (file_id !== undefined) state.files.remove(file_id);
  }
}

/** An attachment as history shows it: what is kept here under an address by which anyone can open it. */
export function showAttachment(attachment: Attachment, baseUrl: string): components['schemas']['MessageAttachment'] {
  const {id, name, size, type, url = fileUrl(attachment, baseUrl)} = attachment;
  return {id, name, size, type, url};
}

function isBase64(text: string): boolean {
  const digits = text.replace(/={0,2}$/, '');
  return /^[A-Za-z0-9+/]*$/.test(digits) && digits.length % 4 !== 1 && (digits === text || text.length % 4 === 0);
}
