import {judgeAttachments} from '../attachments.js';
import {historyOrder, type HistoryItem} from '../entities.js';
import {invalid, notFound} from '../errors.js';
import type {Handler} from '../handler.js';
import {addMessage} from '../messages.js';
import {readPage, unreadable} from '../pages.js';
import {ownSession} from '../sessions.js';
import {createdStatus} from '../statuses.js';
import {showItem} from '../views.js';

/** Stores a message; it appears in the history under the id answered here. OPENCX-54…59 */
export const sendMessage: Handler<'sendMessage'> = async (call) => {
  const {params, body, behaviours} = call;
  const wrong = judgeAttachments(body.message.attachments ?? []);
  if (wrong.length > 0) return invalid(...wrong);
  const session = await ownSession(call, params.session_id);
  if (!session) return notFound('Session');

  const {id} = await addMessage(call, session, body);
  return {status: createdStatus(behaviours), body: {success: true, data: {message: {id}}}};
};

/** What happened in a session, the oldest first, a page at a time. OPENCX-46, OPENCX-61 */
export const getChatSessionHistory: Handler<'getChatSessionHistory'> = async (call) => {
  const {params, query, state, behaviours, baseUrl} = call;
  const wrong = unreadable(query);
  if (wrong) return invalid(wrong);
  const session = await ownSession(call, params.session_id);
  if (!session) return notFound('Session');

  const {items, next} = await readPage<HistoryItem>({
    size: behaviours.page_size,
    cursor: query.cursor,
    read: (range) => state.history.find('session', session.id, range),
    placeOf: (item) => ({sort: historyOrder(item), id: item.id}),
  });
  return {status: 200, body: {items: items.map((item) => showItem(item, baseUrl)), next}};
};
