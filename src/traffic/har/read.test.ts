import {beforeAll, describe, expect, it} from 'vitest';
import type {Vendor} from '../../engine/index.js';
import {vendorsNamed} from '../../registry.js';
import {entriesOf, readRecording, type RecordedCall, type Recording} from '../index.js';

let vendors: readonly Vendor[];
beforeAll(async () => {
  vendors = await vendorsNamed();
});

type Loose = Readonly<Record<string, unknown>>;

const har = (entries: readonly unknown[], creator: unknown = {name: 'mitmproxy', version: '11'}) =>
  readRecording(JSON.stringify({log: {version: '1.2', creator, entries}}), {vendors});

/** An entry as short as can be. */
const entry = (url: string, request: Loose = {}, rest: Loose = {}) => ({
  startedDateTime: '2026-01-05T09:00:00.000Z',
  request: {method: 'GET', url, ...request},
  response: {status: 200},
  ...rest,
});

const dixa = 'https://dev.dixa.io';
const conversation = `${dixa}/v1/conversations/10749`;

function only({calls, leftOut}: Recording): RecordedCall {
  expect(leftOut).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0] as RecordedCall;
}

const why = ({calls, leftOut}: Recording) => {
  expect(calls).toEqual([]);
  return leftOut.map((one) => [one.pointer, one.why].join(': '));
};

describe('whom a call was for', () => {
  it.each([
    ['the vendor’s host', conversation, 'dixa', 'default'],
    [
      'its host in any case, with its final dot, another port and plain HTTP',
      'http://DEV.dixa.io.:8080/v1/x',
      'dixa',
      'default',
    ],
    ['a stand-in’s path', 'http://127.0.0.1:4020/dixa/v1/conversations/10749', 'dixa', 'default'],
    ['a stand-in’s path in a sandbox', 'http://standin.example/s/blue/symbl/v1/job/1', 'symbl', 'blue'],
    ['somebody with a name and a password', 'https://anna:secret@api.open.cx/chat/sessions', 'opencx', 'default'],
  ])('is told by %s', (_, url, vendor, sandbox) => {
    expect(only(har([entry(url)]))).toMatchObject({vendor, sandbox});
  });

  it('is told by the header that names a sandbox, when one vendor alone has such an operation', () => {
    const headers = [{name: 'X-Standin-Sandbox', value: 'blue'}];
    const url = 'http://127.0.0.1:4021/beta/conversations/10749/anonymize';
    const call = only(har([entry(url, {method: 'PATCH', headers})]));
    expect(call).toMatchObject({vendor: 'dixa', sandbox: 'blue'});
  });

  it('is the vendor’s own path and query, as they were sent', () => {
    const url = 'http://127.0.0.1:4020/s/blue/dixa/v1/conversations/10749?x=a%20b&y=%zz#top';
    expect(only(har([entry(url)])).exchange.request).toMatchObject({
      path: '/v1/conversations/10749',
      query: 'x=a%20b&y=%zz',
    });
    expect(only(har([entry(dixa)])).exchange.request).toMatchObject({path: '/', query: ''});
  });

  it('is nobody: such calls are left out, each with a reason that shows nothing of it', () => {
    const socket = {_resourceType: 'websocket'};
    const asked = har([
      entry('https://shop.example/anna@example.org'),
      entry('data:text/plain,Anna'),
      entry('http://127.0.0.1:4020/_standin/journal'),
      entry('http://127.0.0.1:4020/dixa/v1/x', {headers: [{name: 'x-standin-sandbox', value: 'an na'}]}),
      entry('wss://api.symbl.ai/v1/realtime/insights/1'),
      entry('https://api.symbl.ai/v1/realtime/insights/1', {}, socket),
      entry(conversation, {method: 'OPTIONS'}),
      entry(conversation, {}, {response: {status: 0, _error: 'net::ERR_BLOCKED_BY_CLIENT'}}),
      entry(conversation, {}, {response: undefined}),
      {response: {status: 200}},
      'Anna',
    ]);
    expect(why(asked)).toEqual([
      '/log/entries/0: The call is to none of the vendors.',
      '/log/entries/1: The call has no absolute address of HTTP.',
      '/log/entries/2: The call is to the stand-in itself, not to a vendor.',
      '/log/entries/3: The call names a sandbox that there cannot be.',
      '/log/entries/4: The call opens a WebSocket, which no document describes.',
      '/log/entries/5: The call opens a WebSocket, which no document describes.',
      '/log/entries/6: The call is a browser’s question whether a page may call.',
      '/log/entries/7: The call has no answer: it was blocked, cancelled or broken off.',
      '/log/entries/8: The call has no answer: it was blocked, cancelled or broken off.',
      '/log/entries/9: The entry has no request.',
      '/log/entries/10: The entry has no request.',
    ]);
  });

  it('is nobody for a page’s other calls, even when one vendor alone is asked about', () => {
    const text = JSON.stringify({log: {entries: [entry('https://shop.example/v1/conversations/10749')]}});
    const alone = vendors.filter(({name}) => name === 'dixa');
    expect(why(readRecording(text, {vendors: alone}))).toEqual(['/log/entries/0: The call is to none of the vendors.']);
  });
});

