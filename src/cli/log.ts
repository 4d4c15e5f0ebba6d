type Level = 'error' | 'debug';

/**
 * Logs as JSON lines on standard error. A line names operations and states, never a path's values, a header or a body:
 * those may be personal.
 */
export function createLog(level: string): (at: Level, fields: object, message: string) => void {
  const wanted = level === 'debug' ? ['error', 'debug'] : level === 'silent' ? [] : ['error'];
  let logger: Promise<(at: Level, fields: object, message: string) => void> | undefined;
  return (at, fields, message) => {
    if (!wanted.includes(at)) return;
    // Loaded with the first line: a quiet stand-in starts without it.
    logger ??= import('pino').then(({pino}) => {
      const target = pino({level}, pino.destination(2));
      return (to, about, text) => target[to](about, text);
    });
    void logger.then((write) => write(at, fields, message));
  };
}
