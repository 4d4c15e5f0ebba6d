import type {components} from '../../specs/opencx/generated/index.js';
import {storeAttachments} from './attachments.js';
import {matchContact, updateContact} from './contacts.js';
import {notify} from './deliveries.js';
import type {Contact, HistoryItem, Session} from './entities.js';
import type {Scope} from './handler.js';
import {append, contactOf, isHandedOff, saveChanged} from './sessions.js';

export type MessageInput = components['schemas']['SendMessageInput'];

/** What the AI says when it is told to (OPENCX-57). */
const scriptedReply = 'Thank you for your message. I am looking into it.';

/** Adds a message of the contact or of a human agent, with all that follows from it (OPENCX-54…59). */
export async function addMessage(scope: Scope, session: Session, input: MessageInput): Promise<HistoryItem> {
  const contact = await currentContact(scope, session, input);
  const isFirst = (await scope.state.history.first('messages', session.id)) === undefined;
  const isAgent = input.sender === 'agent';
  const speaking = isAgent ? takenOver(scope, session, input) : {...session, status: 'open' as const};
  const message = append(scope, session, {
    type: 'message',
    sender: senderOf(input, contact),
    content: {type: 'text', text: input.message.text},
    attachments: await storeAttachments(scope, session.organization_id, input.message.attachments ?? []),
    context: {},
  });
  if (isFirst) notify(scope, session, {event: 'conversation.started', message_id: message.id});
  if (speaking.assignee_id !== session.assignee_id) notify(scope, session, {event: 'conversation.handoff_to_human'});
  const event = isAgent ? 'conversation.agent_response' : 'conversation.contact_response';
  notify(scope, session, {event, message_id: message.id});
  if (!isAgent) reply(scope, speaking);
  saveChanged(scope, {
    ...speaking,
    last_message_at: message.created_at,
    ...(contact && {contact_id: contact.id}),
    ...(input.custom_data && {custom_data: {...session.custom_data, ...input.custom_data}}),
  });
  return message;
}

/** The contact of the session with what the message says about it; what it says counts as verified. */
async function currentContact(
  scope: Scope,
  session: Session,
  {contact: details}: MessageInput,
): Promise<Contact | undefined> {
  const known = await contactOf(scope, session);
  if (details === undefined) return known;
  if (known) return updateContact(scope, known, details, true);
  return matchContact(scope, details, {organization: session.organization_id, verified: true});
}

function senderOf({sender, agent}: MessageInput, contact: Contact | undefined) {
  const name = sender === 'agent' ? agent?.name : contact?.name;
  return {type: sender === 'agent' ? 'human_agent' : 'contact', ...(name && {name})} as const;
}

/** The session with the agent in charge if they take it from the AI (OPENCX-58). An agent without id is agent 0. */
function takenOver(
  scope: Scope,
  session: Session,
  {agent, should_take_over_session_from_ai: takesOver}: MessageInput,
): Session {
  const agentId = agent?.id ?? 0;
  if (!takesOver || session.assignee_id === String(agentId)) return session;
  append(scope, session, {type: 'human_agent_takeover', human_agent_id: agentId});
  return {...session, assignee_id: String(agentId)};
}

/** The AI says nothing once a human is in charge (OPENCX-57, OPENCX-58). */
function reply(scope: Scope, session: Session): void {
  if (!scope.behaviours.ai_replies || isHandedOff(session)) return;
  const {id} = append(scope, session, {
    type: 'message',
    sender: {type: 'ai'},
    content: {type: 'text', text: scriptedReply},
    attachments: [],
    context: {},
  });
  notify(scope, session, {event: 'conversation.ai_response', message_id: id});
}
