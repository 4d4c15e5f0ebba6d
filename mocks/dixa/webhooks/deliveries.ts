import type {OutgoingResult, Webhooks} from '../../../src/engine/index.js';
import type {DixaBehaviours} from '../behaviours.js';
import {toMilliseconds} from '../dates.js';
import type {Collections, Scope} from '../handler.js';
import {sign, signature} from './signature.js';
import {logKey, type WebhookDelivery} from './entities.js';
import {headersOf, withOwn} from './headers.js';

/** Most deliveries that the log of one event of one subscription keeps. How many Dixa keeps is unknown. */
const keptPerEvent = 100;

/** Most of a receiver's answer that is kept, in characters. */
const keptText = 1000;

/** How webhooks leave Dixa, and what is kept of how that went (DIXA-90, DIXA-92). */
export const webhooks: Webhooks<Collections, DixaBehaviours> = {
  async request({state, now, behaviours}, id) {
    const delivery = await state.webhookDeliveries.get(Number(id));
    const subscription = delivery && (await state.webhookSubscriptions.get(delivery.subscriptionId));
    if (!subscription) return undefined;
    if (!subscription.enabled) {
      // Switched off since then: it will never leave.
      state.webhookDeliveries.remove(delivery.id);
      return undefined;
    }
    const {id: subscriptionId, url, secretKey} = subscription;
    const body = JSON.stringify(delivery.payload);
    const headers = withOwn(headersOf(subscription), {
      'Content-Type': 'application/json',
      'X-DIXA-SIGNATURE': sign(body, {secretKey, at: now}),
      'X-DIXA-SUBSCRIPTION-ID': subscriptionId,
    });
    return {url, headers, body, timeout: behaviours.webhook_timeout};
  },

  async report(scope, id, result) {
    const {state, now} = scope;
    const delivery = await state.webhookDeliveries.get(Number(id));
    if (!delivery) return;
    const {code, text} = answerOf(result);
    const detail = {
      deliveryTimestamp: toMilliseconds(now),
      success: code >= 200 && code < 300,
      responseCode: code,
      // Receivers echo: what was erased while the answer was on its way must not come back with it.
      responseText: delivery.isScrubbed ? '' : text.slice(0, keptText),
    };
    state.webhookDeliveries.save({...delivery, detail});
    await forgetOldest(scope, delivery);
  },

  signature,
};

function answerOf(result: OutgoingResult): {readonly code: number; readonly text: string} {
  return 'failure' in result ? {code: 0, text: result.failure} : {code: result.status, text: result.body};
}

/** Only what is over is forgotten, so that a burst of events still leaves as a whole. */
async function forgetOldest({state}: Scope, {subscriptionId, event}: WebhookDelivery): Promise<void> {
  const range = {descending: true, limit: keptPerEvent + 1};
  const kept = await state.webhookDeliveries.find('log', logKey(subscriptionId, event), range);
  for (const {id} of kept.slice(keptPerEvent)) state.webhookDeliveries.remove(id);
}
