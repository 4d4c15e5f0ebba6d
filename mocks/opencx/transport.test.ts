import {describe, expect, it} from 'vitest';
import {
  bodyOf,
  clientWith,
  forbidden,
  history,
  invalid,
  keys,
  noRoute,
  nobody,
  notFound,
  opencxClient,
  openSession,
  organizationA,
  organizationB,
  pathOf,
  post,
  read,
  redactSession,
  seeded,
  send,
  stateOf,
  unauthorized,
  type Item,
  type Page,
} from './test-support.js';
import {opencx} from './index.js';

/** Every operation that a key opens, with its scope. */
const secured = opencx.operationList
  .filter(({secured, path}) => secured && !path.startsWith('/backend/widget/'))
  .map((operation) => [operation.id, String(operation.extensions['x-standin-scope']), operation] as const);

describe('keys', () => {
  it.each([
    ['no key', null],
    ['an empty header', ''],
    ['a bare key', keys.full.slice('Bearer '.length)],
    ['another scheme', keys.full.replace('Bearer', 'Basic')],
    ['an unknown key', 'Bearer ocx_live_abc123'],
    ['a revoked key', keys.revoked],
  ])('OPENCX-1 refuses %s, and nothing changes', async (_, authorization) => {
    const client = opencxClient();
    const before = await stateOf(client);
    const body = {sessionId: seeded.session};
    const answer = await client.call('POST', '/redaction/session', {body, authorization});
    expect(answer).toMatchObject({status: 401, body: unauthorized});
    expect(await stateOf(client)).toBe(before);
  });

  it('OPENCX-2 the key decides the organization, whatever the request says', async () => {
    const client = opencxClient();
    const id = await openSession(client, {organization_id: organizationB});
    expect((await client.call('GET', `/chat/sessions/${id}?organization_id=${organizationB}`)).status).toBe(200);
    const foreign = await client.call('GET', `/chat/sessions/${id}`, {authorization: keys.orgB});
    expect(foreign).toMatchObject({status: 404, body: notFound('Session')});
  });

  it('OPENCX-3 a key with full access may do everything', async () => {
    const client = opencxClient();
    const session = await openSession(client);
    await send(client, session, 'Hello');
    await post(client, '/contacts', {contact: {email: 'new@example.com'}});
    await client.call('PATCH', `/chat/sessions/${session}`, {body: {status: 'closed_resolved'}});
    expect(await redactSession(client, session)).toMatchObject({success: true, messagesRedacted: 1});
    expect(await read(client, '/chat/sessions')).toHaveProperty('items');
  });

  it.each([
    ['POST', '/redaction/session', {sessionId: seeded.session}],
    ['POST', '/redaction/message', {messageId: seeded.message}],
  ])('OPENCX-3, OPENCX-4 %s %s needs redaction:write', async (method, path, body) => {
    const apiKeys = [
      {id: 'ocx_live_a', name: 'Reads redactions', organization_id: organizationA, scopes: ['redaction:read']},
      {id: 'ocx_live_b', name: 'Writes sessions', organization_id: organizationA, scopes: ['chat-sessions:write']},
    ];
    const client = opencxClient({}, {seeds: {opencx: {...opencx.seed, apiKeys}}});
    for (const authorization of ['Bearer ocx_live_a', 'Bearer ocx_live_b']) {
      const before = await stateOf(client);
      expect(await client.call(method, path, {body, authorization})).toMatchObject({status: 403, body: forbidden});
      expect(await stateOf(client)).toBe(before);
    }
  });

  it.each([
    ['POST', '/chat/sessions', {}],
    ['PATCH', `/chat/sessions/${seeded.session}`, {status: 'open'}],
    ['POST', `/chat/sessions/${seeded.session}/send`, {message: {type: 'text', text: 'Hi'}}],
    ['POST', '/contacts', {contact: {}}],
    ['POST', '/redaction/session', {sessionId: seeded.session}],
  ])('OPENCX-3 a key for reading sessions may not %s %s', async (method, path, body) => {
    const client = opencxClient({}, {authorization: keys.reading});
    expect(await client.call(method, path, {body})).toMatchObject({status: 403, body: forbidden});
    expect((await client.call('GET', `/chat/sessions/${seeded.session}/history`)).status).toBe(200);
  });

  it.each(secured)('OPENCX-3, OPENCX-4 %s needs the scope %s, and no other will do', async (_, scope, operation) => {
    expect(scope).toMatch(/^(redaction|chat-sessions|contacts|media|widget):(read|write)$/);
    const key = (id: string, scopes: readonly string[]) => ({id, name: id, organization_id: organizationA, scopes});
    const others = secured.map(([, one]) => one).filter((one) => one !== scope);
    const apiKeys = [key('ocx_live_right', [scope]), key('ocx_live_wrong', ['redaction:read', ...others])];
    const client = opencxClient({contact_get: true}, {seeds: {opencx: {...opencx.seed, apiKeys}}});
    const {method, path} = operation;
    const call = (authorization: string) =>
      client.call(method, path.replace(/\{\w+\}/, nobody), {authorization, headers: {'content-type': 'text/plain'}});
    const before = await stateOf(client);
    expect(await call('Bearer ocx_live_wrong')).toMatchObject({status: 403, body: forbidden});
    expect([200, 400, 404, 415]).toContain((await call('Bearer ocx_live_right')).status);
    expect(await stateOf(client)).toBe(before);
  });

  it('OPENCX-3 a key for redaction may not read what it redacts', async () => {
    const client = opencxClient({}, {authorization: keys.redaction});
    expect(await client.call('GET', `/chat/sessions/${seeded.session}/history`)).toMatchObject({status: 403});
  });

  it('takes every key for the demo key when it is told not to be strict, but none at all for none', async () => {
    const client = opencxClient({}, {auth: 'any', authorization: 'Bearer whatever'});
    expect((await client.call('GET', '/chat/sessions')).status).toBe(200);
    expect((await client.call('GET', '/chat/sessions', {authorization: null})).status).toBe(401);
  });
});

