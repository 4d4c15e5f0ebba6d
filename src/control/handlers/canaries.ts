import {proofsOf, TooManyCanaries} from '../../engine/desks.js';
import type {Canary} from '../../engine/index.js';
import type {Answers, Handler} from '../call.js';
import {problem} from '../problem.js';

export const plantCanaries: Handler<'plantCanaries'> = async ({engine, sandbox, body}) => {
  const {people = 1, vendors} = body ?? {};
  const place = await engine.sandbox(sandbox);
  try {
    const planted = await proofsOf(engine).plant(place, {people, ...(vendors && {vendors})});
    return {status: 201, body: {canaries: planted.map(shown)}};
  } catch (error) {
    if (error instanceof TooManyCanaries) return problem(409, error.message);
    if (error instanceof RangeError) return problem(400, error.message);
    throw error;
  }
};

export const reportCanaries: Handler<'reportCanaries'> = async ({engine, sandbox}) => ({
  status: 200,
  body: await proofsOf(engine).report(await engine.sandbox(sandbox)),
});

export const removeCanaries: Handler<'removeCanaries'> = async ({engine, sandbox}) => {
  await proofsOf(engine).uproot(await engine.sandbox(sandbox));
  return {status: 204};
};

type Shown = Answers<'plantCanaries'>['canaries'][number];

function shown({id, identifiers, entities}: Canary): Shown {
  const planted: Record<string, Record<string, (string | number)[]>> = {};
  for (const {vendor, collection, id: entity} of entities) ((planted[vendor] ??= {})[collection] ??= []).push(entity);
  return {id, identifiers, planted};
}
