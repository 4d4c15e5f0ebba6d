import type {SearchTrace, Conversation, Message} from '../entities.js';
import type {Scope} from '../handler.js';
import {isAnonymized} from '../conversations/life-cycle.js';
import {highlight, plain, type Wanted} from './text.js';
import {inOrder} from '../sorting.js';

/** A conversation as filters look at it. */
export interface Candidate {
  readonly conversation: Conversation;
  /** What an anonymized one is still found by, though it no longer shows it (DIXA-47). */
  readonly trace: SearchTrace | undefined;
}

/** Whether a filter lets a conversation through. */
export type Test = (scope: Scope, candidate: Candidate) => Promise<boolean>;

/** What is searched for. */
export interface Search {
  readonly wanted: Wanted | undefined;
  readonly test: Test;
  /** Most finds. */
  readonly limit: number;
}

/** A conversation that was found, and where its texts have what was wanted. */
export interface Find {
  readonly id: number;
  readonly subject?: string;
  readonly messages: readonly {readonly id: string; readonly text: string}[];
}

/** How many conversations are looked at in one go. */
const batchSize = 500;

/**
 * Finds conversations, newest first (the order is assumed).
 *
 * It reads them one after the other until there are enough, so it costs more the more there are. No index of words is
 * kept on purpose: nothing else becomes slower by it, and what an anonymization erases stands in no second place.
 */
export async function search(scope: Scope, {wanted, test, limit}: Search): Promise<Find[]> {
  const finds: Find[] = [];
  let after: {sort: string; id: string} | undefined;
  for (;;) {
    const range = {descending: true, limit: batchSize, ...(after && {after})};
    const batch = await scope.state.conversations.find('all', 'all', range);
    for (const conversation of batch) {
      const find = await look(scope, conversation, {wanted, test});
      if (find) finds.push(find);
      if (finds.length === limit) return finds;
    }
    const last = batch.at(-1);
    if (last === undefined || batch.length < batchSize) return finds;
    after = {sort: inOrder(last.createdAt, last.id), id: String(last.id)};
  }
}

async function look(
  scope: Scope,
  conversation: Conversation,
  {wanted, test}: Pick<Search, 'wanted' | 'test'>,
): Promise<Find | undefined> {
  const trace = isAnonymized(conversation) ? await scope.state.searchTraces.get(conversation.id) : undefined;
  if (!(await test(scope, {conversation, trace}))) return undefined;
  return wanted ? findText(scope, conversation, wanted) : {id: conversation.id, messages: []};
}

/** Looks into the subject and into what the messages say. Of an anonymized conversation no text is left (DIXA-47). */
async function findText({state}: Scope, conversation: Conversation, wanted: Wanted): Promise<Find | undefined> {
  const subject = 'subject' in conversation ? highlight(conversation.subject ?? '', wanted) : undefined;
  const messages = (await state.messages.find('conversation', String(conversation.id))).flatMap((message) => {
    const text = highlight(textOf(message), wanted);
    return text === undefined ? [] : [{id: message.id, text}];
  });
  if (subject === undefined && messages.length === 0) return undefined;
  return {id: conversation.id, ...(subject !== undefined && {subject}), messages};
}

function textOf({attributes}: Message): string {
  if ('content' in attributes) return attributes.content ? plain(attributes.content) : '';
  const mail = 'emailContent' in attributes ? attributes.emailContent : undefined;
  return mail?._type === 'Regular' ? plain(mail.content) : '';
}
