import {describe, expect, it} from 'vitest';
import {covers, formOf, parseForm} from './parts.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const type = 'multipart/form-data; boundary=x';

/** A form as it goes over the wire. */
function form(...parts: readonly (readonly [disposition: string, content: string, type?: string])[]): Uint8Array {
  const lines = parts.map(
    ([disposition, content, partType]) =>
      `--x\r\nContent-Disposition: form-data; ${disposition}\r\n${partType ? `Content-Type: ${partType}\r\n` : ''}\r\n${content}\r\n`,
  );
  return bytes(`${lines.join('')}--x--\r\n`);
}

describe('a form', () => {
  it('has texts and files by name', async () => {
    const fields = await parseForm(
      form(['name="note"', 'Grüße'], ['name="file"; filename="a.png"', '\u0001\r\n--y', 'image/png']),
      type,
    );
    expect(fields).toEqual({
      note: 'Grüße',
      file: {bytes: bytes('\u0001\r\n--y'), type: 'image/png', name: 'a.png'},
    });
  });

  it('counts the first of several fields of one name', async () => {
    expect(await parseForm(form(['name="a"', '1'], ['name="a"', '2']), type)).toEqual({a: '1'});
  });

  it('takes a field called __proto__ for nothing but a name', async () => {
    const fields = await parseForm(form(['name="__proto__"', '1']), type);
    expect(Object.keys(fields ?? {})).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  it.each([
    ['nothing', '', type],
    ['another boundary', form(['name="a"', '1']), 'multipart/form-data; boundary=other'],
    ['no boundary', form(['name="a"', '1']), 'multipart/form-data'],
    ['no end', bytes('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'), type],
    ['no disposition', bytes('--x\r\n\r\n1\r\n--x--\r\n'), type],
    ['something else', bytes('{"a":1}'), type],
  ])('is none with %s', async (_, body, contentType) => {
    expect(await parseForm(typeof body === 'string' ? bytes(body) : body, contentType)).toBeUndefined();
  });
});

describe('a body', () => {
  it.each([
    ['application/json', 'json'],
    ['application/problem+json', 'json'],
    ['multipart/form-data', 'form'],
    ['audio/wav', 'binary'],
  ])('of type %s is read as %s', (mediaType, read) => {
    expect(formOf(mediaType)).toBe(read);
  });

  it.each([
    [['audio/wav'], 'audio/wav', true],
    [['audio/*'], 'audio/mpeg', true],
    [['*/*'], 'video/mp4', true],
    [['audio/*'], 'audiobook/x', false],
    [['audio/wav'], 'audio/mpeg', false],
    [[], 'audio/wav', false],
  ])('declared as %j covers %s: %s', (declared, sent, does) => {
    expect(covers(declared, sent)).toBe(does);
  });
});
