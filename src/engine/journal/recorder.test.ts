import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import * as dixa from '../../../specs/dixa/generated/index.js';
import * as opencx from '../../../specs/opencx/generated/index.js';
import * as symbl from '../../../specs/symbl/generated/index.js';
import {tinyVendor} from '../../../test/support/tiny-vendor.js';
import {operationsOf, resolve, Router, type Finding, type OpenApiDocument, type Schema} from '../../openapi/index.js';
import {Exchange} from '../exchange.js';
import type {JournalEntry} from './entry.js';
import {Journal} from './journal.js';
import {Recorder} from './recorder.js';
import {RequestMask} from './request-mask.js';
import type {Problem} from '../problem.js';
import type {Reply} from '../reply.js';
import type {PlainRequest} from '../request.js';
import {Tokens} from './tokens.js';
import type {Vendor} from '../vendor.js';

const key = (byte: number) => new Uint8Array(32).fill(byte);
const bytes = (text: string) => new TextEncoder().encode(text);

interface Received {
  readonly method?: string;
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly reply?: Reply;
  readonly violations?: readonly Finding[];
}

const recorderOf = (vendor: Vendor, tokens = new Tokens(key(1))) =>
  new Recorder({mask: new RequestMask(vendor, tokens)});

/** Takes a request as far as a vendor would, and writes it down. */
function recorded(vendor: Vendor, received: Received, recorder = recorderOf(vendor)): JournalEntry {
  const {method = 'GET', target, headers = {}, body, reply = {status: 400}, violations = []} = received;
  const request: PlainRequest = {method, target, headers, body, origin: 'http://127.0.0.1:4020'};
  const exchange = new Exchange(request, target);
  if (!(exchange.route(vendor.router) ?? exchange.decode({}, 'refuse'))) exchange.validate(vendor.validators);
  const journal = new Journal();
  const outcome = {kind: 'request', at: 0, reply, violations} as const;
  return journal.add(recorder.entryOf(exchange, outcome));
}

const json = {'content-type': 'application/json'};
const noteOf = (note: object, tokens?: Tokens) => {
  const vendor = tinyVendor();
  const body = bytes(JSON.stringify(note));
  return recorded(vendor, {method: 'POST', target: '/v1/notes', headers: json, body}, recorderOf(vendor, tokens));
};

