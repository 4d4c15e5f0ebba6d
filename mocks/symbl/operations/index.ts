/** Symbl's operations, one file per family; the names on the left are the document's. */
import type {Handler, Operations} from '../handler.js';
import {listConversations} from './conversation-list.js';
import {deleteConversation, getConversation, getMessages, updateConversation} from './conversations.js';
import {
  createEntities,
  createEntity,
  createEntityAtOldAddress,
  deleteEntitiesBySubType,
  deleteEntity,
  getEntity,
  listEntities,
  updateEntity,
} from './custom-entities.js';
import {getActionItems, getFollowUps, getInsights, getQuestions, getTrackers} from './insights.js';
import {createTranscript, getAnalytics, getEntities, getSummary, getTopics} from './intelligence.js';
import {getJob} from './jobs.js';
import {getMembers, updateMember, updateSpeakers} from './members.js';
import {appendAddress, appendFile, submitAddress, submitFile} from './recordings.js';
import {getSettings, updateSettings} from './settings.js';
import {appendText, submitText} from './text.js';
import {generateToken} from './token.js';

export const operations: {readonly [Id in keyof Operations]: Handler<Id>} = {
  generateToken,
  submitText,
  appendText,
  submitAudio: submitFile,
  appendAudio: appendFile,
  submitAudioUrl: submitAddress,
  appendAudioUrl: appendAddress,
  submitVideo: submitFile,
  appendVideo: appendFile,
  submitVideoUrl: submitAddress,
  appendVideoUrl: appendAddress,
  getJob,
  listConversations,
  getConversation,
  updateConversation,
  deleteConversation,
  getMessagesByConversationId: getMessages,
  getMembers,
  updateMember,
  updateSpeakers,
  getEntities,
  createTranscript,
  getSummary,
  getAnalytics,
  getActionItems,
  getFollowUps,
  getQuestions,
  getInsights,
  getTopics,
  getDetectedTrackers: getTrackers,
  getTrackers,
  getSettings,
  updateSettings,
  listEntities,
  createEntity,
  createEntities,
  getEntity,
  updateEntity,
  deleteEntity,
  deleteEntitiesBySubType,
  createEntityAtOldAddress,
  getEntityAtOldAddress: getEntity,
  updateEntityAtOldAddress: updateEntity,
  deleteEntityAtOldAddress: deleteEntity,
};
