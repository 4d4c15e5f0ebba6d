import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../../index.js';
import {credentialsOf, jsonOf, judged} from './test-support.js';

let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({randomSeed: 1});
});

afterEach(() => standin.close());

const call = (path: string, init: RequestInit = {}) => {
  const vendor = path.startsWith('/dixa') ? 'dixa' : 'opencx';
  const headers = {...credentialsOf(standin, vendor), ...(init.headers as Record<string, string>)};
  return standin.fetch(path, {...init, headers});
};
/** Where requests differ from the document, and what to send instead. */
const advice = async () => {
  const requests = (await judged(standin)).filter(({kind}) => kind === 'request');
  return requests.map(({pointer, instead}) => [pointer, instead]);
};

describe('what to send instead', () => {
  it('is the type and the format that the document asks for', async () => {
    await call('/dixa/v1/conversations/10749/messages/5/anonymize', {method: 'PATCH'});
    await call('/dixa/v1/conversations/10749/anonymize?force=yes', {method: 'PATCH'});
    await call('/opencx/redaction/session', jsonOf('POST', {}, {sessionId: ''}));
    expect(await advice()).toEqual([
      ['/request/path', 'Send `messageId` in the path as a string of the format uuid.'],
      ['/request/query/force/0', 'Send `force` in the query as true or false.'],
      ['/request/body/sessionId', 'Send `sessionId` in the body as a string of a length from 1.'],
    ]);
  });

  it('is one of the values that the document lists', async () => {
    const id = '123e4567-e89b-12d3-a456-426614174000';
    await call(`/opencx/chat/sessions/${id}`, jsonOf('PATCH', {}, {status: 'closed'}));
    expect(await advice()).toEqual([
      ['/request/body/status', 'Send `status` in the body as one of `open`, `closed_resolved`, `closed_unresolved`.'],
    ]);
  });

  it('is the member that is missing', async () => {
    await call('/dixa/v1/conversations/10749/claim', jsonOf('PUT', {}, {}));
    await call('/dixa/v1/conversations/10749/claim', jsonOf('PUT', {}, {agent_id: 'x'}));
    const kind = 'a string of the format uuid.';
    expect(await advice()).toEqual([
      ['/request/body', `Send \`agentId\`, ${kind}`],
      ['/request/body', `Send \`agent_id\` as \`agentId\`, ${kind}`],
    ]);
  });

  it('is a body that can be read', async () => {
    const json = {'content-type': 'application/json'};
    await call('/opencx/redaction/session', {method: 'POST', headers: json, body: '{"sessionId":'});
    await call('/opencx/redaction/session', {method: 'POST', headers: {'content-type': 'text/plain'}, body: 'x'});
    await call('/opencx/redaction/session', {method: 'POST', headers: json});
    expect(await advice()).toEqual([
      ['/request/body', 'Send JSON.'],
      ['/request/body', 'Send the body as application/json.'],
      ['/request', 'Send a body.'],
    ]);
  });
});