describe('what recorders write', () => {
  it('Chrome: pseudo headers of HTTP/2, a body with its type, an answer in base64', () => {
    const chrome = {
      _initiator: {type: 'script'},
      _priority: 'High',
      _resourceType: 'fetch',
      cache: {},
      startedDateTime: '2026-01-05T10:00:00.000+01:00',
      request: {
        method: 'POST',
        url: 'https://api.open.cx/redaction/session',
        httpVersion: 'http/2.0',
        headers: [
          {name: ':authority', value: 'api.open.cx'},
          {name: ':method', value: 'POST'},
          {name: 'Accept', value: 'application/json'},
          {name: 'accept', value: 'text/plain'},
          {name: 'content-type', value: 'application/json'},
        ],
        queryString: [],
        postData: {mimeType: 'application/json', text: '{"reason":"é"}'},
      },
      response: {
        status: 200,
        headers: [{name: 'Content-Type', value: 'application/json'}],
        content: {size: 10, text: Buffer.from('{"a":"é"}').toString('base64'), encoding: 'base64'},
      },
    };
    const {exchange, at, hasCredentials} = only(har([chrome], {name: 'WebInspector', version: '537.36'}));
    expect(exchange).toEqual({
      request: {
        method: 'POST',
        path: '/redaction/session',
        query: '',
        headers: {accept: 'application/json, text/plain', 'content-type': 'application/json'},
        body: '{"reason":"é"}',
      },
      response: {status: 200, headers: {'content-type': 'application/json'}, body: '{"a":"é"}'},
    });
    expect([at, hasCredentials]).toEqual([Date.parse('2026-01-05T09:00:00Z'), false]);
  });

  it('browsers leave credentials out, unless one is there: then they were kept', () => {
    const withKey = entry(conversation, {headers: [{name: 'Authorization', value: 'key'}]});
    const other = entry('https://api.open.cx/chat/sessions');
    const credentials = (creator: string, ...entries: readonly unknown[]) =>
      har(entries, {name: creator}).calls.map(({hasCredentials}) => hasCredentials);
    for (const browser of ['WebInspector', 'Firefox', 'WebKit Web Inspector'])
      expect(credentials(browser, entry(conversation), other)).toEqual([false, false]);
    expect(credentials('WebInspector', entry(conversation), withKey, other)).toEqual([true, true, false]);
    for (const tool of ['mitmproxy', 'Playwright', 'Charles Proxy', 'standin'])
      expect(credentials(tool, entry(conversation))).toEqual([true]);
  });

  it('a file with the mark of UTF-8, with comments and members of its own', () => {
    const log = {
      version: '1.2',
      comment: 'mine',
      _own: 1,
      pages: [],
      entries: [{...entry(conversation), comment: 'mine'}],
    };
    const text = `\uFEFF${JSON.stringify({log})}`;
    expect(only(readRecording(text, {vendors})).vendor).toBe('dixa');
  });

  it('a query that stands beside the address', () => {
    const queryString = [
      {name: 'force', value: 'true'},
      {name: 'a b', value: 'c&d'},
    ];
    expect(only(har([entry(conversation, {queryString})])).exchange.request.query).toBe('force=true&a+b=c%26d');
    expect(only(har([entry(`${conversation}?x=1`, {queryString})])).exchange.request.query).toBe('x=1');
  });

  it('forms as parameters: one of an address is put together, one with files is lost', () => {
    const form = (mimeType: string) => {
      const postData = {
        mimeType,
        params: [
          {name: 'a', value: '1 2'},
          {name: 'b', value: 'é'},
        ],
      };
      return only(har([entry('https://api.symbl.ai/v1/process/audio', {method: 'POST', postData})]));
    };
    expect(form('application/x-www-form-urlencoded; charset=utf-8')).toMatchObject({
      exchange: {request: {body: 'a=1+2&b=%C3%A9'}},
    });
    const lost = form('multipart/form-data; boundary=x');
    expect([lost.lacksBody, lost.exchange.request.body]).toEqual([true, undefined]);
  });

  it.each([
    ['its size', {bodySize: 12}],
    ['its length', {headers: [{name: 'Content-Length', value: '12'}]}],
    ['a file beside the HAR', {bodySize: -1, postData: {mimeType: 'application/json', _file: 'a.json', text: ''}}],
  ])('a body that was not kept is told by %s, and the judge does not miss it', async (_, request) => {
    const sent = {method: 'POST', ...request};
    const lost = har([entry('https://api.open.cx/redaction/session', sent)]);
    expect(only(lost).lacksBody).toBe(true);
    expect((await entriesOf(lost, vendors)).map(({findings}) => findings)).toEqual([[]]);
    const without = har([entry('https://api.open.cx/redaction/session', {method: 'POST', bodySize: 0})]);
    expect(only(without).lacksBody).toBeUndefined();
    expect((await entriesOf(without, vendors))[0]?.findings).toMatchObject([{location: 'body', keyword: 'required'}]);
  });

  it('bytes that are no text are one letter each', () => {
    const content = {text: Buffer.from([0xff, 0x00, 0x41]).toString('base64'), encoding: 'base64'};
    const {response} = only(har([entry(conversation, {}, {response: {status: 200, content}})])).exchange;
    expect(response.body).toBe('\u00ff\u0000A');
  });

  it('calls in the order in which they ended, or without a time: they are read in the order of their time', () => {
    const timed = (path: string, startedDateTime?: string) => ({...entry(`${dixa}${path}`), startedDateTime});
    const {calls, isOrdered} = har([
      timed('/second', '2026-01-05T09:00:02Z'),
      timed('/beside'),
      timed('/first', '2026-01-05T09:00:01Z'),
      timed('/third', 'never'),
    ]);
    expect(calls.map(({exchange}) => exchange.request.path)).toEqual(['/first', '/third', '/second', '/beside']);
    expect(calls.map(({pointerOf}) => pointerOf(''))).toEqual([2, 3, 0, 1].map((n) => `/log/entries/${n}`));
    expect(isOrdered).toBe(true);
  });
});

