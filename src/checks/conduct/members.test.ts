import {expect, it} from 'vitest';
import type {OpenApiDocument, Schema} from '../../openapi/index.js';
import {membersIn} from './members.js';

const told = (schema: Schema, body: unknown) => {
  const document: OpenApiDocument = {
    ...{openapi: '3.1.0', info: {title: 'T', version: '1'}, paths: {}},
    components: {schemas: {Body: schema, Named: {properties: {name: {}}}}},
  };
  return membersIn(document, '#/components/schemas/Body', body).map(
    ({pointer, described, isSettled}) =>
      `${pointer} ${described.length > 0 ? 'declared' : isSettled ? 'settled' : 'surplus'}`,
  );
};

it('tells members by all that a schema refers to or is composed of', () => {
  const schema = {properties: {id: {}}, oneOf: [{$ref: '#/components/schemas/Named'}, {properties: {age: {}}}]};
  expect(told(schema, {id: 1, name: 1, age: 1, other: 1})).toEqual([
    ...['/id declared', '/name declared', '/age declared', '/other surplus'],
  ]);
});

it('leaves to the document what it says itself of further members', () => {
  for (const further of [{additionalProperties: false}, {unevaluatedProperties: {}}, {patternProperties: {x: {}}}])
    expect(told({properties: {id: {}}, ...further} as Schema, {other: 1})).toEqual(['/other settled']);
});

it('looks into lists and objects that are declared, and into no others', () => {
  const schema = {properties: {list: {items: {$ref: '#/components/schemas/Named'}}, free: {type: 'object'}}};
  expect(told(schema, {list: [{name: 1}, {nick: 1}], free: {any: 1}})).toEqual([
    ...['/list declared', '/list/0/name declared', '/list/1/nick surplus', '/free declared'],
  ]);
});
