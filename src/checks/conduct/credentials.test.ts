import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../../index.js';
import {judgementOf, type JudgedCall} from './index.js';
import {credentialsOf, jsonOf, judged, symblToken} from './test-support.js';

let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({randomSeed: 1});
});

afterEach(() => standin.close());

describe('a credential', () => {
  it.each(['basic', 'bare'])('of another form than the vendor takes is told as that: %s (OPENCX-1)', async (form) => {
    const {authorization = ''} = credentialsOf(standin, 'opencx');
    const key = authorization.slice('Bearer '.length);
    const headers = {authorization: form === 'basic' ? `Basic ${key}` : key};
    await standin.fetch('/opencx/chat/sessions', {headers});
    expect(await judged(standin)).toMatchObject([
      {
        kind: 'authentication',
        pointer: '/request/headers/authorization',
        rules: ['OPENCX-1'],
        message: 'The credential in the header Authorization has not the form that the vendor takes.',
        instead: 'Send it as `Authorization: Bearer <credential>`.',
      },
    ]);
  });

  it('that the vendor does not know has the form, and is told as unknown', async () => {
    await standin.fetch('/opencx/chat/sessions', {headers: {authorization: 'bearer nobody-issued-this'}});
    expect(await judged(standin)).toMatchObject([{message: 'The vendor refuses the credential.'}]);
  });

  it('is bare or a Bearer at Dixa (DIXA-3)', async () => {
    const {authorization = ''} = credentialsOf(standin, 'dixa');
    for (const value of [authorization, `Bearer ${authorization}`])
      await standin.fetch('/dixa/v1/tags', {headers: {authorization: value}});
    expect(await judged(standin)).toEqual([]);
  });

  it('of the widget is two headers, and the one that is missing is told', async () => {
    await standin.fetch('/opencx/backend/widget/v2/sessions', {headers: {'x-bot-token': 'bot'}});
    expect(await judged(standin)).toMatchObject([
      {
        message: 'The call has only one of its credentials.',
        instead: 'Send it as `Authorization: Bearer <credential>`.',
      },
    ]);
  });

  it('that is good in one sandbox and refused in another is told', async () => {
    await standin.fetch('/dixa/v1/tags', {headers: credentialsOf(standin, 'dixa')});
    const [entry] = await standin.journal.entries();
    const refused = {...entry!, response: {status: 401}};
    const kindsIn = (sandbox: string) => {
      const judgement = judgementOf(standin.vendors);
      const call = {origin: 'made', hasCredentials: true} as const;
      judgement.judge({...call, entry: entry!, sandbox: 'blue'});
      return judgement.judge({...call, entry: refused, sandbox}).map(({kind}) => kind);
    };
    expect([kindsIn('blue'), kindsIn('green')]).toEqual([[], ['authentication']]);
  });
});

