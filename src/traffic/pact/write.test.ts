import {beforeAll, describe, expect, it} from 'vitest';
import type {Vendor} from '../../engine/index.js';
import {vendorsNamed} from '../../registry.js';
import type {RecordedExchange} from '../exchange.js';
import {pactOf, type PactCall, type PactOptions} from './write.js';

let vendor: Vendor;

beforeAll(async () => {
  vendor = (await vendorsNamed(['opencx']))[0] as Vendor;
});

const json = {'content-type': 'application/json; charset=utf-8'};

/** A call of `redactSession` unless told otherwise, answered at nine o'clock. */
function call(
  {
    request,
    response,
  }: {request?: Partial<RecordedExchange['request']>; response?: Partial<RecordedExchange['response']>},
  rest: Partial<PactCall> = {},
): PactCall {
  return {
    ...{entry: 'req-7', vendor: 'opencx', operation: 'redactSession', at: '2026-01-05T09:00:00.000Z'},
    exchange: {
      request: {method: 'POST', path: '/redaction/session', query: '', headers: {}, ...request},
      response: {status: 200, headers: json, ...response},
    },
    ...rest,
  };
}

const written = (calls: readonly PactCall[], options: Partial<PactOptions> = {}) =>
  pactOf(calls, {vendor, consumer: 'shop', version: '1.2.3', scenario: 'happy-path', ...options});

const answering = (body: unknown) => call({response: {body: JSON.stringify(body)}});

/** The paths of what an answer must be the very same in, of the last of these calls but for the others. */
function literals(...calls: readonly PactCall[]): readonly string[] {
  const rules = Object.entries(written(calls).interactions[0]?.response.matchingRules?.body ?? {});
  return rules.filter(([, {matchers}]) => matchers[0]?.match === 'equality').map(([path]) => path);
}

describe('a Pact', () => {
  it('names consumer, provider, version of the format and of this package', () => {
    expect(written([])).toEqual({
      consumer: {name: 'shop'},
      provider: {name: 'opencx'},
      interactions: [],
      metadata: {pactSpecification: {version: '4.0'}, standin: {version: '1.2.3'}},
    });
  });

  it('has a call with all that version 4 has for it', () => {
    const {key, ...interaction} = written([
      call({
        request: {
          query: 'a=1&b=%2B&a=2&c=',
          headers: {...json, authorization: 'Bearer demo', host: '127.0.0.1', 'content-length': '17'},
          body: '{"sessionId":"1"}',
        },
        response: {body: '{"success":true}'},
      }),
    ]).interactions[0]!;
    expect(key).toMatch(/^[0-9a-f]{16}$/);
    expect(interaction).toEqual({
      type: 'Synchronous/HTTP',
      description: '1 redactSession → 200 (req-7)',
      pending: false,
      providerStates: [
        {name: 'the stand-in begins anew', params: {scenario: 'happy-path'}},
        {name: 'the clock stands at', params: {at: '2026-01-05T09:00:00.000Z'}},
      ],
      request: {
        method: 'POST',
        path: '/redaction/session',
        query: {a: ['1', '2'], b: ['+'], c: ['']},
        headers: {'content-type': ['application/json; charset=utf-8'], authorization: ['Bearer demo']},
        body: {content: {sessionId: '1'}, contentType: 'application/json', encoded: false},
      },
      response: {
        status: 200,
        headers: {'content-type': ['application/json']},
        body: {content: {success: true}, contentType: 'application/json', encoded: false},
        matchingRules: {body: {$: {combine: 'AND', matchers: [{match: 'type'}]}}},
      },
      comments: {
        text: [expect.any(String)],
        references: {standin: {operation: 'redactSession', entry: 'req-7', rules: expect.stringContaining('OPENCX-')}},
      },
    });
  });

  it('holds what this vendor answered, and nothing that was injected', () => {
    const other = call({}, {entry: 'req-8', vendor: 'dixa'});
    const injected = call({response: {status: 500}}, {entry: 'req-9', fault: '500'});
    const descriptions = written([call({}), other, injected]).interactions.map(({description}) => description);
    expect(descriptions).toEqual(['1 redactSession → 200 (req-7)']);
  });

  it('begins the stand-in anew once, with this vendor’s behaviours, and stops the clock at each call', () => {
    const behaviours = {'opencx.contact_get': true, 'dixa.dates': 'plain'};
    const later = call({}, {at: '2026-01-05T09:00:02.000Z'});
    expect(written([call({}), later], {behaviours}).interactions.map(({providerStates}) => providerStates)).toEqual([
      [
        {
          name: 'the stand-in begins anew',
          params: {scenario: 'happy-path', behaviours: {'opencx.contact_get': true}},
        },
        {name: 'the clock stands at', params: {at: '2026-01-05T09:00:00.000Z'}},
      ],
      [{name: 'the clock stands at', params: {at: '2026-01-05T09:00:02.000Z'}}],
    ]);
  });

  it('keeps the order of the calls when it is sorted by description, and no two interactions have the same key', () => {
    const {interactions} = written(Array.from({length: 12}, (_, position) => call({}, {entry: `req-${position}`})));
    const descriptions = interactions.map(({description}) => description);
    expect(descriptions.toSorted()).toEqual(descriptions);
    expect(new Set(interactions.map(({key}) => key)).size).toBe(12);
  });

  it('keeps byte for byte what says it is JSON and is not', () => {
    const [interaction] = written([
      call({request: {headers: json, body: '{"é":'}, response: {body: 'é{'}}),
    ]).interactions;
    expect(interaction?.request.body).toEqual({
      content: 'eyLDqSI6',
      contentType: 'application/json',
      encoded: 'base64',
    });
    expect(interaction?.response).toMatchObject({body: {content: 'w6l7', encoded: 'base64'}});
    expect(interaction?.response.matchingRules).toBeUndefined();
  });

  it('has texts as they are, and says nothing of the bytes of a file', () => {
    const text = call({response: {headers: {'content-type': 'text/plain'}, body: 'done'}});
    const file = call({response: {headers: {'content-type': 'image/png'}, body: 'PNG'}});
    const none = call({response: {status: 204, headers: {}}});
    expect(written([text, file, none]).interactions.map(({response}) => response)).toEqual([
      {
        status: 200,
        headers: {'content-type': ['text/plain']},
        body: {content: 'done', contentType: 'text/plain', encoded: false},
      },
      {status: 200, headers: {'content-type': ['image/png']}},
      {status: 204},
    ]);
  });
});

