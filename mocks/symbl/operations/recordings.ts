/** Audio and video, which are one to the stand-in: nothing is listened to, and nothing fetched. SYMBL-19 */
import type {BinaryPart} from '../../../src/engine/index.js';
import type {Call} from '../handler.js';
import {heardIn, type HearingOptions} from '../processing/hearing.js';
import {extendConversation, startConversation} from '../processing/submission.js';

type Submitted = Call & {readonly body: BinaryPart; readonly query: HearingOptions};
type Named = Call & {readonly body: HearingOptions & {readonly url: string}};
type Appended = {readonly params: {readonly conversationId: string}};

const encoder = new TextEncoder();

/** Starts a conversation from a file. SYMBL-19 */
export function submitFile(call: Submitted) {
  return startConversation(call, heardInFile(call));
}

/** Starts a conversation from a file that is said to be at an address. SYMBL-19 */
export function submitAddress(call: Named) {
  return startConversation(call, heardAt(call));
}

/** Adds what is heard in a file to a conversation. SYMBL-17…19 */
export function appendFile(call: Submitted & Appended) {
  return extendConversation(call, call.params.conversationId, heardInFile(call));
}

/** Adds what is heard in a file that is said to be at an address. SYMBL-17…19 */
export function appendAddress(call: Named & Appended) {
  return extendConversation(call, call.params.conversationId, heardAt(call));
}

function heardInFile({body, query}: Submitted) {
  return heardIn(body.bytes, query);
}

function heardAt({body}: Named) {
  return heardIn(encoder.encode(body.url), body);
}
