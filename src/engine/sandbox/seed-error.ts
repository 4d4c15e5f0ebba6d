/** A seed that cannot be used. Its message says where and what to do, one problem a line. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
  /** Each begins with a JSON pointer into the seed; there may be more than are told. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}
