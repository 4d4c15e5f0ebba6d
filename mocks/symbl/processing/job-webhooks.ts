import type {OutgoingRequest, OutgoingResult} from '../../../src/engine/index.js';
import type {Job} from '../entities.js';
import type {Scope} from '../handler.js';

/** How long a receiver may take. The vendor names no limit. */
const timeout = 10_000;

/** Has a job's webhook told of the status it has now, if it has one. SYMBL-24 */
export function tell({state, deliver}: Scope, {id: jobId, conversationId, status, webhookUrl}: Job): void {
  if (webhookUrl === undefined) return;
  // A job is in each status once, so this is told once.
  const {id} = state.deliveries.save({id: `${jobId} ${status}`, conversationId, jobId, status, url: webhookUrl});
  deliver(id, {to: jobId});
}

/**
 * The request that a delivery is; the docs print `jobId`, the blog `id`. Nothing is signed: no scheme was published. What
 * was told of a conversation that is deleted by now does not leave any more (SYMBL-81).
 */
async function request({state, behaviours}: Scope, id: string | number): Promise<OutgoingRequest | undefined> {
  const delivery = await state.deliveries.get(String(id));
  if (delivery === undefined) return undefined;
  const {jobId, status, url} = delivery;
  const body = JSON.stringify({...(behaviours.webhook_id && {id: jobId}), jobId, status});
  return {url, headers: {'Content-Type': 'application/json'}, body, timeout};
}

/** A delivery is made once, however it went; nothing of it is kept. */
async function report({state}: Scope, id: string | number, _: OutgoingResult): Promise<void> {
  state.deliveries.remove(String(id));
}

export const webhooks = {request, report};
