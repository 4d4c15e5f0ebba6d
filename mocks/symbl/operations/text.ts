import type {components} from '../../../specs/symbl/generated/index.js';
import type {Handler} from '../handler.js';
import {extendConversation, startConversation, type Submission} from '../processing/submission.js';
import {placeInTime} from '../transcript/timeline.js';
import {instantOf} from '../times.js';

type Request = components['schemas']['ProcessTextRequest'];

/** Starts a conversation from text. SYMBL-14…16 */
export const submitText: Handler<'submitText'> = (call) => startConversation(call, textIn(call.body));

/** Adds text to a conversation. SYMBL-17, SYMBL-18 */
export const appendText: Handler<'appendText'> = (call) =>
  extendConversation(call, call.params.conversationId, textIn(call.body));

function textIn(body: Request): Submission {
  return {
    options: body,
    messages: (start) => placeInTime(body.messages, instantOf(body.startTime) ?? start),
    ...(body.conversationType !== undefined && {type: body.conversationType}),
    ...(body.metadata && {metadata: body.metadata}),
  };
}
