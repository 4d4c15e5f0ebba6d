import {demoAccount, type AccountEntity, type Conversation, type Message} from './entities.js';
import type {SeedEntities} from './seed-entities.js';

type Entity = {readonly id: string | number};

/** Completes what a seed leaves out: the account of a conversation or a custom entity, and what a message need not say. */
export function prepare(collection: string, entity: Entity): Entity {
  if (collection === 'conversations') return completeConversation(entity as SeedEntities['conversations']);
  if (collection === 'accountEntities') return completeAccountEntity(entity as SeedEntities['accountEntities']);
  if (collection === 'messages') return completeMessage(entity as SeedEntities['messages']);
  return entity;
}

function completeConversation(conversation: SeedEntities['conversations']): Conversation {
  return {accountId: demoAccount, ...conversation};
}

function completeAccountEntity(entity: SeedEntities['accountEntities']): AccountEntity {
  return {accountId: demoAccount, position: 0, values: [], ...entity};
}

function completeMessage(message: SeedEntities['messages']): Message {
  return {position: 0, from: {}, phrases: [], ...message};
}
