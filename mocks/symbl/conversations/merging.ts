import type {Member, Message, SymblState} from '../entities.js';

/**
 * Makes one of the member and the one who has the same e-mail, if there is one: whoever was there first stays, under the
 * name given last. SYMBL-82
 */
export async function mergeMembers({members, messages}: SymblState, updated: Member): Promise<void> {
  if (updated.email === undefined) return;
  const all = await members.find('conversation', updated.conversationId);
  const same = all.find(({id, email}) => id !== updated.id && email === updated.email);
  if (same === undefined) return;
  const [kept, merged] = same.position <= updated.position ? [same, updated] : [updated, same];
  members.remove(merged.id);
  members.save({...kept, ...(updated.name !== undefined && {name: updated.name})});
  for (const message of await messages.find('conversation', updated.conversationId)) {
    if (isBy(message, merged)) messages.save({...message, from: {id: kept.id}});
  }
}

function isBy({from}: Message, {id}: Member): boolean {
  return 'id' in from && from.id === id;
}
