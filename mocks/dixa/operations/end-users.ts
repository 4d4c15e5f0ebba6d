import {createEndUser, patchEndUser, replaceEndUser} from '../people/end-users.js';
import {decodingFailure, invalidValue, notFound} from '../errors.js';
import type {Handler} from '../handler.js';
import {pageOf, reachOf, showPage} from '../pages.js';
import {wantedPeople} from '../people/filter.js';
import {refusalOf} from '../people/people.js';
import {showEndUser, showListed, showListedEndUser} from '../views.js';

/** All end users, the oldest first, or those that one filter finds; in pages. DIXA-23…26, DIXA-47, DIXA-84, DIXA-85 */
export const getEndUsers: Handler<'getEndusers'> = async ({params, query, state, prefix}) => {
  const {email, phone: phoneNumber, externalId} = query;
  const wanted = wantedPeople(query, {email, phoneNumber, externalId});
  if (!wanted) return decodingFailure();
  const {index, by, page} = wanted;
  const users = await state.endUsers.find(index, by, {limit: reachOf(page)});
  const path = `${prefix}/${params.version}/endusers`;
  return {status: 200, body: showPage(users, page, {path, show: showListedEndUser})};
};

/** Creates an end user. DIXA-83 */
export const postEndUser: Handler<'postEndusers'> = async (call) => {
  const outcome = await createEndUser(call, call.body);
  return 'saved' in outcome ? {status: 201, body: {data: showEndUser(outcome.saved)}} : decodingFailure();
};

/** An end user, or what is left of one. DIXA-45, DIXA-85 */
export const getEndUser: Handler<'getEndusersUserid'> = async ({params, state}) => {
  const user = await state.endUsers.get(params.userId);
  return user ? {status: 200, body: {data: showEndUser(user)}} : notFound();
};

/** Replaces what is known about an end user. DIXA-86 */
export const putEndUser: Handler<'putEndusersUserid'> = async (call) => {
  const outcome = await replaceEndUser(call, call.params.userId, call.body);
  return 'saved' in outcome ? {status: 200, body: {data: showEndUser(outcome.saved)}} : refusalOf(outcome.refused);
};

/** Changes some of it. DIXA-86 */
export const changeEndUser: Handler<'patchEndusersUserid'> = async (call) => {
  const outcome = await patchEndUser(call, call.params.userId, call.body);
  return 'saved' in outcome ? {status: 200, body: {data: showEndUser(outcome.saved)}} : refusalOf(outcome.refused);
};

/** The conversations an end user requested, newest first, in pages. DIXA-23…26, DIXA-85, DIXA-88 */
export const getEndUserConversations: Handler<'getEndusersUseridConversations'> = async (call) => {
  const {params, query, state, prefix} = call;
  // Whether the key can be read counts before whether the end user is there (DIXA-14).
  const page = pageOf(query);
  if (page === undefined) return invalidValue();
  if (!(await state.endUsers.get(params.userId))) return notFound();
  const range = {descending: true, limit: reachOf(page)};
  const conversations = await state.conversations.find('requester', params.userId, range);
  const path = `${prefix}/${params.version}/endusers/${params.userId}/conversations`;
  return {status: 200, body: showPage(conversations, page, {path, show: showListed})};
};
