type Level = 'error' | 'warn' | 'debug';

/** From the most to the least that is logged. */
const levels = ['debug', 'info', 'warn', 'error', 'silent'];

/** Writes one line. */
export type Log = (at: Level, fields: object, message: string) => void;

/**
 * Logs as JSON lines on standard error. A line names operations and states, never a path's values, a header or a body:
 * those may be personal.
 */
export function createLog(level: string): Log {
  const least = levels.indexOf(level);
  let logger: Promise<Log> | undefined;
  return (at, fields, message) => {
    if (levels.indexOf(at) < least) return;
    // Loaded with the first line: a quiet stand-in starts without it.
    logger ??= import('pino').then(({pino}) => {
      const target = pino({level}, pino.destination(2));
      return (to, about, text) => target[to](about, text);
    });
    void logger.then((write) => write(at, fields, message));
  };
}

/** Where an error was thrown. Its message stays out: it may repeat what it was given. */
export function placeOf(error: unknown): {readonly error: string; readonly stack: readonly string[]} {
  if (!(error instanceof Error)) return {error: typeof error, stack: []};
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {error: error.name, stack: frames.map((line) => line.trim())};
}
