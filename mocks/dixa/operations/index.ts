/** Dixa's operations, one file per family; the names on the left are the document's. */
import type {Handler, Operations} from '../handler.js';
import {
  anonymizeConversation,
  anonymizeEndUser,
  anonymizeMessage,
  getAnonymizationRequest,
  requestAnonymization,
} from './anonymization.js';
import {createConversation, getActivityLog, getConversation} from './conversations.js';
import {createEndUser, getEndUser, getEndUserConversations} from './end-users.js';
import {getPrivateFile} from './files.js';
import {claimConversation, closeConversation, followUpConversation, reopenConversation} from './life-cycle.js';
import {getMessages, postMessage} from './messages.js';

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
  postEndusers: createEndUser,
  getEndusersUserid: getEndUser,
  getEndusersUseridConversations: getEndUserConversations,
  getPrivateFile,
};
