import type {RecordedAnswer, Vendor} from '../engine/index.js';
import {mediaTypeOf, parseJson, parseQuery, type JsonValue} from '../openapi/index.js';
import type {RecordedCall, Recording} from './recording.js';

/** When calls were made of which the recording does not say it: any instant will do, as long as it is the same each time. */
const unknownTime = Date.parse('2026-01-01T00:00:00Z');

/**
 * What a vendor answered to the calls that led to one of its operations and succeeded, in the order of the recording; of a
 * Pact what it is expected to answer. A body that is no JSON, or one deeper than any vendor's, is passed over as if it were
 * not there.
 */
export function answersOf({calls}: Pick<Recording, 'calls'>, vendor: Vendor): readonly RecordedAnswer[] {
  const answers: RecordedAnswer[] = [];
  let time = unknownTime;
  for (const call of calls) {
    if (call.vendor !== vendor.name) continue;
    time = call.at ?? time;
    const answer = answerOf(call, vendor, time);
    if (answer) answers.push(answer);
  }
  return answers;
}

function answerOf({exchange}: RecordedCall, {router}: Vendor, at: number): RecordedAnswer | undefined {
  const {request, response} = exchange;
  if (response.status < 200 || response.status > 299) return undefined;
  const match = router.match(request.method, request.path);
  const query = parseQuery(request.query);
  if (match.kind !== 'found' || query === undefined) return undefined;
  const sent = jsonOf(request);
  const answered = jsonOf(response);
  return {
    operation: match.operation.id,
    params: match.params,
    query: Object.fromEntries(query),
    ...(sent && {request: sent.value}),
    status: response.status,
    ...(answered && {body: answered.value}),
    at,
  };
}

type Message = RecordedCall['exchange']['request' | 'response'];

/** Vendors answer JSON under names of their own, and clients leave the name out: what cannot be JSON is told by its type. */
function jsonOf({headers, body}: Pick<Message, 'headers' | 'body'>): {value: JsonValue} | undefined {
  if (body === undefined || isOtherThanJson(mediaTypeOf(headers['content-type']))) return undefined;
  return parseJson(new TextEncoder().encode(body));
}

function isOtherThanJson(type: string | undefined): boolean {
  return type !== undefined && !/json|text|octet-stream/.test(type);
}
