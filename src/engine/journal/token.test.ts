import {describe, expect, it} from 'vitest';
import {isRestOfMany, parseToken} from './token.js';
import {Tokens} from './tokens.js';

const tokens = new Tokens(new Uint8Array(32).fill(7));

describe('a token that is read', () => {
  it('tells the shape of what it stands for, and how much more there is', () => {
    const name = expect.stringMatching(/^tok_[0-9a-f]{16}$/) as string;
    expect(parseToken(tokens.of('Ada (7)\n'))).toEqual({
      name,
      shape: expect.stringMatching(/^Aaa \(9\)/) as string,
      more: 0,
    });
    expect(parseToken(tokens.of('a'.repeat(200)))).toEqual({name, shape: 'a'.repeat(80), more: 120});
    expect(parseToken(tokens.ofBytes(new Uint8Array(12)))).toEqual({name, more: 0, bytes: 12});
    expect(parseToken(tokens.ofCredential('secret'))).toEqual({name, more: 0});
    expect(parseToken(tokens.ofCredential('Bearer secret'))).toEqual({name, shape: 'Bearer', more: 0});
  });

  it('is nothing else: no longer text, no shorter name', () => {
    const token = tokens.of('Ada');
    for (const text of ['', 'Ada', `${token}/notes`, ` ${token}`, token.slice(0, 12)])
      expect(parseToken(text)).toBe(undefined);
  });

  it('stands for the rest of many where it stands for a list', () => {
    expect(isRestOfMany(tokens.of(['Ada', 'Mo']))).toBe(true);
    for (const other of [tokens.of({list: []}), tokens.of('Ada'), '[Ada]', 7, undefined])
      expect(isRestOfMany(other)).toBe(false);
  });
});
