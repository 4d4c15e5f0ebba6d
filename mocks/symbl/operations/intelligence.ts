/** What was recognized in a conversation. All of it is worked out for each answer, and none of it is redacted. SYMBL-83 */
import {conversationNotFound, summaryInProgress} from '../errors.js';
import type {Handler} from '../handler.js';
import {analyticsOf} from '../intelligence/analytics.js';
import {contentOf} from '../intelligence/content.js';
import {entitiesOf} from '../intelligence/entity-matches.js';
import {formattedTranscriptOf} from '../intelligence/formatted-transcript.js';
import {insightsOf} from '../intelligence/insights.js';
import {summaryOf} from '../intelligence/summary.js';
import {readWords, showTopics} from '../intelligence/topics.js';
import {searched} from '../transcript/searched.js';

/** The entities of a conversation: what redaction hides, and the account's own. SYMBL-56, SYMBL-57 */
export const getEntities: Handler<'getEntities'> = async (call) => {
  const content = await contentOf(call);
  if (content === undefined) return conversationNotFound();
  return {status: 200, body: {entities: entitiesOf(await searched(call, content.messages))}};
};

/** The transcript as one text. */
export const createTranscript: Handler<'createTranscript'> = async (call) => {
  const content = await contentOf(call);
  if (content === undefined) return conversationNotFound();
  return {status: 200, body: formattedTranscriptOf(content, insightsOf(content), call.body)};
};

/** What it was about, once all of it was processed. SYMBL-84 */
export const getSummary: Handler<'getSummary'> = async (call) => {
  const content = await contentOf(call);
  if (content === undefined) return conversationNotFound();
  if (await call.state.jobs.first('unfinished', content.conversation.id)) return summaryInProgress();
  return {status: 200, body: {summary: summaryOf(content)}};
};

/** Who talked for how long. */
export const getAnalytics: Handler<'getAnalytics'> = async (call) => {
  const content = await contentOf(call);
  return content === undefined ? conversationNotFound() : {status: 200, body: analyticsOf(content)};
};

/** What was talked about. */
export const getTopics: Handler<'getTopics'> = async (call) => {
  const content = await contentOf(call);
  if (content === undefined) return conversationNotFound();
  const {sentiment = false, parentRefs = false, customTopicVocabulary = ''} = call.query;
  const vocabulary = readWords(customTopicVocabulary);
  return {status: 200, body: {topics: showTopics(content.messages, {sentiment, parentRefs, vocabulary})}};
};
