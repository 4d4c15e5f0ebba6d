import type {Exchange} from '../exchange.js';
import {locate, type Passage} from '../pipeline.js';
import {problemReply} from '../problem-reply.js';
import type {Reply} from '../reply.js';
import type {PlainResponse} from '../request.js';
import type {Faults, Injection} from './faults.js';
import {readPrefer, type Preferences} from './prefer.js';
import {wordsFor} from './words.js';

/** What a call's own headers and its sandbox's faults ask for beside the vendor's answer. */
export interface Orders {
  readonly injection?: Injection;
  readonly preferences?: Preferences;
}

/** What is asked for beside the vendor's answer to a call; undefined for nearly every call. */
export function ordersOf(faults: Faults, exchange: Exchange, passage: Passage): Orders | undefined {
  const {'x-standin-fault': header, prefer} = exchange.request.headers;
  if (faults.isIdle && header === undefined && prefer === undefined) return undefined;
  locate(exchange, passage);
  const preferences = prefer === undefined ? {} : readPrefer(prefer);
  if (typeof preferences === 'string') return {injection: refused(problemReply(422, preferences))};
  const {vendor} = passage;
  const target = {vendor, operation: exchange.operation?.id, say: wordsFor(exchange, passage)};
  try {
    const injection = faults.hit(target, header);
    return {preferences, ...(injection && {injection})};
  } catch (error) {
    if (error instanceof RangeError) return {injection: refused(problemReply(400, error.message))};
    throw error;
  }
}

/** Whoever asks for what there is not must not take the vendor's answer for what was asked. */
function refused(reply: Reply): Injection {
  return {fault: 'refused', when: 'before', reply};
}

/** What the journal calls what was done to a call; undefined when the answer is the vendor's own, and came as usual. */
export function faultOf(reply: Reply, orders: Orders | undefined): string | undefined {
  return orders?.injection?.fault ?? reply.injected ?? (orders?.preferences?.wait ? 'delay' : undefined);
}

/** The answer with what happens to it on its way. */
export function spoilt(response: PlainResponse, {injection, preferences: {wait} = {}}: Orders): PlainResponse {
  if (wait === undefined) return {...response, ...(injection?.wire && {wire: injection.wire})};
  const {'Preference-Applied': others, ...headers} = response.headers;
  const applied = [`wait=${wait}`, ...(others === undefined ? [] : [others])].join(', ');
  const delay = (injection?.wire?.delay ?? 0) + wait * 1000;
  return {...response, headers: {...headers, 'Preference-Applied': applied}, wire: {...injection?.wire, delay}};
}
