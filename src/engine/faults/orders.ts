import type {Exchange} from '../exchange.js';
import {locate, type Passage} from '../pipeline.js';
import {problemReply} from '../problem-reply.js';
import type {Reply} from '../reply.js';
import type {PlainResponse, Wire} from '../request.js';
import type {Faults, Injection} from './faults.js';
import {readPrefer, type Preferences} from './prefer.js';
import {wordsFor} from './words.js';

/** What a call's own headers and its sandbox's faults ask for beside the vendor's answer. */
export interface Orders {
  readonly injection?: Injection;
  /** The answer that is preferred to the handler's. */
  readonly preferences?: Preferences;
  /** Seconds by which the answer is to come later. */
  readonly wait?: number;
}

/** What is asked for beside the vendor's answer to a call; undefined for nearly every call. */
export function ordersOf(faults: Faults, exchange: Exchange, passage: Passage): Orders | undefined {
  const {'x-standin-fault': header, prefer} = exchange.request.headers;
  if (faults.isIdle && header === undefined && prefer === undefined) return undefined;
  locate(exchange, passage);
  const preferred = prefer === undefined ? {} : readPrefer(prefer);
  if (typeof preferred === 'string') return {injection: refused(problemReply(422, preferred))};
  const {vendor} = passage;
  const target = {vendor, operation: exchange.operation?.id, say: wordsFor(exchange, passage)};
  try {
    const injection = faults.hit(target, header);
    return {...preferred, ...(injection && {injection})};
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
  return orders?.injection?.fault ?? reply.injected ?? (orders?.wait ? 'delay' : undefined);
}

/** The answer with what happens to it on its way. */
export function spoilt(response: PlainResponse, {injection, wait}: Orders): PlainResponse {
  const wire = wireOf(response, injection?.wire ?? {});
  if (wait === undefined) return {...response, wire};
  const {'Preference-Applied': others, ...headers} = response.headers;
  const applied = [`wait=${wait}`, ...(others === undefined ? [] : [others])].join(', ');
  const delay = (wire.delay ?? 0) + wait * 1000;
  return {...response, headers: {...headers, 'Preference-Applied': applied}, wire: {...wire, delay}};
}

/** Of an answer without a body nothing can be cut off or come in pieces: it does not come at all, or comes later. */
function wireOf({body}: PlainResponse, wire: Wire): Wire {
  if (body !== undefined && body.length > 0) return wire;
  const {over = 0, delay = 0, broken} = wire;
  return {
    ...(over + delay > 0 && {delay: over + delay}),
    ...(broken && {broken: broken === 'reset' ? broken : 'empty'}),
  };
}