describe('an entry of the journal', () => {
  it('keeps what the document names and does not mark as personal', () => {
    expect(noteOf({text: 'Milk', author: '0d0e8a0c-6f0e-4a55-9d6b-5f3f1b1d2c3a'}).request).toMatchObject({
      method: 'POST',
      path: '/v1/notes',
      headers: json,
      body: {text: expect.stringMatching(/^tok_.*\(Aaaa\)$/) as string, author: '0d0e8a0c-6f0e-4a55-9d6b-5f3f1b1d2c3a'},
    });
  });

  it('hides names and values that the document does not know', () => {
    const entry = recorded(tinyVendor(), {target: '/v1/notes/1?anna=smith', headers: {'x-anna': 'smith', ...json}});
    expect(Object.keys(entry.request.query)).toEqual([expect.stringMatching(/^tok_.*\(aaaa\)$/)]);
    expect(entry.request.path).toMatch(/^\/v1\/notes\/tok_[0-9a-f]{16}\(9\)$/);
    expect(JSON.stringify(entry)).not.toMatch(/anna|smith/);
    expect(Object.keys(noteOf({surplus: true}).request.body as object)[0]).toMatch(/^tok_.*\(aaaaaaa\)$/);
  });

  it('has the same token for the same value, wherever it stands', () => {
    const [one, other] = [noteOf({text: 'Anna'}), noteOf({author: 'Anna Smith', text: 'Anna', surplus: 'Anna'})];
    const token = (one.request.body as {text: string}).text;
    expect((other.request.body as {text: string}).text).toBe(token);
    expect(Object.values(other.request.body as object)).toContain(token);
    expect(noteOf({text: 'anna'}).request.body).not.toEqual(one.request.body);
  });

  it('has other tokens under another key', () => {
    const [one, other] = [noteOf({text: 'Anna'}), noteOf({text: 'Anna'}, new Tokens(key(2)))];
    expect(one.request.body).not.toEqual(other.request.body);
    expect(one.request.body).toEqual(noteOf({text: 'Anna'}).request.body);
  });

  it('holds credentials as tokens without a shape', () => {
    const headers = {authorization: 'Bearer abc', 'x-api-key': 'abc', cookie: 'a=b', 'proxy-authorization': 'Basic x'};
    const kept = recorded(tinyVendor(), {target: '/ping', headers}).request.headers;
    expect(Object.keys(kept)).toEqual(Object.keys(headers));
    for (const value of Object.values(kept)) expect(value).toMatch(/^tok_[0-9a-f]{16}(\((Bearer|Basic)\))?$/);
  });

  it('hides an address in a header that is readable otherwise, and keeps the names of usual headers', () => {
    const headers = {'user-agent': 'bot/1.0 (anna@example.org)', accept: '*/*', 'x-request-id': 'abc'};
    expect(recorded(tinyVendor(), {target: '/ping', headers}).request.headers).toEqual({
      'user-agent': expect.stringContaining('tok_') as string,
      accept: '*/*',
      'x-request-id': expect.stringContaining('tok_') as string,
    });
  });

  it('keeps a name that the document has in another spelling, and what it stands for hidden', () => {
    const {body} = noteOf({Text: 'Anna', 'au-thor': 'Anna', textt: 'Anna'}).request as {body: object};
    const token = expect.stringMatching(/^tok_[0-9a-f]{16}\(Aaaa\)$/) as string;
    expect(Object.entries(body)).toEqual([
      ['Text', token],
      ['au-thor', token],
      [expect.stringMatching(/^tok_[0-9a-f]{16}\(aaaaa\)$/), token],
    ]);
    const {query} = recorded(tinyVendor(), {target: '/ping?TEXT=Anna&Anna=1&access_token=Anna'}).request;
    expect(Object.keys(query)).toEqual(['TEXT', expect.stringMatching(/^tok_/), 'access_token']);
    expect(JSON.stringify(query)).not.toMatch(/nna":|Anna/);
  });

  it('hides a name of the document that is drawn out without end', () => {
    const {body} = noteOf({[`t${'_'.repeat(100)}ext`]: 1}).request as {body: object};
    expect(Object.keys(body)).toEqual([expect.stringMatching(/^tok_/)]);
  });

  it('holds the members of a JSON body where the operation takes none', () => {
    const body = (text: string) => recorded(tinyVendor(), {target: '/ping', body: bytes(text)}).request.body;
    expect(body('{"text":"Anna","Anna":{"text":1}}')).toEqual({
      text: expect.stringMatching(/^tok_[0-9a-f]{16}\(Aaaa\)$/) as string,
      [Object.keys(body('{"Anna":1}') as object)[0] as string]: expect.stringMatching(/^tok_/) as string,
    });
    expect(body('{}')).toEqual({});
    expect(body('["Anna"]')).toMatch(/^tok_[0-9a-f]{16}\(\["Aaaa"\]\)$/);
    expect(body('Anna')).toMatch(/^tok_[0-9a-f]{16}\(4 bytes\)$/);
    expect(body(`{"text":"${'x'.repeat(70_000)}"}`)).toMatch(/bytes\)$/);
  });

  it('has credentials of the document’s own headers without a shape', () => {
    const vendor = tinyVendor();
    const securitySchemes = {bot: {type: 'apiKey', in: 'header', name: 'X-Bot-Token'}};
    const document = {...vendor.document, components: {...vendor.document.components, securitySchemes}};
    const headers = {'x-bot-token': 'abc', 'x-other-token': 'abc'};
    const kept = recorded({...vendor, document}, {target: '/ping', headers}).request.headers;
    expect(kept['x-bot-token']).toMatch(/^tok_[0-9a-f]{16}$/);
    expect(Object.keys(kept)[1]).toMatch(/^tok_/);
  });

  it('holds bodies that were not read as one token', () => {
    const body = (text: string) => recorded(tinyVendor(), {method: 'POST', target: '/v1/notes', body: bytes(text)});
    expect(body('Anna').request.body).toMatch(/^tok_[0-9a-f]{16}\(4 bytes\)$/);
    expect(body('Anna').request.body).toBe(body('Anna').request.body);
    expect(recorded(tinyVendor(), {target: '/ping', body: new Uint8Array()}).request).not.toHaveProperty('body');
  });

  it('shows of an unknown path only what the document has as well', () => {
    const {path} = recorded(tinyVendor(), {target: '/notes/anna/erase/'}).request;
    expect(path).toMatch(/^\/notes\/tok_[0-9a-f]{16}\(aaaa\)\/erase\/$/);
  });

  it('hides a text that stands where an object belongs, and a telephone number where an id does', () => {
    const contact = {type: 'object', properties: {name: {type: 'string', 'x-standin-personal': true}}};
    const document = {
      ...tinyVendor().document,
      paths: {
        '/x': {
          post: {
            operationId: 'x',
            requestBody: {
              content: {
                'application/json': {
                  schema: {type: 'object', properties: {contact, list: {type: 'array', items: contact}, id: {}}},
                },
              },
            },
          },
        },
      },
    };
    const body = bytes('{"contact":"Anna","list":"Anna","id":"+4915112345678"}');
    const vendor = vendorOf({document, validators: {}});
    const entry = recorded(vendor, {method: 'POST', target: '/x', headers: json, body});
    expect(JSON.stringify(entry)).not.toMatch(/Anna|4915/);
  });

  it.each([
    ['dixa', {requesterId: 4520998865123012, _type: 19700312, subject: true}],
    ['dixa', {requesterId: '4520998865123012', queueId: 20998857, message: {agentId: 20998857}}],
  ])('hides a number and a boolean of the caller’s where %s has neither', (_, sent) => {
    const entry = recorded(vendorOf(dixa), {
      method: 'POST',
      target: '/v1/conversations',
      headers: json,
      body: bytes(JSON.stringify(sent)),
    });
    expect(JSON.stringify(entry.request.body)).not.toMatch(/true|4520998|1970031|2099885/);
  });

  it('hides a number as long as a telephone’s, and keeps what is counted', () => {
    const sentTo = (target: string, method = 'GET') => recorded(vendorOf(dixa), {method, target}).request;
    const limit = (value: string) => sentTo(`/v1/search/conversations?pageLimit=${value}`).query.pageLimit?.[0];
    expect([limit('1234567'), limit('20998857')]).toEqual(['1234567', expect.stringMatching(/^tok_/)]);
    const conversation = (value: string) => sentTo(`/v1/conversations/${value}/anonymize`, 'PATCH').path.split('/')[3];
    expect([conversation('123456789'), conversation('1234567890')]).toEqual([
      '123456789',
      expect.stringMatching(/^tok_/),
    ]);
  });

  it('keeps an id of sixteen digits by the documents alone that have such ids, for else it may be a card’s', () => {
    const id = '4549300882243584';
    expect(recorded(vendorOf(symbl), {target: `/v1/conversations/${id}`}).request.path).toContain(id);
    expect(recorded(vendorOf(opencx), {target: `/chat/sessions/${id}`}).request.path).toMatch(/tok_/);
  });

  it.each([
    ['accept', 'application/json, text/plain, */*', true],
    ['content-type', 'application/json; charset=utf-8', true],
    ['accept', 'application/zaphod.quill', false],
    ['accept', 'application/json, text/zaphod', false],
    ['content-type', 'multipart/form-data; boundary=zaphod', false],
    ['content-type', 'application/zaphod+json', false],
  ])('keeps `%s: %s`: %s', (name, value, isKept) => {
    const {headers} = recorded(tinyVendor(), {target: '/ping', headers: {[name]: value}}).request;
    expect(headers[name] === value).toBe(isKept);
    expect(JSON.stringify(headers).includes('zaphod')).toBe(false);
  });

  it('keeps the name of a header that the operation has elsewhere, and its value hidden', () => {
    const headersAt = (target: string) =>
      Object.entries(recorded(vendorOf(dixa), {method: 'PATCH', target, headers: {'x-force': 'anna'}}).request.headers);
    const [[name, value] = []] = headersAt('/v1/conversations/10749/anonymize');
    expect([name, value]).toEqual(['x-force', expect.stringMatching(/^tok_\w+\(aaaa\)$/)]);
    expect(headersAt('/v1/conversations/10749')[0]?.[0]).toMatch(/^tok_/);
  });

  it('can hold an answer with members that are not there', () => {
    const reply = {status: 200, body: {id: 'a', text: undefined, surplus: undefined}};
    expect(recorded(tinyVendor(), {target: '/v1/notes/a', reply}).response.body).toEqual({id: 'a'});
  });

  it('holds the JSON body of a request that was answered before anybody read it', () => {
    const request = (body: string, headers: Record<string, string> = json) => {
      const vendor = tinyVendor();
      const exchange = new Exchange(
        {method: 'POST', target: '/v1/notes', headers, body: bytes(body), origin: ''},
        '/v1/notes',
      );
      exchange.route(vendor.router);
      const outcome = {kind: 'request', at: 0, reply: {status: 401}, violations: []} as const;
      return recorderOf(vendor).entryOf(exchange, outcome).request.body;
    };
    expect(request('{"text":"Anna"}')).toEqual(noteOf({text: 'Anna'}).request.body);
    expect(request('{"text":"Anna"}', {})).toEqual(noteOf({text: 'Anna'}).request.body);
    for (const unread of [request('{"text":'), request('text=Anna', {'content-type': 'text/plain'})])
      expect(unread).toMatch(/^tok_[0-9a-f]{16}\(\d bytes\)$/);
    expect(request(`{"text":"${'x'.repeat(2000)}"}`)).toMatch(/bytes\)$/);
  });

  it('says what is wrong with a request that could not be read', () => {
    const finding = (problem: Problem) => {
      const exchange = new Exchange(
        {method: 'POST', target: '/v1/notes', headers: {}, body: undefined, origin: ''},
        '/v1/notes',
      );
      exchange.route(tinyVendor().router);
      exchange.problem = problem;
      const outcome = {kind: 'request', at: 0, reply: {status: 400}, violations: []} as const;
      return recorderOf(tinyVendor())
        .entryOf(exchange, outcome)
        .findings.map(({keyword, message}) => [keyword, message]);
    };
    expect(finding({kind: 'bad-json'})).toEqual([['json', 'The body is not valid JSON.']]);
    expect(finding({kind: 'too-large', limit: 9})).toEqual([
      ['size', 'The body is longer than the 9 bytes that are taken.'],
    ]);
    expect(finding({kind: 'empty-body', declared: false})[0]?.[0]).toBe('required');
    expect(finding({kind: 'media-type', type: 'text/plain'})[0]?.[0]).toBe('type');
    expect(finding({kind: 'bad-form'})[0]?.[0]).toBe('form');
    expect(finding({kind: 'bad-url'})[0]?.[0]).toBe('encoding');
    expect(finding({kind: 'oversized-head'})[0]?.[0]).toBe('size');
    // The nearest operations tell of these.
    for (const problem of [{kind: 'unknown-route'}, {kind: 'wrong-method', allowed: ['GET']}] as const)
      expect(finding(problem)).toEqual([]);
  });

  it('tells the nearest operations of a request that none matched, and of no other', () => {
    const near = {vendor: 'tiny', operation: 'getPing', method: 'GET', path: '/ping', differences: []};
    const recorder = new Recorder({mask: new RequestMask(tinyVendor(), new Tokens(key(1))), nearest: () => [near]});
    expect(recorded(tinyVendor(), {target: '/pong'}, recorder).nearest).toEqual([near]);
    expect(recorded(tinyVendor(), {target: '/ping'}, recorder)).not.toHaveProperty('nearest');
    expect(recorded(tinyVendor(), {target: '/pong'})).not.toHaveProperty('nearest');
  });

  it('shows what the stand-in itself is asked in headers, when it is well-formed', () => {
    const headersOf = (headers: Record<string, string>) =>
      recorded(tinyVendor(), {target: '/ping', headers}).request.headers;
    const said = {prefer: 'wait=2, code=404', 'x-standin-fault': '429;times=1', 'x-standin-sandbox': 'blue'};
    expect(headersOf(said)).toEqual(said);
    for (const value of Object.values(headersOf({prefer: 'return=anna', 'x-standin-fault': 'anna'})))
      expect(value).toMatch(/^tok_/);
  });

  it('hides files', () => {
    const reply = {status: 200, file: {bytes: bytes('Anna'), type: 'text/plain'}};
    expect(recorded(tinyVendor(), {target: '/v1/notes/a', reply}).response.body).toMatch(/\(4 bytes\)$/);
  });
});

