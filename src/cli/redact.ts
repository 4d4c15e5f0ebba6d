import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {entityTypes} from '../redaction/index.js';
import type {RedactSettings} from './redact-settings.js';

/**
 * `standin redact`: hides personal data in what comes in on standard input, as it arrives.
 * @throws RangeError when a type is not known, or a line cannot be read; the lines before it have been answered.
 */
export async function redact(settings: RedactSettings): Promise<void> {
  if (settings.types) return writeOut(entityTypes.map((type) => `${type}\n`));
  const {redactedLines} = await import('./redacted-lines.js');
  process.stdin.setEncoding('utf8');
  await writeOut(redactedLines(process.stdin, settings));
}

/** Whoever reads may have seen enough, as `head` has: that is no failure. */
async function writeOut(lines: Iterable<string> | AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(lines), process.stdout, {end: false});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
