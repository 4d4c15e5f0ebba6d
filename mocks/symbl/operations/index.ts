/** Symbl's operations, one file per family; the names on the left are the document's. */
import type {Handler, Operations} from '../handler.js';
import {getConversation, getMembers, getMessages} from './conversations.js';
import {getJob} from './jobs.js';
import {getSettings, updateSettings} from './settings.js';
import {appendText, submitText} from './text.js';
import {generateToken} from './token.js';

export const operations: {readonly [Id in keyof Operations]: Handler<Id>} = {
  generateToken,
  submitText,
  appendText,
  getJob,
  getConversation,
  getMessagesByConversationId: getMessages,
  getMembers,
  getSettings,
  updateSettings,
};
