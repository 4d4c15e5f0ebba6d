/** Whatever comes in: an answer in Dixa's words, within its documented statuses, and nothing changed. DIXA-7…14 */
import {describe, expect, it} from 'vitest';
import type {CallOptions} from '../../test/support/vendor-client.js';
import {
  decodingFailure,
  dixaClient,
  invalidValue,
  nobody,
  notFound,
  seeded,
  stateOf,
  unauthorized,
} from './test-support.js';

const open = `/v1/conversations/${seeded.open}`;
const text = {_type: 'Text', value: 'Hello'};

async function refuses(method: string, path: string, options: CallOptions, status: number, body: unknown) {
  const client = dixaClient();
  const before = await stateOf(client);
  const answer = await client.call(method, path, options);
  expect(answer.status).toBe(status);
  expect(answer.body).toEqual(body);
  expect(answer.headers).toEqual({'Content-Type': 'application/json'});
  expect(await stateOf(client)).toBe(before);
}

describe('bodies that are odd but sound', () => {
  it.each([
    ['with a charset', 'application/json; charset=utf-8'],
    ['in capitals', 'Application/JSON'],
  ])('DIXA-11 take a media type %s', async (_, type) => {
    const answer = await dixaClient().call('PUT', `${open}/close`, {body: {}, headers: {'content-type': type}});
    expect(answer.status).toBe(204);
  });

  it('DIXA-11 take exactly one mebibyte', async () => {
    const padding = 'x'.repeat(1024 * 1024 - JSON.stringify({padding: ''}).length);
    expect((await dixaClient().call('PUT', `${open}/close`, {body: {padding}})).status).toBe(204);
  });

  it.each([
    '{"__proto__": {"userId": "polluted"}}',
    '{"constructor": {"prototype": {"userId": "polluted"}}}',
    '{"displayName": "Una", "__proto__": {"email": "polluted"}, "toString": 1, "hasOwnProperty": null}',
  ])('DIXA-11 ignore %s', async (body) => {
    const client = dixaClient();
    const answer = await client.call('POST', '/v1/endusers', {body});
    expect(answer.status).toBe(201);
    expect(answer.text).not.toContain('polluted');
    expect(await stateOf(client)).not.toContain('polluted');
    expect(({} as Record<string, unknown>).userId).toBeUndefined();
  });
});

describe('values', () => {
  const message = (more: object) => ['POST', `${open}/messages`, more, 400, decodingFailure] as const;
  const create = (more: object) => ['POST', '/v1/conversations', more, 400, decodingFailure] as const;
  const user = (more: object) => ['POST', '/v1/endusers', more, 400, decodingFailure] as const;
  const chat = {
    _type: 'Chat',
    requesterId: seeded.ada,
    widgetId: seeded.widget,
    message: {_type: 'Inbound', content: text},
  };
  const inbound = {_type: 'Inbound', content: text};

  it.each([
    ['PUT', `${open}/close`, {userId: 7}, 400, decodingFailure],
    ['PUT', `${open}/close`, {userId: null}, 400, decodingFailure],
    ['PUT', `${open}/close`, {userId: ''}, 400, decodingFailure],
    ['PUT', `${open}/close`, {userId: '__proto__'}, 400, decodingFailure],
    ['PUT', `${open}/close`, {userId: [seeded.kim]}, 400, decodingFailure],
    ['PUT', `${open}/followup`, {timestamp: 1767600000}, 400, decodingFailure],
    ['PUT', `${open}/followup`, {timestamp: '2026-13-01T00:00:00Z'}, 400, decodingFailure],
    ['PUT', `${open}/followup`, {timestamp: '2026-02-01T00:00:00'}, 400, decodingFailure],
    ['PUT', `${open}/followup`, {timestamp: '2026-02-01T00:00:00Z[Europe/Paris]'}, 400, decodingFailure],
    ['PUT', `${open}/claim`, {agentId: seeded.kim, force: 1}, 400, invalidValue],
    ['PUT', `${open}/claim`, {agentId: seeded.kim, force: null}, 400, invalidValue],
    ['PUT', `${open}/claim`, {agentId: 'constructor'}, 400, invalidValue],
    message({...inbound, _type: 'inbound'}),
    message({...inbound, _type: '__proto__'}),
    message({...inbound, _type: null}),
    message({...inbound, content: 'Hello'}),
    message({...inbound, content: {value: 'Hello'}}),
    message({...inbound, content: {_type: 'Text', value: null}}),
    message({...inbound, attachments: {}}),
    message({...inbound, attachments: [{prettyName: 'x'}]}),
    message({...inbound, attachments: ['http://attachment.url']}),
    message({...inbound, externalId: 7}),
    message({_type: 'Outbound', agentId: 'kim', content: text}),
    message({_type: 'Outbound', agentId: seeded.kim, content: text, cc: ['kim@example.org']}),
    create({}),
    create({...chat, _type: 'WidgetChat'}),
    create({...chat, _type: 'constructor'}),
    create({...chat, requesterId: 7}),
    create({...chat, widgetId: 'widget'}),
    create({...chat, message: []}),
    create({...chat, browserInfo: {version: '1'}}),
    create({...chat, browserInfo: 'Chrome'}),
    create({
      _type: 'Callback',
      requesterId: seeded.ada,
      direction: 'Internal',
      contactEndpointId: '1',
      queueId: nobody,
    }),
    user({displayName: 7}),
    user({email: {}}),
    user({additionalEmails: 'una@customer.example'}),
    user({middleNames: [1]}),
    user({phoneNumber: null}),
    [
      'POST',
      '/v1/anonymization',
      {_type: 'User', entityId: seeded.noor, forceAnonymization: 'true'},
      400,
      decodingFailure,
    ],
    ['POST', '/v1/anonymization', {_type: 'User', entityId: '__proto__'}, 400, decodingFailure],
    ['POST', '/v1/anonymization', {_type: 'Message', entityId: '10749_constructor'}, 400, decodingFailure],
    ['POST', '/v1/anonymization', {_type: 'Conversation', entityId: '9'.repeat(400)}, 400, decodingFailure],
  ] as const)('DIXA-9 are refused in %s %s %j', (method, path, body, status, expected) =>
    refuses(method, path, {body}, status, expected),
  );
});

