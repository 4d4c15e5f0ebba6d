import {spawn} from 'node:child_process';

/** The built command: `npm test` builds first. */
const main = new URL('../../dist/cli/main.js', import.meta.url).pathname;

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `standin …` to its end. @param input what it reads on standard input. */
export function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], {env: {...process.env, ...env}});
  const output = {stdout: '', stderr: ''};
  child.stdin.end(input);
  child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
  return new Promise((resolve) => child.once('close', (code) => resolve({code, ...output})));
}
