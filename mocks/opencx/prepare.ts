import type {Contact, HistoryItem, Session} from './entities.js';
import type {Details, SeedEntities} from './seed-entities.js';

type Entity = {readonly id: string | number};

const nothingKnown: Readonly<Record<Details, null>> = {
  email: null,
  phone_number: null,
  name: null,
  custom_data: null,
  non_verified_name: null,
  non_verified_email: null,
  non_verified_custom_data: null,
};

/** Completes what a seed leaves out with what a contact, a session or a message begins with. */
export function prepare(collection: string, entity: Entity): Entity {
  if (collection === 'contacts') return completeContact(entity as SeedEntities['contacts']);
  if (collection === 'sessions') return completeSession(entity as SeedEntities['sessions']);
  if (collection === 'history') return completeItem(entity as SeedEntities['history']);
  return entity;
}

function completeContact(contact: SeedEntities['contacts']): Contact {
  return {...nothingKnown, ...contact};
}

function completeSession(session: SeedEntities['sessions']): Session {
  return {ai_closure_type: null, sentiment: null, assist_mode: false, ...session};
}

function completeItem({event, ...item}: SeedEntities['history']): HistoryItem {
  return {...item, event: event.type === 'message' ? {attachments: [], context: {}, ...event} : event};
}
