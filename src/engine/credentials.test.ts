import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {bearerOf, decodeSandbox, encodeSandbox, readToken, signToken} from './credentials.js';

describe('a sandbox in a credential', () => {
  it('is read back, whatever it is called', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/), (sandbox) => {
        const text = encodeSandbox(sandbox);
        expect(text).toMatch(/^[0-9a-z]{1,52}$/);
        expect(decodeSandbox(text)).toBe(sandbox);
      }),
    );
  });

  it('is told apart from one that only begins or ends alike', () => {
    const names = ['A', 'AA', 'AAA', 'a', 'Aa', 'aA', 'blue', 'Blue', 'blue_', '_blue', '-'.repeat(40), 'A'.repeat(40)];
    expect(new Set(names.map(encodeSandbox)).size).toBe(names.length);
    expect(names.map(encodeSandbox).map(decodeSandbox)).toEqual(names);
  });

  it('is in no text that was not made from one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z]{1,60}$/)), (text) => {
        const sandbox = decodeSandbox(text);
        if (sandbox !== undefined) expect(encodeSandbox(sandbox)).toBe(text);
      }),
      {numRuns: 1000},
    );
    const blue = encodeSandbox('blue');
    expect([`0${blue}`, '', '0', '1', blue.toUpperCase(), 'z'.repeat(53)].map(decodeSandbox)).toEqual(
      Array(6).fill(undefined),
    );
  });
});

describe('a token', () => {
  it('is a JSON Web Token, always the same for the same claims', () => {
    const token = signToken({sandbox: 'blue', exp: 1});
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(token).toBe(signToken({sandbox: 'blue', exp: 1}));
    expect(token).toBe('eyJhbGciOiJIUzI1NiJ9.eyJzYW5kYm94IjoiYmx1ZSIsImV4cCI6MX0.' + token.split('.')[2]);
  });

  it('has another signature for other claims', () => {
    const signatures = [{a: 1}, {a: 2}, {b: 1}, {}].map((claims) => signToken(claims).split('.')[2]);
    expect(new Set(signatures).size).toBe(4);
    for (const signature of signatures) expect(signature).toHaveLength(43);
  });

  it('tells its claims to whoever looks inside, in any script', () => {
    const claims = fc.dictionary(fc.string({unit: 'grapheme'}), fc.string({unit: 'grapheme'}));
    fc.assert(
      fc.property(claims, (one) => {
        expect(readToken(signToken(one))).toEqual(JSON.parse(JSON.stringify(one)));
      }),
    );
  });

  it.each([
    '',
    'abc',
    'a.b.c',
    'a.b',
    '.e30',
    '.e30.x.y',
    'e30.NQ.e30',
    'e30.bnVsbA.e30',
    'e30.W10.e30',
    'a.!.c',
    'a.gA.c',
  ])('%j is none', (text) => {
    expect(readToken(text)).toBeUndefined();
  });

  it('is read without a look at its signature', () => {
    expect(readToken('e30.e30.')).toEqual({});
  });
});

describe('an Authorization header', () => {
  it.each([
    ['Bearer abc', 'abc'],
    ['bearer   abc', 'abc'],
    [' BEARER abc ', 'abc'],
    ['abc', undefined],
    ['Basic abc', undefined],
    ['Bearer', undefined],
    ['Bearer a b', undefined],
    ['Bearerabc', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j carries %j', (header, expected) => {
    expect(bearerOf(header)).toBe(expected);
  });
});
