/** Dixa's operations, one file per family; the names on the left are the document's. */
import type {Handler, Operations} from '../handler.js';
import {getActivityLog, getOrganizationLog} from './activity-log.js';
import {
  anonymizeConversation,
  anonymizeEndUser,
  anonymizeMessage,
  getAnonymizationRequest,
  requestAnonymization,
} from './anonymization.js';
import {changeAgent, deleteAgent, getAgent, getAgents, postAgent, putAgent} from './agents.js';
import {changeAgents, putAgents} from './bulk-agents.js';
import {changeEndUsers, createEndUsers, putEndUsers} from './bulk-end-users.js';
import {getContactEndpoint, getContactEndpoints} from './contact-endpoints.js';
import {patchConversationAttributes} from './conversation-attributes.js';
import {bulkTagConversation, getConversationTags, tagConversation, untagConversation} from './conversation-tags.js';
import {createConversation, getConversation} from './conversations.js';
import {getAttributeDefinition, getAttributeDefinitions, patchEndUserAttributes} from './custom-attributes.js';
import {changeEndUser, getEndUser, getEndUserConversations, getEndUsers, postEndUser, putEndUser} from './end-users.js';
import {getPrivateFile} from './files.js';
import {claimConversation, closeConversation, followUpConversation, reopenConversation} from './life-cycle.js';
import {importConversation} from './imports.js';
import {getLinked, linkConversation} from './links.js';
import {getMessages, postMessage} from './messages.js';
import {addNote, addNotes, getNotes} from './notes.js';
import {getRating, getRatings, offerRating, submitRating} from './ratings.js';
import {getFlows, getOrganization} from './organization.js';
import {getPosition, getQueue, getQueues, postQueue} from './queues.js';
import {searchByText, searchConversations} from './search.js';
import {activateTag, createTag, deactivateTag, deleteTag, getTag, getTags} from './tags.js';
import {transferConversation} from './transfer.js';
import {
  createWebhook,
  deleteWebhook,
  getDeliveryLogs,
  getDeliveryStatus,
  getWebhook,
  getWebhooks,
  patchWebhook,
} from './webhooks.js';

export const operations: {readonly [Id in keyof Operations]: Handler<Id>} = {
  patchConversationsConversationidAnonymize: anonymizeConversation,
  patchConversationsConversationidMessagesMessageidAnonymize: anonymizeMessage,
  patchEndusersUseridAnonymize: anonymizeEndUser,
  postAnonymization: requestAnonymization,
  getAnonymizationRequestRequestid: getAnonymizationRequest,
  putConversationsConversationidClose: closeConversation,
  putConversationsConversationidReopen: reopenConversation,
  putConversationsConversationidFollowup: followUpConversation,
  putConversationsConversationidClaim: claimConversation,
  getConversationsConversationid: getConversation,
  getConversationsConversationidMessages: getMessages,
  postConversationsConversationidMessages: postMessage,
  postConversations: createConversation,
  getConversationsConversationidActivitylog: getActivityLog,
  putConversationsConversationidTransferQueue: transferConversation,
  getConversationsConversationidNotes: getNotes,
  postConversationsConversationidNotes: addNote,
  postConversationsConversationidNotesBulk: addNotes,
  postConversationsConversationidRatingsOffer: offerRating,
  postConversationsConversationidRatingsRatingidSubmit: submitRating,
  getConversationsConversationidRating: getRating,
  getConversationsConversationidTags: getConversationTags,
  putConversationsConversationidTagsTagid: tagConversation,
  deleteConversationsConversationidTagsTagid: untagConversation,
  postConversationsConversationidTagsBulk: bulkTagConversation,
  putConversationsConversationidLink: linkConversation,
  getConversationsConversationidLinked: getLinked,
  'patchConversationsConversationidCustom-attributes': patchConversationAttributes,
  getConversationsActivitylog: getOrganizationLog,
  postConversationsImport: importConversation,
  getSearchConversations: searchByText,
  postSearchConversations: searchConversations,
  getConversationsConversationidRatings: getRatings,
  getAgents,
  postAgents: postAgent,
  putAgents,
  patchAgents: changeAgents,
  getAgentsAgentid: getAgent,
  putAgentsAgentid: putAgent,
  patchAgentsAgentid: changeAgent,
  deleteAgentsAgentid: deleteAgent,
  getEndusers: getEndUsers,
  postEndusers: postEndUser,
  postEndusersBulk: createEndUsers,
  putEndusers: putEndUsers,
  patchEndusers: changeEndUsers,
  putEndusersUserid: putEndUser,
  patchEndusersUserid: changeEndUser,
  getEndusersUserid: getEndUser,
  getEndusersUseridConversations: getEndUserConversations,
  'patchEndusersUseridCustom-attributes': patchEndUserAttributes,
  'getCustom-attributes': getAttributeDefinitions,
  'getCustom-attributesCustomattributeid': getAttributeDefinition,
  getOrganization,
  'getContact-endpoints': getContactEndpoints,
  'getContact-endpointsContactendpointid': getContactEndpoint,
  getConversationsFlows: getFlows,
  getQueues,
  postQueues: postQueue,
  getQueuesQueueid: getQueue,
  'getQueuesConversation-positionCsid': getPosition,
  getTags,
  postTags: createTag,
  getTagsTagid: getTag,
  deleteTagsTagid: deleteTag,
  patchTagsTagidActivate: activateTag,
  patchTagsTagidDeactivate: deactivateTag,
  getWebhooks,
  postWebhooks: createWebhook,
  getWebhooksWebhooksubscriptionid: getWebhook,
  deleteWebhooksWebhooksubscriptionid: deleteWebhook,
  patchWebhooksWebhooksubscriptionid: patchWebhook,
  'getWebhooksWebhooksubscriptionidDelivery-status': getDeliveryStatus,
  'getWebhooksWebhooksubscriptionidDelivery-statusLogsEvent': getDeliveryLogs,
  getPrivateFile,
};
