import type {SymblState} from '../entities.js';

/**
 * Removes a conversation and all that is of it, jobs that are not done and webhooks on their way included. Nothing else
 * holds a copy: entities, insights and the like are worked out of the messages when they are asked for. SYMBL-81
 * @returns how many messages there were.
 */
export async function forget(state: SymblState, conversationId: string): Promise<number> {
  const {conversations, members, messages, jobs, deliveries} = state;
  const said = await messages.find('conversation', conversationId);
  for (const {id} of said) messages.remove(id);
  for (const {id} of await members.find('conversation', conversationId)) members.remove(id);
  for (const {id} of await jobs.find('conversation', conversationId)) jobs.remove(id);
  for (const {id} of await deliveries.find('conversation', conversationId)) deliveries.remove(id);
  conversations.remove(conversationId);
  return said.length;
}
