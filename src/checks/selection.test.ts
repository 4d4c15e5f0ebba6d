import {expect, it} from 'vitest';
import {isChosen, isWanted, unknownWords} from './selection.js';

const workflow = {
  workflowId: 'erase',
  steps: [
    {stepId: 'credentials', workflowId: 'credentials'},
    {stepId: 'getTags', operationId: 'getTags', 'x-rules': ['DIXA-1']},
    {stepId: 'getQueues', operationId: 'getQueues'},
  ],
};

it.each([
  [[], [], true],
  [['erase'], [], true],
  [['getTags'], [], true],
  [['dixa-1'], [], true],
  [['getNothing'], [], false],
  [['erase'], ['getQueues'], false],
  [[], ['DIXA-1'], false],
])('with --only %j --skip %j a workflow is run: %s', (only, skip, expected) => {
  expect(isChosen(workflow, {only, skip})).toBe(expected);
});

it.each([
  [[], [], true],
  [['getTags'], [], true],
  [['getQueues'], [], false],
  [['every'], [], true],
  [[], ['getTags'], false],
  [['getTags'], ['every'], false],
])('with --only %j --skip %j a call by itself is made: %s', (only, skip, expected) => {
  expect(isWanted('every', 'getTags', {only, skip})).toBe(expected);
});

it('knows the words that name nothing', () => {
  const selection = {only: ['getTags', 'nothing'], skip: ['DIXA-1', 'DIXA-2', 'DIXA-3']};
  expect(unknownWords(selection, [workflow], new Set(['DIXA-2']))).toEqual(['nothing', 'DIXA-3']);
});
