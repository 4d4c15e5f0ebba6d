import type {components} from '../../../specs/opencx/generated/index.js';
import {impossibleDate, isWithin} from '../dates.js';
import {activityOrder, createdOrder, type Session} from '../entities.js';
import {invalid} from '../errors.js';
import type {Handler} from '../handler.js';
import {walk} from '../pages.js';
import {contactOf} from '../sessions.js';
import {showSession} from '../views.js';

type Filters = components['schemas']['ChatSessionFilters'];

/** How an index of sessions is named, and where a session stands in it, by the name of the order. */
const orders = {
  last_message_at: {index: 'activity', orderOf: activityOrder},
  created_at: {index: 'created', orderOf: createdOrder},
} as const;

/** The organization's sessions that fit, by number of page; an envelope of its own. OPENCX-63, OPENCX-67 */
export const filterChatSessions: Handler<'filterChatSessions'> = async (call) => {
  const {body, caller, state} = call;
  const {filters = {}, sort_by = 'last_message_at', sort_order = 'desc', page = 1, limit = 25} = body;
  const wrong = impossibleDate(filters);
  if (wrong) return invalid(`body/filters/${wrong} Invalid ISO datetime`);

  const {index, orderOf} = orders[sort_by];
  const descending = sort_order === 'desc';
  const sessions = walk<Session>({
    read: (range) => state.sessions.find(index, caller.organization_id, {...range, descending}),
    placeOf: (session) => ({sort: orderOf(session), id: session.id}),
  });
  const skipped = (page - 1) * limit;
  const shown: Session[] = [];
  let fitting = 0;
  for await (const session of sessions) {
    if (!fits(session, filters)) continue;
    fitting += 1;
    if (fitting > skipped + limit) break;
    if (fitting > skipped) shown.push(session);
  }
  const data = await Promise.all(shown.map(async (session) => showSession(session, await contactOf(call, session))));
  return {status: 200, body: {data, page, limit, has_next: fitting > skipped + limit, has_previous: page > 1}};
};

/** All filters must fit; one that lists several values is fitted by any of them. Their names are assumed. */
function fits(session: Session, filters: Filters): boolean {
  return (
    isWithin(session, filters) &&
    isOneOf(session.channel.type, filters.channels) &&
    isOneOf(session.status, filters.statuses) &&
    isOneOf(session.sentiment, filters.sentiments) &&
    isOneOf(session.assignee_id, filters.assignee_ids) &&
    isOneOf(session.team?.id, filters.team_ids) &&
    isOneOf(session.contact_id, filters.contact_ids) &&
    isOneOf(session.language, filters.languages) &&
    (filters.tags === undefined || filters.tags.some((tag) => session.tags?.includes(tag))) &&
    Object.entries(filters.custom_data ?? {}).every(([key, value]) => session.custom_data?.[key] === value)
  );
}

function isOneOf<T>(value: T | null | undefined, wanted: readonly T[] | undefined): boolean {
  return wanted === undefined || wanted.some((one) => one === value);
}
