import {describe, expect, it} from 'vitest';
import {injectedAt, saysNothingUndeclared} from '../../test/support/injected.js';
import {opencx} from './index.js';
import {invalid, opencxClient, noRoute, notFound, seeded} from './test-support.js';

const injected = injectedAt(opencx);
const at = (status: number, operation: string | undefined, about = {}) => injected(status, operation, about)?.body;

describe('what OpenCX says when it is told to fail', () => {
  saysNothingUndeclared(opencx, [500, 502, 503, 504, 520, 521, 522, 523, 524]);

  it.each([
    [400, 'redactSession', invalid('body/sessionId Invalid input: expected string, received undefined')],
    [400, 'redactMessage', invalid('body/messageId Invalid input: expected string, received undefined')],
    [400, 'searchChatSessions', invalid('querystring/q Too small: expected string to have >=1 characters')],
    [401, 'redactSession', {statusCode: 401, message: 'Unauthorized', error: 'Unauthorized'}],
    [403, 'redactSession', {statusCode: 403, message: 'Forbidden', error: 'Forbidden'}],
    [404, 'redactSession', notFound('Session')],
    [404, 'redactMessage', notFound('Message')],
    [404, 'getContact', notFound('Contact')],
    [404, 'getFile', notFound('File')],
    [404, 'listContacts', noRoute('GET:/asked')],
    [404, undefined, noRoute('GET:/asked')],
    [
      429,
      'redactSession',
      {statusCode: 429, error: 'Too Many Requests', message: 'Rate limit exceeded, retry in 1 minute'},
    ],
    [500, 'redactSession', {statusCode: 500, error: 'Internal Server Error', message: 'Internal Server Error'}],
    [500, undefined, {statusCode: 500, error: 'Internal Server Error', message: 'Internal Server Error'}],
  ])('%i at %s is said as the operation itself says it', (status, operation, body) => {
    expect(at(status, operation)).toEqual(body);
  });

  it('names the address where the operation has no other reason for a 400', () => {
    expect(at(400, 'getChatSession')).toMatchObject({message: "'/asked' is not a valid url component"});
  });

  it.each([
    [409, 'redactSession'],
    [422, 'redactSession'],
    [415, 'getChatSession'],
    [429, 'pollWidgetSession'],
    [403, 'getFile'],
    [401, undefined],
  ])('has no words for %i at %s', (status, operation) => {
    expect(injected(status, operation)).toBeUndefined();
  });

  it('OPENCX-7, OPENCX-10 sends the headers of its limiter with a 429', async () => {
    const client = opencxClient();
    await client.fault({fault: '429'});
    expect((await client.call('GET', `/chat/sessions/${seeded.session}`)).headers).toEqual({
      'Content-Type': 'application/json; charset=utf-8',
      'retry-after': '60',
      'x-ratelimit-limit': '100',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '60',
    });
  });

  it.each([
    ['502', undefined],
    ['504', undefined],
    ['524', undefined],
    ['429', true],
    ['403', true],
    ['500', true],
  ] as const)('OPENCX-10 shows the page of the gateway for %s', async (fault, html) => {
    const client = opencxClient();
    await client.fault({fault, ...(html && {html})});
    const answer = await client.call('GET', '/contacts');
    expect(answer).toMatchObject({status: Number(fault), body: undefined});
    expect(answer.headers).toMatchObject({'Content-Type': 'text/html; charset=UTF-8', Server: 'cloudflare'});
    expect(answer.text).toMatch(new RegExp(`^<!DOCTYPE html>[^]*Error code ${fault}[^]*</html>\n$`));
  });
});
