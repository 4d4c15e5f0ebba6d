import {objectIn, textIn, type Said} from '../../../src/engine/index.js';
import {keep} from './history.js';
import type {Known} from './known.js';
import {present, timeOf} from './reading.js';

/** What a history calls what the widget shows of it; the way back from `widget-views.ts`. */
const types: Readonly<Record<string, string>> = {
  handoff: 'handoff',
  ai_decided_to_resolve_the_issue: 'ai_resolved_issue',
  agent_joined: 'human_agent_joined',
  agent_took_session_from_ai: 'human_agent_takeover',
  closed_resolved_by_api: 'closed_resolved_by_api',
  closed_unresolved_by_api: 'closed_unresolved_by_api',
  closed_resolved_by_contact: 'closed_resolved_by_contact',
};

const senders: Readonly<Record<string, string>> = {user: 'contact', ai: 'ai', agent: 'human_agent'};

/** A session as the widget shows it: less than the API does, so what is known otherwise stays. */
export function seeWidgetSession(known: Known, shown: Said): void {
  const id = textIn(shown.id);
  if (id === undefined) return;
  const {handoff, assignee_id, custom_data, ...before} = known.sessions.get(id) ?? {};
  const {isOpened, isHandedOff, ticketNumber, createdAt, updatedAt, channel, sessionAttributes} = shown;
  const wasClosed = before.status !== undefined && before.status !== 'open';
  const data = objectIn(sessionAttributes);
  // Who is in charge is not told, only that somebody is.
  const unknownHuman = handoff === undefined && assignee_id === undefined ? {summary: ''} : handoff;
  known.visited.add(id);
  known.sessions.set(id, {
    ...before,
    id,
    status: isOpened === true ? 'open' : wasClosed ? before.status : 'closed_resolved',
    ...present({ticket_number: ticketNumber, created_at: createdAt, updated_at: updatedAt}),
    ...(channel !== undefined && {channel: {type: channel}}),
    ...(isHandedOff === true && {handoff: unknownHuman, assignee_id}),
    ...((custom_data !== undefined || Object.keys(data).length > 0) && {custom_data: data}),
  });
}

/** An item as the widget shows it. Where a page was opened, and which agent came, only the API tells. */
export function seeWidgetItem(known: Known, session_id: string, shown: Said, at: number): void {
  const id = textIn(shown.publicId);
  if (id === undefined) return;
  const before = known.items.get(id);
  const event = eventOf(shown, before?.event ?? {});
  const created_at = textIn(shown.sentAt) ?? before?.created_at ?? timeOf(at);
  if (event) keep(known, id, {session_id, created_at, event});
}

function eventOf({type, sender, content, attachments}: Said, before: Said): Said | undefined {
  if (type === 'message' || type === 'agent_message') {
    const {kind, name} = objectIn(sender);
    const speaker = senders[String(kind)];
    return {
      type: 'message',
      sender: {type: speaker, ...(textIn(name) && {name})},
      content: {type: 'text', text: objectIn(content).text ?? ''},
      attachments,
      context: before.context ?? {},
    };
  }
  const known = types[String(type)];
  if (known === undefined) return undefined;
  if (known === before.type) return before;
  return {type: known, ...(known.startsWith('human_agent') && {human_agent_id: 0})};
}
