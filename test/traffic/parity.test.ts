import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {callerOf, sampleOf, type Recorder as Caller} from '../../src/checks/judge/test-support.js';
import type {JournalEntry, Vendor} from '../../src/engine/index.js';
import {createStandin, type Standin} from '../../src/index.js';
import {vendorNames, type VendorName} from '../../src/registry.js';
import {entriesOf, readRecording} from '../../src/traffic/index.js';
import {exchangesOf, HarRecorder} from '../support/har.js';
import {comparable} from './comparable.js';

const json = {'content-type': 'application/json'};

describe.each(vendorNames)('the entries of a HAR of calls to %s', (name: VendorName) => {
  let standin: Standin;
  let vendor: Vendor;
  let recorder: HarRecorder;
  let call: (method: string, target: string, init?: RequestInit) => Promise<Response>;
  let headersOf: Awaited<ReturnType<typeof callerOf>>;

  beforeAll(async () => {
    standin = await createStandin({randomSeed: 1});
    const {url} = await standin.listen({port: 0});
    vendor = standin.vendors.find((one) => one.name === name) as Vendor;
    recorder = new HarRecorder();
    call = (method, target, init) => recorder.fetch(`${url}/${name}${target}`, {method, ...init});
    headersOf = await callerOf({
      env: standin.info.vendors[name]?.env ?? {},
      call: async (method, target, {headers = {}, body} = {}) => {
        await call(method, target, {headers: {...json, ...headers}, body: JSON.stringify(body)});
        const [last] = exchangesOf(recorder.har, `${url}/${name}`).slice(-1);
        return last as NonNullable<typeof last>;
      },
    } as Caller);
  });

  afterAll(() => standin.close());

  /** The calls so far, as the HAR and as the stand-in's own journal have them. Both begin anew. */
  async function both(): Promise<{read: readonly JournalEntry[]; journal: readonly JournalEntry[]}> {
    const {calls, leftOut} = readRecording(JSON.stringify(recorder.har), {vendors: standin.vendors});
    expect(leftOut).toEqual([]);
    const read = await entriesOf({calls}, standin.vendors);
    const journal = await standin.journal.entries();
    await standin.journal.clear();
    recorder = new HarRecorder();
    expect(read.map(comparable)).toEqual(journal.map(comparable));
    return {read, journal};
  }

  it('are those of the journal: every operation with its example', async () => {
    for (const operation of vendor.operationList) {
      const {target, body} = sampleOf(vendor, operation);
      const headers = {...headersOf(operation), ...(body !== undefined && json)};
      await call(operation.method, target, {headers, ...(body !== undefined && {body: JSON.stringify(body)})});
    }
    const {read} = await both();
    expect(read.length).toBeGreaterThanOrEqual(vendor.operationList.length);
  });

  it('are those of the journal: every operation without a credential, and with one that nobody issued', async () => {
    for (const operation of vendor.operationList) {
      const {target, body} = sampleOf(vendor, operation);
      const sent = {...(body !== undefined && {body: JSON.stringify(body)})};
      await call(operation.method, target, {headers: json, ...sent});
      await call(operation.method, target, {
        headers: {...json, authorization: 'Bearer nobody', 'x-api-key': 'no'},
        ...sent,
      });
    }
    const {read} = await both();
    expect(read.filter(({response}) => response.status === 401).length).toBeGreaterThan(1);
  });

  it('are those of the journal: parameters and bodies that the document does not have', async () => {
    const bodies = ['{"nonesuch": "Anna"}', '[]', '"Anna"', '7', '{"reason": 7, "force": true}', '{', ''];
    const types = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];
    for (const operation of vendor.operationList) {
      const {target} = sampleOf(vendor, operation);
      const headers = {...headersOf(operation), ...json, 'x-customer': 'Anna'};
      await call(operation.method, `${target}?nonesuch=Anna&limit=-1&limit=x&force=&exclude=%5B`, {headers});
      if (operation.method === 'GET') continue;
      for (const body of bodies) await call(operation.method, target, {headers, body});
      for (const type of types) {
        const sent = {headers: {...headers, 'content-type': type}, body: 'email=anna%40example.org'};
        await call(operation.method, target, sent);
      }
    }
    const {read} = await both();
    expect(read.filter(({findings}) => findings.length > 0).length).toBeGreaterThan(10);
  });

  it('are those of the journal: addresses that lead nowhere', async () => {
    const headers = headersOf(vendor.operationList[0] as Vendor['operationList'][number]);
    const [first = ''] = vendor.operationList.map((operation) => sampleOf(vendor, operation).target);
    const targets = [
      '',
      '/',
      '/nonesuch/anna@example.org',
      '/v1/conversation/10749',
      `${first}/`,
      `/${first}`,
      '/v1/%zz',
    ];
    for (const target of targets) await call('GET', target, {headers});
    for (const method of ['PUT', 'DELETE', 'POST']) await call(method, first, {headers});
    await call('GET', `${first}?name=%zz`, {headers});
    await call('GET', `${first}?name=${'x'.repeat(9000)}`, {headers});
    const {read} = await both();
    expect(read.filter(({nearest}) => nearest !== undefined)).not.toEqual([]);
  });

  it('are those of the journal: forms and files', async () => {
    for (const operation of vendor.operationList.filter(({body}) => body !== undefined && body.form !== 'json')) {
      const {target} = sampleOf(vendor, operation);
      const form = new FormData();
      form.append('file', new Blob(['a file of Anna’s'], {type: 'text/plain'}), 'anna.txt');
      await call(operation.method, target, {headers: headersOf(operation), body: form});
      const headers = {...headersOf(operation), 'content-type': 'application/octet-stream'};
      await call(operation.method, target, {headers, body: 'bytes'});
    }
    await both();
  });

  it('are those of the journal: what was injected by a header, and what was preferred', async () => {
    const [operation] = vendor.operationList.filter(({secured, body}) => secured && body !== undefined);
    const {target} = sampleOf(vendor, operation!);
    const headers = {...headersOf(operation!), ...json};
    const sent = {body: '{"nonesuch": "Anna"}'};
    for (const [header, value] of [
      ['x-standin-fault', '500'],
      ['x-standin-fault', '429'],
      ['prefer', 'code=401'],
    ] as const)
      await call(operation!.method, target, {headers: {...headers, [header]: value}, ...sent});
    const {read} = await both();
    expect(read.slice(0, 2).map(({fault}) => fault)).toEqual(['500', '429']);
  });
});
