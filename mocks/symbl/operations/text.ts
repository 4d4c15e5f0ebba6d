import type {components} from '../../../specs/symbl/generated/index.js';
import type {Job, Work} from '../entities.js';
import {conversationNotFound} from '../errors.js';
import type {Handler, Values} from '../handler.js';
import {enqueue} from '../jobs.js';
import {placeInTime, timesOf} from '../timeline.js';
import {instantOf} from '../times.js';

type Request = components['schemas']['ProcessTextRequest'];

/** Starts a conversation from text. SYMBL-14…16 */
export const submitText: Handler<'submitText'> = async (call) => {
  const {body, caller, state, ids, now, behaviours} = call;
  const work = workOf(body, instantOf(body.startTime) ?? now, behaviours);
  const id = ids.digits(16);
  const conversation = state.conversations.save({
    id,
    accountId: caller.accountId,
    type: body.conversationType ?? 'meeting',
    name: body.name ?? id,
    ...timesOf(work.messages),
    ...(body.metadata && {metadata: body.metadata}),
  });
  return accepted(await enqueue(call, conversation, work), behaviours);
};

/** Adds text to a conversation, behind what is there and what is still to come. SYMBL-17, SYMBL-18 */
export const appendText: Handler<'appendText'> = async (call) => {
  const {params, body, caller, state, behaviours} = call;
  const conversation = await state.conversations.get(params.conversationId);
  if (conversation?.accountId !== caller.accountId) return conversationNotFound();

  const {startTime, endTime} = conversation;
  const work = workOf(body, instantOf(body.startTime) ?? Date.parse(endTime), behaviours);
  const times = timesOf([{startTime, endTime}, ...work.messages]);
  state.conversations.save({...conversation, ...times, ...(body.name !== undefined && {name: body.name})});
  return accepted(await enqueue(call, conversation, work), behaviours);
};

function workOf(body: Request, start: number, {detect_entities}: Values): Work {
  return {
    messages: placeInTime(body.messages, start),
    detectEntities: isOn(body.detectEntities, detect_entities),
    detectPhrases: isOn(body.detectPhrases, false),
  };
}

/** Booleans arrive as strings too (SYMBL-16). */
function isOn(option: Request['detectEntities'], byDefault: boolean): boolean {
  return option === undefined ? byDefault : option === true || option === 'true';
}

function accepted({conversationId, id: jobId}: Job, {process_status}: Values) {
  const body = {conversationId, jobId};
  return process_status === '200' ? ({status: 200, body} as const) : ({status: 201, body} as const);
}
