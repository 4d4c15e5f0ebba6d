import type {Tag} from '../entities.js';
import type {Scope} from '../handler.js';

/** What is said about a tag that may be new. */
interface TagInput {
  readonly name: string;
  readonly color?: string;
}

/** The tag of that name; a new, active one where there is none. One that is there stays as it is. DIXA-80, DIXA-81 */
export async function tagNamed({state, ids}: Scope, {name, color}: TagInput): Promise<Tag> {
  const known = await state.tags.first('name', name);
  return known ?? state.tags.save({id: ids.uuid(), name, ...(color !== undefined && {color}), state: 'Active'});
}

/** Removes a tag from every conversation that has it, and then for good. */
export async function removeTag({state}: Scope, {id}: Tag): Promise<void> {
  for (const association of await state.conversationTags.find('tag', id)) state.conversationTags.remove(association.id);
  state.tags.remove(id);
}
