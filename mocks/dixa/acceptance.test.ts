/** Quick acceptance checks C1 to C20, one row each, under both versions of the API (DIXA-1). */
import {expect, it} from 'vitest';
import type {VendorClient} from '../../test/support/vendor-client.js';
import {
  aDay,
  dataOf,
  decodingFailure,
  dixaClient,
  invalidValue,
  nobody,
  notFound,
  read,
  seeded,
  token,
  unauthorized,
} from './test-support.js';

interface Check {
  readonly id: string;
  readonly about: string;
  /** `open` and `closed` stand for the numbers of such conversations. */
  readonly request: readonly [method: string, path: string, body?: unknown];
  readonly status: number;
  readonly body?: unknown;
  readonly authorization?: null;
  /** What must hold before and after the request. */
  readonly before?: (client: VendorClient) => Promise<void>;
  readonly after?: (client: VendorClient, data: Record<string, unknown>) => Promise<void>;
}

const open = `/v1/conversations/${seeded.open}`;
const closed = `/v1/conversations/${seeded.closed}`;

const staysOpen = async (client: VendorClient) =>
  expect(await read(client, open)).toMatchObject({_type: 'ChatConversation', state: 'Open'});
const isClosed = async (client: VendorClient) =>
  expect(await read(client, open)).toMatchObject({_type: 'ChatConversation', state: 'Closed'});

const notClosed = {message: 'The conversation is not closed'};

