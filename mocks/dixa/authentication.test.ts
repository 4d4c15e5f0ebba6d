import {describe, expect, it} from 'vitest';
import {dixaClient, invalidValue, nobody, notFound, read, seeded, token, unauthorized} from './test-support.js';

const path = `/v1/conversations/${seeded.closed}`;

describe('versions', () => {
  it('DIXA-1 serves the same operations under v1 and beta', async () => {
    const client = dixaClient();
    const [v1, beta] = [await client.call('GET', path), await client.call('GET', path.replace('v1', 'beta'))];
    expect(v1.status).toBe(200);
    expect(beta.text).toBe(v1.text);
  });

  it('DIXA-1 keeps one state for v1 and beta', async () => {
    const client = dixaClient();
    await client.call('PUT', `/beta/conversations/${seeded.open}/close`);
    expect(await read(client, `/v1/conversations/${seeded.open}`)).toMatchObject({state: 'Closed'});
  });

  it.each(['v2', 'V1', ''])('DIXA-1 knows no version %j', async (version) => {
    const answer = await dixaClient().call('GET', `/${version}/conversations/${seeded.closed}`);
    expect(answer).toMatchObject({status: 404, body: notFound});
  });
});

describe('tokens', () => {
  it.each([
    ['no token', null],
    ['an unknown token', 'unknown'],
    ['an empty header', ''],
    ['a scheme without a token', 'Bearer'],
    ['another scheme', `Basic ${token}`],
    ['a token that is cut off', token.slice(0, -1)],
    ['the token twice', `${token}, ${token}`],
  ])('DIXA-2 refuses %s', async (_, authorization) => {
    const answer = await dixaClient().call('GET', path, {authorization});
    expect(answer).toMatchObject({status: 401, body: unauthorized});
    expect(answer.headers['Content-Type']).toBe('application/json');
  });

  it.each([
    ['an unknown route', 'GET', '/v1/nothing'],
    ['a wrong verb', 'DELETE', path],
    ['a bad id', 'GET', '/v1/conversations/abc'],
    ['an unknown id', 'GET', '/v1/conversations/999999'],
    ['a bad encoding', 'GET', '/v1/conversations/%zz'],
  ])('DIXA-2 DIXA-14 asks for the token before it looks at %s', async (_, method, target) => {
    const answer = await dixaClient().call(method, target, {authorization: null});
    expect(answer).toMatchObject({status: 401, body: unauthorized});
  });

  it.each([token, `Bearer ${token}`, `bearer ${token}`, `BEARER  ${token}`, ` ${token} `])(
    'DIXA-3 takes the token bare or behind Bearer, in any letter case (%#)',
    async (authorization) => {
      expect((await dixaClient().call('GET', path, {authorization})).status).toBe(200);
    },
  );

  it('DIXA-4 anonymizes in the name of the user behind the token', async () => {
    const answer = await dixaClient().call('PATCH', `${path}/anonymize`);
    expect(answer.body).toMatchObject({data: {requestedBy: seeded.admin}});
  });

  it('DIXA-4 closes in the name of the user behind the token', async () => {
    const client = dixaClient({authorization: 'dixa-demo-without-rights'});
    await client.call('PUT', `/v1/conversations/${seeded.open}/close`);
    expect(await read(client, `/v1/conversations/${seeded.open}/activitylog`)).toMatchObject([
      {_type: 'ConversationClosed', author: {id: seeded.sam}},
    ]);
  });

  it('DIXA-5 refuses a user without rights to read an anonymization request, and only that', async () => {
    const client = dixaClient();
    const {body} = await client.call('PATCH', `${path}/anonymize`);
    const {id} = (body as {data: {id: string}}).data;
    client.authorization = 'dixa-demo-without-rights';

    expect(await client.call('GET', `/v1/anonymization/request/${id}`)).toMatchObject({
      status: 401,
      body: {message: 'User is unauthorized to perform an underlying operation'},
    });
    expect((await client.call('GET', path)).status).toBe(200);
    expect((await client.call('PATCH', `${path}/anonymize`)).status).toBe(202);
  });
});

describe('order of checks', () => {
  it('DIXA-14 looks at the route before the parameters', async () => {
    const answer = await dixaClient().call('DELETE', '/v1/conversations/abc');
    expect(answer).toMatchObject({status: 404, body: notFound});
  });

  it('DIXA-14 looks at the parameters before the body', async () => {
    const answer = await dixaClient().call('PUT', '/v1/conversations/abc/claim', {body: '{'});
    expect(answer).toMatchObject({status: 400, body: invalidValue});
  });

  it('DIXA-14 looks at the body before it looks for the conversation', async () => {
    const answer = await dixaClient().call('PUT', '/v1/conversations/999999/claim', {body: {}});
    expect(answer).toMatchObject({status: 400, body: invalidValue});
  });

  // Both are written like what they should be, so that only the operation can tell.
  const leapSecond = '2016-12-31T23:59:60Z';
  it.each([
    ['GET', `/v1/endusers/${nobody}/conversations?pageKey=none`, undefined],
    ['PUT', '/v1/conversations/999999/followup', {timestamp: leapSecond}],
    ['POST', '/v1/conversations/999999/notes', {message: 'Call back', createdAt: leapSecond}],
    ['POST', '/v1/conversations/999999/notes/bulk', {data: [{message: 'Call back', createdAt: leapSecond}]}],
    ['POST', '/v1/conversations/999999/ratings/offer', {ratingType: 'Csat', offeredAt: leapSecond}],
  ])('DIXA-14 reads all of %s %s before it looks for what is named', async (method, path, body) => {
    const answer = await dixaClient().call(method, path, {...(body && {body})});
    expect(answer.status).toBe(400);
  });

  it('DIXA-14 looks for the conversation before the rules of the operation', async () => {
    const answer = await dixaClient().call('PUT', '/v1/conversations/999999/close', {body: {userId: seeded.ada}});
    expect(answer).toMatchObject({status: 404, body: notFound});
  });
});
