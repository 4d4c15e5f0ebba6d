import {describe, expect, it} from 'vitest';
import {resolve} from '../../src/openapi/index.js';
import {opencx} from './index.js';
import {
  history,
  keys,
  messages,
  opencxClient,
  organizationA,
  organizationB,
  pathOf,
  read,
  redactMessage,
  redactSession,
  seeded,
  visitor,
  type Page,
} from './test-support.js';

describe('OPENCX-68 the seed', () => {
  it('OPENCX-68 has keys of every kind: full, redaction only, reading only, and another organization', () => {
    const apiKeys = [...(opencx.seed.apiKeys ?? []), ...(opencx.issue('default').seed.apiKeys ?? [])];
    const known = apiKeys.filter((key) => !('revoked' in key));
    expect(known).toMatchObject([
      {organization_id: organizationA, scopes: ['redaction:write']},
      {organization_id: organizationA, scopes: ['chat-sessions:read']},
      {organization_id: organizationB},
      {organization_id: organizationA},
    ]);
    for (const {id} of apiKeys) expect(id).toMatch(/^ocx_live_[0-9a-z]+$/);
  });

  it('OPENCX-68 has an open session with every kind of message, a closed one and an empty one', async () => {
    const client = opencxClient();
    const sent = (await messages(client, seeded.session)).map(({event}) => event);
    expect(sent.map(({sender}) => sender?.type)).toEqual(['contact', 'ai', 'contact', 'contact', 'human_agent']);
    expect(sent[2]?.content?.text).not.toBe('');
    expect(sent[2]?.attachments).toHaveLength(2);
    expect(sent[3]?.content?.text).toBe('');
    expect(sent[3]?.attachments).toHaveLength(1);
    const types = (await history(client, seeded.session)).map(({event}) => event.type);
    expect(types).toEqual(expect.arrayContaining(['handoff', 'human_agent_comment']));
    expect(await read(client, `/chat/sessions/${seeded.closed}`)).toMatchObject({status: 'closed_resolved'});
    expect(await history(client, seeded.empty)).toEqual([]);
  });

  it('OPENCX-68, OPENCX-20 holds bait: what a redaction must leave, with the same personal data', async () => {
    const client = opencxClient();
    await redactSession(client, seeded.session);
    const session = JSON.stringify(await read(client, `/chat/sessions/${seeded.session}`));
    const rest = JSON.stringify(await history(client, seeded.session));
    for (const place of [session, rest]) expect(place).toContain('+1 202 555 0143');
    expect(session.match(/Ada Example/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it('OPENCX-36, OPENCX-68 the id that the docs print works for a session and for a message', async () => {
    const client = opencxClient();
    expect(await redactMessage(client, seeded.session)).toMatchObject({redactionType: 'message', affectedCount: 1});
    expect(await redactSession(client, seeded.session)).toMatchObject({redactionType: 'session', messagesRedacted: 4});
  });

  it('OPENCX-55 its files are served, with the size that is told', async () => {
    const client = opencxClient();
    const sessions = [seeded.session, seeded.other];
    const items = (await Promise.all(sessions.map((id) => messages(client, id)))).flat();
    const attachments = items.flatMap(({event}) => event.attachments ?? []);
    const own = attachments.filter(({url}) => url.startsWith('http://127.0.0.1'));
    expect(own).toHaveLength(3);
    for (const {url, size} of own) {
      const {body} = await client.engine.answer(
        {method: 'GET', target: pathOf(url), headers: {}, origin: 'http://127.0.0.1', body: undefined},
        {kind: 'vendor', vendor: opencx, sandbox: 'default', target: pathOf(url), prefix: ''},
      );
      expect((body as Uint8Array).length).toBe(size);
    }
  });

  it('OPENCX-68 fits the document in every answer, for either organization', async () => {
    for (const authorization of [keys.full, keys.orgB]) {
      const client = opencxClient({}, {authorization});
      const {items} = await read<Page<{id: string}>>(client, '/chat/sessions');
      expect(items.length).toBeGreaterThan(0);
      for (const {id} of items) expect(Array.isArray(await history(client, id))).toBe(true);
    }
  });

  it('names nobody who could exist: reserved domains and numbers only', () => {
    const text = JSON.stringify(opencx.seed);
    const addresses = text.match(/[\w.]+@[\w.]+\w/g) ?? [];
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address).toMatch(/@example\.(com|org|net)$/);
    const numbers = text.match(/\+1[ 0-9]{10,}/g) ?? [];
    expect(numbers.length).toBeGreaterThan(0);
    for (const number of numbers) expect(number.replaceAll(' ', '')).toMatch(/^\+120255501\d\d$/);
  });

  it.each(printedRequests())('OPENCX-68 answers the printed example %s with success', async (_, method, path, body) => {
    const client = opencxClient({contact_get: true});
    const headers = path.startsWith('/backend/widget/') ? await visitor(client) : {};
    const answer = await client.call(method, path, {headers, ...(body !== undefined && {body})});
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  });

  it('gives a telling call to paste', () => {
    const sample = opencx.sample('http://127.0.0.1:4020/opencx', opencx.issue('default').env);
    expect(sample).toContain(`http://127.0.0.1:4020/opencx/redaction/session`);
    expect(sample).toContain(keys.full);
    expect(sample).toContain(seeded.session);
  });
});

interface Examples {
  readonly examples?: Readonly<Record<string, {readonly $ref?: string; readonly value?: unknown}>>;
}

/** The requests that the document prints: one for each name that the examples of body and parameters share. */
function printedRequests(): (readonly [title: string, method: string, path: string, body: unknown])[] {
  return opencx.operationList.flatMap((operation) => {
    const raw = resolve(opencx.document, operation.pointer).value as {
      requestBody?: {content: Partial<Record<string, Examples>>};
    };
    // An example cannot hold the bytes of a form.
    if (raw.requestBody && !raw.requestBody.content['application/json']) return [];
    const bodies = raw.requestBody?.content['application/json']?.examples;
    const parameters = operation.parameters.map(({name, in: place, pointer}) => {
      const {examples = {}} = resolve(opencx.document, pointer).value as Examples;
      return {name, place, examples};
    });
    const names = Object.keys(bodies ?? parameters[0]?.examples ?? {});
    return names.map((name) => {
      const query = new URLSearchParams();
      let path = operation.path;
      for (const {name: parameter, place, examples} of parameters) {
        const value = String(examples[name]?.value);
        if (place === 'path') path = path.replace(`{${parameter}}`, value);
        else if (name in examples) query.set(parameter, value);
      }
      const body =
        bodies && (resolve(opencx.document, pointerOf(operation.pointer, name)).value as {value: unknown}).value;
      return [`${operation.id} ${name}`, operation.method, query.size > 0 ? `${path}?${query}` : path, body] as const;
    });
  });
}

function pointerOf(operation: string, example: string): string {
  return `${operation}/requestBody/content/application~1json/examples/${example}`;
}