describe('where a part stands', () => {
  const request = {
    method: 'PATCH',
    headers: [
      {name: 'Accept', value: '*/*'},
      {name: 'Authorization', value: 'key'},
    ],
    queryString: [
      {name: 'x', value: '1'},
      {name: 'fo%72ce', value: 'a'},
      {name: 'x', value: '2'},
    ],
    postData: {mimeType: 'application/json', text: '{"a":1}'},
  };
  const response = {status: 200, content: {text: '{}'}};

  it.each([
    ['', ''],
    ['/request', '/request'],
    ['/request/method', '/request/method'],
    ['/request/path', '/request/url'],
    ['/request/query/x/0', '/request/queryString/0'],
    ['/request/query/x/1', '/request/queryString/2'],
    ['/request/query/force', '/request/queryString/1'],
    ['/request/query/nonesuch/0', '/request/url'],
    ['/request/headers/authorization', '/request/headers/1'],
    ['/request/headers/x-api-key', '/request/headers'],
    ['/request/body/a', '/request/postData/text'],
    ['/response', '/response'],
    ['/response/status', '/response/status'],
    ['/response/body/data', '/response/content/text'],
    ['/findings/0', ''],
  ])('%s', (part, place) => {
    const {calls} = har([
      entry('https://shop.example/'),
      entry(`${conversation}?x=1&force=a&x=2`, request, {response}),
    ]);
    expect(calls[0]?.pointerOf(part)).toBe(`/log/entries/1${place}`);
  });

  it('is as near as there is something', () => {
    const {pointerOf} = only(har([entry(conversation)]));
    expect(['/request/headers/authorization', '/request/body/a', '/response/body/a'].map(pointerOf)).toEqual([
      '/log/entries/0/request',
      '/log/entries/0/request',
      '/log/entries/0/response',
    ]);
  });
});
