import {beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type JournalEntry, type Standin, type Verdict} from '../src/index.js';

let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({clock: () => Date.parse('2026-01-05T09:00:00.000Z'), randomSeed: 1});
});

async function control(path: string, method = 'GET', body?: unknown) {
  const answer = await standin.fetch(`/_standin${path}`, {
    method,
    ...(body !== undefined && {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}),
  });
  return {status: answer.status, body: (await answer.json()) as Record<string, unknown>};
}

const dixa = (method: string, path: string, body?: unknown) =>
  standin.fetch(`/dixa${path}`, {
    method,
    headers: {
      authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '',
      ...(body !== undefined && {'content-type': 'application/json'}),
    },
    ...(body !== undefined && {body: JSON.stringify(body)}),
  });

const idsIn = ({body}: {body: Record<string, unknown>}) => (body.entries as JournalEntry[]).map(({id}) => id);

/** A client that creates a person, and asks for things that are not so. */
async function clientCalls() {
  await dixa('POST', '/v1/endusers', {displayName: 'Ada Example', email: 'ada@example.org'});
  await dixa('PATCH', '/v1/conversations/10750/anonymize');
  await dixa('GET', '/v1/conversation/10750');
  await dixa('POST', '/v1/endusers', {displayName: 7});
}

describe('GET /_standin/journal', () => {
  beforeEach(clientCalls);

  it.each([
    ['', ['req-1', 'req-2', 'req-3', 'req-4']],
    ['?vendor=dixa&operation=postEndusers', ['req-1', 'req-4']],
    ['?status=4xx', ['req-2', 'req-3', 'req-4']],
    ['?status=409', ['req-2']],
    ['?method=PATCH', ['req-2']],
    ['?path=/v1/conversations/10750/anonymize', ['req-2']],
    ['?unmatched=true', ['req-3']],
    ['?header=content-type:application/json', ['req-1', 'req-4']],
    [`?where=${encodeURIComponent('$.findings[?@.keyword == "type"]')}`, ['req-4']],
    ['?since=2026-01-05T09:00:00Z&until=2026-01-05T09:00:00Z&kind=request&limit=2', ['req-3', 'req-4']],
    ['?since=2026-01-05T09:00:01Z', []],
    ['?after=req-3', ['req-4']],
  ])('%s', async (query, ids) => {
    expect(idsIn(await control(`/journal${query}`))).toEqual(ids);
    expect((await control(`/journal/count${query}`)).body).toEqual({count: ids.length});
  });

  it.each([
    ['?operation=postEnduser', /no operation "postEnduser"; the nearest are postEndusers, /],
    ['?vendor=dixie', /use opencx, dixa, symbl\./],
    ['?where=nothing', /at character 1\./],
    ['?status=often', /must match pattern/],
    ['?kind=call', /request, preflight, webhook/],
    ['?limit=0', /must be >= 1/],
    ['?since=now', /date-time/],
    ['?unmatched=perhaps', /must be boolean/],
    ['?vender=dixa', /There is no parameter "vender" in the query here: use vendor, operation, /],
    ['?path=dixa', /as the vendor knows it/],
  ])('refuses %s', async (query, told) => {
    for (const place of ['/journal', '/journal/count', '/journal/events']) {
      if (place === '/journal/events' && query.startsWith('?limit')) continue;
      const {status, body} = await control(place + query);
      expect([status, body.detail]).toEqual([400, expect.stringMatching(told)]);
    }
  });
});

it('tells one entry, and says when there is none', async () => {
  await clientCalls();
  expect((await control('/journal/req-2')).body).toMatchObject({id: 'req-2', response: {status: 409}});
  const {status, body} = await control('/journal/req-9');
  expect([status, body.detail]).toEqual([404, expect.stringContaining('no entry "req-9"')]);
});

