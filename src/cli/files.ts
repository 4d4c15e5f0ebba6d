import {readFile} from 'node:fs/promises';
import {CommandError} from './exit.js';

/**
 * Reads a YAML or JSON file.
 * @param exitCode what the command ends with when the file is missing or cannot be read.
 */
export async function readDataFile(file: string, exitCode: number): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(exitCode, `${file} cannot be read (${error.code ?? error.message}); check the path.`);
  });
  // The parser is only needed by those who bring a file.
  const {parse} = await import('yaml');
  try {
    return parse(text) as unknown;
  } catch (error) {
    throw new CommandError(
      exitCode,
      `${file} is neither YAML nor JSON: ${(error as Error).message.split('\n', 1)[0] ?? ''}`,
    );
  }
}
