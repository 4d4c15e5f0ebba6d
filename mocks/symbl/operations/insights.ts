/** What was asked and what is to be done, in clear. SYMBL-83 */
import {conversationNotFound} from '../errors.js';
import type {Handler, Scope} from '../handler.js';
import {contentOf} from '../intelligence/content.js';
import {insightsOf, type Insight} from '../intelligence/insights.js';
import {showTrackers} from '../intelligence/trackers.js';
import {searched} from '../transcript/searched.js';

type Call = Scope & Parameters<typeof contentOf>[0];

/** What is to be done. */
export const getActionItems: Handler<'getActionItems'> = async (call) => {
  const insights = await insightsFor(call);
  return insights ? {status: 200, body: {actionItems: shown(insights, 'action_item')}} : conversationNotFound();
};

/** Whom to contact again. */
export const getFollowUps: Handler<'getFollowUps'> = async (call) => {
  const insights = await insightsFor(call);
  return insights ? {status: 200, body: {followUps: shown(insights, 'follow_up')}} : conversationNotFound();
};

/** What was asked. */
export const getQuestions: Handler<'getQuestions'> = async (call) => {
  const insights = await insightsFor(call);
  return insights ? {status: 200, body: {questions: shown(insights, 'question')}} : conversationNotFound();
};

/** All of these in the order in which they were said. */
export const getInsights: Handler<'getInsights'> = async (call) => {
  const insights = await insightsFor(call);
  return insights ? {status: 200, body: {insights: insights.map((insight) => insight.shown)}} : conversationNotFound();
};

/** Which trackers were found, in an array with nothing around it; the same under the older address. */
export async function getTrackers(call: Call) {
  const content = await contentOf(call);
  if (content === undefined) return conversationNotFound();
  return {status: 200, body: showTrackers(content.messages, insightsOf(content))} as const;
}

/** Insights show the entities in them, so a seed's messages are searched first. */
async function insightsFor(call: Call): Promise<readonly Insight[] | undefined> {
  const content = await contentOf(call);
  return content && insightsOf({...content, messages: await searched(call, content.messages)});
}

function shown(insights: readonly Insight[], type: Insight['shown']['type']): Insight['shown'][] {
  return insights.flatMap((insight) => (insight.shown.type === type ? [insight.shown] : []));
}