const checks: readonly Check[] = [
  {
    id: 'C1',
    about: 'DIXA-27 anonymizes a closed conversation',
    request: ['PATCH', `${closed}/anonymize`],
    status: 202,
    after: async (_, data) => {
      expect(data).toMatchObject({_type: 'Conversation', targetEntityId: '10749'});
      expect(data).not.toHaveProperty('processedAt');
    },
  },
  {
    id: 'C2',
    about: 'DIXA-28 refuses an open conversation',
    request: ['PATCH', `${open}/anonymize`],
    status: 409,
    body: notClosed,
    after: staysOpen,
  },
  {
    id: 'C3',
    about: 'DIXA-30 does not read force from the body',
    request: ['PATCH', `${open}/anonymize`, {force: true}],
    status: 409,
    body: notClosed,
    after: staysOpen,
  },
  {
    id: 'C4',
    about: 'DIXA-29 closes an open conversation by force, then anonymizes it',
    request: ['PATCH', `${open}/anonymize?force=true`],
    status: 202,
    after: async (client) => {
      await isClosed(client);
      client.advance(aDay);
      expect(await read(client, open)).toMatchObject({_type: 'AnonymizedConversation'});
    },
  },
  {
    id: 'C5',
    about: 'DIXA-10 refuses a force that is no boolean',
    request: ['PATCH', `${open}/anonymize?force=maybe`],
    status: 400,
    body: invalidValue,
    after: staysOpen,
  },
  {
    id: 'C6',
    about: 'DIXA-8 refuses a conversation id that is no number',
    request: ['PATCH', '/v1/conversations/abc/anonymize'],
    status: 400,
    body: invalidValue,
  },
  {
    id: 'C7',
    about: 'DIXA-32 does not find an unknown conversation',
    request: ['PATCH', '/v1/conversations/999999/anonymize'],
    status: 404,
    body: notFound,
  },
  {
    id: 'C8',
    about: 'DIXA-33 anonymizes a message of a closed conversation',
    request: ['PATCH', `${closed}/messages/${seeded.firstMessage}/anonymize`],
    status: 202,
    after: async (_, data) =>
      expect(data).toMatchObject({
        targetEntityId: `10749_${seeded.firstMessage}`,
        entityType: 'MessageAnonymizationType',
      }),
  },
  {
    id: 'C9',
    about: 'DIXA-36 anonymizes an end user with an open conversation by force only',
    before: async (client) => {
      const refused = await client.call('PATCH', `/v1/endusers/${seeded.ada}/anonymize`);
      expect(refused.status).toBe(409);
      await staysOpen(client);
    },
    request: ['PATCH', `/v1/endusers/${seeded.ada}/anonymize?force=true`],
    status: 202,
    after: isClosed,
  },
  {
    id: 'C10',
    about: 'DIXA-41 tells by processedAt that a request was carried out',
    request: ['PATCH', `${closed}/anonymize`],
    status: 202,
    after: async (client, {id}) => {
      expect(await read(client, `/v1/anonymization/request/${String(id)}`)).not.toHaveProperty('processedAt');
      client.advance(aDay);
      expect(await read(client, `/v1/anonymization/request/${String(id)}`)).toHaveProperty('processedAt');
    },
  },
  {
    id: 'C11',
    about: 'DIXA-41 does not find an unknown request',
    request: ['GET', `/v1/anonymization/request/${nobody}`],
    status: 404,
    body: notFound,
  },
  {
    id: 'C12',
    about: 'DIXA-2 asks for a token',
    request: ['GET', closed],
    authorization: null,
    status: 401,
    body: unauthorized,
  },
  {
    id: 'C13',
    about: 'DIXA-3 takes a token bare and behind Bearer',
    request: ['GET', closed],
    status: 200,
    after: async (client) => {
      const bare = await client.call('GET', closed, {authorization: token});
      const bearer = await client.call('GET', closed, {authorization: `Bearer ${token}`});
      expect(bearer).toEqual(bare);
    },
  },
  {
    id: 'C14',
    about: 'DIXA-64 leaves a conversation with its agent unless forced',
    before: async (client) => {
      await client.call('PUT', `${open}/claim`, {body: {agentId: seeded.kim}});
      const refused = await client.call('PUT', `${open}/claim`, {body: {agentId: seeded.sam, force: false}});
      expect(refused.status).toBe(409);
    },
    request: ['PUT', `${open}/claim`, {agentId: seeded.sam}],
    status: 204,
    after: async (client) =>
      expect(await read(client, open)).toMatchObject({state: 'Open', assignment: {agentId: seeded.sam}}),
  },
  {
    id: 'C15',
    about: 'DIXA-57 does not let an end user close',
    request: ['PUT', `${open}/close`, {userId: seeded.ada}],
    status: 400,
    body: decodingFailure,
    after: staysOpen,
  },
  {
    id: 'C16',
    about: 'DIXA-56 closes without a body',
    request: ['PUT', `${open}/close`],
    status: 204,
    after: isClosed,
  },
  {
    id: 'C17',
    about: 'DIXA-61 refuses a follow-up without a time',
    request: ['PUT', `${open}/followup`, {followUp: true}],
    status: 400,
    body: decodingFailure,
    after: staysOpen,
  },
  {
    id: 'C18',
    about: 'DIXA-13 takes activity-log for a conversation id',
    request: ['GET', '/v1/conversations/activity-log'],
    status: 400,
    body: invalidValue,
  },
  {
    id: 'C19',
    about: 'DIXA-50 answers the deprecated call with 200',
    request: ['POST', '/v1/anonymization', {entityId: seeded.noor, _type: 'User'}],
    status: 200,
    after: async (_, data) => expect(data).toMatchObject({_type: 'User', targetEntityId: seeded.noor}),
  },
  {
    id: 'C20',
    about: 'DIXA-69 lists an added message last, under the id it was answered with',
    request: [
      'POST',
      `${open}/messages`,
      {_type: 'Outbound', agentId: seeded.kim, content: {_type: 'Text', value: 'Fill it again, please.'}},
    ],
    status: 200,
    after: async (client, {messageId}) => {
      const messages = await read<{id: string}[]>(client, `${open}/messages`);
      expect(messages.at(-1)?.id).toBe(messageId);
    },
  },
];

const underBoth = checks.flatMap((check) => (['v1', 'beta'] as const).map((version) => ({...check, version})));

it.each(underBoth)(
  '$id $version $about',
  async ({request: [method, path, body], status, body: expected, version, ...check}) => {
    const client = dixaClient();
    await check.before?.(client);

    const answer = await client.call(method, path.replace('/v1/', `/${version}/`), {
      ...(body !== undefined && {body}),
      ...(check.authorization === null && {authorization: null}),
    });

    expect(answer.status).toBe(status);
    if (status === 204) expect(answer.text).toBe('');
    if (expected !== undefined) expect(answer.body).toEqual(expected);
    await check.after?.(client, status < 300 && status !== 204 ? dataOf(answer) : {});
  },
);
