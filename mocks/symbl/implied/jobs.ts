import {objectIn, objectsIn, textIn, type Said} from '../../../src/engine/index.js';
import type {components} from '../../../specs/symbl/generated/index.js';
import type {JobStatus, Work} from '../entities.js';
import {isOn} from '../processing/submission.js';
import {instantOf} from '../times.js';
import {placeInTime} from '../transcript/timeline.js';
import type {Known, KnownJob, Submitted} from './known.js';
import {textsIn} from './reading.js';

type Schemas = components['schemas'];
type TextMessage = Schemas['TextMessage'];

/** Something was handed over, for a new conversation or for one that there is. */
export function seeSubmitted(known: Known, request: Said, body: Said, at: number): void {
  const [id, conversationId] = [textIn(body.jobId), textIn(body.conversationId)];
  if (id === undefined || conversationId === undefined) return;
  const before = known.lengths.get(conversationId) ?? 0;
  known.jobs.set(id, {status: 'scheduled', conversationId, submitted: {request, before, at}});
  const {metadata, conversationType: type} = request;
  known.conversations.set(conversationId, {
    ...(textIn(type) && {type}),
    ...(metadata !== undefined && {metadata: objectIn(metadata)}),
    ...known.conversations.get(conversationId),
    ...textsIn(request, 'name'),
  });
}

/** How far a job was. One that was not seen to begin is of a conversation that nobody knows. */
export function seeJob(known: Known, {id, status}: Said): void {
  const name = textIn(id);
  if (name === undefined || textIn(status) === undefined) return;
  known.jobs.set(name, {...known.jobs.get(name), status: status as JobStatus});
}

/** A conversation that has more messages than when something was handed over has that among them. */
export function isDone({lengths}: Known, {status, conversationId = '', submitted}: KnownJob): boolean {
  return status === 'completed' || (lengths.get(conversationId) ?? 0) > (submitted?.before ?? Infinity);
}

/** What a job for a text is still to do; undefined for recordings, of which nothing is known. */
export function workOf({request, at}: Submitted, end: string | undefined): Work | undefined {
  const messages = objectsIn(request.messages).flatMap((message) => textMessageOf(message) ?? []);
  if (messages.length === 0) return undefined;
  const start = instantOf(textIn(request.startTime)) ?? instantOf(end) ?? at;
  const {detectEntities, detectPhrases, confidenceThreshold: threshold} = request;
  return {
    messages: placeInTime(messages, start),
    detectEntities: isOn(detectEntities as Schemas['BooleanOption'] | undefined, true),
    detectPhrases: isOn(detectPhrases as Schemas['BooleanOption'] | undefined, false),
    ...(typeof threshold === 'number' && {threshold}),
    entities: objectsIn(request.entities).map((entity) => textsIn(entity, 'customType', 'value', 'text')),
    trackers: objectsIn(request.trackers).map((tracker) => ({
      ...textsIn(tracker, 'name'),
      vocabulary: Array.isArray(tracker.vocabulary) ? tracker.vocabulary.filter((one) => typeof one === 'string') : [],
    })),
  };
}

function textMessageOf({payload, from, duration}: Said): TextMessage | undefined {
  const {content} = objectIn(payload);
  if (typeof content !== 'string') return undefined;
  return {
    payload: {content},
    from: textsIn(objectIn(from), 'userId', 'name'),
    duration: textsIn(objectIn(duration), 'startTime', 'endTime'),
  };
}
