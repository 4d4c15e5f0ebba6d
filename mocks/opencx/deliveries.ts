import type {Webhooks} from '../../src/engine/index.js';
import type {OpencxBehaviours} from './behaviours.js';
import type {Delivery, Session} from './entities.js';
import {payloadOf} from './event-payloads.js';
import type {Collections, Scope} from './handler.js';

/** What happened in a session, as far as nothing else tells it later. */
export type Occasion = Delivery['occasion'];

/** How long a receiver may take to answer; OpenCX does not say. */
const timeout = 10_000;

/**
 * Has the receiver told what happened. Who receives is set up in the vendor's dashboard, here by a switch; without one
 * nothing is kept. A redaction is no occasion: the vendor has no event for it (OPENCX-44).
 */
export function notify(scope: Scope, session: Session, occasion: Occasion): void {
  if (scope.behaviours.webhook_url === '') return;
  const timestamp = new Date(scope.now).toISOString();
  const {id} = scope.state.deliveries.save({id: scope.ids.uuid(), session_id: session.id, timestamp, occasion});
  scope.deliver(id, {after: scope.behaviours.webhook_delay});
}

/**
 * A delivery waits as a note of what happened, without a word of it; the payload is put together when it leaves. So what
 * was redacted in the meantime cannot leave, and what has left is neither kept nor sent again (OPENCX-45). Nothing is
 * signed: the developer pages describe no signature.
 */
export const webhooks: Webhooks<Collections, OpencxBehaviours> = {
  request: async (scope, id) => {
    const delivery = await scope.state.deliveries.get(String(id));
    scope.state.deliveries.remove(String(id));
    const url = scope.behaviours.webhook_url;
    const payload = delivery && (await payloadOf(scope, delivery));
    if (url === '' || payload === undefined) return undefined;
    return {url, headers: {'Content-Type': 'application/json'}, body: JSON.stringify(payload), timeout};
  },
  // How it went is written down nowhere: no call of OpenCX reads it, and that it tries again is claimed but not described.
  report: () => Promise.resolve(),
};
