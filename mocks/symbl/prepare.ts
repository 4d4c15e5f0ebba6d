import {demoAccount, type AccountEntity, type Conversation, type Message} from './entities.js';

type Entity = {readonly id: string | number};

/** Completes what a seed leaves out: the account of a conversation or a custom entity, and what a message need not say. */
export function prepare(collection: string, entity: Entity): Entity {
  if (collection === 'conversations') return {accountId: demoAccount, ...(entity as Partial<Conversation> & Entity)};
  if (collection === 'accountEntities') {
    return {accountId: demoAccount, position: 0, values: [], ...(entity as Partial<AccountEntity> & Entity)};
  }
  if (collection !== 'messages') return entity;
  return {position: 0, from: {}, phrases: [], ...(entity as Omit<Partial<Message>, 'id'> & Entity)};
}
