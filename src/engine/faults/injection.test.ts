import {beforeEach, describe, expect, it} from 'vitest';
import {tinyToken, tinyVendor} from '../../../test/support/tiny-vendor.js';
import {VendorClient, type CallOptions} from '../../../test/support/vendor-client.js';

let client: VendorClient;

beforeEach(() => {
  client = new VendorClient(tinyVendor(), {authorization: `Bearer ${tinyToken('admin')}`});
});

const remove = (options?: CallOptions) => client.call('DELETE', '/v1/notes/seeded', options);
const create = (options?: CallOptions) => client.call('POST', '/v1/notes', {body: {text: 'Bread'}, ...options});
const isThere = async () => (await client.call('GET', '/v1/notes/seeded')).status === 200;
const lastEntry = async (sandbox?: string) => (await client.journal(sandbox)).at(-1);

describe('a fault before the work', () => {
  it('answers in place of the vendor, and nothing is done', async () => {
    await client.fault({fault: '500', times: 1});
    expect(await remove()).toMatchObject({status: 500, body: {message: 'Injected at removeNote'}, wire: {}});
    expect(await isThere()).toBe(true);
  });

  it('comes before everything the vendor does, whoever calls', async () => {
    await client.fault({fault: '429'});
    for (const [method, path] of [
      ['DELETE', '/v1/notes/seeded'],
      ['GET', '/ping'],
      ['GET', '/nothing'],
    ] as const) {
      const answer = await client.call(method, path, {authorization: null});
      expect(answer).toMatchObject({status: 429, headers: {'Retry-After': '9'}});
    }
  });

  it('leaves ids and counters where they were', async () => {
    const other = new VendorClient(tinyVendor(), {authorization: client.authorization ?? ''});
    await client.fault({fault: 'empty', times: 1});
    await create();
    expect((await create()).body).toEqual((await other.call('POST', '/v1/notes', {body: {text: 'Bread'}})).body);
  });

  it('of the wire leaves no answer at all', async () => {
    await client.fault({fault: 'reset', times: 1});
    expect(await remove()).toMatchObject({status: 0, text: '', wire: {broken: 'reset'}});
    expect(await isThere()).toBe(true);
  });
});

describe('a fault after the work', () => {
  it('keeps from the caller that it was done', async () => {
    await client.fault({fault: 'timeout', times: 1});
    expect(await remove()).toMatchObject({status: 204, wire: {delay: 30_000, broken: 'empty'}});
    expect(await isThere()).toBe(false);
  });

  it('may be a refusal of what was done', async () => {
    await client.fault({fault: '500', when: 'after', times: 1});
    expect(await remove()).toMatchObject({status: 500, body: {message: 'Injected at removeNote'}});
    expect(await isThere()).toBe(false);
  });

  it('spoils the vendor’s own refusals as well', async () => {
    await client.fault({fault: 'truncate'});
    expect(await remove({authorization: null})).toMatchObject({status: 401, wire: {broken: 'truncate'}});
  });

  it.each([
    [{fault: 'drip', over: 'PT3S'}, {over: 3000}, {delay: 3000}],
    [{fault: 'drip', over: 'PT3S', delay: 'PT1S'}, {over: 3000, delay: 1000}, {delay: 4000}],
    [{fault: 'truncate'}, {broken: 'truncate'}, {broken: 'empty'}],
    [{fault: 'delay', delay: 'PT1S'}, {delay: 1000}, {delay: 1000}],
    [{fault: 'reset', when: 'after'} as const, {broken: 'reset'}, {broken: 'reset'}],
  ])('%j needs a body to spoil: %j with one, %j without', async (fault, withBody, without) => {
    await client.fault(fault);
    expect((await create()).wire).toEqual(withBody);
    expect((await remove()).wire).toEqual(without);
  });
});

describe('the journal', () => {
  it('names the fault and the operation, and what was asked for, though nobody looked at it', async () => {
    await client.fault({fault: '429', times: 1});
    await create({body: {text: 'Milk', author: '5a556159-9c21-4f3e-a44f-d323deb80d16'}});
    expect(await lastEntry()).toMatchObject({
      operation: 'createNote',
      fault: '429',
      request: {path: '/v1/notes', body: {author: '5a556159-9c21-4f3e-a44f-d323deb80d16'}},
      response: {status: 429},
      violations: [],
    });
    expect(JSON.stringify(await client.journal())).not.toContain('Milk');
  });

  it('tells of a broken connection what the vendor answered, and 0 when it was not asked', async () => {
    await client.fault({fault: 'timeout', times: 1}, {fault: 'empty', times: 1});
    await remove();
    expect(await lastEntry()).toMatchObject({fault: 'timeout', response: {status: 204}});
    await remove();
    expect(await lastEntry()).toMatchObject({fault: 'empty', response: {status: 0}});
    await remove();
    expect(await lastEntry()).not.toHaveProperty('fault');
  });

  it('tells which faults a call’s own headers asked for, in clear where they can be read', async () => {
    await remove({headers: {'x-standin-fault': '429;times=1', prefer: 'wait=1'}});
    expect(await lastEntry()).toMatchObject({
      fault: '429',
      request: {headers: {'x-standin-fault': '429;times=1', prefer: 'wait=1'}},
    });
    await remove({headers: {'x-standin-fault': 'Anna Example', prefer: 'example=Anna'}});
    expect(JSON.stringify(await lastEntry())).not.toContain('Anna');
    expect(await lastEntry()).toMatchObject({fault: 'refused', response: {status: 400}});
  });

  it('has no fault of preflights, which never reach the vendor', async () => {
    await client.fault({fault: '500'});
    const request = {method: 'OPTIONS', target: '/ping', headers: {}, body: undefined, origin: ''};
    const address = {kind: 'vendor', vendor: client.vendor, sandbox: 'default', target: '/ping', prefix: ''} as const;
    await client.engine.recordPreflight(request, address);
    expect(await lastEntry()).toMatchObject({kind: 'preflight', response: {status: 204}});
    expect((await client.engine.sandbox('default')).faults.list()).toMatchObject([{hits: 0}]);
  });
});

