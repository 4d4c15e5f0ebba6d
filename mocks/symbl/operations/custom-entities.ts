/** The account's own entities; what is found of them is never redacted. SYMBL-56 */
import type {components} from '../../../specs/symbl/generated/index.js';
import {subTypeKey, type AccountEntity, type SymblState} from '../entities.js';
import {entityExists, entityNotFound} from '../errors.js';
import type {Caller, Handler, Scope} from '../handler.js';

type Schemas = components['schemas'];
type Call = Scope & {readonly caller: Caller};

/** All of the account's, in the order in which they were made. */
export const listEntities: Handler<'listEntities'> = async ({caller, state}) => {
  const entities = await state.accountEntities.find('account', caller.accountId);
  return {status: 200, body: {entities: entities.map(show)}};
};

/** One of the account's. */
export const getEntity: Handler<'getEntity'> = async ({params, caller, state}) => {
  const entity = await state.accountEntities.get(params.entityId);
  return entity?.accountId === caller.accountId ? {status: 200, body: show(entity)} : entityNotFound();
};

/** Makes one, to be found in what is processed from then on. */
export const createEntity: Handler<'createEntity'> = async (call) => {
  const made = await make(call, [call.body]);
  return made ? {status: 201, body: show(made[0] as AccountEntity)} : entityExists();
};

/** Makes several, or none when there is one among them that exists. */
export const createEntities: Handler<'createEntities'> = async (call) => {
  const made = await make(call, call.body);
  return made ? {status: 201, body: {entities: made.map(show)}} : entityExists();
};

/** Puts other words in its place. */
export const updateEntity: Handler<'updateEntity'> = async ({params, body, caller, state}) => {
  const entity = await state.accountEntities.get(params.entityId);
  if (entity?.accountId !== caller.accountId) return entityNotFound();
  const same = await sameAs(state, caller.accountId, body);
  if (same && same.id !== entity.id) return entityExists();

  const {type, subType, values} = body;
  return {status: 200, body: show(state.accountEntities.save({...entity, type, subType, values}))};
};

/** Deletes one. What was found of it was found. */
export const deleteEntity: Handler<'deleteEntity'> = async ({params, caller, state}) => {
  const entity = await state.accountEntities.get(params.entityId);
  if (entity?.accountId !== caller.accountId) return entityNotFound();
  state.accountEntities.remove(entity.id);
  return {status: 200, body: {message: 'successfully deleted the entity'}};
};

/** Deletes all of a subtype, whatever their type. */
export const deleteEntitiesBySubType: Handler<'deleteEntitiesBySubType'> = async ({query, caller, state}) => {
  const entities = await state.accountEntities.find('subType', subTypeKey(caller.accountId, query.subType));
  if (entities.length === 0) return entityNotFound();
  for (const {id} of entities) state.accountEntities.remove(id);
  return {status: 200, body: {message: 'successfully deleted the entities'}};
};

async function make(
  {caller: {accountId}, state, ids}: Call,
  requests: readonly Schemas['AccountEntityRequest'][],
): Promise<readonly AccountEntity[] | undefined> {
  const names = new Set(requests.map(({type, subType}) => JSON.stringify([type, subType])));
  if (names.size < requests.length) return undefined;
  for (const request of requests) if (await sameAs(state, accountId, request)) return undefined;
  return requests.map(({type, subType, values}) =>
    state.accountEntities.save({id: ids.digits(16), accountId, position: ids.next('entity'), type, subType, values}),
  );
}

/** The entity that has that subtype of that type already. */
async function sameAs(
  state: SymblState,
  accountId: string,
  {type, subType}: Pick<AccountEntity, 'type' | 'subType'>,
): Promise<AccountEntity | undefined> {
  const entities = await state.accountEntities.find('subType', subTypeKey(accountId, subType));
  return entities.find((entity) => entity.type === type);
}

function show({id, type, subType, values}: AccountEntity): Schemas['AccountEntity'] {
  return {id, type, subType, category: 'Custom', values: [...values]};
}
