import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../../index.js';
import type {Breach} from './index.js';
import {credentialsOf, jsonOf, judged, symblToken} from './test-support.js';

let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({randomSeed: 1});
});

afterEach(() => standin.close());

const sessionId = '123e4567-e89b-12d3-a456-426614174000';
const call = (path: string, init: RequestInit = {}) => {
  const vendor = path.startsWith('/dixa') ? 'dixa' : 'opencx';
  const headers = {...credentialsOf(standin, vendor), ...(init.headers as Record<string, string>)};
  return standin.fetch(path, {...init, headers});
};
const told = async (kind: Breach['kind']) => (await judged(standin)).filter((breach) => breach.kind === kind);

describe('`force` in the body of an anonymization (DIXA-30)', () => {
  it.each(['/conversations/10749/anonymize', '/endusers/5a556159-9c21-4f3e-a44f-d323deb80d16/anonymize'])(
    'is ignored at %s, and belongs in the query',
    async (path) => {
      await call(`/dixa/v1${path}`, jsonOf('PATCH', {}, {force: true}));
      expect(await told('ignored')).toMatchObject([
        {
          pointer: '/request/body/force',
          rules: ['DIXA-30'],
          mark: 'inferred',
          message: 'The body has `force`, and the vendor does not read a body here.',
          instead: 'Send `force=true` in the query.',
        },
      ]);
    },
  );

  it('is nothing to speak of when the body is empty', async () => {
    await call('/dixa/v1/conversations/10749/anonymize', jsonOf('PATCH', {}, {}));
    await call('/dixa/v1/conversations/10749/anonymize', {method: 'PATCH', body: ''});
    expect(await told('ignored')).toEqual([]);
  });

  it('is told of a body that is no object as well, without what it says', async () => {
    await call('/dixa/v1/conversations/10749/anonymize', {method: 'PATCH', body: 'Ada Lovelace'});
    await call('/dixa/v1/conversations/10749/anonymize', jsonOf('PATCH', {}, ['Ada']));
    expect((await told('ignored')).map(({pointer, message, instead}) => [pointer, message, instead])).toEqual([
      ['/request/body', 'The vendor does not read a body here.', 'Leave the body out.'],
      ['/request/body', 'The vendor does not read a body here.', 'Leave the body out.'],
    ]);
  });
});

describe('a header in the place of something else', () => {
  const path = '/dixa/v1/conversations/10749/anonymize';

  it.each(['force', 'X-Force'])('is ignored as `%s`, and belongs in the query', async (name) => {
    await call(path, {method: 'PATCH', headers: {[name]: 'true'}});
    expect(await told('ignored')).toEqual([
      expect.objectContaining({
        pointer: `/request/headers/${name.toLowerCase()}`,
        message: expect.stringContaining(`The request has \`${name.toLowerCase()}\`, which the document`) as string,
        instead: 'Send `force=true` in the query.',
      }),
    ]);
  });

  it('belongs in the body where the operation has such a member there', async () => {
    await call('/opencx/redaction/session', jsonOf('POST', {'session-id': sessionId}, {sessionId}));
    expect(await told('ignored')).toMatchObject([
      {pointer: '/request/headers/session-id', instead: 'Send it as `sessionId` in the body.'},
    ]);
  });

  it('is not told of a credential, though the operation has a member of that name', async () => {
    await call('/dixa/v1/webhooks', jsonOf('POST', {}, {name: 'one'}));
    expect(await told('ignored')).toEqual([]);
  });

  it('is not told of another operation’s names, nor of a header of the client’s own', async () => {
    await call(path, {method: 'PATCH', headers: {'x-session-id': sessionId, 'x-trace': '1', 'user-agent': 'client'}});
    expect(await told('ignored')).toEqual([]);
  });
});

