import {document, validators} from '../../specs/standin/generated/index.js';
import {Exchange, sentenceOf, type PlainRequest, type PlainResponse, type Problem} from '../engine/index.js';
import {findingsOf, operationsOf, Router, type Finding, type Operation} from '../openapi/index.js';
import type {Control, ControlCall, Operations} from './call.js';
import {handlers} from './handlers/index.js';
import {problem} from './problem.js';
import {toResponse, type Answer} from './response.js';

/** The operations of the control plane. */
export const operations: readonly Operation[] = operationsOf(document);

const router = new Router(operations);

/**
 * Answers requests under `/_standin` with the same routing, decoding and validation as a vendor's.
 * @param about.target path and query from `/_standin` on.
 * @param about.origin what the caller's URLs begin with: scheme, authority, and where we are mounted.
 */
export async function answerControl(
  request: PlainRequest,
  {control, sandbox, target, origin}: {control: Control; sandbox: string; target: string; origin: string},
): Promise<PlainResponse> {
  const exchange = new Exchange(request, target);
  const found = exchange.route(router) ?? (await exchange.decode({}, 'refuse')) ?? exchange.validate(validators);
  if (found) return toResponse(refusalOf(found));
  const surplus = surplusIn(exchange) ?? prototypeIn(exchange);
  if (surplus) return toResponse(surplus);
  const id = exchange.operation?.id as keyof Operations;
  // The types of an operation's parts were proven by its validators a line ago.
  const handle = handlers[id] as (call: ControlCall<never>) => Promise<Answer>;
  const {path: params, query, header} = exchange.parameters;
  const call = {...control, sandbox, origin, params, query, header, body: exchange.body};
  const answer = await handle(call as unknown as ControlCall<never>);
  if (answer.stream) return toResponse(answer);
  const violations = findingsOf(validators[id]?.responses[answer.status], answer.body, 'response');
  if (violations[0]) throw new Error(`${id} answers against its document: ${JSON.stringify(violations[0])}`);
  return toResponse(answer);
}

/** A parameter that is not known was misspelt: to answer as if it were not there would mislead. */
function surplusIn({rawQuery, operation}: Exchange): Answer | undefined {
  const known = operation?.parameters.filter((one) => one.in === 'query').map(({name}) => name) ?? [];
  const surplus = [...rawQuery.keys()].find((name) => !known.includes(name));
  if (surplus === undefined) return undefined;
  const advice = known.length === 0 ? 'leave it out' : `use ${known.join(', ')}`;
  return problem(400, `There is no parameter ${JSON.stringify(surplus.slice(0, 100))} in the query here: ${advice}.`);
}

/** Readers drop `__proto__`; who sent it would take an answer for what it is not. Data is judged by name where it is read. */
function prototypeIn({operation, request}: Exchange): Answer | undefined {
  if (operation?.body === undefined || operation.body.isData || request.body === undefined) return undefined;
  const text = new TextDecoder().decode(request.body);
  let names = false;
  if (text.includes('proto__')) JSON.parse(text, (key, value: unknown) => ((names ||= key === '__proto__'), value));
  return names ? problem(400, 'The body has a member named "__proto__": leave it out.') : undefined;
}

function refusalOf(found: Problem): Answer {
  switch (found.kind) {
    case 'unknown-route':
      return problem(404, 'There is no such operation; /_standin/openapi.json lists those there are.');
    case 'wrong-method':
      return {
        ...problem(405, `Use ${found.allowed.join(' or ')} here.`),
        headers: {Allow: found.allowed.join(', ')},
      };
    case 'too-large':
      return problem(413, `Send at most ${found.limit} bytes.`);
    case 'media-type':
      return problem(415, 'Send JSON with Content-Type: application/json.');
    case 'empty-body':
      return problem(400, 'Send a JSON body.');
    case 'bad-json':
      return problem(400, 'The body is not valid JSON.');
    case 'invalid':
      return problem(400, `${sentencesOf(found.findings)} /_standin/openapi.json says what is taken here.`);
    default:
      return problem(400, 'The address or a header cannot be read.');
  }
}

/** That one branch of a condition is not met says less than what in it is not. */
function sentencesOf(findings: readonly Finding[]): string {
  const telling = findings.filter(({keyword}) => keyword !== 'if');
  return telling.map(sentenceOf).join(' ');
}
