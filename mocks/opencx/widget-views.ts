import type {components} from '../../specs/opencx/generated/index.js';
import {showAttachment} from './attachments.js';
import type {HistoryItem, Session, StoredEvent} from './entities.js';
import type {Scope} from './handler.js';
import {isHandedOff} from './sessions.js';

type WidgetHistory = components['schemas']['WidgetHistoryDto'];

/** What the widget calls the events of a history. A comment is a note among agents: no visitor sees it. */
const types: Readonly<Partial<Record<StoredEvent['type'], WidgetHistory['type']>>> = {
  handoff: 'handoff',
  ai_resolved_issue: 'ai_decided_to_resolve_the_issue',
  human_agent_joined: 'agent_joined',
  human_agent_takeover: 'agent_took_session_from_ai',
  closed_resolved_by_api: 'closed_resolved_by_api',
  closed_unresolved_by_api: 'closed_unresolved_by_api',
  closed_resolved_by_contact: 'closed_resolved_by_contact',
};

const kinds = {contact: 'user', ai: 'ai', human_agent: 'agent'} as const;

/**
 * A session as the widget shows it. Its last message is looked up rather than kept, so that a redaction shows there at
 * once (OPENCX-48).
 */
export async function showWidgetSession(
  {state}: Pick<Scope, 'state'>,
  session: Session,
): Promise<components['schemas']['WidgetSessionDto']> {
  const [last] = await state.history.find('messages', session.id, {descending: true, limit: 1});
  const handedOff = isHandedOff(session);
  return {
    id: session.id,
    ticketNumber: session.ticket_number,
    title: null,
    createdAt: session.created_at,
    updatedAt: session.updated_at,
    isHandedOff: handedOff,
    isOpened: session.status === 'open',
    assignee: {kind: handedOff ? 'human' : 'ai', name: null, avatarUrl: null},
    channel: session.channel.type,
    isVerified: true,
    lastMessage: last?.event.type === 'message' ? last.event.content.text : null,
    modeId: null,
    latestStateCheckpointPayload: null,
    sessionAttributes: session.custom_data ?? {},
  };
}

/** The history of a session as the widget shows it, the oldest first and all at once (OPENCX-48). */
export async function showWidgetHistory(
  {state, baseUrl}: Pick<Scope, 'state'> & {readonly baseUrl: string},
  session: Session,
): Promise<WidgetHistory[]> {
  const items = await state.history.find('session', session.id);
  return items.flatMap((item) => showWidgetItem(item, baseUrl) ?? []);
}

/** An item keeps its id for good, redacted or not: a widget that is open takes no notice of what it knows already. */
function showWidgetItem({id, created_at, event}: HistoryItem, baseUrl: string) {
  const common = {publicId: id, sentAt: created_at, systemMessagePayload: {type: 'none'}} as const;
  if (event.type !== 'message') {
    const type = types[event.type];
    return type && {...common, type, content: {text: null}, sender: {kind: 'system'} as const, attachments: null};
  }
  const {sender, content, attachments} = event;
  return {
    ...common,
    type: sender.type === 'human_agent' ? ('agent_message' as const) : ('message' as const),
    content: {text: content.text},
    sender: {kind: kinds[sender.type], name: sender.name ?? null, avatar: null},
    attachments: attachments.map((attachment) => showAttachment(attachment, baseUrl)),
  };
}
