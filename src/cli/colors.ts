import picocolors from 'picocolors';

/** Colors for a terminal; plain text for files, pipes and whoever wants none. */
export function terminalColors(out: NodeJS.WriteStream = process.stdout): ReturnType<typeof picocolors.createColors> {
  return picocolors.createColors(out.isTTY === true && process.env.NO_COLOR === undefined);
}
