import type {Handler} from '../handler.js';
import {heardIn, type HearingOptions} from '../hearing.js';
import {extendConversation, startConversation} from '../submission.js';

const encoder = new TextEncoder();

/** Starts a conversation from a file. SYMBL-19 */
export const submitAudio: Handler<'submitAudio'> = (call) =>
  startConversation(call, heardIn(call.body.bytes, call.query));

export const submitVideo: Handler<'submitVideo'> = (call) =>
  startConversation(call, heardIn(call.body.bytes, call.query));

/** Starts a conversation from a file that is said to be at an address. SYMBL-19 */
export const submitAudioUrl: Handler<'submitAudioUrl'> = (call) => startConversation(call, heardAt(call.body));

export const submitVideoUrl: Handler<'submitVideoUrl'> = (call) => startConversation(call, heardAt(call.body));

/** Adds what is heard in a file to a conversation. SYMBL-17…19 */
export const appendAudio: Handler<'appendAudio'> = (call) =>
  extendConversation(call, call.params.conversationId, heardIn(call.body.bytes, call.query));

export const appendVideo: Handler<'appendVideo'> = (call) =>
  extendConversation(call, call.params.conversationId, heardIn(call.body.bytes, call.query));

export const appendAudioUrl: Handler<'appendAudioUrl'> = (call) =>
  extendConversation(call, call.params.conversationId, heardAt(call.body));

export const appendVideoUrl: Handler<'appendVideoUrl'> = (call) =>
  extendConversation(call, call.params.conversationId, heardAt(call.body));

function heardAt(body: HearingOptions & {readonly url: string}) {
  return heardIn(encoder.encode(body.url), body);
}
