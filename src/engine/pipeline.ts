import {Exchange} from './exchange.js';
import {preferredReply, type Preferences} from './faults/prefer.js';
import {wordsFor} from './faults/words.js';
import type {Meters} from './sandbox/meters.js';
import type {Problem} from './problem.js';
import type {Reply} from './reply.js';
import type {AnyScope, LimitOutcome, Vendor} from './vendor.js';

/** What one vendor's way through the steps needs to know beside the request. */
export interface Passage {
  readonly vendor: Vendor;
  readonly scope: AnyScope;
  readonly meters: Meters;
  readonly auth: 'strict' | 'any';
  readonly prefix: string;
  readonly baseUrl: string;
  /** What the caller wants to be answered in place of the handler's answer. */
  readonly preferences?: Preferences;
}

/** Takes an exchange through the vendor's steps, in the vendor's order, and to its handler. */
export async function pass(exchange: Exchange, passage: Passage): Promise<Reply> {
  const {vendor, scope} = passage;
  // Which operation it is must be known to authenticate; that there is none is said when the vendor's order has it.
  const lost = (exchange.problem = locate(exchange, passage));
  let caller: unknown;
  /** What the limit adds to whatever is answered from there on. */
  let headers: Reply['headers'];
  const withHeaders = (reply: Reply) => (headers ? {...reply, headers: {...headers, ...reply.headers}} : reply);
  for (const step of vendor.steps) {
    exchange.step = step;
    if (step === 'authenticate') {
      const outcome = await authenticate(exchange, passage);
      if ('refusal' in outcome) return outcome.refusal;
      caller = outcome.caller;
    } else if (step === 'limit') {
      const outcome = count(exchange, passage, caller);
      if (outcome && 'refusal' in outcome) return outcome.refusal;
      headers = outcome?.headers;
    } else if (step === 'decode') {
      const problem = await exchange.decode(vendor.parameters, vendor.untypedBody, scope.behaviours);
      exchange.problem ??= problem;
      if (problem) return withHeaders(vendor.refuse(problem, exchange));
    } else {
      const refusal = take(step, exchange, {passage, caller, lost});
      if (refusal) return withHeaders(refusal);
    }
  }
  const handler = vendor.operations[exchange.operation?.id ?? ''];
  if (handler === undefined) return withHeaders(vendor.refuse({kind: 'unknown-route'}, exchange));
  const {operation} = exchange;
  if (passage.preferences && operation) {
    const say = wordsFor(exchange, passage);
    return withHeaders(await preferredReply(passage.preferences, {operation, vendor, say}));
  }
  exchange.step = 'handle';
  const {path: params, query} = exchange.parameters;
  const {auth, prefix, baseUrl} = passage;
  return withHeaders(await handler({...scope, params, query, body: exchange.body, caller, auth, prefix, baseUrl}));
}

/** Finds the operation, which the exchange then knows; a problem if there is none. */
export function locate(exchange: Exchange, passage: Passage): Problem | undefined {
  return exchange.route(passage.vendor.router) ?? hidden(exchange, passage);
}

/** A route that the vendor does not have as the behaviours stand is as unknown as any other. */
function hidden(exchange: Exchange, {vendor, scope}: Passage): Problem | undefined {
  if (exchange.operation === undefined || !vendor.hides(exchange.operation, scope.behaviours)) return undefined;
  exchange.operation = undefined;
  return {kind: 'unknown-route'};
}

/** Only calls of a known caller to a known operation are counted. */
function count({operation}: Exchange, {vendor, scope, meters}: Passage, caller: unknown): LimitOutcome | undefined {
  if (operation?.secured !== true) return undefined;
  return vendor.limit({caller, operation, now: scope.now, behaviours: scope.behaviours, meters});
}

async function authenticate(
  {request, operation}: Exchange,
  {vendor, scope, auth}: Passage,
): Promise<{caller: unknown} | {refusal: Reply}> {
  if (operation?.secured === false) return {caller: undefined};
  const {sandbox, state, now} = scope;
  return vendor.authenticate({headers: request.headers, operation, sandbox, state, now, auth});
}

function take(
  step: 'route' | 'authorize' | 'validate',
  exchange: Exchange,
  {passage, caller, lost}: {passage: Passage; caller: unknown; lost: Problem | undefined},
): Reply | undefined {
  const {vendor} = passage;
  if (step === 'authorize') {
    const {operation} = exchange;
    return operation?.secured === true ? vendor.authorize(caller, operation) : undefined;
  }
  const problem = step === 'route' ? lost : exchange.validate(vendor.validators);
  return problem && vendor.refuse(problem, exchange);
}
