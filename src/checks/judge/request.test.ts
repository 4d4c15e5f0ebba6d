import {beforeAll, describe, expect, it} from 'vitest';
import {resolve} from '../../openapi/index.js';
import {judgeRequest} from './index.js';
import {callerOf, recorderOf, sampleOf, type Recorder} from './test-support.js';

let symbl: Recorder;
let dixa: Recorder;
beforeAll(async () => {
  [symbl, dixa] = await Promise.all([recorderOf('symbl'), recorderOf('dixa')]);
});

const request = (method: string, target: string, rest: {headers?: Record<string, string>; body?: string} = {}) => {
  const [path = '', query = ''] = target.split('?');
  const {headers = {}, body} = rest;
  const response = {status: 200, headers: {}};
  return {request: {method, path, query, headers, ...(body !== undefined && {body})}, response};
};
const json = {'content-type': 'application/json'};

describe('a request', () => {
  it.each(['dixa', 'opencx', 'symbl'] as const)('that was answered with success is well formed: %s', async (name) => {
    const recorder = await recorderOf(name);
    const {vendor, call} = recorder;
    const headersOf = await callerOf(recorder);
    let judged = 0;
    for (const operation of vendor.operationList) {
      const {target, body} = sampleOf(vendor, operation);
      const exchange = await call(operation.method, target, {headers: headersOf(operation), body});
      if (exchange.response.status >= 300) continue;
      judged += 1;
      expect(await judgeRequest(vendor, exchange)).toEqual({operation: operation.id, findings: []});
    }
    expect(judged).toBeGreaterThan(5);
  });

  it('is well formed or not by what is inside a JSON value in its query', async () => {
    const messages = '/v1/conversations/5815170693595136/messages?redact=true&exclude=';
    const judged = async (exclude: string) => judgeRequest(symbl.vendor, request('GET', messages + exclude));
    expect((await judged('%5B%22PERSON_NAME%22%5D')).findings).toEqual([]);
    const {operation, findings} = await judged('%5B%22PERSON_NAME%22');
    expect(operation).toBe('getMessagesByConversationId');
    expect(findings).toMatchObject([{location: 'query', path: '/exclude', keyword: 'type'}]);
    expect(resolve(symbl.vendor.document, findings[0]?.schemaPath ?? '').value).toBe('array');
  });

  it('is judged in path, query and body together', async () => {
    const target = '/v1/conversations/many/anonymize?force=perhaps';
    const {findings} = await judgeRequest(dixa.vendor, request('PATCH', target));
    expect(findings.map(({location, path}) => location + path)).toEqual(['path/conversationId', 'query/force']);
    const body = await judgeRequest(dixa.vendor, request('POST', '/v1/tags', {headers: json, body: '{"name":7}'}));
    expect(body).toMatchObject({findings: [{location: 'body', path: '/name', keyword: 'type'}]});
  });

  it.each([
    ['of a body that is no JSON', {headers: json, body: '{'}, 'json'],
    ['of a body of another type', {headers: {'content-type': 'text/plain'}, body: 'x'}, 'type'],
    ['of no body', {}, 'required'],
  ])('is told %s', async (_, rest, keyword) => {
    const {operation, findings} = await judgeRequest(dixa.vendor, request('POST', '/v1/tags', rest));
    expect(operation).toBeDefined();
    expect(findings).toMatchObject([{location: 'body', keyword}]);
  });

  it.each([
    ['of an unknown path', request('GET', '/v1/nothing'), 'paths'],
    ['of a version that there is not', request('GET', '/v7/tags'), 'paths'],
    ['of a method that the path does not take', request('DELETE', '/v1/tags'), 'paths'],
    ['of a path that does not decode', request('GET', '/v1/%'), 'encoding'],
  ])('leads to no operation because %s', async (_, exchange, keyword) => {
    const judged = await judgeRequest(dixa.vendor, exchange);
    expect(judged.operation).toBeUndefined();
    expect(judged.findings).toMatchObject([{location: 'path', keyword}]);
  });

  it('of a query that does not decode has its operation and one finding', async () => {
    const judged = await judgeRequest(dixa.vendor, request('GET', '/v1/search/conversations?query=%'));
    expect(judged).toMatchObject({operation: 'getSearchConversations', findings: [{keyword: 'encoding'}]});
    expect(judged.findings).toHaveLength(1);
  });
});
