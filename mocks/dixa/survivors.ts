import type {Held, Survivor} from '../../src/engine/index.js';
import type {DixaBehaviours} from './behaviours.js';
import {isAnonymized} from './conversations/life-cycle.js';
import type {Collections} from './handler.js';

/**
 * What an anonymization leaves on purpose. Whoever has a person anonymized and looks no further finds them here again: in
 * custom attributes of conversations, in tags, by the id that everything they did keeps.
 */
export const survives: readonly Survivor<Collections, DixaBehaviours>[] = [
  {
    collection: 'conversations',
    pointers: ['/id', '/requesterId', '/link/**'],
    rule: 'DIXA-42',
    when: isAnonymized,
  },
  {
    collection: 'conversations',
    pointers: ['/customAttributes/**'],
    rule: 'DIXA-42',
    when: (conversation, _, behaviours) => isAnonymized(conversation) && !behaviours.drop_custom_attributes,
  },
  {
    collection: 'messages',
    pointers: ['/id', '/authorId', '/conversationId'],
    rule: 'DIXA-43',
    when: ({isRedacted}) => isRedacted === true,
  },
  {
    collection: 'notes',
    pointers: ['/id', '/authorId', '/csid'],
    rule: 'DIXA-44',
    when: ({csid}, held) => isGone(held, csid),
  },
  {
    collection: 'ratings',
    pointers: ['/id', '/ratingId', '/conversationId', '/agentId', '/userId'],
    rule: 'DIXA-44',
    when: ({conversationId}, held) => isGone(held, conversationId),
  },
  {
    collection: 'conversationTags',
    pointers: ['/id', '/conversationId'],
    rule: 'DIXA-44',
    when: ({conversationId}, held) => isGone(held, conversationId),
  },
  {
    collection: 'tags',
    pointers: ['/name'],
    rule: 'DIXA-44',
    when: ({id}, held) => held.find('conversationTags', 'tag', id).some((one) => isGone(held, one.conversationId)),
  },
  {
    collection: 'activities',
    pointers: ['/id', '/conversationId', '/author/id', '/attributes/*/id', '/attributes/messageId', '/attributes/tag'],
    rule: 'DIXA-44',
    when: ({conversationId}, held) => isGone(held, conversationId),
  },
  {
    collection: 'activities',
    pointers: ['/attributes/updatedAttributeValues/**'],
    rule: 'DIXA-42',
    when: ({conversationId}, held, behaviours) => isGone(held, conversationId) && !behaviours.drop_custom_attributes,
  },
  {
    collection: 'endUsers',
    pointers: ['/id'],
    rule: 'DIXA-45',
    when: (user) => user.isAnonymized === true,
  },
  {collection: 'anonymizationRequests', pointers: ['/id', '/targetEntityId'], rule: 'DIXA-41'},
  {collection: 'searchTraces', pointers: ['/id'], rule: 'DIXA-47'},
  {
    collection: 'webhookDeliveries',
    pointers: [
      '/payload/data/conversation/csid',
      '/payload/data/conversation/*/id',
      ...['/payload/data/message_id', '/payload/data/note_id', '/payload/data/*/id'],
    ],
    rule: 'DIXA-92',
    when: ({isScrubbed}) => isScrubbed === true,
  },
  {
    collection: 'webhookDeliveries',
    pointers: ['/payload/data/conversation/tags/*/name', '/payload/data/tag/name'],
    rule: 'DIXA-44',
    when: ({isScrubbed}) => isScrubbed === true,
  },
  // Files elsewhere, from which Dixa takes copies: whatever Dixa erases, they are none of its own.
  {collection: 'attachmentSources', pointers: ['/**'], rule: 'DIXA-73'},
];

function isGone(held: Held<Collections>, conversationId: number): boolean {
  const conversation = held.get('conversations', conversationId);
  return conversation !== undefined && isAnonymized(conversation);
}
