import type {Vendor} from '../engine/index.js';
import {isObject} from '../openapi/index.js';
import {readHar} from './har/read.js';
import {readPact} from './pact/read.js';
import type {Recording} from './recording.js';

/** What reading needs to know beside the file. */
export interface ReadingOptions {
  /** Those whose calls are looked for. */
  readonly vendors: readonly Vendor[];
}

/**
 * Reads recorded traffic: a HAR 1.2, or a Pact of versions 1 to 4.
 * @param text the whole file.
 * @throws RangeError with a sentence that shows nothing of the file, when it is neither.
 */
export function readRecording(text: string, {vendors}: ReadingOptions): Recording {
  const file = parsed(text);
  if (!isObject(file)) throw new RangeError(neither);
  if (isObject(file.log)) {
    if (Array.isArray(file.log.entries)) return readHar(file.log, vendors);
    throw new RangeError('The HAR has no calls: there is no list "log.entries" in it.');
  }
  if (Array.isArray(file.interactions) || Array.isArray(file.messages)) return readPact(file, vendors);
  if (isObject(file.consumer) || isObject(file.provider))
    throw new RangeError('The Pact has no calls: there is no list "interactions" in it.');
  throw new RangeError(neither);
}

const neither =
  'The file is neither a HAR, which has a list "log.entries", nor a Pact, which has a list "interactions".';

/** What Node says of broken JSON repeats a piece of it, so only the position is taken over. */
const position = /in JSON at position (\d+)(?: \(line \d+ column \d+\))?$/;

function parsed(text: string): unknown {
  const json = withoutMark(text);
  if (json.trim() === '') throw new RangeError('The file is empty.');
  try {
    return JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw new RangeError('The file nests too deeply to be read.');
    const at = position.exec(error.message)?.[1];
    const where = at === undefined ? '' : ` (see line ${json.slice(0, Number(at)).split('\n').length})`;
    throw new RangeError(`The file is not valid JSON${where}: it must be a HAR or a Pact.`);
  }
}

/** The mark of UTF-8 that some programs write before a text. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
