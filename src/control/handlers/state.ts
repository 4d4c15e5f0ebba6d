import {stateOf, wholeSchema} from '../../engine/desks.js';
import type {SeedPart, Seeds} from '../../engine/index.js';
import type {Answers, Handler} from '../call.js';
import {refusing} from '../refusals.js';

type Entity = Answers<'getEntity'>;

const version = 1;
const pageSize = 1000;

export const getSeedSchema: Handler<'getSeedSchema'> = async ({engine}) => {
  const parts = new Map<string, SeedPart>();
  for (const {name, seedSchema} of engine.vendors.values()) {
    const loaded = await seedSchema?.();
    if (loaded) parts.set(name, loaded.schema);
  }
  return {status: 200, body: wholeSchema(parts) as Answers<'getSeedSchema'>};
};

export const getState: Handler<'getState'> = async ({engine, sandbox}) => {
  const {value, tag} = await stateOf(engine).read(await engine.sandbox(sandbox));
  return {status: 200, body: seedOf(value), headers: {ETag: tag}};
};

export const replaceState: Handler<'replaceState'> = ({engine, sandbox, body, header}) =>
  refusing(async () => {
    const place = await engine.sandbox(sandbox);
    const tag = await stateOf(engine).replace(place, body, {ifMatch: header['If-Match']});
    return {status: 204, headers: {ETag: tag}} as const;
  });

export const addState: Handler<'addState'> = ({engine, sandbox, body, header}) =>
  refusing(async () => {
    const place = await engine.sandbox(sandbox);
    const tag = await stateOf(engine).add(place, body, {ifMatch: header['If-Match']});
    return {status: 204, headers: {ETag: tag}} as const;
  });

export const getVendorState: Handler<'getVendorState'> = ({engine, sandbox, params: {vendor}}) =>
  refusing(async () => {
    const {value, tag} = await stateOf(engine).readVendor(await engine.sandbox(sandbox), vendor);
    return {status: 200, body: seedOf({[vendor]: value}), headers: {ETag: tag}} as const;
  });

export const getCollection: Handler<'getCollection'> = ({engine, sandbox, params, query}) =>
  refusing(async () => {
    const {limit = pageSize, after} = query;
    const {value, tag} = await stateOf(engine).readCollection(await engine.sandbox(sandbox), params, {
      limit,
      after,
    });
    const body = {version, ...value} as Answers<'getCollection'>;
    return {status: 200, body, headers: {ETag: tag}} as const;
  });

export const replaceCollection: Handler<'replaceCollection'> = ({engine, sandbox, params, body, header}) =>
  refusing(async () => {
    const content = {entities: body.entities, ifMatch: header['If-Match']};
    const tag = await stateOf(engine).replaceCollection(await engine.sandbox(sandbox), params, content);
    return {status: 204, headers: {ETag: tag}} as const;
  });

export const removeCollection: Handler<'removeCollection'> = ({engine, sandbox, params, header}) =>
  refusing(async () => {
    const place = await engine.sandbox(sandbox);
    await stateOf(engine).removeCollection(place, params, {ifMatch: header['If-Match']});
    return {status: 204} as const;
  });

export const getEntity: Handler<'getEntity'> = ({engine, sandbox, params}) =>
  refusing(async () => {
    const {value, tag} = await stateOf(engine).readEntity(await engine.sandbox(sandbox), params);
    return {status: 200, body: value as Entity, headers: {ETag: tag}} as const;
  });

export const putEntity: Handler<'putEntity'> = ({engine, sandbox, params, body, header}) =>
  refusing(async () => {
    const content = {entity: body, ifMatch: header['If-Match']};
    const put = await stateOf(engine).putEntity(await engine.sandbox(sandbox), params, content);
    const answer = {body: put.value as Entity, headers: {ETag: put.tag}};
    return put.isNew ? ({status: 201, ...answer} as const) : ({status: 200, ...answer} as const);
  });

export const patchEntity: Handler<'patchEntity'> = ({engine, sandbox, params, body, header}) =>
  refusing(async () => {
    const content = {patch: body, ifMatch: header['If-Match']};
    const {value, tag} = await stateOf(engine).mergeEntity(await engine.sandbox(sandbox), params, content);
    return {status: 200, body: value as Entity, headers: {ETag: tag}} as const;
  });

export const removeEntity: Handler<'removeEntity'> = ({engine, sandbox, params, header}) =>
  refusing(async () => {
    const place = await engine.sandbox(sandbox);
    await stateOf(engine).removeEntity(place, params, {ifMatch: header['If-Match']});
    return {status: 204} as const;
  });

/** Data as a document: a seed. */
function seedOf(data: Seeds): Answers<'getState'> {
  return {version, ...data} as Answers<'getState'>;
}
