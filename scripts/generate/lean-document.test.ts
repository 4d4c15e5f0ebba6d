import {describe, expect, it} from 'vitest';
import {document as dixa} from '../../specs/dixa/generated/document.js';
import {document as opencx} from '../../specs/opencx/generated/document.js';
import {document as symbl} from '../../specs/symbl/generated/document.js';
import {examplesOf, operationsOf} from '../../src/openapi/index.js';
import {leanDocument} from './lean-document.js';

describe.each(Object.entries({dixa, opencx, symbl}))('the lean document of %s', (_, document) => {
  const lean = leanDocument(document);

  it('has the same operations, but for what only readers want of them', () => {
    const unread = operationsOf(document).map(({extensions, ...operation}) => {
      const judged = ['undeclared', 'undeclared-names', 'refused-by', 'replaced-by', 'deprecated-rules'];
      const unwanted = judged.map((name) => `x-standin-${name}`);
      const read = Object.fromEntries(Object.entries(extensions).filter(([name]) => !unwanted.includes(name)));
      return {...operation, extensions: read, summary: ''};
    });
    expect(operationsOf(lean)).toEqual(unread);
  });

  it('has the examples of refusals, and no others', () => {
    for (const operation of operationsOf(document)) {
      for (const status of operation.responses.keys()) {
        const expected = status >= 400 ? examplesOf(document, operation, status) : [];
        expect([operation.id, status, examplesOf(lean, operation, status)]).toEqual([operation.id, status, expected]);
      }
    }
  });

  it('has nothing of what only the judge of a client asks about', () => {
    const judged = new RegExp(
      '"links"|"x-standin-(link|until|unless|when|undeclared|undeclared-names|unknown-route|refused-by|missing-refused-by|' +
        'replaced-by|deprecated|deprecated-rules|ignored-values)"',
    );
    expect(JSON.stringify(document)).toMatch(judged);
    expect(JSON.stringify(lean)).not.toMatch(judged);
  });

  it('is less than two thirds as long', () => {
    expect(JSON.stringify(lean).length).toBeLessThan(JSON.stringify(document).length * (2 / 3));
  });
});

it('keeps what is only called like a description', () => {
  const note = {type: 'object', description: 'A note.', properties: {description: {type: 'string', example: 'x'}}};
  const schemas = {description: {...note, default: {description: 'kept', example: 1}}, examples: {type: 'string'}};
  const document = {openapi: '3.1.0', info: {title: 'T', version: '1', description: 'Notes.'}, paths: {}};
  expect(leanDocument({...document, components: {schemas}})).toEqual({
    openapi: '3.1.0',
    info: {title: 'T', version: '1'},
    paths: {},
    components: {
      schemas: {
        description: {
          type: 'object',
          properties: {description: {type: 'string'}},
          default: {description: 'kept', example: 1},
        },
        examples: {type: 'string'},
      },
    },
  });
});
