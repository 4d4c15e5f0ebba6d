import {fromBase64, type BinaryPart} from '../../../src/engine/index.js';
import {invalid, notFound, tooLarge} from '../errors.js';
import {fileUrl, imageTypeOf, maxFileBytes, storeFile} from '../files.js';
import type {Handler} from '../handler.js';
import {createdStatus} from '../statuses.js';

/** The type that forms give to a file of which they know none. */
const unspecific = 'application/octet-stream';

/** Takes an image in, and tells the address at which it is served from then on. OPENCX-31, OPENCX-65, OPENCX-66 */
export const uploadMedia: Handler<'uploadMedia'> = (call) => {
  const refusal = refuseUpload(call.body.file);
  if (refusal) return refusal;
  const {file} = call.body;
  const type = imageTypeOf(file.bytes);
  const {type: declared = unspecific} = file;
  // What it is said to be must be what it is; said to be nothing in particular, it may be any of them.
  if (type === undefined || (declared !== unspecific && declared !== type)) return invalid('body/file Invalid input');
  const {id} = storeFile(call, call.caller.organization_id, file);
  const name = type.replace('image/', 'image.');
  return {status: createdStatus(call.behaviours), body: {id, url: fileUrl({id, name}, call.baseUrl)}};
};

/** Takes a file of a visitor in, of whatever type; its address goes into the attachments of a message. */
export const uploadWidgetFile: Handler<'uploadWidgetFile'> = (call) => {
  const refusal = refuseUpload(call.body.file);
  if (refusal) return refusal;
  const {file} = call.body;
  const {name = 'file'} = file;
  const {id} = storeFile(call, call.caller.organization_id, file);
  return {status: 200, body: {fileName: name, fileUrl: fileUrl({id, name}, call.baseUrl)}};
};

/**
 * The bytes of a file, until its message is redacted. The type is never the one it came with: a page sent as an
 * attachment must not run under the stand-in's own address. OPENCX-15, OPENCX-55
 */
export const getFile: Handler<'getFile'> = async ({params, state}) => {
  const file = await state.files.get(params.file_id);
  if (!file) return notFound('File');
  return {status: 200, file: {bytes: fromBase64(file.base64), type: 'application/octet-stream'}};
};

/** What a schema cannot tell of a form: whether the part is a file, and how large it is. */
function refuseUpload(file: BinaryPart | string) {
  if (typeof file === 'string') return invalid('body/file Invalid input: expected file, received string');
  return file.bytes.length > maxFileBytes ? tooLarge() : undefined;
}
