import {describe, expect, it} from 'vitest';
import {compileJsonPath} from './json-path.js';

const entry = {request: {method: 'PATCH', body: {force: true, list: [{id: 1}, {id: 2}]}}, response: {status: 409}};

const selects = async (expression: string, value: unknown = entry) => (await compileJsonPath(expression))(value);

describe('a JSONPath expression', () => {
  it.each([
    ['$.request.body.force', true],
    ['$.request.body.reason', false],
    ['$[?@.status == 409]', true],
    ['$[?@.status == 404]', false],
    ['$.request.body.list[?@.id > 1]', true],
    ['$..id', true],
    ['$[?count(@.body.list[*]) == 2]', true],
    ['$[?length(@.method) == 5]', true],
    ['$', true],
  ])('%s selects something: %j', async (expression, expected) => {
    expect(await selects(expression)).toBe(expected);
  });

  it('reads values that cannot be changed', async () => {
    expect(await selects('$.a[?@.b == 1]', Object.freeze({a: Object.freeze([Object.freeze({b: 1})])}))).toBe(true);
  });

  it.each([
    ['request.body', /expected '\$'.* at character 1\./],
    ['$.a[', /at character 5\./],
    ['$[?@.a ==]', /at character 10\./],
    ['$[?match(@.path, "(a+)+")]', /no such function 'match', at character 4\./],
    ['$[?search(@.path, "a")]', /no such function 'search'/],
    ['', /at character 1\./],
    [`$${'.a'.repeat(300)}`, 'Write a JSONPath expression of at most 500 characters.'],
  ])('%s is refused with the place where it stops being one', async (expression, told) => {
    await expect(compileJsonPath(expression)).rejects.toThrow(told);
    await expect(compileJsonPath(expression)).rejects.toThrow(RangeError);
  });

  it('ends when it would look for ever', async () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 60; depth += 1) deep = [deep, {a: 1}];
    await expect(selects('$..[?count($..[?count($..*) > 1]) > 1e9]', {deep})).rejects.toThrow(/looks at too much/);
    await expect(selects('$..*..*..*..*..*..zz', {deep})).rejects.toThrow(RangeError);
  });
});
