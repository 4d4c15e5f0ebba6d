import {StateChanged, UnknownPlace} from '../engine/desks.js';
import {SeedError, TooManySnapshots} from '../engine/index.js';
import {problem, type ProblemDetails} from './problem.js';

/** Does something with what a sandbox holds; what it refuses is answered as what it is. */
export async function refusing<A>(work: () => Promise<A>): Promise<A | ProblemDetails> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnknownPlace) return problem(404, error.message);
    if (error instanceof SeedError || error instanceof RangeError) return problem(400, error.message);
    if (error instanceof StateChanged) return problem(412, error.message);
    if (error instanceof TooManySnapshots) return problem(409, error.message);
    throw error;
  }
}
