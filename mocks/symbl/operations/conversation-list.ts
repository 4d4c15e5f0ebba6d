import type {Conversation} from '../entities.js';
import {parameterRefused} from '../errors.js';
import {fieldOf, readFilter, valueOf} from '../conversations/filter.js';
import type {Handler} from '../handler.js';
import {instantOf, toTimestamp} from '../times.js';
import {showConversation} from '../views.js';

/** How far back a list reaches that does not say where it begins: seven days. */
const aWeek = 7 * 86_400_000;

const byDefault = 'conversation.startTime';

/**
 * The account's conversations that began in a stretch of time, in clear: page by page from the index, unless something
 * was asked for that only looking at all of them can tell.
 */
export const listConversations: Handler<'listConversations'> = async ({query, caller, state, now}) => {
  const {limit = 20, offset = 0, order = 'asc', sort = byDefault} = query;
  const [given, end] = [instantOf(query.startTime), instantOf(query.endTime)];
  if (query.startTime !== undefined && given === undefined) return timeRefused('startTime');
  if (query.endTime !== undefined && end === undefined) return timeRefused('endTime');
  const start = given ?? (end ?? now) - aWeek;
  if (end !== undefined && start > end) return parameterRefused('startTime', 'must be less than "endTime"');
  const filter = query.filter === undefined ? undefined : readFilter(query.filter);
  if (query.filter !== undefined && filter === undefined) return parameterRefused('filter', noFilter);
  const fields = sort.split(',').map((name) => fieldOf(name.trim()));
  if (!fields.every((field) => field !== undefined)) return parameterRefused('sort', 'must name conversation fields');

  // A text without times gets some that may reach beyond now, so only an end that was asked for is held against them.
  const isPlain = filter === undefined && end === undefined && sort === byDefault;
  const found = await state.conversations.find('account', caller.accountId, {
    from: toTimestamp(start),
    to: toTimestamp(end ?? now),
    descending: order === 'desc',
    ...(isPlain && {limit: offset + limit}),
  });
  const kept = found.filter(
    (conversation) =>
      (end === undefined || Date.parse(conversation.endTime) <= end) && (filter?.(conversation) ?? true),
  );
  const page = inOrder(kept, fields, order).slice(offset, offset + limit);
  const conversations = await Promise.all(
    page.map(async (conversation) =>
      showConversation(conversation, await state.members.find('conversation', conversation.id)),
    ),
  );
  return {status: 200, body: {conversations}};
};

const noFilter = 'must be an RSQL expression without OR, on two parameters at most';

const timeRefused = (name: string) => parameterRefused(name, 'must be in ISO 8601 date format');

/** They come in the order of their start already; what is equal in the fields asked for stays in it. */
function inOrder(
  conversations: readonly Conversation[],
  fields: readonly string[],
  order: 'asc' | 'desc',
): readonly Conversation[] {
  if (fields.length === 1 && fields[0] === 'startTime') return conversations;
  const direction = order === 'desc' ? -1 : 1;
  return conversations.toSorted((a, b) => {
    for (const field of fields) {
      const [left, right] = [valueOf(a, field) ?? '', valueOf(b, field) ?? ''];
      if (left !== right) return left < right ? -direction : direction;
    }
    return 0;
  });
}
