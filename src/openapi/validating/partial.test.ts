import {describe, expect, it} from 'vitest';
import type {OpenApiDocument, Schema} from '../index.js';
import {PartialValidators} from './partial.js';

const shape = (kind: string, own: string): Schema => ({
  type: 'object',
  required: ['kind', own],
  properties: {kind: {type: 'string', const: kind}, [own]: {type: 'integer'}, both: {type: 'string'}},
  unevaluatedProperties: false,
});

const schemas: Readonly<Record<string, Schema>> = {
  Cat: shape('Cat', 'lives'),
  Dog: shape('Dog', 'bones'),
  Pet: {
    type: 'object',
    oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}],
    discriminator: {propertyName: 'kind'},
  },
  Untold: {anyOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {type: 'null'}]},
  List: {type: 'array', minItems: 2, items: {$ref: '#/components/schemas/Pet'}},
};
const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: {title: 'Pets', version: '1'},
  paths: {},
  components: {schemas},
};
const validators = new PartialValidators(document);

function toldOf(schema: string, value: unknown): readonly string[] {
  const validator = validators.of(`#/components/schemas/${schema}`);
  validator(value);
  return (validator.errors ?? []).map(({instancePath, keyword, params}) => {
    return `${keyword} ${instancePath} ${JSON.stringify(Object.values(params))}`;
  });
}

describe('a value of which parts are left out', () => {
  it.each([
    ['Pet', {}],
    ['Pet', {both: 'x'}],
    ['Pet', {bones: 1}],
    ['Pet', {kind: 'Dog', both: 'x'}],
    ['Untold', null],
    ['Untold', {lives: 9}],
    ['List', []],
    ['List', [{lives: 1}]],
  ])('is right as %s when any shape has all that is there: %j', (schema, value) => {
    expect(toldOf(schema, value)).toEqual([]);
  });

  it.each([
    ['Pet', {kind: 'Dog', lives: 9}, ['unevaluatedProperties  ["lives"]']],
    ['Untold', {kind: 'Dog', lives: 9}, ['unevaluatedProperties  ["lives"]']],
    ['Pet', {wings: 2, both: 'x'}, ['unevaluatedProperties  ["wings"]']],
    ['Pet', {both: 1}, ['type /both ["string"]']],
    ['Pet', {lives: 9, bones: 1}, ['oneOf  []']],
    ['Pet', {kind: 'Cow', lives: 9}, ['enum /kind [["Cat","Dog"]]']],
    ['Untold', {kind: 'Cow'}, ['enum /kind [["Cat","Dog"]]']],
    ['Pet', [], ['type  ["object"]']],
    ['Untold', 'x', ['type  [["object","null"]]']],
    ['List', [{lives: 'x'}, {kind: 'Cat', lives: 1.5}], ['type /0/lives ["integer"]', 'type /1/lives ["integer"]']],
  ])('is told as %s by what is there: %j', (schema, value, told) => {
    expect(toldOf(schema, value)).toEqual(told);
  });
});