describe('POST /_standin/journal/find', () => {
  const find = (pattern: unknown) => control('/journal/find', 'POST', pattern);

  it('finds personal values that the journal holds as tokens', async () => {
    await clientCalls();
    const found = await find({operation: 'postEndusers', body: {email: 'ada@example.org'}});
    expect(idsIn(found)).toEqual(['req-1']);
    expect(JSON.stringify(found)).not.toContain('ada');
    expect(idsIn(await find({body: {email: 'ida@example.org'}}))).toEqual([]);
  });

  it('finds a call by the path that the client called', async () => {
    await clientCalls();
    expect(idsIn(await find({path: '/v1/conversations/10750/anonymize', status: '4xx'}))).toEqual(['req-2']);
  });

  it.each([
    [{operaton: 'postEndusers'}, /unevaluated properties such as operaton/],
    [{status: 1000}, /must be <= 599/],
    [{status: '4yy'}, /is no status/],
    [{query: {a: null}}, /must be string,number,boolean,array/],
    [[], /must be object/],
  ])('refuses %j', async (pattern, told) => {
    const {status, body} = await find(pattern);
    expect([status, body.detail]).toEqual([400, expect.stringMatching(told)]);
  });
});

it('GET /_standin/journal/near-misses tells what the client may have meant', async () => {
  await clientCalls();
  await dixa('POST', '/redaction/session');
  const {body} = await control('/journal/near-misses');
  expect(body.requests).toMatchObject([
    {
      id: 'req-3',
      vendor: 'dixa',
      method: 'GET',
      nearest: [
        {
          vendor: 'dixa',
          operation: 'getConversationsConversationid',
          method: 'GET',
          path: '/{version}/conversations/{conversationId}',
          differences: [{member: 'path segment 2', expected: 'conversations'}],
        },
      ],
    },
    {
      id: 'req-5',
      nearest: [{operation: 'redactSession', differences: [{member: 'vendor', expected: 'opencx', got: 'dixa'}]}],
    },
  ]);
});

describe('POST /_standin/verify', () => {
  const verify = async (expectation: unknown) => control('/verify', 'POST', expectation);

  it('answers whether the calls were as expected, and what differs', async () => {
    await clientCalls();
    const once = {operation: 'patchConversationsConversationidAnonymize', status: 202, query: {force: true}} as const;
    const {status, body} = await verify({requests: [{...once, times: {exactly: 1}}]});
    expect(status).toBe(200);
    expect(body).toEqual({
      passed: false,
      message: [
        'Expected exactly 1 call of patchConversationsConversationidAnonymize answered 202 with query force, got none.',
        '  The closest:',
        '  req-2 dixa PATCH /v1/conversations/10750/anonymize (patchConversationsConversationidAnonymize), answered 409',
        '    status: expected 202, got 409',
        '    query/force: expected true, got nothing',
      ].join('\n'),
      counts: [{matched: 0, erased: 0}],
      nearest: [
        {
          request: 0,
          id: 'req-2',
          differences: [
            {member: 'status', expected: '202', got: 409},
            {member: 'query/force', expected: 'true'},
          ],
        },
      ],
    });
    await dixa('PATCH', '/v1/conversations/10750/anonymize?force=true');
    expect(await standin.verify({requests: [{...once, times: {exactly: 1}}]})).toEqual({
      passed: true,
      message: 'All calls were as expected.',
      counts: [{matched: 1, erased: 0}],
    } satisfies Verdict);
  });

  it.each([
    [{}, /must have required property 'requests'/],
    [{requests: [{times: {}}]}, /fewer than 1/],
    [{requests: [{times: {exactly: 1, atLeast: 1}}]}, /either "exactly"/],
    [{requests: [{times: {exactly: -1}}]}, /must be >= 0/],
    [{requests: [{operation: 'nothing'}]}, /no operation "nothing"/],
    [{requests: [], inorder: true}, /such as inorder/],
    [{requests: Array.from({length: 101}, () => ({}))}, /more than 100/],
  ])('refuses %j', async (expectation, told) => {
    const {status, body} = await verify(expectation);
    expect([status, body.detail]).toEqual([400, expect.stringMatching(told)]);
  });

  it('counts the calls that a fault answered, with what was in them', async () => {
    await standin.faults.add({fault: '429', operation: 'postEndusers', times: 2});
    for (let attempt = 0; attempt < 3; attempt += 1)
      await dixa('POST', '/v1/endusers', {displayName: 'Ada Example', email: 'ada@example.org'});
    const request = {operation: 'postEndusers', body: {email: 'ada@example.org'}} as const;
    const {passed} = await standin.verify({
      requests: [
        {...request, times: {exactly: 3}},
        {...request, status: 429, times: {exactly: 2}},
        {...request, status: 201, times: {exactly: 1}},
      ],
      nothingElse: true,
    });
    expect(passed).toBe(true);
  });
});

