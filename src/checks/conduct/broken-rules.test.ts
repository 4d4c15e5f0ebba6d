import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../../index.js';
import {breachesOf} from './index.js';
import {credentialsOf, jsonOf, judged, symblToken} from './test-support.js';

let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({randomSeed: 1});
});

afterEach(() => standin.close());

const id = '123e4567-e89b-12d3-a456-426614174000';
const conversation = '/symbl/v1/conversations/5083268647485440';
const body = (method: string, value: unknown) => jsonOf(method, {}, value);
const text = (type: string, value: string): RequestInit => ({
  method: 'POST',
  headers: {'content-type': type},
  body: value,
});

const call = async (path: string, init: RequestInit = {}) => {
  const vendor = path.startsWith('/dixa') ? 'dixa' : 'opencx';
  const credentials = path.startsWith('/symbl') ? await symblToken(standin) : credentialsOf(standin, vendor);
  return standin.fetch(path, {...init, headers: {...credentials, ...(init.headers as Record<string, string>)}});
};
/** The rules and the mark of each finding of the calls so far. */
const broken = async () => {
  const requests = (await judged(standin)).filter(({kind}) => kind === 'request');
  return requests.map(({rules, mark}) => [...rules, mark]);
};

describe('a request names first the rule that it breaks, with the mark of that rule', () => {
  it.each<[string, string, RequestInit, readonly (readonly string[])[]]>([
    ['DIXA-10', '/dixa/v1/conversations/10749/anonymize?force=yes', {method: 'PATCH'}, [['DIXA-10', 'documented']]],
    ['DIXA-10', '/dixa/v1/tags?includeDeactivated=1', {}, [['DIXA-10', 'documented']]],
    ['DIXA-8', '/dixa/v1/conversations/10749/messages/5/anonymize', {method: 'PATCH'}, [['DIXA-8', 'documented']]],
    ['DIXA-9', '/dixa/v1/contact-endpoints?_type=Pigeon', {}, [['DIXA-9', 'inferred']]],
    ['DIXA-9', '/dixa/v1/conversations/10749/close', body('PUT', {userId: 5}), [['DIXA-9', 'inferred']]],
    ['DIXA-9', '/dixa/v1/tags', text('application/json', '{"name":'), [['DIXA-9', 'inferred']]],
    ['DIXA-25', '/dixa/v1/endusers?pageLimit=0', {}, [['DIXA-25', 'assumed']]],
    ['DIXA-61', '/dixa/v1/conversations/10749/followup', body('PUT', {}), [['DIXA-61', 'DIXA-9', 'inferred']]],
    ['DIXA-65', '/dixa/v1/conversations/10749/claim', body('PUT', {}), [['DIXA-65', 'DIXA-9', 'inferred']]],
    ['DIXA-9, not 65', '/dixa/v1/conversations/10749/claim', body('PUT', {agentId: 5}), [['DIXA-9', 'inferred']]],
    ['DIXA-86', `/dixa/v1/endusers/${id}`, body('PUT', {}), [['DIXA-86', 'DIXA-9', 'inferred']]],
    ['OPENCX-27', '/opencx/redaction/session', body('POST', {}), [['OPENCX-27', 'inferred']]],
    ['OPENCX-27', '/opencx/redaction/session', text('application/json', ''), [['OPENCX-27', 'inferred']]],
    [
      'OPENCX-30',
      '/opencx/redaction/session',
      body('POST', {session_id: id}),
      [['OPENCX-27', 'OPENCX-30', 'inferred']],
    ],
    ['OPENCX-26', '/opencx/redaction/session', body('POST', {sessionId: id, reason: 5}), [['OPENCX-26', 'inferred']]],
    ['OPENCX-40', '/opencx/redaction/message', body('POST', {messageId: 5}), [['OPENCX-40', 'inferred']]],
    ['OPENCX-5', '/opencx/redaction/session', text('application/json', '{"sessionId":'), [['OPENCX-5', 'inferred']]],
    ['OPENCX-5', '/opencx/redaction/session', text('text/plain', 'x'), [['OPENCX-5', 'inferred']]],
    ['OPENCX-52', '/opencx/chat/sessions', body('POST', {contact_id: 5}), [['OPENCX-52', 'assumed']]],
    ['OPENCX-53', '/opencx/chat/sessions', body('POST', {custom_data: {plan: []}}), [['OPENCX-53', 'inferred']]],
    [
      'OPENCX-53',
      '/opencx/chat/sessions',
      body('POST', {contact: {custom_data: {plan: 1}}}),
      [['OPENCX-53', 'inferred']],
    ],
    ['OPENCX-60', `/opencx/chat/sessions/${id}`, body('PATCH', {status: 'closed'}), [['OPENCX-60', 'assumed']]],
    ['OPENCX-62', '/opencx/chat/sessions?status=closed', {}, [['OPENCX-62', 'assumed']]],
    ['OPENCX-63', '/opencx/chat/sessions/filter', body('POST', {limit: 101}), [['OPENCX-63', 'inferred']]],
    ['SYMBL-58', `${conversation}/messages?redact=yes`, {}, [['SYMBL-58', 'assumed']]],
    [
      'SYMBL-62',
      `${conversation}/messages?redact=true&exclude=${encodeURIComponent('[["A"]]')}`,
      {},
      [['SYMBL-62', 'assumed']],
    ],
    ['SYMBL-15', '/symbl/v1/process/text', body('POST', {messages: [{payload: {}}]}), [['SYMBL-15', 'assumed']]],
    ['SYMBL-74', '/symbl/v1/manage/settings', body('PATCH', {}), [['SYMBL-74', 'assumed']]],
  ])('%s: %s', async (_, path, init, expected) => {
    await call(path, init);
    expect(await broken()).toEqual(expected);
  });

  it.each<[string, RequestInit]>([
    [`${conversation}/messages?verbose=maybe`, {}],
    [`${conversation}/summary?refresh=maybe`, {}],
    ['/opencx/chat/sessions', body('POST', {verified: 'yes'})],
  ])('none where no rule speaks of it, and the mark is that of the refusal: %s', async (path, init) => {
    await call(path, init);
    const [entry] = (await standin.journal.entries()).slice(-1);
    const operation = standin.vendors
      .flatMap(({operationList}) => operationList)
      .find((one) => one.id === entry?.operation);
    expect(await broken()).toEqual([[operation?.responses.get(400)?.mark]]);
  });

  it.each([202, 401, 404, 500])('whatever else the answer has to say (DIXA-10): %i', async (status) => {
    await call('/dixa/v1/conversations/10749/anonymize?force=yes', {method: 'PATCH'});
    const [entry] = await standin.journal.entries();
    const told = breachesOf([{...entry!, response: {...entry!.response, status}}], standin.vendors);
    expect(told.filter(({kind}) => kind === 'request')).toMatchObject([{rules: ['DIXA-10']}]);
  });

  it.each([201, 401, 500])(
    'that of the refusal it had earned, where nothing says more (OPENCX-65): %i',
    async (status) => {
      const form = new FormData();
      form.set('note', 'x');
      await call('/opencx/media/upload', {method: 'POST', body: form});
      const [entry] = await standin.journal.entries();
      const told = breachesOf([{...entry!, response: {...entry!.response, status}}], standin.vendors);
      expect(told.filter(({kind}) => kind === 'request')).toMatchObject([{rules: ['OPENCX-65'], mark: 'assumed'}]);
    },
  );

  it('SYMBL-5 and SYMBL-4, of what a token is asked with', async () => {
    await standin.fetch('/symbl/oauth2/token:generate', body('POST', {type: 'user', appId: 'x'}));
    await standin.fetch('/symbl/oauth2/token:generate', text('application/json', '{'));
    expect((await broken()).sort()).toEqual([
      ['SYMBL-4', 'inferred'],
      ['SYMBL-4', 'inferred'],
      ['SYMBL-5', 'assumed'],
    ]);
  });
});

