import {spawn, type ChildProcess} from 'node:child_process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../../src/index.js';
import {addressOf, prism} from '../support/referee.js';

/** Prism's own mock server beside the stand-in: what a `Prefer` header gets from the one it gets from the other. */
let standin: Standin;
let mock: ChildProcess;
let mockUrl: string;

beforeAll(async () => {
  standin = await createStandin({randomSeed: 1, vendors: ['dixa']});
  const document = new URL('../../specs/dixa/openapi.yaml', import.meta.url).pathname;
  mock = spawn(process.execPath, [prism, 'mock', '-p', '0', document], {stdio: ['ignore', 'pipe', 'inherit']});
  mockUrl = await addressOf(mock);
}, 120_000);

afterAll(async () => {
  mock.kill('SIGTERM');
  await standin.close();
});

const conversation = 'GET /v1/conversations/10750';
const close = 'PUT /v1/conversations/10750/close';
const anonymization = 'GET /v1/anonymization/request/87bac308-e49f-4134-84cc-96b868f1e1e4';

interface Answered {
  readonly status: number;
  readonly type: string | undefined;
  readonly body: unknown;
  readonly applied: string | null;
}

/** What Prism and the stand-in answer to the same call. */
async function both(line: string, prefer: string, {authorization}: {authorization?: string} = {}) {
  const [method = '', path = ''] = line.split(' ');
  const token = authorization ?? standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '';
  const init = {method, headers: {prefer, ...(token !== '' && {authorization: token})}};
  const [theirs, ours] = await Promise.all([fetch(mockUrl + path, init), standin.fetch(`/dixa${path}`, init)]);
  return {theirs: await answered(theirs), ours: await answered(ours)};
}

async function answered(answer: Response): Promise<Answered> {
  const text = await answer.text();
  return {
    status: answer.status,
    type: answer.headers.get('content-type')?.split(';', 1)[0],
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
    applied: answer.headers.get('preference-applied'),
  };
}

describe('Prefer is understood as Prism understands it', () => {
  it.each([
    [conversation, 'code=200', 200],
    [conversation, 'code=404', 404],
    [conversation, 'code=429', 429],
    [conversation, 'example=anonymized', 200],
    [conversation, 'code=200, example=anonymized', 200],
    [conversation, 'code=200,example="anonymized"', 200],
    [conversation, 'code=500, code=404', 500],
    [conversation, 'code=404;example=anonymized', 404],
    [anonymization, 'code=401', 401],
    [anonymization, 'code=401, example=unknownToken', 401],
    [anonymization, 'example=processed', 200],
    [close, 'code=204', 204],
  ])('%s with %s', async (line, prefer, status) => {
    const {theirs, ours} = await both(line, prefer);
    expect(theirs.status).toBe(status);
    expect({...ours, applied: null}).toEqual(theirs);
    expect(ours.applied).toMatch(/^(code|example)=/);
  });

  it.each([
    ['behind the form of the request', 'GET /v1/conversations/abc', 'code=404', {}, 400],
    ['behind the credential', conversation, 'code=404', {authorization: ''}, 401],
  ])('%s', async (_, line, prefer, options, status) => {
    const {theirs, ours} = await both(line, prefer, options);
    expect(theirs.status).toBe(status);
    expect(ours).toEqual(theirs);
  });
});

describe('what cannot be done has the status that Prism gives it, and a problem for a body', () => {
  it.each([
    ['a status that is not declared', conversation, 'code=418', 404],
    ['a status that is not declared here', close, 'code=200', 404],
    ['an example that is not there', conversation, 'example=nonsense', 404],
    ['no status', conversation, 'code=many', 422],
    ['a status of four digits', conversation, 'code=2000', 422],
  ])('%s', async (_, line, prefer, status) => {
    const {theirs, ours} = await both(line, prefer);
    const problem = {type: 'application/problem+json', body: {status}};
    expect(theirs).toMatchObject({status, ...problem});
    expect(ours).toMatchObject({status, ...problem, applied: null});
  });
});

/** Prism looks for the example in the answer of success then, and fails with a 500 of its own if it is not there either. */
describe('an example that another status has', () => {
  it.each([
    ['code=404, example=anonymized', 200],
    ['code=404, example=nonsense', 500],
  ])('is not answered in its place: %s', async (prefer, status) => {
    const {theirs, ours} = await both(conversation, prefer);
    expect(theirs.status).toBe(status);
    expect(ours).toMatchObject({status: 404, type: 'application/problem+json'});
  });
});
