import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {CommandError, exitCodes} from './exit.js';

/** How often a file may repeat by aliases what it said: few lines of them can be made to fill any memory. */
const mostAliases = 100;

/**
 * Reads a YAML or JSON file, as data: a tag that asks for anything else is refused.
 * @param file `-` for standard input.
 * @param exitCode what the command ends with when the file is missing or cannot be read.
 */
export async function readDataFile(file: string, exitCode: number): Promise<unknown> {
  const name = nameOf(file);
  const text = await readTextFile(file, exitCode);
  const json = jsonOf(text);
  if (json !== undefined) return json;
  // The parser is only needed by those who bring a file.
  const {parseDocument} = await import('yaml');
  try {
    const document = parseDocument(text);
    const [wrong] = [...document.errors, ...document.warnings];
    if (wrong) throw wrong;
    return document.toJS({maxAliasCount: mostAliases}) as unknown;
  } catch (error) {
    throw new CommandError(
      exitCode,
      `${name} is neither YAML nor JSON: ${(error as Error).message.split('\n', 1)[0] ?? ''}`,
    );
  }
}

/**
 * Reads a file as text.
 * @param file `-` for standard input.
 * @param exitCode what the command ends with when the file is missing or cannot be read.
 */
export function readTextFile(file: string, exitCode: number): Promise<string> {
  return readText(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(
      exitCode,
      `${nameOf(file)} cannot be read (${error.code ?? error.message}); check the path.`,
    );
  });
}

/** What a command ends with when a file cannot be written: 3, since it was asked well and could not be done. */
export function cannotWrite(file: string, error: unknown): CommandError {
  const {code, message} = error as NodeJS.ErrnoException;
  return new CommandError(exitCodes.couldNotStart, `${file} cannot be written (${code ?? message}); check the path.`);
}

/**
 * Writes a file, in a folder that is made when there is none.
 * @throws CommandError when it cannot be written.
 */
export async function writeTextFile(file: string, text: string, flag: 'w' | 'a' = 'w'): Promise<void> {
  try {
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, text, {flag});
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

function nameOf(file: string): string {
  return file === '-' ? 'Standard input' : file;
}

/** JSON is YAML too, but a large seed is read many times faster as what it is. Anything else is left to the other parser. */
function jsonOf(text: string): unknown {
  try {
    return /^\s*[{[]/.test(text) ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

async function readText(file: string): Promise<string> {
  if (file !== '-') return readFile(file, 'utf8');
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin as AsyncIterable<string>) text += chunk;
  return text;
}
