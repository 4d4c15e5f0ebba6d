import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {createServer, type AddressInfo} from 'node:net';

/** A server under measurement. */
export interface Running {
  readonly pid: number;
  /** Milliseconds from the start of its process to its first right answer. */
  readonly startTime: number;
  stop(): Promise<void>;
}

const patience = 30_000;

/** Starts a server and waits for its first right answer. */
export async function startServer(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  isUp: () => Promise<boolean>,
): Promise<Running> {
  const [program = '', ...rest] = command;
  const began = performance.now();
  const child = spawn(program, rest, {env: {...process.env, ...environment}, stdio: 'ignore'});
  while (!(await isUp().catch(() => false))) {
    if (child.exitCode !== null || performance.now() - began > patience)
      throw new Error(`${command.join(' ')} did not come up.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return {pid: child.pid as number, startTime: performance.now() - began, stop: () => stop(child)};
}

/** Resident memory of a process in megabytes. */
export function residentMemory(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], {encoding: 'utf8'})) / 1024;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const {port} = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 6000);
  await ended;
  clearTimeout(force);
}