describe('an answer must be the very same in', () => {
  it('nothing but its types, as a rule', () => {
    expect(
      literals(answering({name: 'Ada', count: 3, sure: true, nothing: null, at: '2026-01-05T09:00:00Z[GMT]'})),
    ).toEqual([]);
  });

  it('what the document lists', () => {
    expect(literals(answering({success: true, redactionType: 'session', message: 'session'}))).toEqual([
      '$.redactionType',
    ]);
  });

  it('what a later call sends, wherever it stands there, and no earlier one', () => {
    const answer = answering({a: 'id-1', b: 'id-2', c: 'id-3', d: 4711, e: 'id-5', f: 'id 6', g: 'id-7'});
    const sends = (request: Partial<RecordedExchange['request']>) => call({request});
    const later = [
      sends({path: '/sessions/id-1'}),
      sends({query: 'q=id-2'}),
      sends({headers: {authorization: 'Bearer id-3'}}),
      sends({headers: json, body: '{"deep":[{"id":4711},"id-5"]}'}),
      sends({path: '/sessions/id%206'}),
    ];
    expect(literals(answer, ...later)).toEqual(['$.a', '$.b', '$.c', '$.d', '$.e', '$.f']);
    const last = written([sends({path: '/sessions/id-7'}), answer]).interactions.at(-1);
    expect(Object.keys(last?.response.matchingRules?.body ?? {})).toEqual(['$']);
  });

  it('what was hidden, and what is empty', () => {
    const answer = answering({
      items: [{text: '[REDACTED]'}, {text: 'I am [PERSON_NAME] of [ACME]'}, {text: '****'}, {text: 'see [1] and a*b'}],
      ...{none: [], bare: {}, blank: ''},
    });
    expect(literals(answer)).toEqual([
      '$.items[0].text',
      '$.items[1].text',
      '$.items[2].text',
      '$.none',
      '$.bare',
      '$.blank',
    ]);
  });

  it('members of any name but those that a path of Pact cannot name', () => {
    const names = ['a b', "it's", 'a.b', '$', '0', 'x-y', '_z', 'é', 'a\\b'];
    expect(literals(answering(Object.fromEntries(names.map((name) => [name, '']))))).toEqual([
      "$['0']",
      ...["$['a b']", "$['a.b']", "$['$']", '$.x-y', '$._z', "$['é']", "$['a\\b']"],
    ]);
  });
});
