import {describe, expect, it} from 'vitest';
import {Tokens} from '../engine/desks.js';
import type {JsonValue} from '../engine/index.js';
import type {OpenApiDocument, Schema} from '../openapi/index.js';
import {StandIns} from './stand-ins.js';

const tokens = new Tokens(new Uint8Array(32).fill(7));
const document = {openapi: '3.1.0', info: {title: 'Nothing', version: '1'}, paths: {}} as unknown as OpenApiDocument;
const known = Object.fromEntries(['true', 'false', 'Sales'].map((word) => [tokens.of(word), word]));

/** What stands for a value that a journal has as a token, where the document has that. */
function standInFor(value: JsonValue, schema?: Schema, isMistyped = false): JsonValue {
  const schemas = schema === undefined ? [] : [schema];
  const mistyped = new Set(isMistyped ? ['/it'] : []);
  return new StandIns(known, 1).value(tokens.of(value), {document, schemas, pointer: '/it', mistyped});
}

describe('what stands for a token in a body', () => {
  it.each([true, false])('is the boolean %s where the document has nothing or a boolean', (value) => {
    expect(standInFor(value)).toBe(value);
    expect(standInFor(value, {type: 'boolean'})).toBe(value);
    expect(standInFor(value, {type: 'string'}, true)).toBe(value);
  });

  it('is a text where the document has one', () => {
    expect(standInFor('true', {type: 'string'})).toBe('true');
    expect(standInFor(true, {type: ['string', 'boolean']})).toBe('true');
  });

  it('is a word that is nobody’s as it is, and one of the same shape for any other', () => {
    expect(standInFor('Sales')).toBe('Sales');
    expect(standInFor('Mabel')).toMatch(/^(?!Mabel)[A-Z][a-z]{4}$/);
    expect(standInFor(47, {type: 'integer'})).toEqual(expect.any(Number));
  });
});

describe('what stands for a long number that the journal has in clear', () => {
  const standIns = () => new StandIns(known, 1, new Set(['4549300882243584']));
  const place = {document, schemas: [], pointer: '/it', mistyped: new Set<string>()};

  it.each(['123456', '20998857', '4520998865123012'])('is another of the same length: %s', (text) => {
    const made = standIns().text(text);
    expect(made).toMatch(new RegExp(`^\\d{${text.length}}$`));
    expect(made).not.toBe(text);
    expect(standIns().text(text)).toBe(made);
    const number = standIns().value(Number(text), place);
    expect(String(number)).toHaveLength(text.length);
    expect(number).not.toBe(Number(text));
  });

  it('is itself where an answer or a seed gave it, or where it is short', () => {
    expect(standIns().text('4549300882243584')).toBe('4549300882243584');
    expect([standIns().text('10749'), standIns().value(10749, place)]).toEqual(['10749', 10749]);
  });
});
