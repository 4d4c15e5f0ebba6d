import type {Activity, ActivityAttributes, ActivityType, Conversation, EndUser} from '../entities.js';
import {toMilliseconds} from '../dates.js';
import type {Scope} from '../handler.js';

/** Who did something: an agent or an end user, as far as the log may know them. */
type Author = Pick<EndUser, 'id' | 'displayName' | 'email' | 'phoneNumber'>;

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

/**
 * An end user as the log of a conversation may know them. Of one who did not request it, it keeps no more than the id:
 * nothing would take their name out of somebody else's conversation when they are anonymized (DIXA-45).
 */
export function endUserIn({requesterId}: Conversation, user: EndUser): Author {
  return user.id === requesterId ? user : {id: user.id};
}

/** A person as the log names them. */
export function personOf(person: Author): NonNullable<Activity['author']> {
  const {id, displayName, email, phoneNumber} = person;
  return {
    id,
    ...(displayName !== undefined && {name: displayName}),
    ...(email !== undefined && {email}),
    ...(phoneNumber !== undefined && {phoneNumber}),
  };
}
