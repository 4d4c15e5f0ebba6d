import type {LimitedCall, LimitOutcome} from '../../src/engine/index.js';
import type {DixaBehaviours} from './behaviours.js';
import {tooManyRequests} from './errors.js';
import type {Caller} from './handler.js';

/**
 * "10 requests per second, burst of 4": the guide does not say of what the four are a part. We take them to come on top,
 * so a token that was idle has a second's ten and the four more at once; then ten come back each second.
 */
const buckets = {on: {perSecond: 10, capacity: 14}, tight: {perSecond: 1, capacity: 1}};

const perDay = 864_000;
const day = 86_400_000;

/** Counts the calls of a token, where the limiter is on (DIXA-16). Refused calls do not count for the day. */
export function limit({
  caller,
  now,
  behaviours,
  meters,
}: LimitedCall<Caller, DixaBehaviours>): LimitOutcome | undefined {
  if (behaviours.limiter === 'off') return undefined;
  const {token} = caller;
  const isWithin =
    meters.token(token, {...buckets[behaviours.limiter], now}) &&
    meters.window(token, {length: day, now}).count <= perDay;
  return isWithin ? undefined : {refusal: tooManyRequests()};
}
