import {proofsOf} from '../../engine/desks.js';
import type {Handler} from '../call.js';
import {problem} from '../problem.js';

export const proveErasure: Handler<'proveErasure'> = async ({engine, sandbox, body: {subject}}) => {
  const place = await engine.sandbox(sandbox);
  try {
    return {status: 200, body: await proofsOf(engine).erasure(place, subject)};
  } catch (error) {
    if (error instanceof RangeError) return problem(400, error.message);
    throw error;
  }
};
