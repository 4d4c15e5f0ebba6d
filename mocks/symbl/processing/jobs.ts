import {isFinished, type Conversation, type Job, type Work} from '../entities.js';
import type {Scope} from '../handler.js';
import {tell} from './job-webhooks.js';
import {carryOut} from './processing.js';

/** Starts a job for what was handed over; it waits for those of its conversation that came before. SYMBL-24, SYMBL-26 */
export async function enqueue(
  scope: Scope,
  {id, accountId}: Conversation,
  work: Work,
  webhookUrl: string | undefined,
): Promise<Job> {
  const {state, ids} = scope;
  const ahead = await state.jobs.first('unfinished', id);
  const job = state.jobs.save({
    id: ids.uuid(),
    accountId,
    conversationId: id,
    position: ids.next('job'),
    status: 'scheduled',
    work,
    ...(webhookUrl !== undefined && {webhookUrl}),
  });
  tell(scope, job);
  // Behind one that nobody listens to, a job with a webhook has that one move on by itself as well.
  if (ahead === undefined || webhookUrl !== undefined) await moveLater(scope, ahead ?? job);
  return job;
}

/**
 * Somebody asks for a job, which moves on whatever is first in its conversation: a job that waits for another is not
 * stuck because nobody asks for that one. SYMBL-21, SYMBL-22, SYMBL-26
 */
export async function poll(scope: Scope, job: Job): Promise<Job> {
  const {state, behaviours} = scope;
  if (behaviours.jobs === 'clock' || isFinished(job)) return job;
  if (behaviours.job_scheduled && !job.polled) return state.jobs.save({...job, polled: true});
  const first = await state.jobs.first('unfinished', job.conversationId);
  if (first?.status === 'scheduled') await start(scope, first);
  else if (first) await finish(scope, first);
  return (await state.jobs.get(job.id)) ?? job;
}

/** The clock says that a job begins; it may have begun before. SYMBL-22 */
export async function startJob(scope: Scope, payload: string | number): Promise<void> {
  const job = await scope.state.jobs.get(String(payload));
  if (job?.status === 'scheduled') await start(scope, job);
}

/** The clock says that a job ends; it may have ended before. SYMBL-22 */
export async function finishJob(scope: Scope, payload: string | number): Promise<void> {
  const job = await scope.state.jobs.get(String(payload));
  if (job?.status === 'in_progress') await finish(scope, job);
}

async function start(scope: Scope, job: Job): Promise<void> {
  const started = scope.state.jobs.save({...job, status: 'in_progress'});
  tell(scope, started);
  await moveLater(scope, started);
}

async function finish(scope: Scope, job: Job): Promise<void> {
  const {state, behaviours} = scope;
  if (behaviours.job_outcome === 'completed') await carryOut(scope, job);
  // What was handed over lies in the messages now, or is dropped: nothing said is kept twice.
  const {work: _, webhookUrl: __, ...finished} = job;
  const ended = state.jobs.save({...finished, status: behaviours.job_outcome});
  tell(scope, {...job, status: ended.status});
  const next = await state.jobs.first('unfinished', job.conversationId);
  if (next) await moveLater(scope, next);
}

/** Has the clock move a job on; even if nobody calls, when a webhook waits for this job or for one behind it. */
async function moveLater({schedule, behaviours, state}: Scope, job: Job): Promise<void> {
  if (behaviours.jobs === 'polls') return;
  const waiting = await state.jobs.find('unfinished', job.conversationId);
  const leaves = waiting.some(({webhookUrl}) => webhookUrl !== undefined);
  schedule(job.status === 'scheduled' ? 'startJob' : 'finishJob', job.id, {after: behaviours.job_step, leaves});
}