describe('findings in the journal', () => {
  const finding: Finding = {
    location: 'response',
    path: '/contact/anna~1smith/0/text/91512345678',
    keyword: 'additionalProperties',
    params: {additionalProperty: 'anna', missingProperty: 'text', allowedValues: ['a'], tagValue: {name: 'anna'}},
    message: 'must NOT have additional properties',
    schemaPath: '#/components/schemas/Note/additionalProperties',
  };
  const [kept] = recorded(tinyVendor(), {target: '/ping', violations: [finding]}).violations;

  it('keep the names that the document has, and hide those that a caller made up', () => {
    expect(kept?.path.split('/').map((segment) => segment.replace(/^tok_[0-9a-f]{16}/, 'tok'))).toEqual([
      ...['', 'tok(aaaaaaa)', 'tok(aaaa~1aaaaa)', '0', 'text', 'tok(99999999999)'],
    ]);
  });

  it('keep what the schema says, and hide what the value says', () => {
    expect(kept).toMatchObject({
      keyword: finding.keyword,
      schemaPath: finding.schemaPath,
      params: {missingProperty: 'text', allowedValues: ['a']},
    });
    expect(JSON.stringify(kept)).not.toMatch(/anna|smith/);
    expect(Object.keys(kept?.params ?? {})).toEqual(Object.keys(finding.params));
  });

  it('say what is wrong in a sentence', () => {
    const sentence = (changes: Partial<Finding>) =>
      recorded(tinyVendor(), {target: '/ping', violations: [{...finding, path: '/text', params: {}, ...changes}]})
        .violations[0]?.message;
    expect(sentence({})).toBe("The answer's /text must NOT have additional properties.");
    expect(sentence({location: 'body', path: '', message: 'must be object'})).toBe('The body must be object.');
    expect(sentence({params: {allowedValues: ['v1', 'v2']}, message: 'must be one of'})).toMatch(/one of: v1, v2\.$/);
    expect(sentence({params: {additionalProperty: 'anna'}})).toMatch(/such as tok_[0-9a-f]{16}\(aaaa\)\.$/);
    expect(sentence({message: 'The handler threw an Error.'})).toBe('The handler threw an Error.');
  });

  it('leave out what says nothing', () => {
    const violations = [{...finding, params: {tag: '_type', tagValue: undefined}}];
    expect(recorded(tinyVendor(), {target: '/ping', violations}).violations[0]?.params).toEqual({tag: '_type'});
  });
});