describe('a program', () => {
  beforeEach(clientCalls);

  it('asks the journal in the same words', async () => {
    const {journal} = standin;
    expect((await journal.entries()).length).toBe(4);
    expect((await journal.entries({status: '4xx', limit: 1})).map(({id}) => id)).toEqual(['req-4']);
    expect(await journal.count({operation: 'postEndusers'})).toBe(2);
    expect((await journal.find({body: {email: 'ada@example.org'}})).map(({id}) => id)).toEqual(['req-1']);
    expect((await journal.entry('req-2')).operation).toBe('patchConversationsConversationidAnonymize');
    expect((await journal.nearMisses()).map(({id}) => id)).toEqual(['req-3']);
    await journal.clear();
    expect(await journal.count()).toBe(0);
  });

  it('is told in a sentence what it cannot ask', async () => {
    await expect(standin.journal.entries({operation: 'nothing' as 'getEntity'})).rejects.toThrow(RangeError);
    await expect(standin.journal.find({vendor: 'dixie' as 'dixa'})).rejects.toThrow(/use opencx, dixa, symbl/);
    await expect(standin.journal.entry('req-9')).rejects.toThrow(/no entry/);
    await expect(standin.verify({requests: [{where: '?'}]})).rejects.toThrow(/at character 1/);
    await expect(standin.journal.follow({operation: 'nothing' as 'getEntity'})).rejects.toThrow(RangeError);
  });

  it('asks each sandbox about its own', async () => {
    expect(await standin.sandbox('blue').journal.count()).toBe(0);
    expect((await standin.sandbox('blue').verify({requests: [], nothingElse: true})).passed).toBe(true);
  });
});

describe('what is wrong with a refused request is told with it', () => {
  const authorizations: Readonly<Record<string, () => Promise<string>>> = {
    dixa: async () => standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '',
    opencx: async () => `Bearer ${standin.info.vendors.opencx?.env.OPENCX_API_KEY ?? ''}`,
    symbl: async () => {
      const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = standin.info.vendors.symbl?.env ?? {};
      const answer = await standin.fetch('/symbl/oauth2/token:generate', {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify({type: 'application', appId, appSecret}),
      });
      return `Bearer ${((await answer.json()) as {accessToken: string}).accessToken}`;
    },
  };

  it.each([
    ['dixa', 'POST', '/v1/endusers', '{"displayName": 7}', ["The body's /displayName must be string."]],
    ['dixa', 'POST', '/v1/endusers', '{"displayName":', ['The body is not valid JSON.']],
    ['opencx', 'POST', '/redaction/session', '{}', ["The body must have required property 'sessionId'."]],
    ['opencx', 'POST', '/redaction/session', '', ['The document requires a body and there is none.']],
    ['symbl', 'POST', '/v1/process/text', '{"messages": 7}', ["The body's /messages must be array."]],
    ['symbl', 'POST', '/v1/process/text', '[', ['The body is not valid JSON.']],
  ])('%s %s %s with %j', async (vendor, method, path, body, messages) => {
    const authorization = (await authorizations[vendor]?.()) ?? '';
    const headers = {authorization, 'content-type': 'application/json'};
    const {status} = await standin.fetch(`/${vendor}${path}`, {method, headers, body});
    expect(status).toBe(400);
    const [entry] = await standin.journal.entries({limit: 1});
    expect(entry?.findings.map(({message}) => message)).toEqual(messages);
    for (const {schemaPath} of entry?.findings ?? []) expect(schemaPath).toMatch(/^#\//);
  });
});
