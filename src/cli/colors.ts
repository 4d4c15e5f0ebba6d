import picocolors from 'picocolors';

/** Colors for a terminal; plain text for files, pipes and whoever wants none. */
export function terminalColors(): ReturnType<typeof picocolors.createColors> {
  return picocolors.createColors(process.stdout.isTTY === true && process.env.NO_COLOR === undefined);
}