/** The tiny vendor with another document: the recorder looks at nothing else. */
function vendorOf({document, validators}: Pick<Vendor, 'document' | 'validators'>): Vendor {
  const operationList = operationsOf(document);
  return {...tinyVendor(), document, validators, operationList, router: new Router(operationList)};
}

/**
 * Makes values as a schema describes them, with a word planted wherever a caller could write something personal: in
 * marked members, in members that the schema does not know, and as an e-mail address in anything else.
 */
class Planter {
  readonly #document: OpenApiDocument;
  readonly #g: fc.GeneratorValue;
  readonly #word: string;

  constructor(document: OpenApiDocument, g: fc.GeneratorValue, word: string) {
    this.#document = document;
    this.#g = g;
    this.#word = word;
  }

  get email(): string {
    return `${this.#word}@example.org`;
  }

  /** Free text with the word in it. */
  text(): string {
    const word = this.#word;
    const capital = word.toUpperCase();
    return this.one(word, capital, this.email, `${word} Smith`, `a/${word}~"b"`, `é ${word}\n`, `"${word}"`);
  }

  at(pointer: string): unknown {
    return this.#value(resolve(this.#document, pointer).value as Schema, 0);
  }

  #value(schema: Schema, depth: number): unknown {
    if (depth > 6) return null;
    if (schema['x-standin-personal'] === true) return this.#personal();
    if (schema.$ref !== undefined) return this.#value(resolve(this.#document, schema.$ref).value as Schema, depth + 1);
    if (schema.const !== undefined) return schema.const;
    // Something personal may stand anywhere, of whatever type the place is.
    if (this.one(...Array<number>(12).fill(0), 1) === 1) return this.email;
    const alternatives = schema.oneOf ?? schema.anyOf;
    if (alternatives) return this.#value(this.one(...alternatives), depth + 1);
    if (schema.enum) return this.one(...schema.enum);
    if (schema.properties || schema.allOf) return this.#object(schema, depth);
    if (schema.items) return [this.#value(schema.items, depth + 1), this.#value(schema.items, depth + 1)];
    if (schema.type === 'object') return {[this.text()]: this.text()};
    return this.one<unknown>(this.email, 'id-1', 5, true, null);
  }

