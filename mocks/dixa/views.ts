import type {components} from '../../specs/dixa/generated/index.js';
import type {BehaviourValues} from '../../src/engine/index.js';
import type {DixaBehaviours} from './behaviours.js';
import {instantOf, spell, toSeconds} from './dates.js';
import type {
  Activity,
  Agent,
  AnonymizationRequest,
  Conversation,
  CustomAttributeDefinition,
  EndUser,
  Message,
  Note,
  Rating,
} from './entities.js';
import {withFullUrls} from './files.js';

type Schemas = components['schemas'];
type Values = BehaviourValues<DixaBehaviours>;

/** An anonymization request as Dixa shows it (DIXA-20). */
export function showRequest(request: AnonymizationRequest, {dates}: Values): Schemas['AnonymizationRequestStatus'] {
  const {initiatedAt, processedAt} = request;
  return {
    ...request,
    initiatedAt: spell(initiatedAt, dates),
    ...(processedAt !== undefined && {processedAt: spell(processedAt, dates)}),
  };
}

/** A message as Dixa shows it: its files under the caller's base URL (DIXA-20, DIXA-73). */
export function showMessage(message: Message, {dates}: Values, baseUrl: string): Schemas['Message'] {
  const {conversationId: _, position: __, isRedacted: ___, ...shown} = message;
  return {...shown, createdAt: spell(shown.createdAt, dates), attributes: withFullUrls(shown.attributes, baseUrl)};
}

/** A note as Dixa answers it when it is added (DIXA-20). */
export function showNote(note: Note, {dates}: Values): Schemas['InternalNoteData'] {
  const {position: _, ...shown} = note;
  return {...shown, createdAt: spell(shown.createdAt, dates)};
}

/** A note as Dixa lists it: its time in seconds (DIXA-20). */
export function showListedNote(note: Note): Schemas['InternalNoteData'] {
  const {position: _, ...shown} = note;
  return {...shown, createdAt: toSeconds(instantOf(shown.createdAt) ?? 0)};
}

/** A rating as Dixa shows it. */
export function showRating({
  ratingId,
  conversationId: _,
  position: __,
  ...shown
}: Rating): Schemas['ConversationRating'] {
  return {...shown, id: ratingId};
}

/** An entry of the activity log as Dixa shows it (DIXA-20). */
export function showActivity(activity: Activity, {dates}: Values): Schemas['ActivityLogEntry'] {
  const {position: _, ...shown} = activity;
  return {...shown, activityTimestamp: spell(shown.activityTimestamp, dates)};
}

/** An agent as Dixa shows one. */
export function showAgent({position: _, ...agent}: Agent): Schemas['Agent'] {
  return agent;
}

/** An end user as Dixa shows one (DIXA-45). */
export function showEndUser({isAnonymized: _, position: __, ...user}: EndUser): Schemas['EndUser'] {
  return user;
}

/** An end user as it stands in a list, where custom attributes are left out (DIXA-85). */
export function showListedEndUser(user: EndUser): Schemas['EndUser'] {
  const {customAttributes: _, ...shown} = showEndUser(user);
  return shown;
}

/** The definition of a custom attribute as Dixa shows it (DIXA-20). */
export function showDefinition(
  definition: CustomAttributeDefinition,
  {dates}: Values,
): Schemas['CustomAttributeDefinition'] {
  const {createdAt, updatedAt} = definition;
  return {
    ...definition,
    createdAt: spell(createdAt, dates),
    ...(updatedAt !== undefined && {updatedAt: spell(updatedAt, dates)}),
  };
}

/** A conversation as it stands in a list, where custom attributes are left out (DIXA-85). */
export function showListed(conversation: Conversation): Schemas['Conversation'] {
  const {customAttributes: _, ...shown} = conversation;
  return shown as Schemas['Conversation'];
}