describe('`session_id` at the redaction (OPENCX-30)', () => {
  it('is told once, with the name that is missing', async () => {
    await call('/opencx/redaction/session', jsonOf('POST', {}, {session_id: sessionId}));
    expect(await judged(standin)).toMatchObject([
      {
        kind: 'request',
        pointer: '/request/body',
        rules: ['OPENCX-27', 'OPENCX-30'],
        mark: 'inferred',
        instead: expect.stringMatching(/^Send `session_id` as `sessionId`, a string/) as string,
      },
    ]);
  });

  it('is ignored beside the name that it is no spelling of', async () => {
    await call('/opencx/redaction/session', jsonOf('POST', {}, {session_id: sessionId, sessionId}));
    expect(await told('ignored')).toMatchObject([
      {
        pointer: '/request/body/session_id',
        rules: ['OPENCX-30', 'OPENCX-8'],
        mark: 'inferred',
        message: 'The body has `session_id`, which the document does not declare and the vendor does not look at.',
        instead: 'Send it as `sessionId`.',
      },
    ]);
  });

  it('is not told twice of two spellings, nor are they both taken for one', async () => {
    await call('/opencx/redaction/session', jsonOf('POST', {}, {session_id: sessionId, SessionId: sessionId}));
    expect((await judged(standin)).map(({kind, pointer}) => [kind, pointer])).toEqual([
      ['request', '/request/body'],
      ['ignored', '/request/body/SessionId'],
    ]);
  });

  it('is told of a message as well (OPENCX-40)', async () => {
    await call('/opencx/redaction/message', jsonOf('POST', {}, {MessageID: sessionId}));
    await call('/opencx/redaction/message', jsonOf('POST', {}, {MessageID: sessionId, messageId: sessionId}));
    const about = (await judged(standin)).filter(({kind}) => kind !== 'unconfirmed');
    expect(about.map(({kind, rules}) => [kind, rules])).toEqual([
      ['request', ['OPENCX-40']],
      ['ignored', ['OPENCX-40', 'OPENCX-8']],
    ]);
  });
});

describe('what the document does not declare', () => {
  it('is found inside of objects and lists, and not where the document leaves it free', async () => {
    const contact = {email: 'ada@example.org', phoneNumber: '555-0100', custom_data: {anything: 'goes'}};
    await call('/opencx/chat/sessions', jsonOf('POST', {}, {contact, custom_data: {anything: 1}}));
    const notes = {data: [{message: 'one'}, {message: 'two', agent_id: sessionId}]};
    await call('/dixa/v1/conversations/10749/notes/bulk', jsonOf('POST', {}, notes));
    expect((await told('ignored')).map(({pointer, instead}) => [pointer, instead.slice(0, 28)])).toEqual([
      ['/request/body/contact/phoneNumber', expect.stringContaining('Send it as `phone')],
      ['/request/body/data/1/agent_id', 'Send it as `agentId`.'],
    ]);
  });

  it('is named where its name is nobody’s, and hidden else', async () => {
    await call('/dixa/v1/endusers?phone_number=1&Ada=1', {});
    const [named, hidden] = await told('ignored');
    expect(named).toMatchObject({pointer: '/request/query/phone_number', rules: ['DIXA-84', 'DIXA-11']});
    expect(hidden?.rules).toEqual(['DIXA-11']);
    expect(hidden?.pointer).toMatch(/^\/request\/query\/tok_\w+\(Aaa\)$/);
    expect(hidden?.message).toBe(
      'The query has a parameter, which the document does not declare and the vendor does not look at.',
    );
  });

  it('is told of `redact` where a transcript is not redacted (SYMBL-83)', async () => {
    const headers = await symblToken(standin);
    await standin.fetch('/symbl/v1/conversations/5083268647485440/members?redact=true', {headers});
    expect(await told('ignored')).toMatchObject([
      {rules: ['SYMBL-83', 'SYMBL-37'], mark: 'inferred', instead: 'Leave it out: there is none.'},
    ]);
  });

  it('is told of a key in the query, which no document declares, without saying what the vendor does with it', async () => {
    await standin.fetch('/opencx/chat/sessions?api_key=secret');
    const [credential, ignored] = await judged(standin);
    expect(credential).toMatchObject({kind: 'authentication', message: 'The call has no credential.'});
    expect(ignored).toMatchObject({kind: 'ignored', pointer: '/request/query/api_key', rules: [], mark: 'assumed'});
    expect(ignored?.message).toMatch(/^The query has [^,]+, which the document does not declare\.$/);
  });

  it('is told of a body where none is read as what the document says, unless a rule says more (DIXA-11)', async () => {
    await call('/dixa/v1/conversations/10749', jsonOf('POST', {}, {}));
    const headers = await symblToken(standin);
    const path = '/symbl/v1/conversations/5083268647485440';
    await standin.fetch(path, jsonOf('DELETE', headers, {name: 1}));
    await standin.fetch(path, jsonOf('DELETE', headers, [1]));
    await call('/dixa/v1/tags/8f2a4c51-0f6e-4a37-9a0e-0b1c2d3e4f50', jsonOf('DELETE', {}, [1]));
    expect((await told('ignored')).map(({message, rules}) => [message, rules])).toEqual([
      ['The body has `name`, and the document has no body here.', []],
      ['The document has no body here.', []],
      ['The vendor does not read a body here.', ['DIXA-11']],
    ]);
  });

  it('is told of the organization, which follows from the key (OPENCX-2)', async () => {
    await call('/opencx/redaction/session', jsonOf('POST', {}, {sessionId, organization_id: sessionId}));
    await call('/opencx/chat/sessions?organization_id=1');
    expect((await told('ignored')).map(({pointer, rules}) => [pointer, rules])).toEqual([
      ['/request/body/organization_id', ['OPENCX-2', 'OPENCX-8']],
      ['/request/query/organization_id', ['OPENCX-2']],
    ]);
  });
});

