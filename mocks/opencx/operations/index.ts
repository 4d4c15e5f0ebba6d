/** OpenCX's operations, one file per family; the names on the left are the document's. */
import type {Handler, Operations} from '../handler.js';
import {createContact, deleteContact, getContact, listContacts, updateContact} from './contacts.js';
import {getFile, uploadMedia, uploadWidgetFile} from './files.js';
import {filterChatSessions} from './filter.js';
import {getChatSessionHistory, sendMessage} from './messages.js';
import {redactMessage, redactSession} from './redaction.js';
import {searchChatSessions} from './search.js';
import {createChatSession, getChatSession, listChatSessions, updateChatSession} from './sessions.js';
import {
  authenticateContact,
  getWidgetHistory,
  listWidgetSessions,
  pollWidgetSession,
  resolveWidgetSession,
} from './widget.js';

export const operations: {readonly [Id in keyof Operations]: Handler<Id>} = {
  redactSession,
  redactMessage,
  createChatSession,
  listChatSessions,
  filterChatSessions,
  searchChatSessions,
  getChatSession,
  updateChatSession,
  sendMessage,
  getChatSessionHistory,
  createContact,
  listContacts,
  getContact,
  updateContact,
  deleteContact,
  uploadMedia,
  authenticateContact,
  pollWidgetSession,
  getWidgetHistory,
  listWidgetSessions,
  uploadWidgetFile,
  resolveWidgetSession,
  getFile,
};
