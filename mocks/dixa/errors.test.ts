import {describe, expect, it} from 'vitest';
import {dixa} from './index.js';
import {examplesOf, operations} from './test-samples.js';
import {
  decodingFailure,
  dixaClient,
  invalidValue,
  nobody,
  notFound,
  read,
  seeded,
  stateOf,
  token,
} from './test-support.js';

const internal = 'There was an internal server error while processing the request';
const open = `/v1/conversations/${seeded.open}`;
const text = {_type: 'Text', value: 'Hello'};

describe('injected faults', () => {
  it.each([
    ['DIXA-6', 403, 'Forbidden'],
    ['DIXA-15', 500, internal],
  ])('%s answers %i only when it is injected, and changes nothing', async (_, status, message) => {
    const client = dixaClient();
    const before = await stateOf(client);
    await client.fault({fault: String(status), times: 1});

    expect(await client.call('PUT', `${open}/close`)).toMatchObject({status, body: {message}});
    expect(await stateOf(client)).toBe(before);
    expect((await client.call('PUT', `${open}/close`)).status).toBe(204);
  });

  it.each([
    ['DIXA-6', 403, 'Forbidden'],
    ['DIXA-15', 500, internal],
  ])('%s what %i says stands in the document, wherever it can be injected', (_, status, message) => {
    const documented = operations.filter(({responses}) => responses.has(status));
    expect(documented.length).toBeGreaterThan(50);
    for (const operation of documented) expect(examplesOf(operation, status), operation.id).toEqual([{message}]);
  });

  it('DIXA-15 is how a fault of the stand-in itself would look', () => {
    const context = {method: 'PUT', path: open, target: open, operation: undefined, body: undefined};
    expect(dixa.refuse({kind: 'fault'}, context)).toEqual({status: 500, body: {message: internal}});
  });

  it.each(['', 'nobody', 'dixa-demo-without-rights', token])(
    'DIXA-6 403 is no answer of any operation to anybody (token %j)',
    async (authorization) => {
      const client = dixaClient();
      for (const {method, path} of dixa.operationList) {
        const target = path
          .replace('{version}', 'v1')
          .replace('{conversationId}', '10749')
          .replace(/\{\w+\}/g, nobody);
        const answer = await client.call(method, target, {authorization, body: {}});
        expect(answer.status, `${method} ${path}`).not.toBe(403);
      }
    },
  );

  it('DIXA-15 does the work although the answer is lost', async () => {
    const client = dixaClient();
    await client.fault({fault: 'empty', when: 'after', times: 1});
    expect((await client.call('PUT', `${open}/close`)).wire).toEqual({broken: 'empty'});
    expect(await read(client, open)).toMatchObject({state: 'Closed'});
  });
});

