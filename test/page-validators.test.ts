import {describe, expect, it} from 'vitest';
import {compiler} from '../scripts/generate/standalone.js';
import {document as dixa} from '../specs/dixa/generated/document.js';
import {document as leanDixa} from '../specs/dixa/generated/lean-document.js';
import {validators as compiledDixa} from '../specs/dixa/generated/validators.js';
import {document as opencx} from '../specs/opencx/generated/document.js';
import {document as leanOpencx} from '../specs/opencx/generated/lean-document.js';
import {validators as compiledOpencx} from '../specs/opencx/generated/validators.js';
import {document as standin} from '../specs/standin/generated/document.js';
import {document as leanStandin} from '../specs/standin/generated/lean-document.js';
import {validators as compiledStandin} from '../specs/standin/generated/validators.js';
import {document as symbl} from '../specs/symbl/generated/document.js';
import {document as leanSymbl} from '../specs/symbl/generated/lean-document.js';
import {validators as compiledSymbl} from '../specs/symbl/generated/validators.js';
import {operationsOf, type OpenApiDocument, type OperationValidators, type Operation} from '../src/openapi/index.js';
import type {Schema, Validator, Validators} from '../src/openapi/index.js';
import {parametersSchema} from '../src/openapi/parameters-schema.js';
import {SchemaCompiler} from '../src/openapi/validating/compile.js';
import {validatorsOf} from '../src/openapi/validating/validators.js';
import {strangers, valuesOf} from './support/rough-values.js';

/** How many values each validator is asked about. */
const runs = 30;

/** A document, what a page has of it, and what Ajv made of it. */
const documents: readonly (readonly [string, OpenApiDocument, OpenApiDocument, Validators])[] = [
  ['dixa', dixa, leanDixa, compiledDixa],
  ['opencx', opencx, leanOpencx, compiledOpencx],
  ['symbl', symbl, leanSymbl, compiledSymbl],
  ['the control plane', standin, leanStandin, compiledStandin],
];

describe('a page judges as Ajv does: the same errors, in the same order and words', () => {
  it.each(documents)('%s', (_, document, lean, compiled) => {
    const own = validatorsOf(lean);
    const counts = {right: 0, wrong: 0};
    for (const operation of operationsOf(document)) {
      const [theirs, ours] = [partsOf(compiled[operation.id]), partsOf(own[operation.id])];
      expect([...ours.keys()]).toEqual([...theirs.keys()]);
      for (const [part, ajv] of theirs) {
        const at = `${operation.id} ${part}`;
        for (const value of valuesOf(document, schemaOf(operation, part), {runs, seed: at})) {
          const errors = errorsOf(ajv, value);
          agree(at, value, {ajv: errors, page: errorsOf(ours.get(part) as Validator, value)});
          counts[errors.length === 0 ? 'right' : 'wrong'] += 1;
        }
      }
    }
    // Neither all right nor all wrong would tell anything.
    expect(Math.min(counts.right, counts.wrong)).toBeGreaterThan(1000);
  });

  const text = {type: 'string'} as const;
  const named = (name: string) => ({
    type: 'object',
    required: ['kind'],
    properties: {kind: {const: name}, [name]: text},
  });
  it.each<Schema>([
    {maximum: 1, minimum: 0, type: 'integer'},
    {exclusiveMaximum: 101, exclusiveMinimum: 0, type: 'number'},
    {type: ['number', 'null'], minimum: 1},
    {type: 'string', minLength: 1, maxLength: 40, pattern: '^\\p{L}*$'},
    {type: 'array', minItems: 1, maxItems: 1, items: text},
    {type: 'object', minProperties: 1, maxProperties: 0, required: ['x', 'toString']},
    {type: 'object', propertyNames: {maxLength: 0, type: 'string'}, additionalProperties: text},
    {type: 'object', properties: {'a/b~c%': text, 'é ü': {type: 'null'}}, additionalProperties: false},
    {type: 'object', allOf: [{properties: {x: text}}, {properties: {y: text}}], unevaluatedProperties: false},
    {type: 'object', anyOf: [{required: ['y']}, {properties: {x: {type: 'integer'}}}], unevaluatedProperties: text},
    {type: 'object', oneOf: [named('one'), named('two')], discriminator: {propertyName: 'kind'}, required: ['kind']},
    {oneOf: [text, {minLength: 1, type: 'string'}, {type: ['string', 'null']}]},
    {anyOf: [{type: 'integer'}, {type: 'boolean'}, {const: null}]},
    {if: text, then: {minLength: 1, type: 'string'}, else: {type: ['array', 'object']}},
    {type: 'object', if: {required: ['x']}, then: {properties: {x: text}}, unevaluatedProperties: false},
    {const: {x: 1}},
    {enum: [null, [null], {}, 'x', 0]},
    ...['date-time', 'date', 'email', 'uuid'].map((format) => ({type: 'string', format})),
    ...['int32', 'int64'].map((format) => ({type: 'number', format})),
  ])('of every value, for %j', (schema) => {
    const ajv = compiler().compile(schema) as unknown as Validator;
    const page = new SchemaCompiler({} as OpenApiDocument).validator(schema);
    const shaped = [
      {kind: 'one', one: 1},
      {kind: 'three'},
      {kind: 3},
      {x: 'x', y: 1, z: 1},
      {x: 1, y: 'y'},
      {'a/b~c%': 1},
    ];
    for (const value of [...strangers, ...shaped]) {
      agree('', value, {ajv: errorsOf(ajv, value), page: errorsOf(page, value)});
    }
  });
});

type Part = 'parameters' | 'body' | number;

function partsOf({parameters, body, responses}: OperationValidators = {responses: {}}): ReadonlyMap<Part, Validator> {
  return new Map<Part, Validator>([
    ...(parameters ? [['parameters', parameters] as const] : []),
    ...(body ? [['body', body] as const] : []),
    ...Object.entries(responses).map(([status, validator]) => [Number(status), validator] as const),
  ]);
}

function schemaOf(operation: Operation, part: Part): Schema {
  if (part === 'parameters') return parametersSchema(operation, (pointer) => pointer);
  const pointer = part === 'body' ? operation.body?.schema : operation.responses.get(part)?.schema;
  return {$ref: pointer as string};
}

/** Thousands are the same; what differs is shown with the value that it differs for. */
function agree(
  at: string,
  value: unknown,
  {ajv, page}: {readonly ajv: readonly object[]; readonly page: readonly object[]},
) {
  if (JSON.stringify(page) !== JSON.stringify(ajv)) expect({at, value, errors: page}).toEqual({at, value, errors: ajv});
}

function errorsOf(validator: Validator, value: unknown) {
  const isRight = validator(value);
  expect(isRight).toBe((validator.errors ?? []).length === 0);
  return (validator.errors ?? []).map(({instancePath, schemaPath, keyword, params, message}) => ({
    instancePath,
    schemaPath: schemaPath.replace(/^[^#]*/, ''),
    keyword,
    params,
    message,
  }));
}
