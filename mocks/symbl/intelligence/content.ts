import type {components} from '../../../specs/symbl/generated/index.js';
import type {Author, Conversation, Member, Message, SymblState} from '../entities.js';
import type {Caller} from '../handler.js';
import {speakersOf} from '../speakers.js';

/** What intelligence is drawn from. It is read anew for every answer and kept nowhere, so nothing outlives a deletion. */
export interface Content {
  readonly conversation: Conversation;
  /** In the order of submission. */
  readonly messages: readonly Message[];
  readonly members: readonly Member[];
  readonly speakerOf: (author: Author) => components['schemas']['Speaker'];
}

interface Call {
  readonly params: {readonly conversationId: string};
  readonly caller: Caller;
  readonly state: SymblState;
}

/** Reads a conversation; undefined when the account has no such one (SYMBL-13, SYMBL-30). */
export async function contentOf({params, caller, state}: Call): Promise<Content | undefined> {
  const conversation = await state.conversations.get(params.conversationId);
  if (conversation?.accountId !== caller.accountId) return undefined;
  const messages = await state.messages.find('conversation', conversation.id);
  const members = await state.members.find('conversation', conversation.id);
  return {conversation, messages, members, speakerOf: speakersOf(members)};
}
