import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type JournalMode, type ScenarioName, type Standin} from '../../index.js';
import {breachesOf, sentenceOf, type Breach} from './index.js';

let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({randomSeed: 1});
});

afterEach(() => standin.close());

const env = (vendor: string, name: string) => standin.info.vendors[vendor]?.env[name] ?? '';
const dixa = () => ({authorization: env('dixa', 'DIXA_API_KEY')});
const opencx = () => ({authorization: `Bearer ${env('opencx', 'OPENCX_API_KEY')}`});

const json = (method: string, headers: Record<string, string>, body: unknown): RequestInit => ({
  method,
  headers: {...headers, 'content-type': 'application/json'},
  body: JSON.stringify(body),
});

async function breaches(scenario?: ScenarioName): Promise<readonly Breach[]> {
  return breachesOf(await standin.journal.entries(), standin.vendors, scenario === undefined ? {} : {scenario});
}

describe('a client that keeps the contract', () => {
  it('breaks nothing with calls as the documents have them', async () => {
    await standin.fetch('/dixa/v1/conversations/10749', {headers: dixa()});
    await standin.fetch('/dixa/v1/conversations/10749/anonymize?force=true', {method: 'PATCH', headers: dixa()});
    const sessionId = '123e4567-e89b-12d3-a456-426614174000';
    await standin.fetch('/opencx/redaction/session', json('POST', opencx(), {sessionId, reason: 'asked for'}));
    expect(await standin.journal.count()).toBe(3);
    expect(await breaches()).toEqual([]);
  });

  it('breaks nothing when the state refuses: 404 of an id (DIXA-12), 409 of an open conversation', async () => {
    await standin.scenarios.use('open-conversation');
    const unknown = await standin.fetch('/dixa/v1/conversations/999999', {headers: dixa()});
    const open = await standin.fetch('/dixa/v1/conversations/10749/anonymize', {method: 'PATCH', headers: dixa()});
    expect([unknown.status, open.status]).toEqual([404, 409]);
    expect(await breaches()).toEqual([]);
  });

  it.each(['401', '403', '500', 'reset', 'delay'])('breaks nothing when %s is injected', async (fault) => {
    await standin.faults.add({fault, ...(fault === 'delay' && {delay: 'PT0S'})});
    await standin.fetch('/dixa/v1/conversations/10749', {headers: dixa()}).catch(() => undefined);
    expect((await standin.journal.entries()).map((entry) => entry.fault)).toEqual([fault]);
    expect(await breaches()).toEqual([]);
  });

  it('breaks nothing when it prefers to be refused', async () => {
    const headers = {...dixa(), prefer: 'code=401'};
    expect((await standin.fetch('/dixa/v1/conversations/10749', {headers})).status).toBe(401);
    expect(await breaches()).toEqual([]);
  });

  it('breaks nothing when a credential that was good lapses', async () => {
    const [type, appId, appSecret] = ['application', env('symbl', 'SYMBL_APP_ID'), env('symbl', 'SYMBL_APP_SECRET')];
    const granted = await standin.fetch('/symbl/oauth2/token:generate', json('POST', {}, {type, appId, appSecret}));
    const {accessToken} = (await granted.json()) as {accessToken: string};
    const read = () =>
      standin.fetch('/symbl/v1/conversations/5083268647485440/messages', {
        headers: {authorization: `Bearer ${accessToken}`},
      });
    const before = await read();
    await standin.clock.advance('P2D');
    expect([before.status, (await read()).status]).toEqual([200, 401]);
    expect(await breaches()).toEqual([]);
  });

  it('is not blamed for the scenario revoked-key', async () => {
    await standin.scenarios.use('revoked-key');
    const sessionId = '123e4567-e89b-12d3-a456-426614174000';
    await standin.fetch('/dixa/v1/conversations/10749', {headers: dixa()});
    await standin.fetch('/opencx/redaction/session', json('POST', opencx(), {sessionId, reason: 'asked for'}));
    const [type, appId, appSecret] = ['application', env('symbl', 'SYMBL_APP_ID'), env('symbl', 'SYMBL_APP_SECRET')];
    await standin.fetch('/symbl/oauth2/token:generate', json('POST', {}, {type, appId, appSecret}));
    expect((await standin.journal.entries()).map(({response}) => response.status)).toEqual([401, 401, 401]);
    expect(await breaches('revoked-key')).toEqual([]);
    expect(await breaches()).toHaveLength(3);
  });

  it('is not blamed for the scenario partial-scope (OPENCX-4)', async () => {
    await standin.scenarios.use('partial-scope');
    const sessionId = '123e4567-e89b-12d3-a456-426614174000';
    await standin.fetch('/opencx/redaction/session', json('POST', opencx(), {sessionId, reason: 'asked for'}));
    expect(await breaches('partial-scope')).toEqual([]);
    expect(await breaches()).toMatchObject([{kind: 'authentication', rules: ['OPENCX-3'], mark: 'inferred'}]);
  });

  it.each(['preflight', 'webhook'] as const)('is not asked about a %s', async (kind) => {
    await standin.fetch('/dixa/v1/conversation/10749', {headers: dixa()});
    const entries = await standin.journal.entries();
    expect(breachesOf(entries, standin.vendors)).toHaveLength(1);
    const others = entries.map((entry) => ({...entry, kind}));
    expect(breachesOf(others, standin.vendors)).toEqual([]);
  });
});

