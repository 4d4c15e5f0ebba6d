import fc, {type IAsyncProperty} from 'fast-check';

/**
 * The seed of all runs: `PROPERTY_SEED` repeats one that failed, or is `random`. Fixed otherwise, so that a change is never
 * blamed for what another sequence would have found before; `PROPERTY_RUNS` multiplies how many are tried.
 */
const seed =
  process.env.PROPERTY_SEED === 'random' ? Date.now() % 2 ** 31 : Number(process.env.PROPERTY_SEED ?? 20_260_105);
const factor = Number(process.env.PROPERTY_RUNS ?? 1);

/** Milliseconds a test may take: long enough for a failure to be shortened before it is told. */
export const timeout = 120_000 * Math.max(1, factor);

/** How hard an invariant is tried. */
export interface Effort {
  /** How many sequences are tried. */
  readonly runs: number;
  /** Whether the first one that breaks it will do, or a shorter one is looked for. */
  readonly isFirstEnough?: boolean;
}

/** Holds a property for so many sequences. What fails is told as a person reads it, with what repeats it. */
export async function holds<T>(property: IAsyncProperty<T>, {runs, isFirstEnough = false}: Effort): Promise<void> {
  const details = await fc.check(property, {seed, numRuns: Math.ceil(runs * factor), endOnFailure: isFirstEnough});
  if (!details.failed) return;
  const error = details.errorInstance instanceof Error ? details.errorInstance : new Error('It was interrupted.');
  const repeat = `PROPERTY_SEED=${details.seed} repeats it (run ${details.numRuns}, ${details.numShrinks} times shortened).`;
  throw new Error(`${error.message}\n\n${repeat}`);
}
