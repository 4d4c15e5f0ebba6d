import type {Activity, ActivityAttributes, ActivityType, Agent, EndUser} from './entities.js';
import {toMilliseconds} from './dates.js';
import type {Scope} from './handler.js';

/** Appends to a conversation's activity log (DIXA-78). */
export function log(
  {state, ids, now}: Scope,
  entry: {
    conversation: number;
    type: ActivityType;
    author?: Author;
    attributes?: ActivityAttributes;
    /** When it happened, in milliseconds since 1970; now if absent. */
    at?: number;
  },
): void {
  const {conversation: conversationId, type, author, attributes, at = now} = entry;
  const activity: Activity = {
    id: ids.uuid(),
    conversationId,
    activityTimestamp: toMilliseconds(at),
    activityType: `${type}ActivityType`,
    _type: type,
    ...(author && {author: personOf(author)}),
    ...(attributes && {attributes}),
    position: ids.next('activity'),
  };
  state.activities.save(activity);
}

/** A person as the log names them. */
export function personOf(person: Author): NonNullable<Activity['author']> {
  const {id, displayName, email} = person;
  const phoneNumber = 'phoneNumber' in person ? person.phoneNumber : undefined;
  return {
    id,
    ...(displayName !== undefined && {name: displayName}),
    ...(email !== undefined && {email}),
    ...(phoneNumber !== undefined && {phoneNumber}),
  };
}
