import {check, NearMisses, Recorder, RequestMask, Tokens} from '../engine/desks.js';
import {Exchange, type JournalEntry, type Reply, type Vendor} from '../engine/index.js';
import {findingsOf, formOf, mediaTypeOf, parseJson, type Finding} from '../openapi/index.js';
import {PartialValidators} from '../openapi/validating/partial.js';
import type {RecordedExchange} from './exchange.js';
import type {RecordedCall, Recording} from './recording.js';
import {settingsOf} from './settings.js';

/** What writing entries needs to know beside the calls. */
export interface EntriesOptions {
  /** Key of the tokens: 32 bytes. @defaultValue random, so that nobody gets from a token to its value. */
  readonly key?: Uint8Array;
}

const encoder = new TextEncoder();

/** Answers of a vendor who did not look at what was sent, for want of a credential or of patience. */
const unread: readonly number[] = [401, 403, 429];

/**
 * The calls of a recording as a stand-in's journal would have them: with tokens for whatever is personal, and with what it
 * would have found wrong; of an answer that a client expects also how it differs from the document, but for what it leaves
 * out. One entry for each call, in their order; their ids are `call-1` and so on. A call of which nobody knows when it was
 * made has the time of the one before it, the first that of 1970.
 * @param vendors those of the calls, and those among whose operations near ones are looked for.
 */
export async function entriesOf(
  {calls}: Pick<Recording, 'calls'>,
  vendors: readonly Vendor[],
  {key = crypto.getRandomValues(new Uint8Array(32))}: EntriesOptions = {},
): Promise<readonly JournalEntry[]> {
  const tokens = new Tokens(key);
  const nearMisses = new NearMisses(vendors);
  const desks = new Map(
    vendors.map((vendor) => {
      const mask = new RequestMask(vendor, tokens);
      const recorder = new Recorder({mask, nearest: ({method, path}) => nearMisses.of({method, path, mask})});
      return [vendor.name, {vendor, recorder, partial: new PartialValidators(vendor.document)}];
    }),
  );
  const entries: JournalEntry[] = [];
  let at = 0;
  for (const [position, call] of calls.entries()) {
    const desk = desks.get(call.vendor);
    if (desk === undefined) throw new RangeError(`There is no vendor ${call.vendor} among those that are judged.`);
    at = call.at ?? at;
    const exchange = await readAsIn(desk.vendor, call);
    const reply = replyOf(call.exchange.response);
    const fault = injectedInto(call.exchange);
    const violations = call.origin === 'expected' ? expectedWrong(exchange, reply, desk) : [];
    const outcome = {kind: 'request', at, reply, violations, ...(fault !== undefined && {fault})} as const;
    entries.push({id: `call-${position + 1}`, ...desk.recorder.entryOf(exchange, outcome)});
  }
  return entries;
}

/** The request, read as far as the vendor read it. */
async function readAsIn(vendor: Vendor, {exchange: recorded, lacksBody}: RecordedCall): Promise<Exchange> {
  const {method, path, query, headers, body} = recorded.request;
  const bytes = body === undefined ? undefined : encoder.encode(body);
  const target = query === '' ? path : `${path}?${query}`;
  const exchange = new Exchange({method, target, headers, body: bytes, origin: ''}, target);
  const settings = settingsOf(vendor);
  exchange.problem = exchange.route(vendor.router);
  if (exchange.operation === undefined) return exchange;
  const {status} = recorded.response;
  // An answer tells that a switch was on by which the vendor has the route.
  const isThere = status >= 200 && status < 300;
  if (!isThere && vendor.hides(exchange.operation, settings)) {
    exchange.operation = undefined;
    exchange.problem = {kind: 'unknown-route'};
    return exchange;
  }
  if (exchange.problem !== undefined || isUnread(exchange, recorded)) return exchange;
  const problem = await exchange.decode(vendor.parameters, vendor.untypedBody, settings);
  // That a body is missing says nothing of the call when it is the recorder who left it out.
  exchange.problem = lacksBody && problem?.kind === 'empty-body' ? undefined : problem;
  if (exchange.problem === undefined) exchange.validate(vendor.validators);
  return exchange;
}

/** Whether the vendor refused the call before it looked at parameters and body, or a fault did in its place. */
function isUnread({operation}: Exchange, recorded: RecordedExchange): boolean {
  const isRefused = operation?.secured === true && unread.includes(recorded.response.status);
  return isRefused || injectedInto(recorded) !== undefined;
}

/** The status that a stand-in was asked to answer in the vendor's place, by the call's own headers. */
function injectedInto({request: {headers}, response}: RecordedExchange): string | undefined {
  const {'x-standin-fault': fault = '', prefer = ''} = headers;
  const status = String(response.status);
  return fault.startsWith(status) || prefer.includes(`code=${status}`) ? status : undefined;
}

/**
 * In which ways an answer that a client expects differs from the document. That it has not all of its members is none: a
 * client says what it needs. What a vendor really answered is the vendor's affair.
 */
function expectedWrong(
  exchange: Exchange,
  reply: Reply,
  {vendor, partial}: {readonly vendor: Vendor; readonly partial: PartialValidators},
): readonly Finding[] {
  const schema = exchange.operation?.responses.get(reply.status)?.schema;
  if (reply.body !== undefined && schema !== undefined) return findingsOf(partial.of(schema), reply.body, 'response');
  const isUntyped = reply.file?.type === '';
  return isUntyped ? [] : check(exchange, reply, vendor);
}

/** An answer as a handler would have given it: JSON, or a file. */
function replyOf({status, headers, body}: RecordedExchange['response']): Reply {
  if (body === undefined) return {status};
  const type = mediaTypeOf(headers['content-type']);
  const bytes = encoder.encode(body);
  const read = type === undefined || formOf(type) === 'json' ? parseJson(bytes, true) : undefined;
  return read ? {status, body: read.value} : {status, file: {bytes, type: type ?? ''}};
}
