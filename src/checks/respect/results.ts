import type {RecordedExchange} from '../../traffic/exchange.js';
import {nameInContract} from './private-copy.js';
import {RespectError, type RespectOutput} from './run-respect.js';

/** A step as Respect carried it out. */
export interface ExecutedStep {
  readonly workflowId: string;
  readonly stepId: string;
  readonly checks: readonly ExecutedCheck[];
  readonly milliseconds: number;
  /** Absent when no answer came. */
  readonly exchange?: RecordedExchange;
  /** The same with its credentials, where these stand in the answer: to be judged, never to be told. */
  readonly clear?: RecordedExchange;
}

export interface ExecutedCheck {
  /** `success criteria check`, `schema check`, `network error` … */
  readonly name: string;
  readonly passed: boolean;
  readonly message: string;
  readonly condition?: string;
}

interface RawStep {
  readonly type: 'step' | 'workflow';
  readonly workflowId: string;
  readonly stepId?: string;
  readonly executedSteps?: readonly RawStep[];
  readonly checks?: readonly ExecutedCheck[];
  readonly response?: {readonly statusCode: number};
  readonly totalTimeMs?: number;
}

interface RawResults {
  readonly files: Readonly<Record<string, {readonly executedWorkflows: readonly RawStep[]}>>;
}

interface Header {
  readonly name: string;
  readonly value: string;
}

interface HarEntry {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly Header[];
    readonly postData?: {readonly text?: string};
  };
  readonly response: {
    readonly status: number;
    readonly headers: readonly Header[];
    readonly content: {readonly text?: string; readonly encoding?: string};
  };
}

/**
 * All steps in the order in which they were carried out, each repetition by itself, with their exchanges.
 * @param base what stands before the vendor's own path.
 * @throws RespectError when the two files do not tell the same story.
 */
export function executedSteps({json, har}: RespectOutput, base: string): readonly ExecutedStep[] {
  const {files} = JSON.parse(json) as RawResults;
  const {log} = JSON.parse(har) as {log: {entries: readonly HarEntry[]}};
  const steps = Object.values(files).flatMap(({executedWorkflows}) => executedWorkflows.flatMap(flat));
  let next = 0;
  const executed = steps.map((step): ExecutedStep => {
    const {workflowId, stepId = '', checks = [], totalTimeMs = 0} = step;
    const entry = log.entries[next];
    const isOwn = entry !== undefined && (isAnswered(step) || isUnreadable(step, entry));
    if (isOwn) next += 1;
    const own = {workflowId, stepId: nameInContract(stepId), checks, milliseconds: totalTimeMs};
    return isOwn ? {...own, exchange: exchangeOf(entry, base)} : own;
  });
  const told = steps.filter((step, position) => isAnswered(step) || executed[position]?.exchange !== undefined);
  if (told.length !== log.entries.length) {
    throw new RespectError(`Redocly Respect tells of ${told.length} answers and recorded ${log.entries.length}.`);
  }
  return executed;
}

/** A call that could not be made has an answer of status 0. */
function isAnswered({response}: Pick<RawStep, 'response'>): boolean {
  return response !== undefined && response.statusCode !== 0;
}

/** A body that says it is JSON and is none is recorded, too, and told as a call that failed with what the reader said. */
function isUnreadable({checks = []}: RawStep, {response}: HarEntry): boolean {
  try {
    JSON.parse(response.content.text ?? '');
    return false;
  } catch (error) {
    return checks.some(({passed, message}) => !passed && message === (error as SyntaxError).message);
  }
}

/** Where a step leads to others, those come as a workflow inside its own. */
function flat(one: RawStep): readonly RawStep[] {
  return one.type === 'workflow' ? (one.executedSteps ?? []).flatMap(flat) : [one];
}

function exchangeOf({request, response}: HarEntry, base: string): RecordedExchange {
  const {pathname, search} = new URL(request.url);
  const before = new URL(base).pathname.replace(/\/$/, '');
  const {text, encoding} = response.content;
  const body = encoding === 'base64' && text !== undefined ? atob(text) : text;
  return {
    request: {
      method: request.method.toUpperCase(),
      path: pathname.startsWith(before) ? pathname.slice(before.length) : pathname,
      query: search.slice(1),
      headers: headersOf(request.headers),
      ...(request.postData?.text !== undefined && {body: request.postData.text}),
    },
    response: {
      status: response.status,
      headers: headersOf(response.headers),
      ...(body !== undefined && body !== '' && {body}),
    },
  };
}

function headersOf(list: readonly Header[]): Readonly<Record<string, string>> {
  return Object.fromEntries(list.map(({name, value}) => [name.toLowerCase(), value]));
}
