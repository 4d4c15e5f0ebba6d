import type {LimitedCall, LimitOutcome} from '../../src/engine/index.js';
import type {OpencxBehaviours} from './behaviours.js';
import {tooManyRequests} from './errors.js';
import type {Caller} from './handler.js';

/** Requests of one key in one minute (OPENCX-7). */
const most = 100;
const minute = 60_000;

/**
 * Counts the calls of each key in windows of a minute; the headers are those of a plugin whose use is assumed. All
 * operations are standard ones: which of the vendor's stream is not known. Visitors of a widget have no key (OPENCX-7).
 */
export function limit({
  caller,
  now,
  behaviours,
  meters,
}: LimitedCall<Caller, OpencxBehaviours>): LimitOutcome | undefined {
  if (behaviours.limiter === 'off' || caller.contact_id !== undefined) return undefined;
  const {count, resetsIn} = meters.window(caller.id, {length: minute, now});
  const seconds = Math.ceil(resetsIn / 1000);
  const headers = {
    'x-ratelimit-limit': String(most),
    'x-ratelimit-remaining': String(Math.max(0, most - count)),
    'x-ratelimit-reset': String(seconds),
  };
  if (count <= most) return {headers};
  return {refusal: {...tooManyRequests(seconds), headers: {'retry-after': String(seconds), ...headers}}};
}
