import type {components} from '../../specs/dixa/generated/index.js';
import type {BehaviourValues} from '../../src/engine/index.js';
import type {DixaBehaviours} from './behaviours.js';
import {spell} from './dates.js';
import type {Activity, AnonymizationRequest, Conversation, Message} from './entities.js';
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
  const {conversationId: _, position: __, ...shown} = message;
  return {...shown, createdAt: spell(shown.createdAt, dates), attributes: withFullUrls(shown.attributes, baseUrl)};
}

/** An entry of the activity log as Dixa shows it (DIXA-20). */
export function showActivity(activity: Activity, {dates}: Values): Schemas['ActivityLogEntry'] {
  const {position: _, ...shown} = activity;
  return {...shown, activityTimestamp: spell(shown.activityTimestamp, dates)};
}

/** A conversation as it stands in a list, where custom attributes are left out (DIXA-85). */
export function showListed(conversation: Conversation): Schemas['Conversation'] {
  const {customAttributes: _, ...shown} = conversation;
  return shown as Schemas['Conversation'];
}
