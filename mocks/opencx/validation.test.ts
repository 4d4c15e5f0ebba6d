/** What zod 4 behind Fastify says, text by text. */
import {expect, it} from 'vitest';
import {invalid, nobody, opencxClient, seeded, stateOf} from './test-support.js';

const session = `/chat/sessions/${seeded.session}`;
const object = (received: string) => `body/ Invalid input: expected object, received ${received}`;
const expected = (place: string, type: string, received: string) =>
  `body/${place} Invalid input: expected ${type}, received ${received}`;
const statuses = '"open"|"closed_resolved"|"closed_unresolved"';
const channels = '"web"|"email"|"phone_voice"|"slack"|"sms"|"whatsapp"|"instagram"|"messenger"|"api"|"web_voice"';

type Check = readonly [rules: string, path: string, body: unknown, message: string];

const redactions: readonly Check[] = (
  [
    ['OPENCX-27', '/redaction/session', 'sessionId'],
    ['OPENCX-40', '/redaction/message', 'messageId'],
  ] as const
).flatMap(([rule, path, id]): Check[] => [
  [rule, path, {}, expected(id, 'string', 'undefined')],
  [rule, path, {[id]: ''}, `body/${id} Too small: expected string to have >=1 characters`],
  [rule, path, {[id]: null}, expected(id, 'string', 'null')],
  [rule, path, {[id]: ['a']}, expected(id, 'string', 'array')],
  [rule, path, {[id]: {}}, expected(id, 'string', 'object')],
  [rule, path, {[id]: true}, expected(id, 'string', 'boolean')],
  [rule, path, {reason: 7, [id]: 7}, `${expected(id, 'string', 'number')}, ${expected('reason', 'string', 'number')}`],
  [rule, path, {reason: 7}, `${expected(id, 'string', 'undefined')}, ${expected('reason', 'string', 'number')}`],
  [`${rule}, OPENCX-26`, path, {[id]: nobody, reason: null}, expected('reason', 'string', 'null')],
  [rule, path, [], object('array')],
  [rule, path, 'null', object('null')],
  [rule, path, '"text"', object('string')],
  [rule, path, '7', object('number')],
]);

const checks: readonly Check[] = [
  ...redactions,
  ['OPENCX-30', '/redaction/session', {session_id: seeded.session}, expected('sessionId', 'string', 'undefined')],
  ['OPENCX-40', '/redaction/message', {message_id: seeded.message}, expected('messageId', 'string', 'undefined')],

  ['OPENCX-52', '/chat/sessions', {contact_id: 'no-uuid'}, 'body/contact_id Invalid UUID'],
  [
    'OPENCX-52 (a UUID of no known version)',
    '/chat/sessions',
    {contact_id: '123e4567-e89b-92d3-a456-426614174000'},
    'body/contact_id Invalid UUID',
  ],
  ['OPENCX-52', '/chat/sessions', {contact_id: 7}, expected('contact_id', 'string', 'number')],
  ['OPENCX-53', '/chat/sessions', {custom_data: {order_id: {deep: 1}}}, 'body/custom_data/order_id Invalid input'],
  ['OPENCX-53', '/chat/sessions', {custom_data: {order_id: [1]}}, 'body/custom_data/order_id Invalid input'],
  ['OPENCX-53', '/chat/sessions', {custom_data: {order_id: null}}, 'body/custom_data/order_id Invalid input'],
  ['OPENCX-53', '/chat/sessions', {custom_data: {'a/b~c': []}}, 'body/custom_data/a/b~c Invalid input'],
  ['OPENCX-53', '/chat/sessions', {custom_data: []}, expected('custom_data', 'record', 'array')],
  [
    'OPENCX-53',
    '/chat/sessions',
    {contact: {custom_data: {plan: 7}}},
    expected('contact/custom_data/plan', 'string', 'number'),
  ],
  [
    'OPENCX-50',
    '/chat/sessions',
    {channel: {type: 'fax'}},
    `body/channel/type Invalid option: expected one of ${channels}`,
  ],
  [
    'OPENCX-50',
    '/chat/sessions',
    {channel: {type: 7}},
    `body/channel/type Invalid option: expected one of ${channels}`,
  ],
  ['OPENCX-50', '/chat/sessions', {channel: {}}, `body/channel/type Invalid option: expected one of ${channels}`],
  ['OPENCX-51', '/chat/sessions', {verified: 'yes'}, expected('verified', 'boolean', 'string')],
  [
    'OPENCX-53 (all that is wrong, in the order of the schema)',
    '/chat/sessions',
    {custom_data: {b: {}, a: []}, verified: 1, contact_id: 'x', contact: {email: 1}},
    [
      'body/contact_id Invalid UUID',
      expected('verified', 'boolean', 'number'),
      'body/custom_data/b Invalid input',
      'body/custom_data/a Invalid input',
      expected('contact/email', 'string', 'number'),
    ].join(', '),
  ],

  ['OPENCX-54', `${session}/send`, {}, expected('message', 'object', 'undefined')],
  [
    'OPENCX-54',
    `${session}/send`,
    {message: {type: 'image'}},
    `body/message/type Invalid input: expected "text", ${expected('message/text', 'string', 'undefined')}`,
  ],
  [
    'OPENCX-54',
    `${session}/send`,
    {sender: 'bot', message: {type: 'text', text: ''}},
    'body/sender Invalid option: expected one of "contact"|"agent"',
  ],
  [
    'OPENCX-58',
    `${session}/send`,
    {message: {type: 'text', text: ''}, agent: {id: '17'}, should_take_over_session_from_ai: 'yes'},
    [expected('agent/id', 'number', 'string'), expected('should_take_over_session_from_ai', 'boolean', 'string')].join(
      ', ',
    ),
  ],
  [
    'OPENCX-53',
    `${session}/send`,
    {message: {type: 'text', text: ''}, custom_data: {order_id: {}}},
    'body/custom_data/order_id Invalid input',
  ],
  [
    'OPENCX-56',
    `${session}/send`,
    {message: {type: 'text', text: '', attachments: [{url: 'https://x.example'}, {name: 'a'}, {url: '', base64: ''}]}},
    'body/message/attachments/1 Invalid input, body/message/attachments/2 Invalid input',
  ],
  [
    'OPENCX-56',
    `${session}/send`,
    {message: {type: 'text', text: '', attachments: [{base64: 'not base64!'}]}},
    'body/message/attachments/0/base64 Invalid base64-encoded string',
  ],
  [
    'OPENCX-55',
    `${session}/send`,
    {message: {type: 'text', text: '', attachments: [{name: 7, url: 'https://x.example'}]}},
    expected('message/attachments/0/name', 'string', 'number'),
  ],

  ['OPENCX-60', session, {status: 'snoozed'}, `body/status Invalid option: expected one of ${statuses}`],
  ['OPENCX-60', session, {status: null}, `body/status Invalid option: expected one of ${statuses}`],
  ['OPENCX-60', session, {session_closed_payload: 'x'}, expected('session_closed_payload', 'record', 'string')],

  ['OPENCX-53', '/contacts', {}, expected('contact', 'object', 'undefined')],
  [
    'OPENCX-53',
    '/contacts',
    {contact: {custom_data: {vip: true}}},
    expected('contact/custom_data/vip', 'string', 'boolean'),
  ],
];

