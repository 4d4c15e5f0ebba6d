import type {Standin} from '../index.js';
import {readRecording, type Recording} from '../traffic/index.js';
import {CommandError, exitCodes} from './exit.js';
import {readTextFile} from './files.js';

/** A recording with the text that it was read from. */
export interface RecordingFile {
  /** What the file is called in a sentence. */
  readonly name: string;
  readonly text: string;
  readonly recording: Recording;
}

/**
 * Reads a HAR or a Pact.
 * @param file `-` for standard input.
 * @throws CommandError when it cannot be read, or is neither: one sentence, which names the file.
 */
export async function recordingIn(file: string, vendors: Standin['vendors']): Promise<RecordingFile> {
  const name = file === '-' ? 'standard input' : file;
  const text = await readTextFile(file, exitCodes.badUsage);
  try {
    return {name, text, recording: readRecording(text, {vendors})};
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(exitCodes.badUsage, `${name}: ${error.message}`);
    throw error;
  }
}
