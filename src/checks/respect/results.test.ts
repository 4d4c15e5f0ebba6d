import {describe, expect, it} from 'vitest';
import {executedSteps} from './results.js';

const base = 'http://127.0.0.1:4020/dixa';
const step = (stepId: string, statusCode: number, message = '') => ({
  type: 'step',
  workflowId: 'w',
  stepId: `w0-${stepId}`,
  response: {statusCode},
  checks: [{name: 'failed network request', passed: statusCode !== 0, message}],
  totalTimeMs: 3,
});
const nested = (...executedSteps: readonly object[]) => ({type: 'workflow', workflowId: 'w', executedSteps});
const entry = (path: string, text: string, status = 200) => ({
  request: {method: 'get', url: `${base}${path}`, headers: [{name: 'Accept', value: '*/*'}]},
  response: {status, headers: [{name: 'Content-Type', value: 'application/json'}], content: {text}},
});
const told = (steps: readonly object[], entries: readonly object[]) =>
  executedSteps(
    {
      json: JSON.stringify({files: {'a.json': {executedWorkflows: [nested(...steps)]}}}),
      har: JSON.stringify({log: {entries}}),
    },
    base,
  );

describe('what Respect tells of its steps', () => {
  it('is put together with what it recorded: repetitions by themselves, and what a step led to behind it', () => {
    const steps = told(
      [step('wait', 200), step('wait', 200), nested(step('after', 404))],
      [entry('/v1/a?x=1', '{"n":1}'), entry('/v1/a?x=1', '{"n":2}'), entry('/v1/b', '', 404)],
    );
    expect(steps.map(({stepId}) => stepId)).toEqual(['wait', 'wait', 'after']);
    expect(steps.map(({exchange}) => exchange?.response.body)).toEqual(['{"n":1}', '{"n":2}', undefined]);
    expect(steps[1]?.exchange?.request).toEqual({method: 'GET', path: '/v1/a', query: 'x=1', headers: {accept: '*/*'}});
    expect(steps[2]?.exchange?.response.status).toBe(404);
  });

  it('has no exchange where no answer came', () => {
    const steps = told([step('gone', 0, 'fetch failed'), step('after', 200)], [entry('/v1/b', '{}')]);
    expect(steps.map(({exchange}) => exchange?.request.path)).toEqual([undefined, '/v1/b']);
  });

  it('has the exchange of an answer that Respect could not read, and of no other', () => {
    const broken = '{"data":[';
    const steps = told(
      [step('gone', 0, 'fetch failed'), step('unread', 0, 'Unexpected end of JSON input'), step('after', 200)],
      [entry('/v1/a', broken), entry('/v1/b', '{}')],
    );
    expect(steps.map(({exchange}) => exchange?.response.body)).toEqual([undefined, broken, '{}']);
  });

  it.each([
    [[step('one', 200)], []],
    [[step('one', 200)], [entry('/v1/a', '{}'), entry('/v1/b', '{}')]],
    [[step('one', 0, 'fetch failed')], [entry('/v1/a', '{}')]],
  ])('is not believed when the record differs (%#)', (steps, entries) => {
    expect(() => told(steps, entries)).toThrow(/tells of \d answers and recorded \d\./);
  });
});
