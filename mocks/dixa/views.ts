import type {components} from '../../specs/dixa/generated/index.js';
import type {BehaviourValues} from '../../src/engine/index.js';
import type {DixaBehaviours} from './behaviours.js';
import {spell} from './dates.js';
import type {Activity, AnonymizationRequest, Attributes, Message} from './entities.js';

type Values = BehaviourValues<DixaBehaviours>;

/** An anonymization request as Dixa shows it (DIXA-20, DIXA-22). */
export function showRequest(
  request: AnonymizationRequest,
  {dates}: Values,
): components['schemas']['AnonymizationRequestStatus'] {
  const {initiatedAt, processedAt} = request;
  return {
    ...request,
    initiatedAt: spell(initiatedAt, dates),
    ...(processedAt !== undefined && {processedAt: spell(processedAt, dates)}),
  };
}

/** A message as Dixa shows it: its files under the caller's base URL. */
export function showMessage(message: Message, {dates}: Values, baseUrl: string): components['schemas']['Message'] {
  const {conversationId: _, position: __, ...shown} = message;
  return {...shown, createdAt: spell(shown.createdAt, dates), attributes: withFullUrls(shown.attributes, baseUrl)};
}

/** An entry of the activity log as Dixa shows it. */
export function showActivity(activity: Activity, {dates}: Values): components['schemas']['ActivityLogEntry'] {
  const {position: _, ...shown} = activity;
  return {...shown, activityTimestamp: spell(shown.activityTimestamp, dates)};
}

/** Files are stored by path, so that the same state gives the same bytes whatever the port. */
function withFullUrls(attributes: Attributes, baseUrl: string): Attributes {
  if (!('attachments' in attributes) || attributes.attachments.length === 0) return attributes;
  const attachments = attributes.attachments.map((file) => ({
    ...file,
    url: file.url.startsWith('/') ? baseUrl + file.url : file.url,
  }));
  return {...attributes, attachments};
}
