import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {mediaTypeOf, parseJson} from './body.js';

const parse = (text: string) => parseJson(new TextEncoder().encode(text));
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('a JSON body', () => {
  it('is read whatever JSON value it is', () => {
    expect(parse('{"a":[1,null,"é"]}')).toEqual({value: {a: [1, null, 'é']}});
    expect(parse('null')).toEqual({value: null});
    expect(parse(' 5 ')).toEqual({value: 5});
  });

  it('may begin with a byte order mark', () => {
    expect(parseJson(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toEqual({value: {}});
  });

  it.each(['', '{', "{'a':1}", '{"a":1,}', 'undefined', 'NaN', '{}{}', '// {}'])('%j is none', (text) => {
    expect(parse(text)).toBeUndefined();
  });

  it('is none when the bytes are not UTF-8', () => {
    expect(parseJson(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined();
    expect(parseJson(Uint8Array.of(0x22, 0xc3, 0x22))).toBeUndefined();
    expect(parseJson(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22))).toBeUndefined();
  });

  it('may nest 64 levels deep and no deeper', () => {
    expect(parse(nested(64))).toBeDefined();
    expect(parse(nested(65))).toBeUndefined();
    expect(parse(nested(200_000))).toBeUndefined();
    expect(parse('{"a":'.repeat(65) + '1' + '}'.repeat(65))).toBeUndefined();
  });

  it('loses members that could poison whoever merges it, at any depth', () => {
    const read = parse('{"a":{"__proto__":{"admin":true},"b":1},"__proto__":null,"constructor":{"prototype":{}}}');
    expect(JSON.stringify(read?.value)).toBe('{"a":{"b":1},"constructor":{"prototype":{}}}');
    expect(({} as {admin?: boolean}).admin).toBeUndefined();
    const merged = Object.assign({}, (read?.value as {a: object}).a) as {admin?: boolean};
    expect(merged.admin).toBeUndefined();
  });

  it('comes through unchanged', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!text.includes('__proto__'));
        expect(parse(text)).toEqual({value: JSON.parse(text) as unknown});
      }),
    );
  });
});

describe('a media type', () => {
  it.each([
    ['application/json', 'application/json'],
    ['Application/JSON; charset=utf-8', 'application/json'],
    [' text/plain ;x=y', 'text/plain'],
    ['', undefined],
    [';', undefined],
    [undefined, undefined],
  ])('%j is %j', (header, expected) => {
    expect(mediaTypeOf(header)).toBe(expected);
  });
});
