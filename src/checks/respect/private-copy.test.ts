import {expect, it} from 'vitest';
import type {ArazzoDocument} from '../contracts/arazzo.js';
import {nameInContract, privateCopy} from './private-copy.js';

const document: ArazzoDocument = {
  arazzo: '1.0.1',
  info: {title: 'A test', version: '1'},
  sourceDescriptions: [{name: 'dixa', type: 'openapi', url: '../../specs/dixa/openapi.yaml'}],
  components: {
    inputs: {
      caller: {
        type: 'object',
        properties: {DIXA_API_KEY: {type: 'string', format: 'password'}, canaryName: {type: 'string', default: 'Ada'}},
      },
    },
    parameters: {key: {name: 'Authorization', in: 'header', value: '$steps.open.outputs.key'}},
  },
  workflows: [
    {
      workflowId: 'first',
      inputs: {$ref: '#/components/inputs/caller'},
      steps: [
        {stepId: 'open', operationId: 'open', outputs: {key: '$response.body#/key'}},
        {
          stepId: 'read',
          operationId: 'read',
          parameters: [{reference: '$components.parameters.key', value: '{$steps.open.outputs.key}!'}],
          onFailure: [
            {name: 'wait', type: 'retry', retryAfter: 2, retryLimit: 30},
            {name: 'next', type: 'goto', stepId: 'open'},
          ],
        },
      ],
    },
    {workflowId: 'second', steps: [{stepId: 'open', operationId: 'open'}]},
    {workflowId: 'third', steps: [{stepId: 'open', operationId: 'open'}]},
  ],
};

const copyWith = (change: Partial<Parameters<typeof privateCopy>[1]> = {}) =>
  privateCopy([document], {
    workflows: new Set(['first', 'third']),
    people: (workflow, input) => (input.startsWith('canary') ? `${input} of ${workflow}` : undefined),
    wait: undefined,
    bail: false,
    ...change,
  });

it('has the workflows that are run, each with people of its own', () => {
  const {workflows} = copyWith();
  expect(workflows.map(({workflowId}) => workflowId)).toEqual(['first', 'third']);
  expect(workflows[0]?.inputs).toMatchObject({
    properties: {DIXA_API_KEY: {format: 'password'}, canaryName: {default: 'canaryName of first'}},
  });
});

it('has no two steps of one name, and follows the names wherever they are meant', () => {
  const [first, third] = copyWith().workflows;
  expect(first?.steps.map(({stepId}) => stepId)).toEqual(['w0-open', 'w0-read']);
  expect(third?.steps.map(({stepId}) => stepId)).toEqual(['w1-open']);
  expect(first?.steps[1]?.onFailure?.[1]?.stepId).toBe('w0-open');
  expect(nameInContract('w12-read')).toBe('read');
});

it('has components where they are named; what stands beside a reference goes before', () => {
  expect(copyWith().workflows[0]?.steps[1]?.parameters).toEqual([
    {name: 'Authorization', in: 'header', value: '{$steps.w0-open.outputs.key}!'},
  ]);
});

it('waits without waiting where that costs nothing, and as long as there is time elsewhere', () => {
  const waitOf = (wait: number | undefined) => copyWith({wait}).workflows[0]?.steps[1]?.onFailure?.[0];
  expect(waitOf(undefined)).toMatchObject({retryAfter: 0, retryLimit: 30});
  expect(waitOf(0)).toMatchObject({type: 'goto'});
  expect(waitOf(7)).toMatchObject({retryAfter: 2, retryLimit: 4});
  expect(waitOf(0.1)).toMatchObject({retryLimit: 1});
});

it('ends at the first failure with bail, but still waits', () => {
  expect(copyWith({bail: true}).workflows[0]?.steps[1]?.onFailure?.map(({type}) => type)).toEqual(['retry']);
});

it('leaves the contract as it was', () => {
  const before = JSON.stringify(document);
  copyWith();
  expect(JSON.stringify(document)).toBe(before);
});