describe('refusals', () => {
  it.each([
    ['GET', '/v1/conversations/abc', 400, invalidValue],
    ['GET', '/v1/conversations/1.5', 400, invalidValue],
    ['GET', '/v1/conversations/1e3', 400, invalidValue],
    ['GET', '/v1/conversations/ 10749', 400, invalidValue],
    ['PUT', '/v1/conversations/abc/close', 400, decodingFailure],
    ['PUT', '/v1/conversations/abc/reopen', 400, decodingFailure],
    ['PUT', '/v1/conversations/abc/claim', 400, invalidValue],
    ['GET', '/v1/conversations/abc/activitylog', 400, invalidValue],
    ['PATCH', `/v1/conversations/${seeded.closed}/messages/abc/anonymize`, 400, invalidValue],
    ['PATCH', '/v1/endusers/abc/anonymize', 400, invalidValue],
    ['GET', `/v1/endusers/${seeded.ada}0`, 400, invalidValue],
    ['GET', '/v1/endusers/abc/conversations', 400, invalidValue],
    ['GET', '/v1/anonymization/request/abc', 400, invalidValue],
  ] as const)('DIXA-7 DIXA-8 refuses the id in %s %s', async (method, path, status, body) => {
    const answer = await dixaClient().call(method, path, {...(method === 'PUT' && {body: {agentId: seeded.kim}})});
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual(body);
    expect(answer.headers).toEqual({'Content-Type': 'application/json'});
  });

  it.each([
    ['no JSON', 'POST', '/v1/endusers', '{', decodingFailure],
    ['no object', 'POST', '/v1/endusers', [], decodingFailure],
    ['a missing field', 'PUT', `${open}/claim`, {force: true}, invalidValue],
    ['a wrong type', 'PUT', `${open}/claim`, {agentId: seeded.kim, force: 'yes'}, invalidValue],
    ['a wrong type', 'POST', '/v1/endusers', {displayName: 7}, decodingFailure],
    ['an unknown _type', 'POST', '/v1/anonymization', {entityId: '1', _type: 'Agent'}, decodingFailure],
    ['an unknown _type', 'POST', `${open}/messages`, {_type: 'Internal', content: text}, decodingFailure],
    ['a missing _type', 'POST', `${open}/messages`, {content: text}, decodingFailure],
    [
      'an invalid enum',
      'POST',
      `${open}/messages`,
      {_type: 'Inbound', content: {...text, _type: 'Rtf'}},
      decodingFailure,
    ],
    ['a missing body', 'PUT', `${open}/claim`, undefined, invalidValue],
    ['a missing body', 'PUT', `${open}/followup`, undefined, decodingFailure],
  ])('DIXA-9 refuses %s in %s %s', async (_, method, path, body, expected) => {
    const answer = await dixaClient().call(method, path, {...(body !== undefined && {body})});
    expect(answer).toMatchObject({status: 400, body: expected});
  });

  it.each(['yes', '1', '', 'true,true', 'null'])('DIXA-10 refuses force=%j', async (force) => {
    const client = dixaClient();
    for (const path of [
      `${open}/anonymize`,
      `${open}/messages/${seeded.openMessage}/anonymize`,
      `/v1/endusers/${seeded.ada}/anonymize`,
    ]) {
      const answer = await client.call('PATCH', `${path}?force=${force}`);
      expect(answer).toMatchObject({status: 400, body: invalidValue});
    }
  });

  it('DIXA-11 ignores unknown fields and unknown query parameters', async () => {
    const client = dixaClient();
    const created = await client.call('POST', '/v1/endusers?page=3', {
      body: {displayName: 'Una', id: nobody, x: {y: 1}},
    });
    expect(created.status).toBe(201);
    const {data} = created.body as {data: {id: string}};
    expect(data).not.toHaveProperty('x');
    expect(data.id).not.toBe(nobody);
  });

  it.each([
    ['GET', '/v1/conversations/999999'],
    ['GET', '/v1/conversations/-1'],
    ['GET', '/v1/conversations/999999/messages'],
    ['PUT', '/v1/conversations/999999/close'],
    ['PUT', '/v1/conversations/999999/reopen'],
    ['GET', `/v1/endusers/${nobody}`],
    ['GET', `/v1/endusers/${nobody}/conversations`],
    ['GET', `/v1/anonymization/request/${nobody}`],
    ['PATCH', `/v1/endusers/${nobody}/anonymize`],
  ])('DIXA-12 does not find what %s %s names', async (method, path) => {
    expect(await dixaClient().call(method, path)).toMatchObject({status: 404, body: notFound});
  });

  it.each([
    ['GET', '/'],
    ['GET', '/v1'],
    ['GET', '/v1/'],
    ['GET', '/v1/nothing'],
    ['GET', '/v1/conversations'],
    ['POST', `${open}/close`],
    ['PATCH', open],
    ['HEAD', open],
    ['OPTIONS', open],
    ['GET', `${open}/`],
    ['GET', `/V1/conversations/${seeded.open}`],
  ])('DIXA-13 knows no %s %s', async (method, path) => {
    expect(await dixaClient().call(method, path)).toMatchObject({status: 404, body: notFound});
  });
});