describe('addresses', () => {
  const huge = '9'.repeat(30);
  it.each([
    ['GET', '/v1/conversations/__proto__', 400, invalidValue],
    ['GET', '/v1/conversations/constructor', 400, invalidValue],
    ['GET', `/v1/conversations/${huge}`, 400, invalidValue],
    ['GET', '/v1/conversations/-', 400, invalidValue],
    ['GET', '/v1/conversations/0x2a02', 400, invalidValue],
    ['GET', '/v1/conversations/10749%00', 400, invalidValue],
    ['GET', '/v1/conversations/10749%2Fmessages', 400, invalidValue],
    ['GET', '/v1/conversations/%', 400, invalidValue],
    ['GET', '/v1/conversations/%ff', 400, invalidValue],
    ['PUT', '/v1/conversations/%c3%28/close', 400, invalidValue],
    ['GET', '/v1/endusers/__proto__', 400, invalidValue],
    ['GET', `/v1/endusers/${seeded.ada.replaceAll('-', '')}`, 400, invalidValue],
    ['GET', '/__proto__/conversations/10749', 404, notFound],
    ['GET', '/v1/conversations/10749/constructor', 404, notFound],
    ['GET', '//v1/conversations/10749', 404, notFound],
    ['GET', '/v1//conversations/10749', 404, notFound],
    ['GET', '/v1/conversations/../conversations/10749', 404, notFound],
    ['GET', `/private/${nobody}/attachment/__proto__`, 404, notFound],
    ['GET', `/private/${nobody}/attachment/`, 404, notFound],
    ['GET', `/private/${nobody}/attachment/..%2F..%2Fetc`, 404, notFound],
    ['PATCH', `${open}/anonymize?force=true&force=true`, 400, invalidValue],
    ['PATCH', `${open}/anonymize?force=true&force=false`, 400, invalidValue],
    ['PATCH', `${open}/anonymize?force=%`, 400, invalidValue],
    ['PATCH', `${open}/anonymize?force=%zz`, 400, invalidValue],
    ['PATCH', `${open}/anonymize?x=%ff`, 400, invalidValue],
    ['GET', `/v1/endusers/${seeded.ada}/conversations?pageLimit=1&pageLimit=2`, 400, invalidValue],
    ['GET', `/v1/endusers/${seeded.ada}/conversations?pageLimit=${huge}`, 400, invalidValue],
    ['GET', `/v1/endusers/${seeded.ada}/conversations?pageKey=a&pageKey=b`, 400, invalidValue],
    ['GET', `${open}?${'x'.repeat(20_000)}`, 400, invalidValue],
    ['GET', `/v1/conversations/${'1'.repeat(20_000)}`, 400, invalidValue],
    ['GET', `/${'v1/'.repeat(10_000)}`, 400, invalidValue],
  ] as const)('DIXA-8 DIXA-10 DIXA-13 are refused: %s %s', (method, path, status, body) =>
    refuses(method, path, {}, status, body),
  );

  it.each(['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'get', '__proto__'])(
    'DIXA-13 know no %s where it is not declared',
    async (method) => {
      const paths = ['/v1/nothing', '/v2/conversations/10749', `${open}/close/now`, '/v1/anonymization/request'];
      for (const path of paths) await refuses(method, path, {}, 404, notFound);
    },
  );

  it('DIXA-11 ignore what they do not know, also by dangerous names', async () => {
    const query = '?__proto__=1&constructor=2&toString=3&force=true';
    expect((await dixaClient().call('PATCH', `${open}/anonymize${query}`)).status).toBe(202);
  });
});

describe('headers', () => {
  it.each([
    ['one long header', {'x-long': 'x'.repeat(20_000)}],
    [
      'many headers',
      Object.fromEntries(Array.from({length: 1000}, (_, index) => [`x-header-${index}`, 'x'.repeat(20)])),
    ],
  ])('DIXA-7 are refused when they are %s', (_, headers) => refuses('GET', open, {headers}, 400, invalidValue));

  it.each([
    ['a long token', 'x'.repeat(10_000)],
    ['a token by a dangerous name', '__proto__'],
    ['a token that looks like one', 'eyJhbGciOiJIUzI1NiJ9.eyJzYW5kYm94IjoiX19wcm90b19fIn0.x'],
    ['a token whose claims are no object', `x.${btoa('[1]')}.x`],
    ['a token whose claims are no base64', 'x.%%%.x'],
    ['characters beyond ASCII', 'tökén'],
  ])('DIXA-2 with %s are those of nobody', (_, authorization) =>
    refuses('PUT', `${open}/close`, {authorization}, 401, unauthorized),
  );
});
