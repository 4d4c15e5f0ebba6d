import type {components} from '../../../specs/dixa/generated/index.js';
import {log} from '../conversations/activities.js';
import {instantOf, toMilliseconds} from '../dates.js';
import type {Agent, Conversation, Note} from '../entities.js';
import {decodingFailure, invalidValue, notFound} from '../errors.js';
import {emit} from '../webhooks/events.js';
import type {Caller, Handler, Scope} from '../handler.js';
import {isAnonymized} from '../conversations/life-cycle.js';
import {showListedNote, showNote} from '../views.js';

type Input = components['schemas']['CreateInternalNoteInput'];
type Outcome = components['schemas']['BulkNoteOutcome'];

/** A conversation's notes, oldest first, all of them. DIXA-75 */
export const getNotes: Handler<'getConversationsConversationidNotes'> = async ({params, state}) => {
  if (!(await state.conversations.get(params.conversationId))) return notFound();
  const notes = await state.notes.find('conversation', String(params.conversationId));
  return {status: 200, body: {data: notes.map(showListedNote)}};
};

/** Adds a note, also to a closed conversation. DIXA-4, DIXA-51, DIXA-75 */
export const addNote: Handler<'postConversationsConversationidNotes'> = async (call) => {
  const {params, body, state, behaviours} = call;
  const time = timeOf(call, body);
  if (time === undefined) return decodingFailure();
  const conversation = await state.conversations.get(params.conversationId);
  if (!conversation) return notFound();
  const author = await authorOf(call, body);
  if (!author || isAnonymized(conversation)) return decodingFailure();

  const note = await write(call, {conversation, author, message: body.message, time});
  return {status: 200, body: {data: showNote(note, behaviours)}};
};

/** Adds several notes; one whose agent is unknown fails alone. DIXA-51, DIXA-76 */
export const addNotes: Handler<'postConversationsConversationidNotesBulk'> = async (call) => {
  const {params, body, state, behaviours} = call;
  const inputs = body.data ?? [];
  if (inputs.some((input) => timeOf(call, input) === undefined)) return invalidValue();
  const conversation = await state.conversations.get(params.conversationId);
  if (!conversation) return notFound();
  if (isAnonymized(conversation)) return invalidValue();

  const data: Outcome[] = [];
  for (const input of inputs) {
    const author = await authorOf(call, input);
    const time = timeOf(call, input) ?? call.now;
    const note = author && (await write(call, {conversation, author, message: input.message, time}));
    data.push(
      note
        ? {_type: 'BulkActionSuccess', data: showNote(note, behaviours)}
        : {_type: 'BulkActionFailure', error: {message: `An agent with id:${input.agentId} cannot be found in org.`}},
    );
  }
  return {status: 200, body: {data}};
};

/** The agent named, or the one behind the token; nobody when the one named is no agent. */
async function authorOf(
  {state, caller}: Scope & {readonly caller: Caller},
  {agentId}: Input,
): Promise<Agent | undefined> {
  return agentId === undefined ? caller.user : state.agents.get(agentId);
}

/** When a note was written: the time given, or now. Undefined when it cannot be read. */
function timeOf({now}: Scope, {createdAt}: Input): number | undefined {
  return createdAt === undefined ? now : instantOf(createdAt);
}

/** What is written down, about what, by whom and when. */
interface NewNote {
  readonly conversation: Conversation;
  readonly author: Agent;
  readonly message: string;
  readonly time: number;
}

async function write(scope: Scope, {conversation, author, message, time}: NewNote): Promise<Note> {
  const {state, ids} = scope;
  const note = state.notes.save({
    id: ids.uuid(),
    authorId: author.id,
    createdAt: toMilliseconds(time),
    csid: conversation.id,
    message,
    position: ids.next('note'),
  });
  const attributes = {_type: 'NoteAddedAttribute', message} as const;
  log(scope, {conversation: conversation.id, type: 'NoteAdded', author, attributes});
  await emit(scope, {event: 'ConversationNoteAdded', conversation, note});
  return note;
}
