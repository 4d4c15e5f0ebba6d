import {describe, expect, it} from 'vitest';
import {symbl} from './index.js';
import {badRequest, said, seeded, signedIn, stranger} from './test-support.js';

describe('what there is not', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/v1'],
    ['GET', '/v1/nothing'],
    ['GET', `/v1/conversations/${seeded.page}/nothing`],
    ['GET', '/v1/job'],
    ['GET', '/v1/conversations/'],
    ['POST', '/oauth2/token'],
    ['POST', '/v1/process'],
    ['POST', '/v1/process/audio/url/1/2'],
    ['PUT', `/v1/conversations/${seeded.page}/people`],
    // Known by name only: nobody knows what they take and give.
    ['POST', '/oauth2/token:refresh'],
    ['DELETE', '/oauth2/token:revoke'],
  ])('SYMBL-85 %s %s is not found', async (method, path) => {
    const answer = await (await signedIn()).call(method, `/symbl${path}`);
    expect(answer).toMatchObject({status: 404, body: {message: 'Not Found'}});
  });

  it.each([
    ['GET', '/oauth2/token:generate'],
    ['GET', '/v1/process/text'],
    ['POST', `/v1/conversations/${seeded.page}/messages`],
    ['PUT', '/v1/manage/settings'],
    ['DELETE', '/v1/job/1'],
    ['GET', '/v1/process/audio'],
    ['POST', '/v1/process/audio/5083268647485440'],
    ['POST', '/v1/conversations'],
    ['PATCH', `/v1/conversations/${seeded.page}`],
    ['GET', `/v1/conversations/${seeded.page}/speakers`],
    ['DELETE', `/v1/conversations/${seeded.page}/members/1`],
  ])('SYMBL-85 %s is the wrong method for %s', async (method, path) => {
    for (const client of [await signedIn(), stranger()]) {
      const answer = await client.call(method, path);
      expect(answer).toMatchObject({status: 405, body: {message: 'Method Not Allowed'}});
    }
  });

  it.each(['/v1/conversations/%zz/messages', `/v1/conversations/${seeded.page}/messages?redact=%zz`])(
    'an address that does not decode is a bad request: %s',
    async (path) => {
      expect(await (await signedIn()).call('GET', path)).toMatchObject({status: 400, body: badRequest});
    },
  );

  it.each([
    ['another content type', {'content-type': 'text/plain'}],
    ['a form', {'content-type': 'multipart/form-data; boundary=x'}],
  ])('a body of %s is a bad request', async (_, headers) => {
    const body = {messages: [said('Hello.')]};
    const answer = await (await signedIn()).call('POST', '/v1/process/text', {body, headers});
    expect(answer).toMatchObject({status: 400, body: badRequest});
  });

  it.each(['application/json; charset=utf-8', 'APPLICATION/JSON'])('a body may say that it is %s', async (type) => {
    const body = {messages: [said('Hello.')]};
    const answer = await (await signedIn()).call('POST', '/v1/process/text', {body, headers: {'content-type': type}});
    expect(answer.status).toBe(201);
  });

  it('a body may be a megabyte and no more', async () => {
    const client = await signedIn();
    const post = (length: number) =>
      client.call('POST', '/v1/process/text', {body: {messages: [said('a'.repeat(length))]}});
    expect(await post(900_000)).toMatchObject({status: 201});
    expect(await post(1_048_576)).toMatchObject({status: 413, body: {message: 'The request body is too large.'}});
  });
});

describe('every operation', () => {
  it('SYMBL-86 promises one and the same answer for a fault of the vendor', () => {
    const fault = symbl.document.components?.responses?.ServerError;
    expect(fault).toMatchObject({
      content: {
        'application/json': {
          examples: {documented: {value: {message: 'Something went wrong! Please contact support@symbl.ai'}}},
        },
      },
    });
    for (const {path, method} of symbl.operationList) {
      const {responses} = symbl.document.paths[path]?.[method.toLowerCase()] as {responses: Record<number, unknown>};
      expect(responses[500], `${method} ${path}`).toEqual({$ref: '#/components/responses/ServerError'});
    }
  });
});

it('SYMBL-87 no answer has headers about rates or retries', async () => {
  const client = await signedIn();
  const answers = [
    await client.call('GET', `/v1/conversations/${seeded.page}/messages?redact=true`),
    await client.call('POST', '/v1/process/text', {body: {messages: [said('Hello.')]}}),
    await client.call('GET', '/v1/job/nonsense'),
    await client.call('GET', '/v1/manage/settings', {authorization: null}),
    await client.call('PATCH', '/v1/manage/settings', {body: []}),
  ];
  expect(answers.map(({status}) => status)).toEqual([200, 201, 404, 401, 400]);
  for (const {headers} of answers) expect(Object.keys(headers)).toEqual(['Content-Type']);
});
