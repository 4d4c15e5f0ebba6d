import type {components} from '../../../specs/symbl/generated/index.js';
import type {Conversation, Job, PendingMessage, Work} from '../entities.js';
import {conversationNotFound, tooManyJobs} from '../errors.js';
import type {Call, Values} from '../handler.js';
import {enqueue} from './jobs.js';
import {timesOf} from '../transcript/timeline.js';

type Schemas = components['schemas'];
type BooleanOption = Schemas['BooleanOption'];

/** What was handed over: text, or what was heard in a recording. */
export interface Submission {
  readonly options: Options;
  /**
   * What was said.
   * @param start where the first message begins that does not say so itself, in milliseconds since 1970.
   */
  readonly messages: (start: number) => readonly PendingMessage[];
  readonly type?: string;
  readonly metadata?: Conversation['metadata'];
}

/** The options that all submissions have in common. */
export interface Options {
  readonly name?: string;
  readonly webhookUrl?: string;
  readonly detectEntities?: BooleanOption;
  readonly detectPhrases?: BooleanOption;
  readonly confidenceThreshold?: number;
  readonly entities?: readonly Schemas['CustomEntity'][];
  readonly trackers?: readonly Schemas['Tracker'][];
}

/** Starts a conversation, if the account may have one more job. SYMBL-14, SYMBL-19, SYMBL-25 */
export async function startConversation(call: Call, submission: Submission) {
  const {caller, state, ids, now, behaviours} = call;
  if (await isBusy(call)) return tooManyJobs(behaviours.concurrent_jobs);

  const {options, type = 'meeting', metadata} = submission;
  const work = workOf(submission, now, behaviours);
  const id = ids.digits(16);
  const conversation = state.conversations.save({
    id,
    accountId: caller.accountId,
    type,
    name: options.name ?? id,
    ...timesOf(work.messages),
    ...(metadata && {metadata}),
  });
  return accepted(await enqueue(call, conversation, work, webhookIn(options)), behaviours);
}

/** Adds to a conversation, behind what is there and what is still to come. SYMBL-17, SYMBL-18, SYMBL-25 */
export async function extendConversation(call: Call, conversationId: string, submission: Submission) {
  const {caller, state, behaviours} = call;
  const conversation = await state.conversations.get(conversationId);
  if (conversation?.accountId !== caller.accountId) return conversationNotFound();
  if (await isBusy(call)) return tooManyJobs(behaviours.concurrent_jobs);

  const {options} = submission;
  const {startTime, endTime} = conversation;
  const work = workOf(submission, Date.parse(endTime), behaviours);
  const times = timesOf([{startTime, endTime}, ...work.messages]);
  state.conversations.save({...conversation, ...times, ...(options.name !== undefined && {name: options.name})});
  return accepted(await enqueue(call, conversation, work, webhookIn(options)), behaviours);
}

/** Whether the account has as many unfinished jobs as it may have. SYMBL-25 */
async function isBusy({state, caller, behaviours}: Call): Promise<boolean> {
  const limit = behaviours.concurrent_jobs;
  return (await state.jobs.find('unfinishedOfAccount', caller.accountId, {limit})).length >= limit;
}

function workOf({options, messages}: Submission, start: number, {detect_entities}: Values): Work {
  return {
    messages: messages(start),
    detectEntities: isOn(options.detectEntities, detect_entities),
    detectPhrases: isOn(options.detectPhrases, false),
    ...(options.confidenceThreshold !== undefined && {threshold: options.confidenceThreshold}),
    ...(options.entities && {entities: options.entities}),
    ...(options.trackers && {trackers: options.trackers}),
  };
}

/** Booleans arrive as strings too (SYMBL-16). */
export function isOn(option: BooleanOption | undefined, byDefault: boolean): boolean {
  return option === undefined ? byDefault : option === true || option === 'true';
}

/** One of the vendor's samples sends an empty text where there is no webhook. */
function webhookIn({webhookUrl}: Options): string | undefined {
  return webhookUrl || undefined;
}

function accepted({conversationId, id: jobId}: Job, {process_status}: Values) {
  const body = {conversationId, jobId};
  return process_status === '200' ? ({status: 200, body} as const) : ({status: 201, body} as const);
}