describe('a call without a credential', () => {
  /** What is said of a call of that kind whose credential was taken away. */
  async function said(status: number, call: Partial<JudgedCall>): Promise<readonly string[]> {
    await standin.fetch('/opencx/chat/sessions', {headers: credentialsOf(standin, 'opencx')});
    const [entry] = await standin.journal.entries();
    const bare = {...entry!, request: {...entry!.request, headers: {}}, response: {status}};
    const judgement = judgementOf(standin.vendors);
    return judgement
      .judge({entry: bare, sandbox: 'default', origin: 'made', hasCredentials: true, ...call})
      .map(({message, rules}) => `${message} ${rules.join()}`);
  }

  it('is told where credentials are recorded, whatever was answered', async () => {
    expect(await said(200, {})).toEqual(['The call has no credential. OPENCX-1']);
    expect(await said(200, {origin: 'expected'})).toEqual(['The call has no credential. OPENCX-1']);
  });

  it('is not blamed for it where a recorder leaves credentials out', async () => {
    expect(await said(200, {hasCredentials: false})).toEqual([]);
    expect(await said(401, {hasCredentials: false})).toEqual([
      'The vendor refuses the credential, if there was one. OPENCX-1',
    ]);
  });

  it('is not blamed for a refusal after one that was let in, where a recorder leaves credentials out', async () => {
    await standin.fetch('/dixa/v1/tags', {headers: credentialsOf(standin, 'dixa')});
    const [entry] = await standin.journal.entries();
    const told = (statuses: readonly number[], call: Partial<JudgedCall> = {}) => {
      const judgement = judgementOf(standin.vendors);
      return statuses.flatMap((status) => {
        const bare = {...entry!, request: {...entry!.request, headers: {}}, response: {status}};
        const breaches = judgement.judge({
          ...{entry: bare, sandbox: '', origin: 'made', hasCredentials: false},
          ...call,
        });
        return breaches.map(({kind}) => `${kind} ${status}`);
      });
    };
    expect(told([200, 401, 200])).toEqual([]);
    expect(told([401, 200])).toEqual(['authentication 401']);
    expect(told([200, 403])).toEqual(['authentication 403']);
    expect(told([200, 401], {hasCredentials: true})).toEqual(['authentication 200', 'authentication 401']);
  });

  it('of a grant is blamed for it all the same: its credentials are in the body', async () => {
    const body = {type: 'application', appId: 'nobody', appSecret: 'nobody'};
    await standin.fetch('/symbl/v1/conversations/1/messages', {headers: await symblToken(standin)});
    await standin.fetch('/symbl/oauth2/token:generate', jsonOf('POST', {}, body));
    const breaches = await judged(standin, {call: {hasCredentials: false}});
    expect(breaches.map(({message}) => message)).toEqual(['The vendor does not know the credentials in the body.']);
  });

  it('is right where the document asks for none', async () => {
    await standin.fetch('/symbl/oauth2/token:generate', {method: 'POST', body: '{}'});
    expect((await judged(standin)).map(({kind}) => kind)).not.toContain('authentication');
  });

  it('is wrong on purpose where a refusal is expected', async () => {
    expect(await said(401, {origin: 'expected'})).toEqual([]);
  });
});

describe('an expected answer', () => {
  const expecting = async (response: {readonly status: number}, violations: readonly object[] = []) => {
    await standin.fetch('/opencx/chat/sessions', {headers: credentialsOf(standin, 'opencx')});
    const [entry] = await standin.journal.entries();
    return judgementOf(standin.vendors).judge({
      entry: {...entry!, response, violations: violations as never},
      sandbox: 'default',
      origin: 'expected',
      hasCredentials: true,
    });
  };
  const violation = {location: 'response', path: '/next', params: {}, message: "The answer's /next must be string."};

  it('is one that the document has', async () => {
    expect(await expecting({status: 200})).toEqual([]);
    expect(await expecting({status: 418})).toMatchObject([
      {
        kind: 'expectation',
        pointer: '/response/status',
        message: 'The document has no answer 418 of this operation.',
        instead: 'Expect one that it has: 200, 400, 401, 403, 404, 429, 500.',
      },
    ]);
  });

  it('is as the document has it, as far as it goes', async () => {
    const type = {...violation, keyword: 'type', schemaPath: '#/components/schemas/X/type'};
    const left = {...violation, path: '', keyword: 'required', schemaPath: ''};
    expect(await expecting({status: 200}, [type, left])).toMatchObject([
      {kind: 'expectation', pointer: '/response/body/next', message: "The answer's /next must be string."},
    ]);
  });

  it('that differs is no breach of a client that only got it', async () => {
    await standin.fetch('/opencx/chat/sessions', {headers: credentialsOf(standin, 'opencx')});
    const [entry] = await standin.journal.entries();
    const made = {entry: {...entry!, violations: [{...violation, keyword: 'type', schemaPath: ''}] as never}};
    const call = {sandbox: 'default', origin: 'made', hasCredentials: true} as const;
    expect(judgementOf(standin.vendors).judge({...call, ...made})).toEqual([]);
  });
});
