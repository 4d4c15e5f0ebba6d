import {describe, expect, it} from 'vitest';
import {vendorsNamed} from '../registry.js';
import {answersOf} from './answers.js';
import type {RecordedExchange} from './exchange.js';
import type {RecordedCall} from './recording.js';

const [dixa] = await vendorsNamed(['dixa']);
if (dixa === undefined) throw new Error('There is no Dixa.');

interface Changes {
  readonly request?: Partial<RecordedExchange['request']>;
  readonly response?: Partial<RecordedExchange['response']>;
  readonly call?: Partial<RecordedCall>;
}

/** A call that reads a conversation, unless told otherwise. */
function call({request, response, call: more}: Changes = {}): RecordedCall {
  return {
    vendor: 'dixa',
    sandbox: 'default',
    at: 1000,
    exchange: {
      request: {method: 'GET', path: '/v1/conversations/41', query: '', headers: {}, ...request},
      response: {status: 200, headers: {'content-type': 'application/json'}, body: '{"data":{"id":41}}', ...response},
    },
    origin: 'made',
    hasCredentials: true,
    pointerOf: (part) => part,
    ...more,
  };
}

const answers = (...calls: readonly RecordedCall[]) => answersOf({calls}, dixa);

describe('answers in a recording', () => {
  it('are those of the operation that was called, with what it was called with', () => {
    const sent = {
      method: 'POST',
      path: '/beta/conversations/41/notes',
      query: 'a=1&a=2&b=x%20y',
      body: '{"message":"m"}',
    };
    expect(answers(call({request: sent, response: {status: 200, body: '{"data":{}}'}}))).toEqual([
      {
        operation: 'postConversationsConversationidNotes',
        params: {version: 'beta', conversationId: '41'},
        query: {a: ['1', '2'], b: ['x y']},
        request: {message: 'm'},
        status: 200,
        body: {data: {}},
        at: 1000,
      },
    ]);
  });

  it.each([
    ['of another vendor', {call: {vendor: 'opencx'}}],
    ['to what is no operation', {request: {path: '/v1/nothing'}}],
    ['to an operation under another method', {request: {method: 'DELETE'}}],
    ['that was refused', {response: {status: 404}}],
    ['that was redirected', {response: {status: 302}}],
    ['whose query does not decode', {request: {query: 'a=%zz'}}],
  ] as const)('are none to a call %s', (_, changes) => {
    expect(answers(call(changes))).toEqual([]);
  });

  it.each([
    ['broken', '{"data":'],
    ['deeper than any', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['not there', undefined],
  ])('have no body where it is %s', (_, body) => {
    const {body: __, ...response} = call().exchange.response;
    const exchange = {...call().exchange, response: {...response, ...(body !== undefined && {body})}};
    expect(answers(call({call: {exchange}}))).toMatchObject([{operation: 'getConversationsConversationid'}]);
    expect(answers(call({call: {exchange}}))[0]).not.toHaveProperty('body');
  });

  it('are not read as JSON where they are something else', () => {
    const image = call({response: {headers: {'content-type': 'image/png'}, body: '7'}});
    expect(answers(image)[0]).not.toHaveProperty('body');
  });

  it('carry no name that poisons who merges them', () => {
    const [answer] = answers(call({response: {body: '{"__proto__":{"id":1},"data":{}}'}}));
    expect(answer?.body).toEqual({data: {}});
  });

  it('are of the time of the call before where the recording does not tell', () => {
    const {at: _, ...timeless} = call();
    expect(answers(timeless, call(), timeless).map(({at}) => at)).toEqual([Date.parse('2026-01-01'), 1000, 1000]);
  });
});