describe('the order of the checks', () => {
  const broken = '{"sessionId": ';

  it('OPENCX-5 route, then key, scope, content type, JSON, schema, and the object last', async () => {
    const client = opencxClient();
    const path = '/redaction/session';
    const type = (text: string) => ({headers: {'content-type': text}});
    const plain = type('text/plain');
    const statuses = [];
    for (const [route, options] of [
      ['/redaction/nothing', {body: broken, authorization: null}],
      [path, {body: broken, authorization: null}],
      [path, {body: broken, authorization: keys.reading}],
      [path, {body: broken, ...plain}],
      [path, {body: broken}],
      [path, {body: {}}],
      [path, {body: {sessionId: nobody}}],
      [path, {body: {sessionId: seeded.session}}],
    ] as const) {
      const {status, body} = await client.call('POST', route, options);
      statuses.push([status, (body as {code?: string}).code]);
    }
    expect(statuses).toEqual([
      [404, undefined],
      [401, undefined],
      [403, undefined],
      [415, 'FST_ERR_CTP_INVALID_MEDIA_TYPE'],
      [400, 'FST_ERR_CTP_INVALID_JSON_BODY'],
      [400, 'FST_ERR_VALIDATION'],
      [404, undefined],
      [200, undefined],
    ]);
  });

  it.each([
    ['GET', '/redaction/session'],
    ['DELETE', '/redaction/session'],
    ['PUT', '/chat/sessions'],
    ['PUT', '/contacts'],
    ['GET', '/redaction/session?sessionId=1&reason=a%20b'],
    ['POST', '/redaction/session/'],
    ['GET', '/nothing/here'],
  ])('OPENCX-6 %s %s is an unknown route, never 405', async (method, path) => {
    const client = opencxClient();
    for (const authorization of [keys.full, null]) {
      const answer = await client.call(method, path, {authorization});
      expect(answer).toMatchObject({status: 404, body: noRoute(`${method}:${path}`)});
    }
  });

  it('OPENCX-6 shows the vendor’s own path, without any prefix of ours', async () => {
    const client = opencxClient();
    const address = {kind: 'vendor', vendor: opencx, sandbox: 'blue', prefix: '/s/blue/opencx'} as const;
    const request = {method: 'GET', target: '/s/blue/opencx/redaction/session', headers: {}, origin: 'http://x.test'};
    const answer = await client.engine.answer(
      {...request, body: undefined},
      {...address, target: '/redaction/session'},
    );
    expect(JSON.parse(String(answer.body))).toEqual(noRoute('GET:/redaction/session'));
  });
});

