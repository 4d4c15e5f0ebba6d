import {expect, it} from 'vitest';
import {unmetBy} from './criterion.js';

const exchange = {
  request: {method: 'GET', path: '/', query: '', headers: {}},
  response: {status: 404, headers: {}, body: '{"data":{"state":"Open","list":[1]}}'},
};

it.each([
  ['$statusCode == 200', '', 'status 200', 'status 404'],
  ['$statusCode < 300', '', 'status < 300', 'status 404'],
  ["$response.body#/data/state == 'Closed'", '/data/state', "'Closed'", '"Open"'],
  ["$response.body#/data/name != 'Ada'", '/data/name', "not 'Ada'", 'nothing'],
])('tells %s by its place, what was expected, and what was there', (condition, pointer, expected, got) => {
  expect(unmetBy({name: '', passed: false, message: '', condition}, exchange)).toEqual({pointer, expected, got});
});

it('takes the place of a pattern from its context', () => {
  const message = 'Checking regex criteria: {"context":"$response.body#/data/state","condition":"^C"}';
  expect(unmetBy({name: '', passed: false, message, condition: '^C'}, exchange)).toEqual({
    pointer: '/data/state',
    expected: '^C',
    got: '"Open"',
  });
});

it('shows a body that is no JSON as the text it is, and cuts what is long', () => {
  const long = {...exchange, response: {status: 200, headers: {}, body: 'x'.repeat(500)}};
  expect(unmetBy({name: '', passed: false, message: '', condition: '$[?@.a]'}, long).got).toHaveLength(121);
});
