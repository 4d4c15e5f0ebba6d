import {describe, expect, it} from 'vitest';
import {createGuard} from './guard.js';

const here = '127.0.0.1';
const request = (headers: Record<string, string> = {}, origin = 'http://127.0.0.1:4020') => ({
  method: 'GET',
  target: '/_standin/info',
  headers: {host: origin.slice('http://'.length), ...headers},
  body: undefined,
  origin,
});

describe('without an admin token', () => {
  const guard = createGuard(undefined);

  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1'])('hears %s', (address) => {
    expect(guard(request(), address)).toBeUndefined();
  });

  it.each(['10.0.0.7', '192.168.1.20', '::', '::ffff:10.0.0.7', 'fe80::1', '', undefined])(
    'turns away %s',
    (address) => {
      expect(guard(request(), address)).toMatchObject({
        status: 403,
        detail: expect.stringMatching(/same machine/) as string,
      });
    },
  );

  it.each(['localhost:4020', 'LOCALHOST', '127.0.0.1', '127.1.2.3:80', '[::1]:4020'])('is called under %s', (host) => {
    expect(guard(request({}, `http://${host}`), here)).toBeUndefined();
  });

  it.each(['rebound.example:4020', 'localhost.example', '127.0.0.1.example', '10.0.0.7:4020', '[::2]', '0.0.0.0', ''])(
    'is not called under %j: somebody may have pointed that name at this machine',
    (host) => {
      expect(guard(request({host}, 'http://127.0.0.1:4020'), here)).toMatchObject({
        status: 403,
        detail: expect.stringMatching(/localhost/) as string,
      });
    },
  );

  it.each<Record<string, string>>([{'x-forwarded-for': '127.0.0.1'}, {forwarded: 'for=127.0.0.1'}])(
    'does not hear whom a proxy speaks for: %j',
    (headers) => {
      expect(guard(request(headers), here)).toMatchObject({status: 403});
    },
  );
});

describe('with an admin token', () => {
  const guard = createGuard('only-for-tests');

  it.each([here, '10.0.0.7'])('hears who sends it, from %s and under any name', (address) => {
    const headers = {authorization: 'Bearer only-for-tests', 'x-forwarded-for': '10.0.0.7'};
    expect(guard(request(headers, 'http://standin.example:4020'), address)).toBeUndefined();
    expect(guard(request({authorization: 'bearer  only-for-tests'}), address)).toBeUndefined();
  });

  it.each([
    undefined,
    '',
    'only-for-tests',
    'Bearer',
    'Bearer ',
    'Bearer only-for-test',
    'Bearer only-for-tests-',
    'Bearer Only-For-Tests',
    'Basic only-for-tests',
  ])('turns away %j', (authorization) => {
    const headers: Record<string, string> = authorization === undefined ? {} : {authorization};
    expect(guard(request(headers), here)).toMatchObject({
      status: 401,
      detail: expect.stringMatching(/Authorization: Bearer/) as string,
    });
  });

  it('cannot be empty', () => {
    expect(() => createGuard('')).toThrow(RangeError);
  });
});

describe.each([
  ['without a token', createGuard(undefined), {}],
  ['with the token', createGuard('t'), {authorization: 'Bearer t'}],
])('a page, %s', (_, guard, authorization) => {
  const from = (headers: Record<string, string>) => guard(request({...authorization, ...headers}), here);

  it.each<Record<string, string>>([
    {origin: 'https://evil.example'},
    {origin: 'http://localhost:5173'},
    {origin: 'https://127.0.0.1:4020'},
    {origin: 'null'},
    {origin: ''},
    {'sec-fetch-site': 'cross-site'},
    {'sec-fetch-site': 'same-site'},
  ])('of another origin is turned away: %j', (headers) => {
    expect(from(headers)).toMatchObject({
      status: 403,
      detail: expect.stringMatching(/pages of other origins/) as string,
    });
  });

  it.each<Record<string, string>>([
    {origin: 'http://127.0.0.1:4020', 'sec-fetch-site': 'same-origin'},
    {'sec-fetch-site': 'same-origin'},
    {'sec-fetch-site': 'none'},
  ])('of our own, or an address that somebody typed, is heard: %j', (headers) => {
    expect(from(headers)).toBeUndefined();
  });
});
