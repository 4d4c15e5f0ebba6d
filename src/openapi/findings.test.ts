import {describe, expect, it} from 'vitest';
import * as dixa from '../../specs/dixa/generated/index.js';
import * as opencx from '../../specs/opencx/generated/index.js';
import * as symbl from '../../specs/symbl/generated/index.js';
import {resolve} from './document.js';
import {findingsOf, type Finding, type Validator, type ValidatorError} from './findings.js';
import {operationsOf} from './operations.js';

/** A validator that always finds the same. */
function finding(...errors: ValidatorError[]): Validator {
  const validator: Validator = () => errors.length === 0;
  validator.errors = errors;
  return validator;
}

const error: ValidatorError = {
  instancePath: '/contact/custom_data',
  schemaPath: 'https://standin.example/notes#/components/schemas/Contact/type',
  keyword: 'type',
  params: {type: 'object'},
  message: 'must be object',
};

describe('findings', () => {
  it('are none where nothing is wrong, or where there is nothing to judge by', () => {
    expect(findingsOf(finding(), {}, 'body')).toEqual([]);
    expect(findingsOf(undefined, {}, 'body')).toEqual([]);
  });

  it('tell where in the value it is, and where in the document', () => {
    expect(findingsOf(finding(error), {}, 'body')).toEqual([
      {
        location: 'body',
        path: '/contact/custom_data',
        keyword: 'type',
        params: {type: 'object'},
        message: 'must be object',
        schemaPath: '#/components/schemas/Contact/type',
      },
    ]);
  });

  it('come in the order in which the validator reports them', () => {
    const found = findingsOf(finding(error, {...error, keyword: 'required'}), {}, 'response');
    expect(found.map(({location, keyword}) => [location, keyword])).toEqual([
      ['response', 'type'],
      ['response', 'required'],
    ]);
  });

  it('of parameters tell which part of the request it is', () => {
    const at = (instancePath: string) => findingsOf(finding({...error, instancePath}), {}, 'parameters')[0];
    expect(at('/query/limit')).toMatchObject({location: 'query', path: '/limit'});
    expect(at('/path/id')).toMatchObject({location: 'path', path: '/id'});
    expect(at('/header/x-trace/0')).toMatchObject({location: 'header', path: '/x-trace/0'});
    expect(at('/query')).toMatchObject({location: 'query', path: ''});
  });
});

describe.each([
  ['dixa', dixa],
  ['opencx', opencx],
  ['symbl', symbl],
])('findings by the validators of %s', (_, {document, validators}) => {
  const operations = operationsOf(document);

  it('lead to the missing parameter in the document', () => {
    for (const {id, parameters} of operations) {
      const found = findingsOf(validators[id]?.parameters, {path: {}, query: {}, header: {}}, 'parameters', parameters);
      const required = parameters.filter((parameter) => parameter.required);
      expect(found.map(({schemaPath}) => resolve(document, schemaPath).value)).toEqual(required.map(() => true));
    }
  });

  /** Values that break what they can: wrong types, nothing that is required, much that nobody declared. */
  const odd: readonly unknown[] = [null, 5, 'text', [], [{}], {}, {surplus: 1}, [{surplus: 1}], {_type: 'Nothing'}];

  const found = (): readonly Finding[] =>
    operations.flatMap(({id, parameters}) => [
      ...odd.flatMap((value) => findingsOf(validators[id]?.body, value, 'body')),
      ...Object.values(validators[id]?.responses ?? {}).flatMap((validator) =>
        odd.flatMap((value) => findingsOf(validator, value, 'response')),
      ),
      ...odd.flatMap((value) => {
        const all = Object.fromEntries(parameters.map(({name}) => [name, value]));
        const given = {path: all, query: all, header: all};
        return findingsOf(validators[id]?.parameters, given, 'parameters', parameters);
      }),
    ]);

  it('name the keyword that was broken, in the document itself', () => {
    const isThere = ({schemaPath, keyword}: Finding) =>
      schemaPath.endsWith(`/${keyword}`) && leadsSomewhere(schemaPath);
    const lost = found().filter((one) => !isThere(one));
    expect(new Set(lost.map(({schemaPath}) => schemaPath))).toEqual(new Set());
  });

  function leadsSomewhere(pointer: string): boolean {
    try {
      return resolve(document, pointer) !== undefined;
    } catch {
      return false;
    }
  }
});
