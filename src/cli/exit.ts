/** What the command's exit code means. */
export const exitCodes = {
  fine: 0,
  contractBroken: 1,
  badUsage: 2,
  couldNotStart: 3,
  gateNotMet: 4,
} as const;

/** Ends the command with one sentence that says what to do, and a code. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;

  constructor(exitCode: number, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
