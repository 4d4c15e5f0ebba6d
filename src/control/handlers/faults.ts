import type {Fault, FaultSpec, Sandbox} from '../../engine/index.js';
import type {ControlCall, Handler} from '../call.js';
import {problem} from '../problem.js';

export const listFaults: Handler<'listFaults'> = async ({engine, sandbox}) => {
  const {faults} = await engine.sandbox(sandbox);
  return {status: 200, body: {faults: faults.list()}};
};

export const addFaults: Handler<'addFaults'> = async ({engine, sandbox, body}) => {
  try {
    const added = await inTurn(await engine.sandbox(sandbox), ({faults}) => faults.add(listOf(body)));
    return {status: 201, body: {faults: added}};
  } catch (error) {
    if (error instanceof RangeError) return problem(400, error.message);
    throw error;
  }
};

export const clearFaults: Handler<'clearFaults'> = async ({engine, sandbox}) => {
  await inTurn(await engine.sandbox(sandbox), ({faults}) => faults.clear());
  return {status: 204};
};

export const getFault: Handler<'getFault'> = async ({engine, sandbox, params: {id}}) => {
  const {faults} = await engine.sandbox(sandbox);
  const fault = faults.get(id);
  return fault ? {status: 200, body: fault} : unknown(faults.list());
};

export const removeFault: Handler<'removeFault'> = async ({engine, sandbox, params: {id}}) => {
  const place = await engine.sandbox(sandbox);
  const wasThere = await inTurn(place, ({faults}) => faults.remove(id));
  return wasThere ? {status: 204} : unknown(place.faults.list());
};

/** Requests that came earlier are answered first: they meet the faults that there were. */
function inTurn<T>(sandbox: Sandbox, change: (sandbox: Sandbox) => T): Promise<T> {
  return sandbox.partition.exclusive(async () => change(sandbox));
}

/** The generated types know no condition; the validator has it that these are faults. */
function listOf(body: ControlCall<'addFaults'>['body']): readonly FaultSpec[] {
  return (Array.isArray(body) ? body : [body]) as readonly unknown[] as readonly FaultSpec[];
}

function unknown(faults: readonly Fault[]) {
  const ids = faults.map(({id}) => id).join(', ');
  return problem(404, `There is no such fault: ${ids === '' ? 'this sandbox has none' : `there are ${ids}`}.`);
}
