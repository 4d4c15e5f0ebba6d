import {expect, it} from 'vitest';
import {dixa} from '../../mocks/dixa/index.js';
import {judgeWorkflow, type Bench} from './judge-workflow.js';
import type {ExecutedStep} from './respect/results.js';

const place = {file: 'specs/dixa/openapi.yaml', line: 1, column: 1};
const bench: Bench = {
  vendor: dixa,
  mark: 'assumed',
  specPlace: () => place,
  person: (_, input) => (input === 'canaryName' ? 'Theodore Ravenbury' : undefined),
  curl: () => 'curl',
};

const answered = (path: string, status: number, body: object, passed = true): ExecutedStep => ({
  workflowId: 'one',
  stepId: 'read',
  checks: [{name: 'success criteria check', passed, message: '', condition: '$statusCode == 200'}],
  milliseconds: 1,
  exchange: {
    request: {method: 'GET', path, query: '', headers: {}},
    response: {status, headers: {'content-type': 'application/json'}, body: JSON.stringify(body)},
  },
});
const step = {stepId: 'read', operationId: 'getTags'};
const judged = async (executed: readonly ExecutedStep[], more: object = {}) => {
  const [report] = await judgeWorkflow({workflowId: 'one', steps: [{...step, ...more}]}, executed, bench);
  return report?.failures.map(({severity, check, got}) => `${severity} ${check} ${got}`);
};

it('finds a call that an earlier answer led elsewhere, unless it is refused there', async () => {
  expect(await judged([answered('/v1/tags', 200, {data: []})])).toEqual([]);
  expect(await judged([answered('/v1//tags', 200, {data: []})])).toEqual(['broken status a call of no operation']);
  expect(await judged([answered('/v1/queues', 200, {data: []})])).toEqual(['broken status a call of getQueues']);
  expect(await judged([answered('/v1//tags', 404, {message: 'no'})])).toEqual([]);
});

it('judges each attempt by the document, and only the last by the criteria', async () => {
  const waiting = answered('/v1/tags', 200, {data: []}, false);
  const wrong = answered('/v1/tags', 200, {data: 'none yet'}, false);
  const done = answered('/v1/tags', 200, {data: []});
  expect(await judged([waiting, done])).toEqual([]);
  expect(await judged([wrong, wrong, done])).toEqual(['broken body "none yet"']);
});

it('takes the surest rule for what came back, and the weakest for the criteria', async () => {
  const leak = answered('/v1/tags', 200, {data: [], note: 'of Theodore Ravenbury'}, false);
  const marked = {'x-rules': ['DIXA-12', 'DIXA-14'], 'x-standin-erased': ['canaryName']};
  const marks = dixa.rules.filter(({id}) => marked['x-rules'].includes(id)).map(({mark}) => mark);
  const [report] = await judgeWorkflow({workflowId: 'one', steps: [{...step, ...marked}]}, [leak], bench);
  const markOf = (check: string) => report?.failures.find((one) => one.check === check)?.mark;
  expect(marks).toEqual(['documented', 'assumed']);
  expect(markOf('criterion')).toBe('assumed');
  expect(markOf('erased')).toBe('documented');
});
