import {objectIn, objectsIn, textIn, type Said} from '../../../src/engine/index.js';
import type {Known} from './known.js';
import {textsIn} from './reading.js';

/** A conversation as it is shown, always in clear and whole (SYMBL-83). */
export function seeConversation(known: Known, shown: Said): void {
  const id = textIn(shown.id);
  if (id === undefined) return;
  known.conversations.set(id, {
    ...textsIn(shown, 'type', 'name', 'startTime', 'endTime'),
    ...(shown.metadata !== undefined && {metadata: objectIn(shown.metadata)}),
  });
  seeMembers(known, id, shown.members);
}

/** All members of a conversation; who is not among them any more is somebody else now (SYMBL-82). */
export function seeMembers(known: Known, conversationId: string, list: unknown): void {
  if (!Array.isArray(list)) return;
  for (const [id, member] of known.members) if (member.conversationId === conversationId) known.members.delete(id);
  for (const member of objectsIn(list)) {
    const id = textIn(member.id);
    if (id !== undefined) known.members.set(id, {conversationId, ...textsIn(member, 'name', 'email')});
  }
}

/** A member was given another name. Whom that made one is for later answers to tell. */
export function seeRenamed(known: Known, request: Said): void {
  const id = textIn(request.id) ?? '';
  const member = known.members.get(id);
  if (member) known.members.set(id, {...member, ...textsIn(request, 'name', 'email')});
}

/** A conversation was labelled anew. */
export function seeLabelled(known: Known, id: string, {metadata}: Said): void {
  known.conversations.set(id, {...known.conversations.get(id), metadata: objectIn(metadata)});
}