it.each(checks)('%s %s %j is refused, and nothing changes', async (_, path, body, message) => {
  const client = opencxClient();
  const before = await stateOf(client);
  const answer = await client.call(path === session ? 'PATCH' : 'POST', path, {body});
  expect(answer).toMatchObject({status: 400, body: invalid(message)});
  expect(await stateOf(client)).toBe(before);
});

it.each([
  ['OPENCX-62', 'status=pending', `querystring/status Invalid option: expected one of ${statuses}`],
  ['OPENCX-62', 'status=open&status=open', `querystring/status Invalid option: expected one of ${statuses}`],
  ['OPENCX-62', 'channel_type=fax', `querystring/channel_type Invalid option: expected one of ${channels}`],
  ['OPENCX-62', 'handed_off=yes', 'querystring/handed_off Invalid option: expected one of "true"|"false"'],
  ['OPENCX-62', 'created_after=yesterday', 'querystring/created_after Invalid ISO datetime'],
  [
    'OPENCX-62',
    'updated_before=2026-02-30&handed_off=yes',
    'querystring/handed_off Invalid option: expected one of "true"|"false", querystring/updated_before Invalid ISO datetime',
  ],
  ['OPENCX-61', 'cursor=nonsense', 'querystring/cursor Invalid input'],
  ['OPENCX-61', 'cursor=', 'querystring/cursor Invalid input'],
  ['OPENCX-61', `cursor=${btoa('{"after":[1,2]}')}`, 'querystring/cursor Invalid input'],
  ['OPENCX-61', `cursor=${btoa('null')}`, 'querystring/cursor Invalid input'],
  ['OPENCX-61', 'cursor=a&cursor=b', 'querystring/cursor Invalid input: expected string, received array'],
])('%s GET /chat/sessions?%s is refused', async (_, query, message) => {
  const answer = await opencxClient().call('GET', `/chat/sessions?${query}`);
  expect(answer).toMatchObject({status: 400, body: invalid(message)});
});

it('OPENCX-61 an unreadable cursor is refused before the session is looked for', async () => {
  const answer = await opencxClient().call('GET', `/chat/sessions/${nobody}/history?cursor=nonsense`);
  expect(answer).toMatchObject({status: 400, body: invalid('querystring/cursor Invalid input')});
});

it.each([
  ['a JSON content type without a body', '', 'application/json', 400, 'FST_ERR_CTP_EMPTY_JSON_BODY'],
  ['no body at all', undefined, undefined, 400, 'FST_ERR_VALIDATION'],
  ['broken JSON', '{"sessionId":', 'application/json', 400, 'FST_ERR_CTP_INVALID_JSON_BODY'],
  ['another content type', '{}', 'application/x-www-form-urlencoded', 415, 'FST_ERR_CTP_INVALID_MEDIA_TYPE'],
  ['a body of no content type', '{}', '', 415, 'FST_ERR_CTP_INVALID_MEDIA_TYPE'],
  ['a doubled content type', '{}', 'application/json, application/json', 415, 'FST_ERR_CTP_INVALID_MEDIA_TYPE'],
])('OPENCX-5 %s is refused', async (_, body, type, status, code) => {
  const headers: Record<string, string> = type === undefined ? {} : {'content-type': type};
  const answer = await opencxClient().call('POST', '/redaction/session', {body, headers});
  expect(answer).toMatchObject({status, body: {statusCode: status, code, message: texts[code]}});
});

const texts: Readonly<Record<string, string>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: "Body cannot be empty when content-type is set to 'application/json'",
  FST_ERR_VALIDATION: object('null'),
  FST_ERR_CTP_INVALID_JSON_BODY: "Body is not valid JSON but content-type is set to 'application/json'",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Unsupported Media Type',
};

it('OPENCX-5 takes JSON with a charset', async () => {
  const headers = {'content-type': 'application/json; charset=UTF-8'};
  const answer = await opencxClient().call('POST', '/redaction/session', {body: {sessionId: seeded.session}, headers});
  expect(answer.status).toBe(200);
});
