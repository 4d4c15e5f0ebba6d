import {describe, expect, it} from 'vitest';
import type {JournalEntry} from '../../engine/index.js';
import type {Operation} from '../../openapi/index.js';
import {Expressions, maybeSame, textsIn} from './expressions.js';

const token = (digit: string, shape: string) => `tok_${digit.repeat(16)}(${shape})`;
const operation = {path: '/v1/notes/{noteId}/parts.{part}'} as Operation;
const expressions = new Expressions();
const entry = {
  request: {path: `/v1/notes/${token('1', 'a/a')}/parts.7`, query: {all: ['true']}, headers: {}, body: {a: [{b: 5}]}},
  response: {status: 200, body: {data: {id: 'x'}}},
} as unknown as JournalEntry;

describe('a runtime expression', () => {
  it.each([
    ['$request.path.noteId', token('1', 'a/a')],
    ['$request.path.part', '7'],
    ['$request.query.all', 'true'],
    ['$request.body#/a/0/b', 5],
    ['$response.body#/data/id', 'x'],
    ['$response.body#/data/name', undefined],
    ['$request.query.none', undefined],
  ])('%s is %j', (expression, value) => {
    expect(expressions.valueOf(expression, entry, operation)).toEqual(value);
  });

  it('is of a parameter of the path as it stands there, and of none where the path is another', () => {
    expect(expressions.pathOf(entry, operation)).toEqual([token('1', 'a/a'), '7']);
    const elsewhere = {...entry, request: {...entry.request, path: '/v1/other'}};
    expect(expressions.parametersOf(elsewhere, operation, ['noteId', 'all'])).toEqual([undefined, 'true']);
  });
});

describe('two values of a journal', () => {
  it.each([
    ['a number and its text', 10749, '10749', true],
    ['other numbers', 10749, '10748', false],
    ['a token and itself', token('1', 'a'), token('1', 'a'), true],
    ['two tokens', token('1', 'a'), token('2', 'a'), false],
    ['a token and what can be read', token('1', 'a'), 'x', true],
    ['what was not recorded', undefined, 'x', true],
  ])('may be the same: %s', (_, one, other, expected) => {
    expect([maybeSame(one, other), maybeSame(other, one)]).toEqual([expected, expected]);
  });
});

describe('the texts of a body', () => {
  it.each([
    ['stand anywhere in it', {items: [{id: 'one'}, {id: 2, of: null}], all: true}, ['one', '2', 'true']],
    ['are not known behind what was written down', {items: [{id: 'one'}, token('1', '["aaa"]')]}, undefined],
    ['are not known of members that were not written down', {[token('1', '["aaa"]')]: token('2', '[9]')}, undefined],
  ])('%s', (_, body, expected) => {
    expect(textsIn(body)).toEqual(expected && new Set(expected));
  });
});
