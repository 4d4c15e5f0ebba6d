import {earliest, instantOf} from '../dates.js';

import {decodingFailure} from '../errors.js';
import type {Handler} from '../handler.js';
import {linkToNext, pageOf} from '../pages.js';
import {edgeOf} from '../sorting.js';
import {showActivity} from '../views.js';

/** What happened to a conversation; an unknown one has no history. DIXA-77 */
export const getActivityLog: Handler<'getConversationsConversationidActivitylog'> = async (call) => {
  const {params, state, behaviours} = call;
  const activities = await state.activities.find('conversation', String(params.conversationId));
  return {status: 200, body: {data: activities.map((activity) => showActivity(activity, behaviours))}};
};

/** What happened to all conversations, oldest first, in pages of any size. DIXA-23…26 */
export const getOrganizationLog: Handler<'getConversationsActivitylog'> = async (call) => {
  const {params, query, state, prefix, behaviours} = call;
  const page = pageOf(query);
  if (page === undefined) return decodingFailure();
  // Clients follow the link alone, or send what they asked for along with the key.
  const {fromDatetime = page.filters?.fromDatetime, toDatetime = page.filters?.toDatetime} = query;
  const from = fromDatetime === undefined ? earliest : instantOf(fromDatetime);
  const to = toDatetime === undefined ? Infinity : instantOf(toDatetime);
  if (from === undefined || to === undefined || from > to) return decodingFailure();

  const end = page.offset + page.limit;
  const range = {from: edgeOf(from, 'first'), ...(to !== Infinity && {to: edgeOf(to, 'last')})};
  const found = await state.activities.find('all', 'all', {...range, limit: end + 1});
  const data = found.slice(page.offset, end).map((activity) => showActivity(activity, behaviours));
  if (found.length <= end) return {status: 200, body: {data}};
  const filters = {
    ...(fromDatetime !== undefined && {fromDatetime}),
    ...(toDatetime !== undefined && {toDatetime}),
  };
  const next = linkToNext({...page, filters}, `${prefix}/${params.version}/conversations/activitylog`);
  return {status: 200, body: {data, meta: {next}}};
};