describe('an operation that the vendor has not', () => {
  it.each([
    ['DIXA-13', '/dixa/v1/conversation/10749', 'assumed'],
    ['OPENCX-6', '/opencx/redaction/unredact', 'inferred'],
    ['SYMBL-85', '/symbl/v1/conversation', 'documented'],
  ])('names %s', async (rule, path, mark) => {
    await call(path);
    const lost = (await judged(standin)).filter(({kind}) => kind === 'unknown-operation');
    expect(lost).toMatchObject([{rules: [rule], mark}]);
  });
});

describe('what is deprecated in a body', () => {
  it('is told with what replaces it (DIXA-50), or that nothing does', async () => {
    await call(
      '/dixa/v1/anonymization',
      body('POST', {entityId: '10749', entityType: 'ConversationAnonymizationType'}),
    );
    await call('/dixa/v1/conversations/10749/ratings/1/submit', body('POST', {userId: 'x', ratingResult: {}}));
    const parts = (await judged(standin)).filter(({kind, pointer}) => kind === 'deprecated' && /body/.test(pointer));
    expect(parts.map(({pointer, instead, rules}) => [pointer, instead, rules])).toEqual([
      ['/request/body/entityType', 'Send `_type`.', ['DIXA-50']],
      ['/request/body/userId', 'Leave it out: nothing replaces it.', []],
    ]);
  });
});
