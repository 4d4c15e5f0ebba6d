import {problem, type ProblemDetails} from '../problem.js';

/** Answers a question; one that cannot be read is refused with what its reader says. */
export async function asked<T>(answer: () => Promise<T>): Promise<T | ProblemDetails<400>> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof RangeError) return problem(400, error.message);
    throw error;
  }
}