  #object(schema: Schema, depth: number): object {
    const members: Record<string, unknown> = {};
    for (const part of schema.allOf ?? []) Object.assign(members, this.#value(part, depth + 1));
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      if (this.one(true, true, true, false)) members[name] = this.#value(member, depth + 1);
    }
    if (this.one(true, false)) members[this.text()] = this.one<unknown>(this.text(), {[this.text()]: this.text()});
    return members;
  }

  #personal(): unknown {
    return this.one<unknown>(this.text(), this.text(), [this.text()], {[this.text()]: [this.text()]});
  }

  /** One of these. By its number, since fast-check remembers every arbitrary that it was ever asked for. */
  one<T>(...choices: readonly T[]): T {
    return choices[this.#g(fc.nat, choices.length - 1)] as T;
  }
}

/** Long enough, and of such letters, that it is in no entry by chance: shapes are made of `a`, `A` and `9`. */
const word = () => fc.stringMatching(/^[h-y]{12}$/);

describe.each([
  ['dixa', dixa],
  ['opencx', opencx],
  ['symbl', symbl],
])('nothing personal is in the journal in clear: %s', (_, module) => {
  const vendor = vendorOf(module);
  const recorder = recorderOf(vendor);

  it('whatever is sent to an operation, and whatever it answers', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const secret = g(word);
        const planter = new Planter(vendor.document, g, secret);
        const operation = planter.one(...vendor.operationList);
        const pathValue = (name: string) => {
          const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
          const personal = JSON.stringify(resolve(vendor.document, parameter?.schema ?? '').value).includes('personal');
          return encodeURIComponent(String(parameter?.enum?.[0] ?? (personal ? planter.text() : planter.email)));
        };
        const path = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => pathValue(name));
        const declared = operation.parameters.filter((one) => one.in === 'query');
        const query = new URLSearchParams([
          ...declared.map(({name}): [string, string] => [name, planter.email]),
          [planter.text(), planter.text()],
        ]);
        const body = JSON.stringify(operation.body?.schema ? planter.at(operation.body.schema) : planter.text());
        const response = planter.one(...operation.responses.values());
        const received: Received = {
          method: operation.method,
          target: `${path}?${query}`,
          headers: {
            ...json,
            authorization: `Bearer ${secret}`,
            cookie: `session=${secret}`,
            'user-agent': `bot/1.0 (${planter.email})`,
            'x-request-id': secret,
            [`x-${secret}`]: planter.text(),
          },
          body: bytes(body),
          reply: {
            status: response.status,
            ...(response.schema && {body: planter.at(response.schema) as Reply['body']}),
          },
        };
        const entry = recorded(vendor, received, recorder);

        expect(entry.operation).toBe(operation.id);
        expect(JSON.stringify(entry).toLowerCase()).not.toContain(secret);
      }),
      {numRuns: 600},
    );
  });

  it('whatever is sent where no operation is, or cannot be read', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const secret = g(word);
        const planter = new Planter(vendor.document, g, secret);
        const known = planter.one(...vendor.operationList).path.replace('{version}', 'v1');
        const encoded = encodeURIComponent(planter.text());
        const target = planter.one(
          `/${encoded}`,
          `${known}/${encoded}/`,
          known.replace(/\{\w+\}/g, encodeURIComponent(planter.email)),
          `${known}?${encoded}=%`,
          `${known}/%${secret}`,
        );
        const received: Received = {
          method: planter.one('GET', 'POST', 'DELETE', 'PURGE', secret.toUpperCase()),
          target,
          headers: planter.one<Record<string, string>>(json, {'content-type': 'text/plain'}, {}),
          body: bytes(`{"${planter.text()}`),
          reply: {status: 404, body: {message: `There is nothing at ${planter.email}`}},
        };
        const entry = recorded(vendor, received, recorder);
        expect(JSON.stringify(entry).toLowerCase()).not.toContain(secret);
      }),
      {numRuns: 500},
    );
  });
});
