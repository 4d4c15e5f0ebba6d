import {fromBase64} from '../../../src/engine/index.js';
import {notFound} from '../errors.js';
import type {Handler} from '../handler.js';

/**
 * The bytes of an attachment, until its message is redacted. The type is never the one it came with: a page sent as an
 * attachment must not run under the stand-in's own address. OPENCX-15, OPENCX-55
 */
export const getFile: Handler<'getFile'> = async ({params, state}) => {
  const file = await state.files.get(params.file_id);
  if (!file) return notFound('File');
  return {status: 200, file: {bytes: fromBase64(file.base64), type: 'application/octet-stream'}};
};
