import type {Handler} from '../call.js';
import {problem} from '../problem.js';

export const getBehaviours: Handler<'getBehaviours'> = async ({engine, sandbox}) => ({
  status: 200,
  body: await engine.sandboxes.behaviours(sandbox),
});

export const setBehaviours: Handler<'setBehaviours'> = async ({engine, sandbox, body}) => {
  try {
    await engine.sandboxes.changeBehaviours(sandbox, body);
  } catch (error) {
    if (error instanceof RangeError) return problem(400, error.message);
    throw error;
  }
  return {status: 200, body: await engine.sandboxes.behaviours(sandbox)};
};
