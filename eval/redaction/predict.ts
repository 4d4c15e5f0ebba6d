import {detectConversation, type DetectOptions} from '../../src/redaction/index.js';
import type {Entity, LabelledMessage} from './labelled.js';

/** What the detector finds in each message; messages of a conversation are read together. */
export function predict(messages: readonly LabelledMessage[], options: DetectOptions = {}): (readonly Entity[])[] {
  return conversationsOf(messages).flatMap((one) => [
    ...detectConversation(
      one.map(({text}) => text),
      options,
    ),
  ]);
}

/** Messages in a row that belong together; any other message is alone. */
function conversationsOf(messages: readonly LabelledMessage[]): LabelledMessage[][] {
  const conversations: LabelledMessage[][] = [];
  for (const message of messages) {
    const last = conversations.at(-1);
    const together = message.conversation !== undefined && last?.[0]?.conversation === message.conversation;
    if (together) last.push(message);
    else conversations.push([message]);
  }
  return conversations;
}