describe('a breach', () => {
  it('is an operation that the vendor has not, and leads to the nearest one', async () => {
    await standin.fetch('/dixa/v1/conversation/10749', {headers: dixa()});
    expect(await breaches()).toEqual([
      {
        entry: 'req-1',
        kind: 'unknown-operation',
        vendor: 'dixa',
        pointer: '/request/path',
        rules: ['DIXA-13'],
        mark: 'assumed',
        message: expect.stringMatching(
          /^The vendor has no operation GET \/v1\/tok_\w+\(a+\)\/tok_\w+\(99999\)\.$/,
        ) as string,
        instead:
          'Call GET /{version}/conversations/{conversationId} (dixa.getConversationsConversationid), which is the closest ' +
          '(path segment 2: expected conversations).',
      },
    ]);
  });

  it('is an address that does not decode, told as what it is', async () => {
    await standin.fetch('/dixa/v1/conversations/%zz', {headers: dixa()});
    expect(await breaches()).toMatchObject([
      {kind: 'request', message: 'The percent-encoding of the address does not decode.'},
    ]);
  });

  it('is a credential that is missing, and one that nobody issued (DIXA-2)', async () => {
    await standin.fetch('/dixa/v1/conversations/10749');
    await standin.fetch('/dixa/v1/conversations/10749', {headers: {authorization: 'nobody-issued-this'}});
    expect(await breaches()).toEqual([
      {
        entry: 'req-1',
        kind: 'authentication',
        vendor: 'dixa',
        operation: 'getConversationsConversationid',
        pointer: '/request/headers',
        rules: ['DIXA-2'],
        mark: 'assumed',
        message: 'The call has no credential.',
        instead: 'Send it as `Authorization: <credential>`.',
      },
      {
        entry: 'req-2',
        kind: 'authentication',
        vendor: 'dixa',
        operation: 'getConversationsConversationid',
        pointer: '/request/headers/authorization',
        rules: ['DIXA-2'],
        mark: 'assumed',
        message: 'The vendor refuses the credential.',
        instead: 'Send one that it knows, as `Authorization: <credential>`.',
      },
    ]);
  });

  it('is a missing credential in the scenario revoked-key as well', async () => {
    await standin.scenarios.use('revoked-key');
    await standin.fetch('/dixa/v1/conversations/10749');
    expect(await breaches('revoked-key')).toMatchObject([{kind: 'authentication'}]);
  });

  it('is a credential of the body that nobody issued (SYMBL-3)', async () => {
    const body = {type: 'application', appId: env('symbl', 'SYMBL_APP_ID'), appSecret: 'nobody-issued-this'};
    await standin.fetch('/symbl/oauth2/token:generate', json('POST', {}, body));
    expect(await breaches()).toMatchObject([
      {
        kind: 'authentication',
        rules: ['SYMBL-3'],
        pointer: '/request/body',
        message: 'The vendor does not know the credentials in the body.',
        instead: 'Send those that the vendor issued.',
      },
    ]);
  });

  it('is each way in which a request differs from the document (DIXA-9)', async () => {
    const body = {userId: 5};
    await standin.fetch('/dixa/v1/conversations/abc/close', json('PUT', dixa(), body));
    expect(await breaches()).toMatchObject([
      {
        kind: 'request',
        operation: 'putConversationsConversationidClose',
        pointer: '/request/path',
        message: "The path's /conversationId must be integer.",
        instead: 'Send `conversationId` in the path as an integer of the format int64.',
      },
      {
        kind: 'request',
        operation: 'putConversationsConversationidClose',
        pointer: '/request/body/userId',
        message: "The body's /userId must be string.",
        instead: 'Send `userId` in the body as a string of the format uuid.',
      },
    ]);
  });

  it('names the rule that was broken (DIXA-8)', async () => {
    await standin.fetch('/dixa/v1/conversations/abc/anonymize', {method: 'PATCH', headers: dixa()});
    const [breach] = await breaches();
    expect(breach).toMatchObject({kind: 'request', rules: ['DIXA-8'], mark: 'documented'});
    expect(sentenceOf(breach!)).toBe(
      "req-1 dixa.patchConversationsConversationidAnonymize: The path's /conversationId must be integer. Send `conversationId` in the path as an integer of the format int64. (DIXA-8)",
    );
  });

  it('tells every finding, however many there are', async () => {
    await standin.fetch('/opencx/redaction/session', json('POST', opencx(), {sessionId: 1, reason: 2}));
    const [entry] = await standin.journal.entries();
    const [finding] = entry!.findings;
    const told = breachesOf([{...entry!, findings: Array.from({length: 5}, () => finding!)}], standin.vendors);
    expect(told.map(({message}) => message)).toEqual(Array.from({length: 5}, () => finding?.message));
  });

  it('is a parameter and a member that the document does not declare (DIXA-11)', async () => {
    const path = '/dixa/v1/conversations/10749/anonymize?force=true&email=ada@example.org';
    await standin.fetch(path, {method: 'PATCH', headers: dixa()});
    const close = {userId: '5a556159-9c21-4f3e-a44f-d323deb80d16', note: 'Ada', more: 1};
    await standin.fetch('/dixa/v1/conversations/10749/close', json('PUT', dixa(), close));
    const where = 'which the document does not declare and the vendor does not look at.';
    const leave = 'Leave it out, or send it as one that there is: ';
    expect((await breaches()).map(({kind, message, instead, rules}) => [kind, message, instead, rules])).toEqual([
      ['ignored', `The query has \`email\`, ${where}`, `${leave}\`force\`.`, ['DIXA-11']],
      ['ignored', `The body has a member, ${where}`, `${leave}\`userId\`.`, ['DIXA-11']],
      ['ignored', `The body has a member, ${where}`, `${leave}\`userId\`.`, ['DIXA-11']],
    ]);
  });

  it('is a call of what the document calls deprecated (DIXA-50)', async () => {
    const body = {entityId: '10749', _type: 'Conversation'};
    await standin.fetch('/dixa/v1/anonymization', json('POST', dixa(), body));
    expect(await breaches()).toMatchObject([
      {
        kind: 'deprecated',
        operation: 'postAnonymization',
        pointer: '/request/path',
        message: 'The document calls this operation deprecated.',
        instead: expect.stringMatching(
          /^Call PATCH \/\{version\}\/conversations\/\{conversationId\}\/anonymize \(patchConversationsConversationidAnonymize\) or PATCH /,
        ) as string,
        mark: 'assumed',
        rules: ['DIXA-50'],
      },
    ]);
  });

  it('is of each vendor asked about, and of no other', async () => {
    await standin.fetch('/dixa/v1/conversations/10749');
    await standin.fetch('/symbl/v1/conversations/5083268647485440');
    const entries = await standin.journal.entries();
    const symbl = standin.vendors.filter(({name}) => name === 'symbl');
    expect(breachesOf(entries, symbl).map(({vendor}) => vendor)).toEqual(['symbl']);
  });
});