describe('requests and answers', () => {
  it('OPENCX-8 ignores members it does not know, and adds none', async () => {
    const client = opencxClient();
    const answer = await post(client, '/redaction/session', {sessionId: seeded.closed, dryRun: true, scope: {deep: 1}});
    expect(Object.keys(answer).sort()).toEqual(
      ['affectedCount', 'itemId', 'message', 'messagesRedacted', 'redactionType', 'success'].sort(),
    );
    const id = await openSession(client, {
      channel: {type: 'web', color: 'red'},
      contact: {email: 'x@example.com', vip: 1},
    });
    expect(await read(client, `/chat/sessions/${id}`)).toMatchObject({channel: {type: 'web'}});
  });

  it('OPENCX-9 every JSON body is application/json; charset=utf-8', async () => {
    const client = opencxClient();
    for (const answer of [
      await client.call('POST', '/redaction/session', {body: {sessionId: seeded.session}}),
      await client.call('POST', '/redaction/session', {body: {}}),
      await client.call('GET', '/nothing'),
      await client.call('GET', '/chat/sessions', {authorization: null}),
    ]) {
      expect(answer.headers['Content-Type']).toBe('application/json; charset=utf-8');
    }
  });

  it.each([
    ['/chat/sessions/%zz', 'a path'],
    [`/chat/sessions/${seeded.session}?a=%zz`, 'a query'],
    ['/files/%/x', 'the address of a file'],
  ])('refuses %s, whose encoding is broken, as Fastify does', async (target) => {
    const client = opencxClient();
    expect(await client.call('GET', target)).toMatchObject({
      status: 400,
      body: {
        error: 'Bad Request',
        code: 'FST_ERR_BAD_URL',
        message: `'${target}' is not a valid url component`,
        statusCode: 400,
      },
    });
  });

  it('refuses an address that is longer than any client has reason to send', async () => {
    const client = opencxClient();
    expect(await client.call('GET', `/chat/sessions?cursor=${'a'.repeat(20_000)}`)).toMatchObject({
      status: 400,
      body: {error: 'Bad Request', message: 'Client Error', statusCode: 400},
    });
  });

  it('refuses a body that is too large', async () => {
    const client = opencxClient();
    const body = {sessionId: seeded.session, reason: 'a'.repeat(1024 * 1024)};
    expect(await client.call('POST', '/redaction/session', {body})).toMatchObject({
      status: 413,
      body: {
        statusCode: 413,
        code: 'FST_ERR_CTP_BODY_TOO_LARGE',
        error: 'Payload Too Large',
        message: 'Request body is too large',
      },
    });
  });
});

