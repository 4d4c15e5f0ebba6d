import type {LimitedCall, LimitOutcome, Reply} from '../../src/engine/index.js';
import type {OpencxBehaviours} from './behaviours.js';
import {tooManyRequests} from './errors.js';
import type {Caller} from './handler.js';

/** Requests of one key in one minute (OPENCX-7). */
const mostCalls = {on: 100, tight: 1};
export const minute = 60_000;

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
  const most = mostCalls[behaviours.limiter];
  const {count, resetsIn} = meters.window(caller.id, {length: minute, now});
  const seconds = Math.ceil(resetsIn / 1000);
  return count > most
    ? {refusal: exceeded(seconds, most)}
    : {headers: headersOf({most, remaining: most - count, seconds})};
}

/** The refusal of a key that called too often, with its headers; `seconds` is how long it must wait. */
export function exceeded(seconds: number, most = mostCalls.on): Reply {
  const headers = {'retry-after': String(seconds), ...headersOf({most, remaining: 0, seconds})};
  return {...tooManyRequests(seconds), headers};
}

function headersOf({most, remaining, seconds}: {most: number; remaining: number; seconds: number}) {
  return {
    'x-ratelimit-limit': String(most),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(seconds),
  };
}