describe.each<JournalMode>(['tokens', 'clear'])('of a journal with %s', (journal) => {
  it('shows nothing personal', async () => {
    await standin.close();
    standin = await createStandin({journal, randomSeed: 1});
    await standin.fetch('/dixa/v1/people/canary-word/ada@example.org?canary-word=1', {headers: dixa()});
    await standin.fetch('/dixa/v1/conversations/canary-word?canary-word=canary-word', {headers: dixa()});
    await standin.fetch('/dixa/v1/conversations/10749', {headers: {authorization: 'canary-word'}});
    const body = {userId: 'canary-word', 'canary-word': 'canary-word', 'ada@example.org': {}};
    await standin.fetch('/dixa/v1/conversations/10749/close', json('PUT', dixa(), body));
    const contact = {'canary-word': 5, custom_data: {'canary-word': {'ada@example.org': []}}, email: 'canary-word'};
    await standin.fetch('/opencx/contacts', json('POST', opencx(), contact));
    await standin.fetch(
      '/opencx/redaction/session',
      json('POST', opencx(), {sessionId: 'canary-word', reason: {'canary-word': 1}}),
    );
    const told = await breaches();
    expect(told.length).toBeGreaterThanOrEqual(6);
    expect(new Set(told.map(({kind}) => kind))).toEqual(
      new Set(['unknown-operation', 'authentication', 'request', 'ignored']),
    );
    expect(JSON.stringify(told)).not.toMatch(/canary-word|ada@example/);
    expect(told.map(sentenceOf).join('\n')).not.toMatch(/canary-word|ada@example/);
  });
});
