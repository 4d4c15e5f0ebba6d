import type {BehaviourValues} from '../../../src/engine/index.js';
import type {DixaBehaviours} from '../behaviours.js';
import {toMilliseconds} from '../dates.js';
import type {
  AnonymizedConversation,
  Attributes,
  EndUser,
  LiveConversation,
  Message,
  Note,
  Rating,
  SearchTrace,
} from '../entities.js';
import {channelOf} from '../search/filters.js';

/** Takes the place of a sender where the document requires one (DIXA-43). */
const nobody = {email: 'anonymized@anonymized.invalid'};

/** Takes the place of a text that the document requires. */
const withheld = 'anonymized';

/** What is left of a conversation (DIXA-42). The requester's id and, by default, custom attributes survive. */
export function anonymizedConversation(
  conversation: LiveConversation,
  now: number,
  behaviours: BehaviourValues<DixaBehaviours>,
): AnonymizedConversation {
  const {id, requesterId, channel, createdAt, direction, state, stateUpdatedAt, link, transportExpiresAt} =
    conversation;
  const customAttributes = behaviours.drop_custom_attributes ? undefined : conversation.customAttributes;
  return {
    _type: 'AnonymizedConversation',
    id,
    requesterId,
    channel,
    createdAt,
    anonymizedAt: toMilliseconds(now),
    ...(direction && {direction}),
    ...(state && {state}),
    ...(stateUpdatedAt && {stateUpdatedAt}),
    ...(link && {link}),
    ...(customAttributes && {customAttributes}),
    ...(transportExpiresAt && {transportExpiresAt}),
  };
}

/** What is left of a message (DIXA-43). */
export function anonymizedMessage(message: Message): Message {
  const {id, authorId, createdAt, attributes, conversationId, position} = message;
  const left = {
    id,
    authorId,
    createdAt,
    attributes: anonymizedAttributes(attributes),
    conversationId,
    isRedacted: true,
  };
  return {...left, ...(position !== undefined && {position})};
}

function anonymizedAttributes(attributes: Attributes): Attributes {
  const direction = 'direction' in attributes && attributes.direction ? {direction: attributes.direction} : {};
  switch (attributes._type) {
    case 'EmailAttributes':
      return {_type: 'EmailAttributes', from: nobody, ...emptyMail(attributes), ...direction};
    case 'ContactFormAttributes': {
      const from = attributes.from && {from: nobody};
      return {
        _type: 'ContactFormAttributes',
        ...from,
        replyDefaultToEmails: [],
        ...emptyMail(attributes),
        ...direction,
      };
    }
    case 'ChatAttributes':
      return {_type: 'ChatAttributes', isAutomated: attributes.isAutomated, attachments: [], ...direction};
    case 'MessengerFormAttributes':
      return {_type: 'MessengerFormAttributes', formSubmission: {values: {}}, ...direction};
    case 'PhoneAttributes':
      return {_type: 'PhoneAttributes', from: withheld, to: withheld, ...durationOf(attributes), ...direction};
    case 'CallRecordingAttributes':
      return {_type: 'CallRecordingAttributes', recording: withheld, ...durationOf(attributes)};
    case 'TranscriptAttributes': {
      const {utterance_start_ms: start, utterance_end_ms: end} = attributes;
      const times = {
        ...(start !== undefined && {utterance_start_ms: start}),
        ...(end !== undefined && {utterance_end_ms: end}),
      };
      return {_type: 'TranscriptAttributes', ...times, ...direction};
    }
    default:
      return {_type: attributes._type, attachments: [], ...direction};
  }
}

function emptyMail({isAutoReply}: {readonly isAutoReply: boolean}) {
  return {isAutoReply, to: [], cc: [], bcc: [], inlineImages: [], attachments: []};
}

function durationOf({duration}: {readonly duration?: number}): {duration?: number} {
  return duration === undefined ? {} : {duration};
}

/** What an anonymized conversation is still found by, though it shows neither its agent nor its queue (DIXA-47). */
export function traceOf(conversation: LiveConversation): SearchTrace {
  const {id, assignment, queue} = conversation;
  const channel = channelOf(conversation);
  return {
    id,
    ...(channel !== undefined && {channel}),
    ...(assignment && {assignment}),
    ...(queue && {queue}),
  };
}

/** What is left of a note: who wrote it and when (DIXA-44). */
export function anonymizedNote(note: Note): Note {
  return {...note, message: withheld};
}

/** What is left of a rating: everything but what was said about it (DIXA-44). */
export function anonymizedRating({ratingComment: _, ...rating}: Rating): Rating {
  return rating;
}

/** What is left of an end user (DIXA-45). */
export function anonymizedUser({id, createdAt, position}: EndUser): EndUser {
  return {
    ...{id, createdAt, additionalEmails: [], additionalPhoneNumbers: [], middleNames: [], customAttributes: []},
    isAnonymized: true,
    ...(position !== undefined && {position}),
  };
}
