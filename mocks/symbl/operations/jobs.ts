import {jobNotFound} from '../errors.js';
import type {Handler} from '../handler.js';
import {poll} from '../processing/jobs.js';
import {showJob} from '../views.js';

/** Tells how far a job is, and has it go on. SYMBL-20…23 */
export const getJob: Handler<'getJob'> = async (call) => {
  const {params, caller, state} = call;
  const job = await state.jobs.get(params.jobId);
  if (job?.accountId !== caller.accountId) return jobNotFound();
  return {status: 200, body: showJob(await poll(call, job))};
};
