/** OpenCX's operations, one file per family; the names on the left are the document's. */
import type {Handler, Operations} from '../handler.js';
import {createContact} from './contacts.js';
import {getFile} from './files.js';
import {getChatSessionHistory, sendMessage} from './messages.js';
import {redactMessage, redactSession} from './redaction.js';
import {createChatSession, getChatSession, listChatSessions, updateChatSession} from './sessions.js';

export const operations: {readonly [Id in keyof Operations]: Handler<Id>} = {
  redactSession,
  redactMessage,
  createChatSession,
  listChatSessions,
  getChatSession,
  updateChatSession,
  sendMessage,
  getChatSessionHistory,
  createContact,
  getFile,
};
