import {notFound} from '../errors.js';
import type {Handler, Scope} from '../handler.js';
import {removeTag, tagNamed} from '../configuration/tags.js';

/** All tags, by name; deactivated ones only when asked for. */
export const getTags: Handler<'getTags'> = async ({query, state}) => {
  const tags = await state.tags.find('all', 'all');
  return {status: 200, body: {data: tags.filter((tag) => query.includeDeactivated || tag.state === 'Active')}};
};

/** Creates a tag, or answers the one that has its name. DIXA-81 */
export const createTag: Handler<'postTags'> = async (call) => {
  return {status: 200, body: {data: await tagNamed(call, call.body)}};
};

/** A tag, active or not. */
export const getTag: Handler<'getTagsTagid'> = async ({params, state}) => {
  const tag = await state.tags.get(params.tagId);
  return tag ? {status: 200, body: {data: tag}} : notFound();
};

/** Removes a tag for good, also from every conversation that has it. */
export const deleteTag: Handler<'deleteTagsTagid'> = async (call) => {
  const tag = await call.state.tags.get(call.params.tagId);
  if (!tag) return notFound();
  await removeTag(call, tag);
  return {status: 204};
};

/** Makes a tag usable again. */
export const activateTag: Handler<'patchTagsTagidActivate'> = (call) => changeState(call, call.params.tagId, 'Active');

/** Takes a tag out of use; conversations that have it keep it. DIXA-79 */
export const deactivateTag: Handler<'patchTagsTagidDeactivate'> = (call) =>
  changeState(call, call.params.tagId, 'Inactive');

async function changeState({state}: Scope, id: string, to: 'Active' | 'Inactive') {
  const tag = await state.tags.get(id);
  if (!tag) return notFound();
  state.tags.save({...tag, state: to});
  return {status: 204} as const;
}
