import {
  conversationTarget,
  messageTarget,
  request,
  userTarget,
  type Kind,
  type Target,
} from '../anonymization/requests.js';
import {conflict, decodingFailure, notFound} from '../errors.js';
import type {Caller, Handler, Scope} from '../handler.js';
import {showRequest} from '../views.js';

/** Accepts the anonymization of a conversation; it is carried out when the queue gets to it. DIXA-27…32 */
export const anonymizeConversation: Handler<'patchConversationsConversationidAnonymize'> = async (call) =>
  answer(call, await conversationTarget(call, call.params.conversationId));

/** Accepts the anonymization of one message; its conversation is not closed by it. DIXA-33…35 */
export const anonymizeMessage: Handler<'patchConversationsConversationidMessagesMessageidAnonymize'> = async (call) =>
  answer(call, await messageTarget(call, call.params.conversationId, call.params.messageId));

/** Accepts the anonymization of an end user with all conversations. DIXA-36, DIXA-37 */
export const anonymizeEndUser: Handler<'patchEndusersUseridAnonymize'> = async (call) =>
  answer(call, await userTarget(call, call.params.userId));

/** The older call for all three kinds. It knows no other refusal than 400. DIXA-50 */
export const requestAnonymization: Handler<'postAnonymization'> = async (call) => {
  const {body, caller, behaviours} = call;
  const kind = body._type ?? kindOf(body.entityType);
  const target = kind && (await targetOf(call, kind, body.entityId));
  const outcome = await request(call, target, {force: body.forceAnonymization ?? false, by: caller.user});
  if (typeof outcome === 'string') return decodingFailure();
  return {status: 200, body: {data: showRequest(outcome, behaviours)}};
};

/** Tells how far an anonymization is: `processedAt` is there once it was carried out. DIXA-41 */
export const getAnonymizationRequest: Handler<'getAnonymizationRequestRequestid'> = async (call) => {
  const found = await call.state.anonymizationRequests.get(call.params.requestId);
  return found ? {status: 200, body: {data: showRequest(found, call.behaviours)}} : notFound();
};

type Call = Scope & {readonly caller: Caller; readonly query: {readonly force?: boolean}};

/** What the three PATCHes answer. They read `force` from the query and nowhere else (DIXA-30). */
async function answer(call: Call, target: Target | undefined) {
  const {caller, query, behaviours} = call;
  const outcome = await request(call, target, {force: query.force ?? false, by: caller.user});
  if (outcome === 'unknown') return notFound();
  if (outcome === 'repeated') return conflict('The anonymization was already requested');
  if (outcome === 'not closed') {
    const isUser = target?.kind === 'User';
    return conflict(isUser ? 'The end user has conversations that are not closed' : 'The conversation is not closed');
  }
  return {status: 202, body: {data: showRequest(outcome, behaviours)}} as const;
}

/** Old clients name the kind as the answers do (`UserAnonymizationType`) or as `_type` does. */
function kindOf(entityType: string | undefined): Kind | undefined {
  const kinds: readonly Kind[] = ['Conversation', 'Message', 'User'];
  return kinds.find((kind) => entityType === kind || entityType === `${kind}AnonymizationType`);
}

/** What an `entityId` names, if it has the form of its kind. */
async function targetOf(scope: Scope, kind: Kind, entityId: string): Promise<Target | undefined> {
  if (kind === 'User') return userTarget(scope, entityId);
  const [, conversationId, messageId] = /^(\d{1,15})(?:_(.+))?$/.exec(entityId) ?? [];
  if (conversationId === undefined || (messageId === undefined) !== (kind === 'Conversation')) return undefined;
  const number = Number(conversationId);
  return messageId === undefined ? conversationTarget(scope, number) : messageTarget(scope, number, messageId);
}
