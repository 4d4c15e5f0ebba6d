import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Tokens} from './tokens.js';

const key = (byte: number) => new Uint8Array(32).fill(byte);
const bytes = (text: string) => new TextEncoder().encode(text);
const digest = (token: string) => /^tok_([0-9a-f]{16})/.exec(token)?.[1];

describe('a token', () => {
  it('shows shape and length, and nothing else', () => {
    const tokens = new Tokens(key(1));
    expect(tokens.of('Anna.Smith@example.org')).toMatch(/^tok_[0-9a-f]{16}\(Aaaa\.Aaaaa@aaaaaaa\.aaa\)$/);
    expect(tokens.of('+49 151 1234')).toMatch(/\(\+99 999 9999\)$/);
    expect(tokens.of('Ünal Ære 日本 ٣')).toMatch(/\(Aaaa Aaa aa 9\)$/);
    expect(tokens.of('नमस्ते 👩‍👧')).toMatch(/\(aaa\?a\? \?+\)$/);
    expect(tokens.of('x'.repeat(100))).toMatch(/\(a{80}…\+20\)$/);
    expect(tokens.of({name: 'Anna'})).toMatch(/\(\{"aaaa":"Aaaa"\}\)$/);
    expect(tokens.ofBytes(new Uint8Array(5))).toMatch(/^tok_[0-9a-f]{16}\(5 bytes\)$/);
  });

  it('of an object is the same in whatever order its members stand', () => {
    const tokens = new Tokens(key(1));
    const one = {a: 1, b: {c: [{d: 1, e: 2}], f: null}};
    const other = {b: {f: null, c: [{e: 2, d: 1}]}, a: 1};
    expect(tokens.of(one)).toBe(tokens.of(other));
    expect(tokens.of([1, 2])).not.toBe(tokens.of([2, 1]));
  });

  it('of a credential shows not even that, but for the name of a usual scheme', () => {
    const shown = (value: string) => new Tokens(key(1)).ofCredential(value).replace(/^tok_[0-9a-f]{16}/, 'tok');
    expect([shown('Bearer abc'), shown('basic abc'), shown('Bearerabc'), shown('Anna abc')]).toEqual([
      ...['tok(Bearer)', 'tok(basic)', 'tok', 'tok'],
    ]);
  });

  it('is the same for equal values and another for any other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const tokens = new Tokens(key(1));
        expect(tokens.of(one)).toBe(new Tokens(key(1)).of(one));
        expect(tokens.ofCredential(one)).toBe(tokens.ofCredential(one));
        expect(digest(tokens.of(one)) === digest(tokens.of(other))).toBe(one === other);
      }),
    );
  });

  it('of long bytes tells them apart by their ends and their length', () => {
    const tokens = new Tokens(key(1));
    const long = (changes: Record<number, number> = {}, length = 1_000_000) =>
      tokens.ofBytes(Object.assign(new Uint8Array(length), changes));
    expect(long()).toBe(long());
    for (const other of [long({0: 1}), long({999_999: 1}), long({}, 1_000_001)]) expect(other).not.toBe(long());
  });

  it('is another under another key', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const [one, other] = [new Tokens(key(1)), new Tokens(key(2))];
        expect(digest(one.of(value))).not.toBe(digest(other.of(value)));
        expect(one.ofCredential(value)).not.toBe(other.ofCredential(value));
        const bytes = new TextEncoder().encode(value);
        expect(one.ofBytes(bytes)).not.toBe(other.ofBytes(bytes));
      }),
    );
  });

  it('of a credential stays the same after more of them than are remembered', () => {
    const tokens = new Tokens(key(1));
    const first = tokens.ofCredential('first');
    for (let count = 0; count < 250; count += 1) tokens.ofCredential(`other ${count}`);
    expect(tokens.ofCredential('first')).toBe(first);
  });

  it('never holds a letter or a digit of the value', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', minLength: 1}), (value) => {
        const shape = new Tokens(key(1)).of(value).replace(/^tok_[0-9a-f]{16}/, '');
        expect(shape).toMatch(/^\([Aa9\x20-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]*(…\+\d+)?\)$/);
      }),
    );
  });
});

describe('what tokens stand for', () => {
  it('is remembered for one piece of work, and no longer', () => {
    const tokens = new Tokens(key(1));
    const work = () => [tokens.of('Ada'), tokens.of({a: 1}), tokens.ofCredential('key'), tokens.ofBytes(bytes('text'))];
    tokens.ofCredential('key');
    const {result, meanings} = tokens.remembering(work);
    expect(result.map((token) => meanings.get(token))).toEqual(['Ada', {a: 1}, 'key', 'text']);
    tokens.of('Carla');
    expect(meanings.size).toBe(4);
    expect(tokens.remembering(() => tokens.of('Noor')).meanings.size).toBe(1);
  });

  it('is not remembered when it is long, or no text', () => {
    const tokens = new Tokens(key(1));
    const {meanings} = tokens.remembering(() => [
      tokens.of('x'.repeat(70_000)),
      tokens.ofBytes(bytes('x'.repeat(70_000))),
      tokens.ofBytes(new Uint8Array([0xff, 0xfe])),
    ]);
    expect(meanings.size).toBe(0);
  });

  it('is not remembered after work that fails', () => {
    const tokens = new Tokens(key(1));
    const fail = () => {
      tokens.of('Ada');
      throw new Error('It fails.');
    };
    expect(() => tokens.remembering(fail)).toThrow('It fails.');
    expect(tokens.remembering(() => tokens.of('Noor')).meanings.size).toBe(1);
  });
});
