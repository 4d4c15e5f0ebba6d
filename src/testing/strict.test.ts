import {expect, it} from 'vitest';
import {createStandin} from '../index.js';
import type {Finding} from '../openapi/index.js';
import {StrictSandbox} from './strict.js';

const at = {sandbox: 'sandbox-1', scenario: 'happy-path'} as const;

it('tells of an answer that differs from the document, and blames no client for it', async () => {
  await using standin = await createStandin({vendors: ['dixa'], randomSeed: 1});
  const headers = {authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
  await standin.fetch('/dixa/v1/conversations/10749', {headers});
  const [entry] = await standin.journal.entries();
  const violation: Finding = {
    ...{location: 'body', path: '/data/id', schemaPath: '#/x/type', keyword: 'type', params: {}},
    message: 'must be string',
  };
  const judged = (violations: readonly Finding[]) => {
    const sandbox = new StrictSandbox('sandbox-1', standin.vendors);
    sandbox.judge({...entry!, violations}, at);
    return sandbox.end([]);
  };
  expect(judged([])).toBeUndefined();
  expect(judged([violation])).toMatch(
    /^Answers of the stand-in differ from the document, which is a mistake of its own:\n {2}req-1 dixa: must be string$/,
  );
});