describe.each(['tokens', 'clear'] as const)('names of entities in `exclude`, in a journal with %s', (journal) => {
  const excluding = async (...values: readonly string[]) => {
    await standin.close();
    standin = await createStandin({journal, randomSeed: 1});
    const headers = await symblToken(standin);
    const query = values.map((value) => `&exclude=${encodeURIComponent(value)}`).join('');
    await standin.fetch(`/symbl/v1/conversations/5083268647485440/messages?redact=true${query}`, {headers});
    return told('ignored');
  };

  it.each(['["location_city"]', '["Location_City"]', '[ "NAME", "email_address" ]', 'location_city'])(
    'exclude nothing as %s (SYMBL-64)',
    async (value) => {
      expect(await excluding(value)).toEqual([
        {
          entry: 'req-2',
          kind: 'ignored',
          vendor: 'symbl',
          operation: 'getMessagesByConversationId',
          pointer: '/request/query/exclude/0',
          rules: ['SYMBL-64', 'SYMBL-65'],
          mark: 'assumed',
          message: 'Names in small letters exclude nothing.',
          instead: 'Send the names in capitals, as in `exclude=["LOCATION_CITY"]`.',
        },
      ]);
    },
  );

  it.each(['["LOCATION_CITY"]', '[]', 'null', '', 'LOCATION_CITY'])('are right as %j (SYMBL-60)', async (value) => {
    expect(await excluding(value)).toEqual([]);
  });

  it('are judged one by one where they are sent several times (SYMBL-63)', async () => {
    expect(await excluding('["NAME"]', '["email"]')).toMatchObject([{pointer: '/request/query/exclude/1'}]);
  });
});

describe('what is deprecated', () => {
  it('leads to what replaces it', async () => {
    await call('/dixa/v1/search/conversations?query=order');
    await call('/dixa/v1/conversations/10749/rating');
    const headers = await symblToken(standin);
    await standin.fetch('/symbl/v1/conversations/5083268647485440/trackers', {headers});
    expect((await told('deprecated')).map(({instead}) => instead)).toEqual([
      'Call POST /{version}/search/conversations (postSearchConversations).',
      'Call GET /{version}/conversations/{conversationId}/ratings (getConversationsConversationidRatings).',
      'Call GET /v1/conversations/{conversationId}/trackers-detected (getDetectedTrackers).',
    ]);
  });

  it('is a member of the body', async () => {
    const body = {entityId: '10749', _type: 'Conversation', entityType: 'Conversation'};
    await call('/dixa/v1/anonymization', jsonOf('POST', {}, body));
    expect(await told('deprecated')).toMatchObject([
      {pointer: '/request/path'},
      {pointer: '/request/body/entityType', message: 'The document calls `entityType` deprecated.'},
    ]);
  });

  it('is the older header for a token (SYMBL-8)', async () => {
    const {authorization = ''} = await symblToken(standin);
    const headers = {'x-api-key': authorization.slice('Bearer '.length)};
    const answer = await standin.fetch('/symbl/v1/conversations/5083268647485440/messages', {headers});
    expect(answer.status).toBe(200);
    expect(await judged(standin)).toMatchObject([
      {
        kind: 'deprecated',
        pointer: '/request/headers/x-api-key',
        rules: ['SYMBL-8'],
        mark: 'documented',
        message: 'The document calls the header x-api-key deprecated.',
        instead: 'Send the credential as `Authorization: Bearer <credential>`.',
      },
    ]);
  });
});