describe('organizations', () => {
  it.each([
    ['GET', `/chat/sessions/${seeded.foreign}`, undefined, 'Session'],
    ['PATCH', `/chat/sessions/${seeded.foreign}`, {status: 'open'}, 'Session'],
    ['GET', `/chat/sessions/${seeded.foreign}/history`, undefined, 'Session'],
    ['POST', `/chat/sessions/${seeded.foreign}/send`, {message: {type: 'text', text: 'Hi'}}, 'Session'],
    ['POST', '/redaction/session', {sessionId: seeded.foreign}, 'Session'],
    ['POST', '/redaction/message', {messageId: seeded.foreignMessage}, 'Message'],
    ['POST', '/chat/sessions', {contact_id: seeded.foreignAda}, 'Contact'],
  ])('OPENCX-67 %s %s does not exist for another organization', async (method, path, body, what) => {
    const client = opencxClient();
    const before = await stateOf(client);
    const answer = await client.call(method, path, {...(body && {body})});
    expect(answer).toMatchObject({status: 404, body: notFound(what)});
    expect(await stateOf(client)).toBe(before);
  });

  it('OPENCX-67 lists hold the own organization’s sessions alone', async () => {
    const client = opencxClient();
    const idsFor = async (authorization: string) =>
      bodyOf<Page<{id: string}>>(await client.call('GET', '/chat/sessions', {authorization})).items.map(({id}) => id);
    expect(await idsFor(keys.full)).toEqual([seeded.session, seeded.other, seeded.empty, seeded.closed]);
    expect(await idsFor(keys.orgB)).toEqual([seeded.foreign]);
  });
});

describe('sandboxes', () => {
  const keyOf = (sandbox: string) => `Bearer ${opencx.issue(sandbox).env.OPENCX_API_KEY}`;

  it('a key leads to the sandbox it was issued for, and is unknown in any other', async () => {
    const client = opencxClient({}, {authorization: keyOf('blue')});
    await redactSession(client, seeded.session);
    const other = await client.call('GET', `/chat/sessions/${seeded.session}/history`, {authorization: keys.full});
    expect(bodyOf<Page<Item>>(other).items[0]?.event.content?.text).toContain('Ada Example');
    expect((await history(client, seeded.session))[0]?.event.content?.text).toBe('[REDACTED]');
    expect((await client.call('GET', '/chat/sessions', {sandbox: 'green'})).status).toBe(401);
  });

  it('has the vendor’s shape, and no other key is taken for one', () => {
    for (const sandbox of ['default', 'blue', 'A_very-long_name-of_40_characters_012345']) {
      const key = keyOf(sandbox);
      expect(key).toMatch(/^Bearer ocx_live_[0-9a-z]+$/);
      const request = {method: 'GET', target: '/', headers: {authorization: key}, origin: '', body: undefined};
      expect(opencx.sandboxOf(request, '/')).toBe(sandbox === 'default' ? undefined : sandbox);
      const last = key.endsWith('0') ? '1' : '0';
      const forged = {...request, headers: {authorization: key.slice(0, -1) + last}};
      expect(opencx.sandboxOf(forged, '/')).toBeUndefined();
    }
  });

  it('OPENCX-55 the address of a file tells its sandbox, since whoever opens it brings no key', async () => {
    const client = opencxClient({}, {authorization: keyOf('blue')});
    const session = await openSession(client);
    const attachments = [{name: 'note.txt', base64: btoa('in blue'), mime_type: 'text/plain'}];
    await send(client, session, {message: {type: 'text', text: '', attachments}});
    const url = (await history(client, session))[0]?.event.attachments?.[0]?.url ?? '';
    expect(await client.call('GET', pathOf(url), {authorization: null})).toMatchObject({status: 200, text: 'in blue'});
    expect((await client.call('GET', pathOf(url).replace('/s/blue', ''), {authorization: null})).status).toBe(404);
  });

  it('OPENCX-68 a seed of the user’s own keeps the keys of ours', async () => {
    const client = clientWith({sessions: []});
    expect((await client.call('GET', '/chat/sessions')).body).toEqual({items: [], next: null});
    expect((await client.call('GET', '/chat/sessions', {authorization: keys.orgB})).status).toBe(200);
    expect((await client.call('POST', '/redaction/session', {body: {}})).body).toEqual(
      invalid('body/sessionId Invalid input: expected string, received undefined'),
    );
  });
});
