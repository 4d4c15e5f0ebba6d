import {spawn} from 'node:child_process';
import {constants} from 'node:os';
import {CommandError, exitCodes} from './exit.js';

/** Signals by which a command is told to end. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const;

/**
 * Runs a command with this process's own input and output, and passes signals on to it.
 * @returns its exit code; as a shell has it, 128 and the signal's number where a signal ended it.
 * @throws CommandError when it cannot be started.
 */
export async function runCommand(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const child = spawn(program, args, {env, stdio: 'inherit'});
  const passOn = (signal: NodeJS.Signals) => {
    // What is typed at a terminal reaches the command without us; twice it would mean to hurry.
    const isTyped = signal === 'SIGINT' || signal === 'SIGQUIT';
    if (!isTyped || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of endings) process.on(signal, passOn);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', (error: NodeJS.ErrnoException) => reject(cannotStart(program, error)));
      child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']));
    });
  } finally {
    for (const signal of endings) process.off(signal, passOn);
  }
}

function cannotStart(program: string, {code, message}: NodeJS.ErrnoException): CommandError {
  const reason = code === 'ENOENT' ? 'there is no such command' : message;
  return new CommandError(exitCodes.couldNotStart, `Cannot run ${program}: ${reason}.`);
}