describe('the header x-standin-fault', () => {
  it('lets that call fail, and a retry with the same header succeed', async () => {
    const headers = {'x-standin-fault': '429;times=1'};
    expect((await remove({headers})).status).toBe(429);
    expect((await remove({headers})).status).toBe(204);
  });

  it('that asks for what there is not is refused by the stand-in before the vendor does anything', async () => {
    const answer = await remove({headers: {'x-standin-fault': '409'}});
    expect(answer).toMatchObject({
      status: 400,
      headers: {'Content-Type': 'application/problem+json'},
      body: {
        type: 'about:blank',
        title: 'Bad Request',
        status: 400,
        detail: 'Tiny has no words for 409 at removeNote: use 404, 429 or 500.',
      },
    });
    expect(await lastEntry()).toMatchObject({fault: 'refused', operation: 'removeNote'});
    expect(await isThere()).toBe(true);
  });
});

describe('the header Prefer', () => {
  it('has an answer wait, and says so', async () => {
    const answer = await remove({headers: {prefer: 'wait=2'}});
    expect(answer).toMatchObject({status: 204, headers: {'Preference-Applied': 'wait=2'}, wire: {delay: 2000}});
    expect(await isThere()).toBe(false);
    expect((await client.journal())[0]).toMatchObject({fault: 'delay', response: {status: 204}});
  });

  it('adds to the delay of a fault', async () => {
    await client.fault({fault: '500', delay: 'PT1S'});
    const answer = await remove({headers: {prefer: 'wait=2, code=404'}});
    expect(answer).toMatchObject({status: 500, headers: {'Preference-Applied': 'wait=2'}, wire: {delay: 3000}});
  });

  it('chooses an answer in the vendor’s words where the document has no example', async () => {
    const answer = await remove({headers: {prefer: 'code=404'}});
    expect(answer).toMatchObject({
      status: 404,
      body: {message: 'Injected at removeNote'},
      headers: {'Content-Type': 'application/json; charset=utf-8', 'Preference-Applied': 'code=404'},
    });
    expect(await isThere()).toBe(true);
  });

  it('chooses an answer without a body where the document declares none', async () => {
    const answer = await remove({headers: {prefer: 'wait=1, code=204'}});
    expect(answer).toMatchObject({status: 204, headers: {'Preference-Applied': 'wait=1, code=204'}});
    expect(await isThere()).toBe(true);
    expect((await client.journal())[0]).toMatchObject({fault: '204', operation: 'removeNote', violations: []});
  });

  it.each([
    ['code=418', 'The document of Tiny declares no 418 for createNote: prefer one of 201, 400, 401, 403, 404.'],
    ['code=201', 'The document of Tiny has no example of 201 for createNote: prefer another code.'],
    [
      'code=404, example=first',
      'The document of Tiny has no such example of 404 for createNote: there is none: leave "example" out.',
    ],
  ])('%s cannot be done: %s', async (prefer, detail) => {
    const answer = await create({headers: {prefer}});
    expect(answer).toMatchObject({
      status: 404,
      headers: {'Content-Type': 'application/problem+json'},
      body: {status: 404, detail},
    });
    expect(answer.headers).not.toHaveProperty('Preference-Applied');
    expect(await lastEntry()).toMatchObject({fault: 'refused'});
  });

  it('cannot be read when its code is no status', async () => {
    expect(await remove({headers: {prefer: 'code=many'}})).toMatchObject({status: 422, body: {status: 422}});
    expect(await isThere()).toBe(true);
  });

  it('is asked behind the credential and the form of the request', async () => {
    const headers = {prefer: 'code=404'};
    expect((await remove({headers, authorization: null})).status).toBe(401);
    expect((await create({headers, body: {surplus: true}})).status).toBe(400);
    expect((await client.call('GET', '/nothing', {headers})).body).toEqual({message: 'unknown-route'});
  });

  it('is passed over where it asks for something else', async () => {
    const answer = await remove({headers: {prefer: 'return=minimal, respond-async'}});
    expect(answer).toMatchObject({status: 204, headers: {}});
    expect(await lastEntry()).not.toHaveProperty('fault');
  });
});

describe('faults', () => {
  it('are each sandbox’s own, those of headers too', async () => {
    await client.fault({fault: '500'});
    const headers = {'x-standin-fault': '429;times=1'};
    expect((await remove({sandbox: 'blue', headers})).status).toBe(429);
    expect((await remove({sandbox: 'red', headers})).status).toBe(429);
    expect((await remove({sandbox: 'blue', headers})).status).toBe(204);
    expect((await remove()).status).toBe(500);
  });

  it('are gone with a reset, and hit the same calls when they are set anew', async () => {
    const statuses = async () => {
      await client.fault({fault: '500', probability: 0.5});
      const answers = [];
      for (let count = 0; count < 20; count += 1) answers.push((await client.call('GET', '/ping')).status);
      await client.engine.sandboxes.reset('default');
      return answers;
    };
    const first = await statuses();
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await isThere()).toBe(true);
    expect(await statuses()).toEqual(first);
  });

  it('do not hit what is hidden as the operation that it hides', async () => {
    const hidden = new VendorClient(tinyVendor({hides: ({id}) => id === 'getPing'}));
    await hidden.fault({fault: '404', operation: 'getPing'});
    expect((await hidden.call('GET', '/ping')).body).toEqual({message: 'unknown-route'});
  });
});
