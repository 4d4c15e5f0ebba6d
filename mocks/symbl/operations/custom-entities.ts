/** The account's own entities; what is found of them is never redacted. SYMBL-56 */
import type {components} from '../../../specs/symbl/generated/index.js';
import {subTypeKey, type AccountEntity, type SymblState} from '../entities.js';
import {entityExists, entityNotFound} from '../errors.js';
import type {Call, Handler} from '../handler.js';

type Schemas = components['schemas'];
type Request = Schemas['AccountEntityRequest'];
/** About one of them. Both of its addresses share a handler, so these are not typed by one operation. */
type OneCall = Call & {readonly params: {readonly entityId: string}};

/** All of the account's, in the order in which they were made. */
export const listEntities: Handler<'listEntities'> = async ({caller, state}) => {
  const entities = await state.accountEntities.find('account', caller.accountId);
  return {status: 200, body: {entities: entities.map(show)}};
};

/** One of the account's. */
export async function getEntity({params, caller, state}: OneCall) {
  const entity = await state.accountEntities.get(params.entityId);
  return entity?.accountId === caller.accountId ? ({status: 200, body: show(entity)} as const) : entityNotFound();
}

/** Makes one, or several as the older pages do, to be found in what is processed from then on. */
export const createEntity: Handler<'createEntity'> = async (call) =>
  'type' in call.body ? makeOne(call, call.body) : makeAll(call, call.body);

/** Makes one. */
export const createEntityAtOldAddress: Handler<'createEntityAtOldAddress'> = async (call) => makeOne(call, call.body);

/** Makes several, or none when there is one among them that exists. */
export const createEntities: Handler<'createEntities'> = async (call) => makeAll(call, call.body);

/** Puts other words in its place. */
export async function updateEntity({params, body, caller, state}: OneCall & {readonly body: Request}) {
  const entity = await state.accountEntities.get(params.entityId);
  if (entity?.accountId !== caller.accountId) return entityNotFound();
  const same = await sameAs(state, caller.accountId, body);
  if (same && same.id !== entity.id) return entityExists();

  const {type, subType, values} = body;
  return {status: 200, body: show(state.accountEntities.save({...entity, type, subType, values}))} as const;
}

/** Deletes one. What was found of it was found. */
export async function deleteEntity({params, caller, state}: OneCall) {
  const entity = await state.accountEntities.get(params.entityId);
  if (entity?.accountId !== caller.accountId) return entityNotFound();
  state.accountEntities.remove(entity.id);
  return {status: 200, body: {message: 'successfully deleted the entity'}} as const;
}

/** Deletes all of a subtype, whatever their type. */
export const deleteEntitiesBySubType: Handler<'deleteEntitiesBySubType'> = async ({query, caller, state}) => {
  const entities = await state.accountEntities.find('subType', subTypeKey(caller.accountId, query.subType));
  if (entities.length === 0) return entityNotFound();
  for (const {id} of entities) state.accountEntities.remove(id);
  return {status: 200, body: {message: 'successfully deleted the entities'}};
};

async function makeOne(call: Call, request: Request) {
  const made = await make(call, [request]);
  return made ? ({status: 201, body: show(made[0] as AccountEntity)} as const) : entityExists();
}

async function makeAll(call: Call, requests: readonly Request[]) {
  const made = await make(call, requests);
  return made ? ({status: 201, body: {entities: made.map(show)}} as const) : entityExists();
}

async function make(
  {caller: {accountId}, state, ids}: Call,
  requests: readonly Request[],
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
