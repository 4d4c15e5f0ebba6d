import {derivedUuid, objectIn, objectsIn, textIn, type Said} from '../../../src/engine/index.js';
import {sizeOf} from '../files.js';
import {detailsOf} from './contacts.js';
import type {Known, KnownItem} from './known.js';
import {pick, timeOf} from './reading.js';

const attachmentMembers = ['id', 'name', 'size', 'type', 'url'];

/** An item as a history shows it. */
export function seeItem(known: Known, session_id: string, {id, created_at, event}: Said): void {
  const name = textIn(id);
  if (name !== undefined) keep(known, name, {session_id, created_at, event: objectIn(event)});
}

/** Puts an item in its place; what was sent along with it is known from the call that sent it. */
export function keep(known: Known, id: string, {event, ...item}: Omit<KnownItem, 'isListed'>): void {
  const sent = objectsIn(known.items.get(id)?.event.attachments);
  const attachments = objectsIn(event.attachments).map((attachment) => pick(attachment, attachmentMembers));
  for (const [position, attachment] of attachments.entries()) {
    const content = known.contents.get(String(sent[position]?.id));
    if (content !== undefined) known.contents.set(String(attachment.id), content);
  }
  known.list(id, {...item, event: event.type === 'message' ? {...event, attachments} : event});
}

/** A message that was sent, as it stands in the history from then on (OPENCX-54…58). */
export function seeSent(known: Known, request: Said, session_id: string, id: string, at: number): void {
  const {sender, message, agent, contact, custom_data} = request;
  const time = timeOf(at);
  const isAgent = sender === 'agent';
  const session = known.sessions.get(session_id);
  if (contact !== undefined) describeContact(known, session_id, detailsOf(objectIn(contact)), at);
  const person = isAgent ? objectIn(agent) : objectIn(known.contacts.get(String(session?.contact_id)) ?? contact);
  const name = textIn(person.name);
  const takesOver = isAgent && request.should_take_over_session_from_ai === true;
  known.items.set(id, {
    session_id,
    created_at: time,
    event: {
      type: 'message',
      sender: {type: isAgent ? 'human_agent' : 'contact', ...(name !== undefined && {name})},
      content: {type: 'text', text: objectIn(message).text},
      attachments: sentAttachments(known, id, objectsIn(objectIn(message).attachments)),
      context: {},
    },
    isListed: false,
  });
  if (!session) return;
  known.sessions.set(session_id, {
    ...session,
    ...(!isAgent && {status: 'open'}),
    ...(takesOver && {assignee_id: String(person.id ?? 0)}),
    ...(custom_data !== undefined && {custom_data: {...objectIn(session.custom_data), ...objectIn(custom_data)}}),
    updated_at: time,
  });
}

/** A message as a search shows it: without sender and time, as long as nothing else tells them. */
export function seeFound(known: Known, {id, session_id, message, type}: Said, at: number): void {
  const [name, session] = [textIn(id), textIn(session_id)];
  if (name === undefined || session === undefined || type !== 'message') return;
  const before = known.items.get(name) ?? {
    session_id: session,
    created_at: timeOf(at),
    event: {type: 'message', sender: {type: 'contact'}, attachments: [], context: {}},
    isListed: false,
  };
  known.items.set(name, {...before, event: {...before.event, content: {type: 'text', text: message}}});
}

function describeContact(known: Known, session: string, details: Said, at: number): void {
  const id = textIn(known.sessions.get(session)?.contact_id);
  if (id !== undefined) known.describe(id, details, at);
  else known.strangers.set(session, {details: {...known.strangers.get(session)?.details, ...details}, at});
}

/** Attachments as they are listed; their ids are not told. */
function sentAttachments(known: Known, message: string, inputs: readonly Said[]): readonly Said[] {
  return inputs.map(({name = 'file', mime_type: type = 'application/octet-stream', url, base64}, position) => {
    const id = derivedUuid('opencx', 'implied', message, position);
    const content = textIn(base64);
    if (content === undefined) return {id, name, type, size: 0, url};
    known.contents.set(id, content);
    return {id, name, type, size: sizeOf(content)};
  });
}
