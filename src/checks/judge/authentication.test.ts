import {beforeAll, describe, expect, it} from 'vitest';
import type {RecordedExchange} from '../../traffic/exchange.js';
import {judgeRefusal} from './index.js';
import {altered, recorderOf, sampleOf, type Recorder} from './test-support.js';

describe.each(['dixa', 'opencx', 'symbl'] as const)('at %s', (name) => {
  it('every operation is found to refuse whoever is not known', async () => {
    const {vendor, call} = await recorderOf(name);
    for (const operation of vendor.operationList) {
      const {target, body} = sampleOf(vendor, operation);
      const missing = await call(operation.method, target, {body});
      expect(judgeRefusal(vendor, missing, 'missing'), operation.id).toEqual([]);
      const headers = {authorization: 'Bearer nobody-ever-issued-this', 'x-bot-token': 'nobody-ever-issued-this'};
      const wrong = await call(operation.method, target, {headers, body});
      expect(judgeRefusal(vendor, wrong, 'wrong'), operation.id).toEqual([]);
    }
  });

  it('every operation that asks for a credential and takes none is found', async () => {
    const {vendor, call} = await recorderOf(name);
    const found = new Set<string>();
    for (const operation of vendor.operationList) {
      const exchange = altered(await call(operation.method, sampleOf(vendor, operation).target), {status: 200});
      for (const one of judgeRefusal(vendor, exchange, 'missing')) {
        found.add(operation.id);
        expect(one).toMatchObject({check: 'authentication', pointer: '', got: '200'});
        expect(one.expected).toMatch(/^401( or 403)?( or 404)?$/);
        expect(one.schemaPath).toMatch(/\/responses\/401$/);
      }
    }
    expect([...found]).toEqual(vendor.operationList.filter(({secured}) => secured).map(({id}) => id));
  });
});

describe('a refusal', () => {
  let recorder: Recorder;
  let honest: RecordedExchange;
  const credential = 'nobody-ever-issued-this';
  beforeAll(async () => {
    recorder = await recorderOf('dixa');
    honest = await recorder.call('GET', '/v1/tags', {headers: {authorization: credential}});
  });
  const found = (change: Parameters<typeof altered>[1]) =>
    judgeRefusal(recorder.vendor, altered(honest, change), 'wrong');

  it('says which status was declared and whether the credential was missing or wrong', () => {
    expect(found({status: 500})).toMatchObject([{expected: '401 or 403', got: '500'}]);
    expect(found({status: 500})[0]?.message).toBe('A call of getTags with a wrong credential was answered with 500.');
  });

  it('must have the body that the document has for it', () => {
    expect(found({body: {message: 'Unauthorized', tags: []}})).toMatchObject([
      {check: 'authentication', pointer: '/tags', expected: 'no member "tags"'},
    ]);
    expect(found({body: undefined})).toMatchObject([{check: 'authentication', got: 'no body'}]);
  });

  it('must not repeat the credential, in its body or in a header', () => {
    expect(found({body: {message: `Unknown: ${credential}`}})).toMatchObject([
      {check: 'authentication', pointer: '', got: 'the credential of the request'},
    ]);
    expect(found({headers: {...honest.response.headers, 'x-asked': credential}})).toMatchObject([
      {check: 'authentication', pointer: 'header: x-asked'},
    ]);
    expect(JSON.stringify(found({body: {message: credential}}))).not.toContain(credential);
  });
});

it('a route that is only there with a switch may be unknown to whoever is not known, and no other', async () => {
  const {vendor, call} = await recorderOf('opencx');
  const sent = async (id: string) => {
    const operation = vendor.operationList.find((one) => one.id === id);
    if (operation === undefined) throw new Error(`There is no ${id}.`);
    return call(operation.method, sampleOf(vendor, operation).target);
  };
  const hidden = await sent('getContact');
  expect(hidden.response.status).toBe(404);
  expect(judgeRefusal(vendor, hidden, 'missing')).toEqual([]);
  const {response} = hidden;
  const shown = await sent('getChatSession');
  expect(judgeRefusal(vendor, {...shown, response}, 'missing')).toMatchObject([{expected: '401 or 403', got: '404'}]);
});
