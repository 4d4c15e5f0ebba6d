import {describe, expect, it} from 'vitest';
import {escapePointer, resolve, unescapePointer, type OpenApiDocument} from './document.js';
import {operationsOf} from './operations.js';

const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: {title: 'Notes', version: '1'},
  security: [{token: []}],
  paths: {
    '/notes/{id}': {
      parameters: [{$ref: '#/components/parameters/id'}],
      patch: {
        operationId: 'changeNote',
        summary: 'Changes a note',
        deprecated: true,
        'x-standin-mark': 'inferred',
        'x-standin-max-body': 10,
        'x-standin-rules': ['NOTES-1', 'NOTES-2'],
        parameters: [{name: 'filter', in: 'query', content: {'application/json': {schema: {type: 'array'}}}}],
        requestBody: {$ref: '#/components/requestBodies/Note'},
        responses: {
          200: {content: {'application/json': {schema: {$ref: '#/components/schemas/Note'}}}},
          204: {'x-standin-mark': 'documented', 'x-standin-rules': ['NOTES-3']},
          400: {$ref: '#/components/responses/Refused', 'x-standin-mark': 'assumed'},
          404: {$ref: '#/components/responses/Refused'},
          415: {content: {'text/plain': {}}},
          default: {$ref: '#/components/responses/Refused'},
        },
      },
      get: {operationId: 'getNote', security: []},
    },
  },
  components: {
    parameters: {id: {name: 'id', in: 'path', required: true, schema: {$ref: '#/components/schemas/Id'}}},
    requestBodies: {Note: {content: {'application/json': {schema: {$ref: '#/components/schemas/Note'}}}}},
    responses: {
      Refused: {
        'x-standin-rules': ['NOTES-4'],
        content: {'application/problem+json': {schema: {type: 'object'}}},
      },
    },
    schemas: {Note: {type: 'object'}, Id: {type: 'string', enum: ['a', 'b']}, 'a/b~c': {type: 'null'}},
  },
};

const [get, patch] = operationsOf(document);

describe('operations of a document', () => {
  it('say what the document says of them', () => {
    expect(patch).toMatchObject({
      id: 'changeNote',
      method: 'PATCH',
      path: '/notes/{id}',
      pointer: '#/paths/~1notes~1{id}/patch',
      mark: 'inferred',
      deprecated: true,
      secured: true,
      summary: 'Changes a note',
      extensions: {'x-standin-mark': 'inferred', 'x-standin-max-body': 10},
    });
  });

  it('are documented, in use and secured as the whole document is, unless they say otherwise', () => {
    expect(get).toMatchObject({mark: 'documented', deprecated: false, secured: false, body: undefined, summary: ''});
    expect(get?.responses.size).toBe(0);
  });

  it('have the parameters of their path before their own', () => {
    expect(patch?.parameters).toEqual([
      {
        name: 'id',
        in: 'path',
        required: true,
        pointer: '#/components/parameters/id',
        schema: '#/components/parameters/id/schema',
        type: 'string',
        enum: ['a', 'b'],
      },
      {
        name: 'filter',
        in: 'query',
        required: false,
        pointer: '#/paths/~1notes~1{id}/patch/parameters/0',
        schema: '#/paths/~1notes~1{id}/patch/parameters/0/content/application~1json/schema',
        type: 'json',
        enum: undefined,
      },
    ]);
  });

  it('say what body they take, and at most a megabyte of it unless the document says less', () => {
    expect(patch?.body).toEqual({
      required: false,
      types: ['application/json'],
      form: 'json',
      schema: '#/components/requestBodies/Note/content/application~1json/schema',
      maxBytes: 10,
      isData: false,
    });
    const plain = {post: {operationId: 'x', requestBody: {content: {'text/plain': {}}}}};
    expect(operationsOf({...document, paths: {'/x': plain}})[0]?.body).toMatchObject({
      schema: undefined,
      maxBytes: 1024 * 1024,
      isData: false,
    });
  });

  it('say of each answer how sure we are: beside the reference, in the answer, or as of the operation', () => {
    const marks = [...(patch?.responses.values() ?? [])].map(({status, mark}) => [status, mark]);
    expect(Object.fromEntries(marks)).toEqual({
      200: 'inferred',
      204: 'documented',
      400: 'assumed',
      404: 'inferred',
      415: 'inferred',
    });
  });

  it('name their rules, and each answer its own, which may stand where several operations find it', () => {
    expect(patch?.rules).toEqual(['NOTES-1', 'NOTES-2']);
    expect(get?.rules).toEqual([]);
    const rules = [...(patch?.responses.values() ?? [])].map(({status, rules: ids}) => [status, ids]);
    expect(Object.fromEntries(rules)).toEqual({200: [], 204: ['NOTES-3'], 400: ['NOTES-4'], 404: ['NOTES-4'], 415: []});
  });

  it('have pointers that lead to the schemas', () => {
    expect(patch?.responses.get(404)).toMatchObject({
      types: ['application/problem+json'],
      schema: '#/components/responses/Refused/content/application~1problem+json/schema',
    });
    expect(patch?.responses.get(204)).toMatchObject({types: [], schema: undefined});
    expect(patch?.responses.get(415)).toMatchObject({types: ['text/plain'], schema: undefined});
    const pointers = [patch?.body?.schema, ...[...(patch?.responses.values() ?? [])].map(({schema}) => schema)];
    for (const pointer of pointers) if (pointer) expect(resolve(document, pointer).value).toHaveProperty('type');
  });
});

describe('a JSON pointer', () => {
  it('is followed through references, and names the place where the value stands', () => {
    expect(resolve(document, '#/paths/~1notes~1{id}/parameters/0').pointer).toBe('#/components/parameters/id');
    expect(resolve(document, '/components/parameters/id/schema')).toEqual({
      value: {type: 'string', enum: ['a', 'b']},
      pointer: '#/components/schemas/Id',
    });
    expect(resolve(document, '#/components/schemas/a~1b~0c').value).toEqual({type: 'null'});
  });

  it('that leads nowhere means that the document is broken', () => {
    expect(() => resolve(document, '#/components/schemas/Nothing')).toThrow('#/components/schemas/Nothing');
    expect(() => resolve(document, '#/info/title/0')).toThrow('nothing at');
  });

  it('has segments that are escaped and read back', () => {
    for (const text of ['a', 'a/b', 'a~b', '~1', '~01', '/~/']) expect(unescapePointer(escapePointer(text))).toBe(text);
    expect(escapePointer('a/b~c')).toBe('a~1b~0c');
  });
});
