import {fromBase64} from '../../../src/engine/index.js';
import {notFound} from '../errors.js';
import {pathOf} from '../files.js';
import type {Handler} from '../handler.js';

/** Serves a file that was copied in, until its message is anonymized. DIXA-73 */
export const getPrivateFile: Handler<'getPrivateFile'> = async ({params, state}) => {
  const file = await state.files.get(pathOf(params.organizationId, params.fileId));
  if (!file) return notFound();
  return {status: 200, file: {bytes: fromBase64(file.base64), type: file.type}};
};
