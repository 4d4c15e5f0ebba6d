import type {Activity, ActivityAttributes, ActivityType, Agent, EndUser} from './entities.js';
import {toMilliseconds} from './dates.js';
import type {Scope} from './handler.js';

/** Appends to a conversation's activity log (DIXA-78). */
export function log(
  {state, ids, now}: Scope,
  entry: {conversation: number; type: ActivityType; author?: Agent | EndUser; attributes?: ActivityAttributes},
): void {
  const {conversation: conversationId, type, author, attributes} = entry;
  const activity: Activity = {
    id: ids.uuid(),
    conversationId,
    activityTimestamp: toMilliseconds(now),
    activityType: `${type}ActivityType`,
    _type: type,
    ...(author && {author: authorOf(author)}),
    ...(attributes && {attributes}),
    position: ids.next('activity'),
  };
  state.activities.save(activity);
}

function authorOf(author: Agent | EndUser): Activity['author'] {
  const {id, displayName, email} = author;
  const phoneNumber = 'phoneNumber' in author ? author.phoneNumber : undefined;
  return {
    id,
    ...(displayName !== undefined && {name: displayName}),
    ...(email !== undefined && {email}),
    ...(phoneNumber !== undefined && {phoneNumber}),
  };
}
