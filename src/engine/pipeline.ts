import {Exchange} from './exchange.js';
import type {Problem} from './problem.js';
import type {Reply} from './reply.js';
import type {AnyScope, Step, Vendor} from './vendor.js';

/** What one vendor's way through the steps needs to know beside the request. */
export interface Passage {
  readonly vendor: Vendor;
  readonly scope: AnyScope;
  readonly auth: 'strict' | 'any';
  readonly prefix: string;
  readonly baseUrl: string;
}

/** Takes an exchange through the vendor's steps, in the vendor's order, and to its handler. */
export async function pass(exchange: Exchange, passage: Passage): Promise<Reply> {
  const {vendor, scope} = passage;
  // Which operation it is must be known to authenticate; that there is none is said when the vendor's order has it.
  const lost = exchange.route(vendor.router);
  let caller: unknown;
  for (const step of vendor.steps) {
    if (step === 'authenticate') {
      const outcome = await authenticate(exchange, passage);
      if ('refusal' in outcome) return outcome.refusal;
      caller = outcome.caller;
    } else {
      const refusal = take(step, exchange, {passage, caller, lost});
      if (refusal) return refusal;
    }
  }
  const handler = vendor.operations[exchange.operation?.id ?? ''];
  if (handler === undefined) return vendor.refuse({kind: 'unknown-route'}, exchange);
  const {path: params, query} = exchange.parameters;
  const {auth, prefix, baseUrl} = passage;
  return handler({...scope, params, query, body: exchange.body, caller, auth, prefix, baseUrl});
}

async function authenticate(
  {request, operation}: Exchange,
  {vendor, scope, auth}: Passage,
): Promise<{caller: unknown} | {refusal: Reply}> {
  if (operation?.secured === false) return {caller: undefined};
  return vendor.authenticate({headers: request.headers, operation, state: scope.state, now: scope.now, auth});
}

function take(
  step: Step,
  exchange: Exchange,
  {passage, caller, lost}: {passage: Passage; caller: unknown; lost: Problem | undefined},
): Reply | undefined {
  const {vendor} = passage;
  if (step === 'authorize') {
    const {operation} = exchange;
    return operation?.secured === true ? vendor.authorize(caller, operation) : undefined;
  }
  const problem = step === 'route' ? lost : judge(step, exchange, passage);
  return problem && vendor.refuse(problem, exchange);
}

function judge(step: Step, exchange: Exchange, {vendor, scope}: Passage): Problem | undefined {
  if (step === 'decode') return exchange.decode(vendor.parameters, vendor.untypedBody, scope.behaviours);
  return exchange.validate(vendor.validators);
}
