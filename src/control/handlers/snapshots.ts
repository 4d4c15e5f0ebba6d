import {snapshotsOf} from '../../engine/desks.js';
import type {SnapshotDocument} from '../../engine/index.js';
import type {Answers, Handler} from '../call.js';
import {refusing} from '../refusals.js';

export const listSnapshots: Handler<'listSnapshots'> = async ({engine, sandbox}) => ({
  status: 200,
  body: {snapshots: snapshotsOf(engine).list(await engine.sandbox(sandbox))},
});

export const getSnapshot: Handler<'getSnapshot'> = ({engine, sandbox, params: {name}}) =>
  refusing(async () => {
    const document: unknown = snapshotsOf(engine).read(await engine.sandbox(sandbox), name);
    return {status: 200, body: document as Answers<'getSnapshot'>} as const;
  });

export const putSnapshot: Handler<'putSnapshot'> = ({engine, sandbox, params: {name}, body}) =>
  refusing(async () => {
    const snapshots = snapshotsOf(engine);
    const place = await engine.sandbox(sandbox);
    // Its shape was judged by the document of the control plane.
    const document = body && ({...body, name} as unknown as SnapshotDocument);
    const {summary, isNew} = document ? await snapshots.write(place, document) : await snapshots.take(place, name);
    return isNew ? ({status: 201, body: summary} as const) : ({status: 200, body: summary} as const);
  });

export const removeSnapshot: Handler<'removeSnapshot'> = ({engine, sandbox, params: {name}}) =>
  refusing(async () => {
    snapshotsOf(engine).remove(await engine.sandbox(sandbox), name);
    return {status: 204} as const;
  });

export const restoreSnapshot: Handler<'restoreSnapshot'> = ({engine, sandbox, params: {name}}) =>
  refusing(async () => {
    await snapshotsOf(engine).restore(await engine.sandbox(sandbox), name);
    return {status: 204} as const;
  });
