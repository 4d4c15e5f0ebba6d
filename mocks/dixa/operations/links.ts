import {log} from '../conversations/activities.js';
import type {Conversation, LiveConversation} from '../entities.js';
import {decodingFailure, notFound} from '../errors.js';
import type {Handler, Scope} from '../handler.js';
import {isAnonymized} from '../conversations/life-cycle.js';
import {showListed} from '../views.js';

/** Most children of one parent. */
const mostChildren = 100;

/** What a link shows as. There is no kind named `Related`, so that one is assumed. */
const kinds = {Related: 'FollowUp', SideConversation: 'SideConversation'} as const;

/** Makes a conversation the child of another. What is anonymized takes no new link (assumed, after DIXA-51). */
export const linkConversation: Handler<'putConversationsConversationidLink'> = async (call) => {
  const {params, body, state, caller} = call;
  const child = await state.conversations.get(params.conversationId);
  const parent = await state.conversations.get(body.parentId);
  if (!child || !parent) return notFound();
  if (isAnonymized(child) || isAnonymized(parent)) return decodingFailure();
  if (child.link?.parentId === parent.id) return {status: 204};
  if (!(await mayLink(call, child, parent))) return decodingFailure();

  const {linkType} = body;
  state.conversations.save({...child, link: {parentId: parent.id, _type: kinds[linkType]}});
  const attributes = {_type: 'ConversationLinkedAttribute', child: child.id, parent: parent.id, linkType} as const;
  log(call, {conversation: child.id, type: 'ConversationLinkedToParent', author: caller.user, attributes});
  log(call, {conversation: parent.id, type: 'ConversationLinkedFromChild', author: caller.user, attributes});
  return {status: 204};
};

/** One parent, no grandchildren, at most a hundred children, and nobody is their own child. */
async function mayLink({state}: Scope, child: LiveConversation, parent: Conversation): Promise<boolean> {
  if (child.id === parent.id || child.link || parent.link) return false;
  if (await state.conversations.first('parent', String(child.id))) return false;
  const children = await state.conversations.find('parent', String(parent.id), {limit: mostChildren});
  return children.length < mostChildren;
}

/** The children of a conversation, anonymized ones among them. */
export const getLinked: Handler<'getConversationsConversationidLinked'> = async ({params, state}) => {
  if (!(await state.conversations.get(params.conversationId))) return notFound();
  const children = await state.conversations.find('parent', String(params.conversationId));
  return {status: 200, body: {data: children.map(showListed)}};
};
