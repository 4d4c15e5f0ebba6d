import {toSeconds} from '../dates.js';
import type {EndUser} from '../entities.js';
import {decodingFailure, invalidValue, notFound} from '../errors.js';
import type {Handler} from '../handler.js';
import {linkToNext, pageOf} from '../pages.js';
import {showListed} from '../views.js';

/** Creates an end user; e-mail and phone number are unique. DIXA-83 */
export const createEndUser: Handler<'postEndusers'> = async ({body, state, ids, now}) => {
  const {displayName, email, phoneNumber, firstName, lastName, externalId} = body;
  if (email !== undefined && (await state.endUsers.first('email', email))) return decodingFailure();
  if (phoneNumber !== undefined && (await state.endUsers.first('phoneNumber', phoneNumber))) return decodingFailure();
  const user: EndUser = {
    id: ids.uuid(),
    createdAt: toSeconds(now),
    ...(displayName !== undefined && {displayName}),
    ...(email !== undefined && {email}),
    ...(phoneNumber !== undefined && {phoneNumber}),
    additionalEmails: body.additionalEmails ?? [],
    additionalPhoneNumbers: body.additionalPhoneNumbers ?? [],
    ...(firstName !== undefined && {firstName}),
    ...(lastName !== undefined && {lastName}),
    middleNames: body.middleNames ?? [],
    // Pictures are hosted anew; where they came from is not kept.
    ...(body.avatarUrl !== undefined && {avatarUrl: `https://files.dixa.io/public/${ids.uuid()}`}),
    ...(externalId !== undefined && {externalId}),
    customAttributes: [],
  };
  return {status: 201, body: {data: state.endUsers.save(user)}};
};

/** An end user, or what is left of one. DIXA-45, DIXA-85 */
export const getEndUser: Handler<'getEndusersUserid'> = async ({params, state}) => {
  const user = await state.endUsers.get(params.userId);
  return user ? {status: 200, body: {data: user}} : notFound();
};

/** The conversations an end user requested, newest first, in pages. DIXA-23…26, DIXA-85, DIXA-88 */
export const getEndUserConversations: Handler<'getEndusersUseridConversations'> = async (call) => {
  const {params, query, state, prefix} = call;
  if (!(await state.endUsers.get(params.userId))) return notFound();
  const page = pageOf(query);
  if (page === undefined) return invalidValue();
  const end = page.offset + page.limit;
  // One more than is shown tells whether there is a page behind this one.
  const found = await state.conversations.find('requester', params.userId, {descending: true, limit: end + 1});
  const data = found.slice(page.offset, end).map(showListed);
  if (found.length <= end) return {status: 200, body: {data}};
  const path = `${prefix}/${params.version}/endusers/${params.userId}/conversations`;
  return {status: 200, body: {data, meta: {next: linkToNext(page, path)}}};
};
