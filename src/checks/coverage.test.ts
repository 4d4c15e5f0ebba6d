import {describe, expect, it} from 'vitest';
import {dixa} from '../../mocks/dixa/index.js';
import {opencx} from '../../mocks/opencx/index.js';
import {symbl} from '../../mocks/symbl/index.js';
import {operationsOf, Router, type OpenApiDocument} from '../openapi/index.js';
import {coverageOf} from './coverage.js';
import type {RecordedExchange} from '../traffic/exchange.js';
import {callerOf, documentedExchanges, recorderOf, sampleOf} from './judge/test-support.js';

const json = {'application/json': {schema: {type: 'object'}}};
const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: {title: 'Parcels', version: '1'},
  paths: {
    '/parcels/{id}': {
      get: {
        operationId: 'getParcel',
        parameters: [
          {name: 'id', in: 'path', required: true, schema: {type: 'string'}},
          {name: 'full', in: 'query', schema: {type: 'boolean'}},
          {name: 'X-Trace', in: 'header', schema: {type: 'string'}},
        ],
        responses: {
          200: {description: 'Found', content: {...json, 'image/*': {}}},
          304: {description: 'The same'},
          404: {description: 'None', content: json},
          500: {description: 'Broken', content: json},
        },
      },
      put: {
        operationId: 'putParcel',
        parameters: [{name: 'id', in: 'path', required: true, schema: {type: 'string'}}],
        requestBody: {content: {...json, 'audio/wav': {}}},
        responses: {204: {description: 'Done'}, 401: {description: 'Who are you?', content: json}},
      },
    },
  },
};
const operationList = operationsOf(document);
const parcels = {operationList, router: new Router(operationList)};

function exchange(
  method: string,
  target: string,
  status: number,
  rest: {readonly sent?: string; readonly answered?: string; readonly headers?: Readonly<Record<string, string>>} = {},
): RecordedExchange {
  const {sent, answered, headers = {}} = rest;
  const [path = '', query = ''] = target.split('?');
  return {
    request: {
      ...{method, path, query, headers: {...headers, ...(sent && {'content-type': sent})}},
      ...(sent && {body: 'x'}),
    },
    response: {status, headers: answered ? {'content-type': answered} : {}, ...(answered && {body: '{}'})},
  };
}

const jsonType = 'application/json; charset=utf-8';

describe('the coverage of a run', () => {
  it('of nothing is nothing, and tells everything that is missing in the document’s order', () => {
    expect(coverageOf(parcels, [])).toEqual({
      operations: {covered: 0, total: 2, missing: ['getParcel', 'putParcel']},
      statuses: {
        ...{covered: 0, total: 6},
        missing: ['getParcel 200', 'getParcel 304', 'getParcel 404', 'getParcel 500', 'putParcel 204', 'putParcel 401'],
      },
      mediaTypes: {
        ...{covered: 0, total: 7},
        missing: [
          ...['getParcel 200 application/json', 'getParcel 200 image/*', 'getParcel 404 application/json'],
          ...['getParcel 500 application/json', 'putParcel request application/json', 'putParcel request audio/wav'],
          'putParcel 401 application/json',
        ],
      },
      parameters: {
        ...{covered: 0, total: 4},
        missing: ['getParcel path id', 'getParcel query full', 'getParcel header X-Trace', 'putParcel path id'],
      },
      refusals: {covered: 0, total: 3, missing: ['getParcel 404', 'getParcel 500', 'putParcel 401']},
      share: 0,
    });
  });

  it('counts what was answered and sent, once however often', () => {
    const one = exchange('GET', '/parcels/1?full=true', 200, {answered: jsonType, headers: {'x-trace': 'a'}});
    const {operations, statuses, mediaTypes, parameters, refusals, share} = coverageOf(parcels, [one, one]);
    expect(operations.missing).toEqual(['putParcel']);
    expect(statuses).toMatchObject({covered: 1, total: 6});
    expect(mediaTypes.missing).not.toContain('getParcel 200 application/json');
    expect(mediaTypes.missing).toContain('getParcel 200 image/*');
    expect(parameters.missing).toEqual(['putParcel path id']);
    expect(refusals.covered).toBe(0);
    expect(share).toBeCloseTo((1 + 1 + 1 + 3) / 22);
  });

  it('counts 2xx and 3xx as success of an operation, and a refusal as none', () => {
    expect(coverageOf(parcels, [exchange('GET', '/parcels/1', 304)]).operations.covered).toBe(1);
    const refused = coverageOf(parcels, [exchange('GET', '/parcels/1', 404, {answered: jsonType})]);
    expect(refused).toMatchObject({operations: {covered: 0}, refusals: {covered: 1}, statuses: {covered: 1}});
  });

  it('counts media types under the range that declares them', () => {
    const {mediaTypes} = coverageOf(parcels, [exchange('GET', '/parcels/1', 200, {answered: 'image/png'})]);
    expect(mediaTypes.missing).not.toContain('getParcel 200 image/*');
  });

  it('counts nothing that is not declared', () => {
    const {share} = coverageOf(parcels, [
      exchange('GET', '/parcels/1', 418, {answered: 'text/html', headers: {}}),
      exchange('DELETE', '/parcels/1', 200),
      exchange('GET', '/nothing', 200),
    ]);
    // The path's own parameter was sent all the same.
    expect(share).toBeCloseTo(1 / 22);
  });

  it('counts what was sent only where somebody looked at it', () => {
    const sent = {sent: 'application/json', answered: jsonType};
    const refused = coverageOf(parcels, [exchange('PUT', '/parcels/1', 401, sent)]);
    expect(refused).toMatchObject({statuses: {covered: 1}, parameters: {covered: 0}});
    expect(refused.mediaTypes.missing).toContain('putParcel request application/json');
    const taken = coverageOf(parcels, [exchange('PUT', '/parcels/1', 204, sent)]);
    expect(taken.parameters.missing).not.toContain('putParcel path id');
    expect(taken.mediaTypes.missing).not.toContain('putParcel request application/json');
    expect(taken.mediaTypes.missing).toContain('putParcel request audio/wav');
  });

  it.each([dixa, opencx, symbl])('is whole for $name when every declared status was answered', (vendor) => {
    const calls = documentedExchanges(vendor).map(([, one]) => one);
    const {statuses, refusals} = coverageOf(vendor, calls);
    // What has no JSON has no example either.
    const bodiless = vendor.operationList.flatMap(({id, responses}) =>
      [...responses.values()].filter(({schema}) => schema === undefined).map(({status}) => `${id} ${status}`),
    );
    expect(statuses.missing).toEqual(bodiless);
    expect(refusals.missing).toEqual([]);
  });

  it('of a real run has all shares within their totals', async () => {
    const recorder = await recorderOf('symbl');
    const headersOf = await callerOf(recorder);
    const exchanges: RecordedExchange[] = [];
    for (const operation of recorder.vendor.operationList) {
      const {target, body} = sampleOf(recorder.vendor, operation);
      exchanges.push(await recorder.call(operation.method, target, {headers: headersOf(operation), body}));
    }
    const {share, ...kinds} = coverageOf(recorder.vendor, exchanges);
    for (const {covered, total, missing} of Object.values(kinds)) expect(covered + missing.length).toBe(total);
    expect(kinds.operations.covered).toBeGreaterThan(10);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
  });
});
