import {describe, expect, it} from 'vitest';
import type {OpenApiDocument} from './document.js';
import {operationsOf} from './operations.js';
import {schemeOf, securitySchemesOf, waysInto} from './security.js';

const answers = {'200': {description: 'Done'}};
const document = {
  openapi: '3.1.0',
  info: {title: 'Doors', version: '1'},
  security: [{bearer: []}],
  components: {
    securitySchemes: {
      bearer: {type: 'http', scheme: 'bearer'},
      bot: {type: 'apiKey', in: 'header', name: 'X-Bot-Token'},
      inQuery: {type: 'apiKey', in: 'query', name: 'key'},
    },
  },
  paths: {
    '/plain': {get: {operationId: 'plain', responses: answers}},
    '/open': {get: {operationId: 'open', security: [], responses: answers}},
    '/both': {
      get: {operationId: 'both', security: [{bearer: [], bot: []}, {bot: []}, {inQuery: []}], responses: answers},
    },
  },
} as unknown as OpenApiDocument;

function waysOf(id: string) {
  const operation = operationsOf(document).find((one) => one.id === id);
  if (operation === undefined) throw new Error(`There is no operation ${id}.`);
  return waysInto(document, operation).map((way) => way.map(({name}) => name));
}

describe('the security of a document', () => {
  it('is the schemes with a header, as it is spelt', () => {
    expect(securitySchemesOf(document)).toEqual([
      {name: 'bearer', header: 'Authorization', isBearer: true},
      {name: 'bot', header: 'X-Bot-Token', isBearer: false},
    ]);
    expect(securitySchemesOf({...document, components: {}})).toEqual([]);
  });

  it('has no scheme of a name that is not there, or that every object has', () => {
    for (const name of ['nobody', 'constructor', 'inQuery']) expect(schemeOf(document, name)).toBe(undefined);
  });

  it('is that of the document, unless the operation says otherwise', () => {
    expect(waysOf('plain')).toEqual([['bearer']]);
    expect(waysOf('open')).toEqual([]);
  });

  it('has alternatives, and in each what is needed together', () => {
    expect(waysOf('both')).toEqual([['bearer', 'bot'], ['bot'], []]);
  });
});
