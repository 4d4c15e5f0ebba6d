import {beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type StateDocument, type Standin} from '../src/index.js';

const start = Date.parse('2026-01-05T09:00:00.000Z');
let standin: Standin;
let wall: number;
let errors: unknown[];

beforeEach(async () => {
  wall = start;
  errors = [];
  standin = await createStandin({
    clock: () => wall,
    randomSeed: 1,
    outgoing: {send: () => Promise.resolve({status: 200, body: ''})},
    onError: (error) => errors.push(error),
  });
});

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Says something to the control plane as any HTTP caller can. */
async function control(method: string, path: string, {headers = {}, body}: Asked = {}) {
  const answer = await standin.fetch(`/_standin${path}`, {
    method,
    headers: {...(body !== undefined && {'content-type': 'application/json'}), ...headers},
    ...(body !== undefined && {body: JSON.stringify(body)}),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    tag: answer.headers.get('etag') ?? '',
    body: (text === '' ? undefined : JSON.parse(text)) as Record<string, unknown> & {readonly detail: string},
  };
}

/** Asks Dixa, as a client would. */
async function dixa(path: string, method = 'GET') {
  const answer = await standin.fetch(`/dixa${path}`, {
    method,
    headers: {authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? ''},
  });
  const text = await answer.text();
  const body = (text === '' ? {} : JSON.parse(text)) as {readonly data: Readonly<Record<string, unknown>>};
  return {status: answer.status, body};
}

const ada = 'f28fafd6-2e42-4441-943c-388a8e0ef433';
const newcomer = {id: '0d6f4f6e-52c1-4c65-8a53-7b1f0c1a9d01', createdAt: '2026-01-04T12:00:00Z', displayName: 'Eli'};
const endUsers = '/state/dixa/endUsers';

describe('GET /_standin/state', () => {
  it('answers everything that there is: a seed, with which another stand-in is the same', async () => {
    await dixa('/v1/conversations/10750/close', 'PUT');
    const {body} = await control('GET', '/state');
    expect(body).toMatchObject({version: 1, dixa: {conversations: expect.any(Array) as unknown}});
    await using other = await createStandin({clock: () => wall, randomSeed: 1, seed: body as never});
    expect(await other.state.read()).toEqual(body);
  });

  it('names every collection of every vendor, empty ones too, in the order of ids', async () => {
    const {dixa: data = {}} = await standin.state.read();
    for (const vendor of standin.vendors) {
      const {[vendor.name]: own = {}} = await standin.state.read();
      expect(Object.keys(own)).toEqual(Object.keys(vendor.collections));
    }
    expect((data as Record<string, unknown>).followups).toEqual([]);
    const ids = await idsOf('dixa', 'conversations');
    expect(ids).toEqual([1, 10749, 10750, 10751]);
    const users = await idsOf('dixa', 'endUsers');
    expect(users).toEqual([...users].sort());
  });

  it('answers one vendor’s data as a seed too', async () => {
    const {status, body} = await control('GET', '/state/symbl');
    expect([status, Object.keys(body)]).toEqual([200, ['version', 'symbl']]);
    expect((await control('PUT', '/state', {body})).status).toBe(204);
  });

  it('is the same, with the same tag, until something changes', async () => {
    const [one, two] = [await control('GET', '/state'), await control('GET', '/state')];
    expect(two).toEqual(one);
    expect(one.tag).toMatch(/^"[\w-]{22}"$/);
    await standin.state.collection('dixa', 'endUsers').put(newcomer);
    expect((await control('GET', '/state')).tag).not.toBe(one.tag);
  });

  it('tells what fell due by now: nobody sees a state that is over', async () => {
    await dixa('/v1/conversations/10749/anonymize', 'PATCH');
    wall += 86_400_000;
    expect(await standin.state.collection('dixa', 'conversations').get(10749)).toMatchObject({
      _type: 'AnonymizedConversation',
    });
  });
});

describe('GET /_standin/state/{vendor}/{collection}', () => {
  it('answers a page at a time, each with the tag of the whole', async () => {
    const all = await idsOf('dixa', 'endUsers');
    const first = await control('GET', `${endUsers}?limit=3`);
    expect(first.body).toMatchObject({version: 1, entities: [{id: all[0]}, {id: all[1]}, {id: all[2]}], next: all[2]});
    const second = await control('GET', `${endUsers}?limit=100&after=${all[2]}`);
    expect((second.body.entities as {id: unknown}[]).map(({id}) => id)).toEqual(all.slice(3));
    expect(second.body).not.toHaveProperty('next');
    expect(second.tag).toBe(first.tag);
  });

  it('goes on behind an id that is gone', async () => {
    const {body} = await control('GET', '/state/dixa/conversations?after=10748');
    expect((body.entities as {id: unknown}[]).map(({id}) => id)).toEqual([10749, 10750, 10751]);
  });

  it.each([
    ['/state/zendesk', 'There is no vendor "zendesk": use opencx, dixa, symbl.'],
    ['/state/dixa/endusers', /^dixa has no collection "endusers": use .*endUsers, .*\.$/],
    ['/state/dixa/toString', /^dixa has no collection "toString": use /],
    ['/state/symbl/jobs/5', 'There is no "5" in jobs of symbl; GET /_standin/state/symbl/jobs lists what there is.'],
  ])('%s is not there, and the answer says what is', async (path, detail) => {
    const {status, body} = await control('GET', path);
    expect([status, body.detail]).toEqual([404, detail instanceof RegExp ? expect.stringMatching(detail) : detail]);
  });

  it.each(['limit=0', 'limit=100001', 'limit=x'])('?%s is refused', async (query) => {
    expect((await control('GET', `${endUsers}?${query}`)).status).toBe(400);
  });
});

describe('PUT /_standin/state', () => {
  it('replaces the data of the vendors it names, and of no other', async () => {
    const symbl = (await control('GET', '/state/symbl')).tag;
    expect((await control('PUT', '/state', {body: {version: 1, dixa: {endUsers: [newcomer]}}})).status).toBe(204);
    expect(await idsOf('dixa', 'endUsers')).toEqual([newcomer.id]);
    expect(await idsOf('dixa', 'conversations')).toEqual([]);
    expect((await control('GET', '/state/symbl')).tag).toBe(symbl);
  });

  it('leaves accounts that it does not name, so that clients are still known', async () => {
    await standin.state.replace({dixa: {endUsers: [newcomer]}});
    expect((await dixa(`/v1/endusers/${newcomer.id}`)).status).toBe(200);
    await standin.state.replace({dixa: {endUsers: [newcomer], apiTokens: []}});
    expect((await dixa(`/v1/endusers/${newcomer.id}`)).status).toBe(401);
  });

  it('completes what the vendor fills in', async () => {
    await standin.state.replace({dixa: {endUsers: [newcomer]}});
    expect(await standin.state.collection('dixa', 'endUsers').get(newcomer.id)).toEqual({
      ...newcomer,
      additionalEmails: [],
      additionalPhoneNumbers: [],
      middleNames: [],
      customAttributes: [],
    });
  });

  it('brings a state back as it was', async () => {
    const before = await control('GET', '/state');
    await standin.state.collection('dixa', 'conversations').clear();
    await standin.state.collection('opencx', 'history').clear();
    const put = await control('PUT', '/state', {body: before.body});
    const after = await control('GET', '/state');
    expect([put.tag, after.body, after.tag]).toEqual([before.tag, before.body, before.tag]);
  });

  it.each([
    [
      {dixa: {endUsers: [{...newcomer, emial: 'eli@example.org'}]}},
      '/dixa/endUsers/0/emial: is no member of endUsers; did you mean email?',
    ],
    [
      {dixa: {endUsers: [newcomer, newcomer]}},
      `/dixa/endUsers/1: the id ${newcomer.id} is used twice; give each entity its own.`,
    ],
    [{zendesk: {}}, '/zendesk: no such vendor; use opencx, dixa, symbl.'],
    [{version: 2, dixa: {}}, '/version: must be 1; this stand-in reads no other.'],
    [
      {dixa: {webhookSubscriptions: [{...subscription(), url: 'nowhere'}]}},
      `/dixa/webhookSubscriptions: the entity ${newcomer.id} cannot be taken: its url or its headers cannot be sent.`,
    ],
  ])('%j is refused, and nothing changes', async (body, detail) => {
    const before = await standin.state.read();
    const answer = await control('PUT', '/state', {body});
    expect([answer.status, answer.body.detail]).toEqual([400, detail]);
    expect(await standin.state.read()).toEqual(before);
  });

  it('refuses names that mean more than data', async () => {
    const answer = await standin.fetch('/_standin/state', {
      method: 'PUT',
      headers: {'content-type': 'application/json'},
      body: '{"symbl": {"__proto__": {"conversations": []}}}',
    });
    expect([answer.status, ((await answer.json()) as {detail: string}).detail]).toEqual([
      400,
      '/symbl/__proto__: has a name that data must not have; choose another.',
    ]);
  });
});

describe('PATCH /_standin/state', () => {
  it('adds entities, in place of those with their ids, and leaves all others', async () => {
    const before = await idsOf('dixa', 'endUsers');
    const renamed = {id: ada, createdAt: '2020-12-16T09:41:43Z', displayName: 'Ada Changed'};
    await standin.state.patch({dixa: {endUsers: [newcomer, renamed]}});
    expect(await idsOf('dixa', 'endUsers')).toEqual([newcomer.id, ...before].sort());
    const now = await standin.state.collection('dixa', 'endUsers').get(ada);
    expect(now).toMatchObject({displayName: 'Ada Changed'});
    expect(now).not.toHaveProperty('email');
  });

  it('is all or nothing', async () => {
    const before = await standin.state.read();
    const seed = {dixa: {endUsers: [newcomer, {id: 5}]}};
    await expect(standin.state.patch(seed)).rejects.toThrow('/dixa/endUsers/1/id: must be a string; put it in quotes.');
    expect(await standin.state.read()).toEqual(before);
  });
});

describe('a collection', () => {
  it('is replaced as a whole', async () => {
    const symbl = await control('GET', '/state/symbl');
    const answer = await control('PUT', endUsers, {body: {entities: [newcomer]}});
    expect(answer.status).toBe(204);
    expect(await idsOf('dixa', 'endUsers')).toEqual([newcomer.id]);
    expect(await idsOf('dixa', 'conversations')).toHaveLength(4);
    expect((await control('GET', '/state/symbl')).tag).toBe(symbl.tag);
    expect((await control('GET', endUsers)).tag).toBe(answer.tag);
  });

  it('is emptied, and what names its entities is not', async () => {
    expect((await control('DELETE', endUsers)).status).toBe(204);
    expect(await idsOf('dixa', 'endUsers')).toEqual([]);
    expect((await dixa('/v1/conversations/10749')).status).toBe(200);
  });

  it('takes no page for all of it', async () => {
    const page = await control('GET', `${endUsers}?limit=3`);
    expect((await control('PUT', endUsers, {body: page.body})).status).toBe(400);
  });
});

describe('an entity', () => {
  it('is read as it is stored', async () => {
    const {status, body} = await control('GET', `${endUsers}/${ada}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({id: ada, email: 'ada@example.com'});
  });

  it('is added, and then replaced, with what the vendor fills in', async () => {
    const put = (body: object) => control('PUT', `${endUsers}/${newcomer.id}`, {body});
    const added = await put(newcomer);
    expect([added.status, added.body]).toEqual([201, {...newcomer, ...lists, customAttributes: []}]);
    const {displayName: _, ...nameless} = newcomer;
    const replaced = await put(nameless);
    expect([replaced.status, replaced.body]).toEqual([200, {...nameless, ...lists, customAttributes: []}]);
    expect((await dixa(`/v1/endusers/${newcomer.id}`)).body.data).toMatchObject({id: newcomer.id});
  });

  it('is found by what it says now, and no longer by what it said', async () => {
    const users = standin.state.collection('dixa', 'endUsers');
    await users.patch(ada, {email: 'ada.new@example.com'});
    const found = async (email: string) => (await dixa(`/v1/endusers?email=${email}`)).body.data;
    expect(await found('ada.new@example.com')).toMatchObject([{id: ada}]);
    expect(await found('ada@example.com')).toEqual([]);
  });

  it.each(['application/json', 'application/merge-patch+json'])(
    'is changed by a merge patch sent as %s',
    async (type) => {
      const answer = await control('PATCH', `${endUsers}/${ada}`, {
        headers: {'content-type': type},
        body: {displayName: 'Ada Sample', phoneNumber: null, customAttributes: null},
      });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({displayName: 'Ada Sample', email: 'ada@example.com', customAttributes: []});
      expect(answer.body).not.toHaveProperty('phoneNumber');
    },
  );

  it('has a number for an id where the vendor counts', async () => {
    const conversations = standin.state.collection('dixa', 'conversations');
    await conversations.patch(10749, {state: 'Open'});
    expect((await dixa('/v1/conversations/10749/anonymize', 'PATCH')).status).toBe(409);
    await conversations.delete(10749);
    expect((await dixa('/v1/conversations/10749')).status).toBe(404);
  });

  it('may have an id that looks like a path', async () => {
    const files = standin.state.collection('dixa', 'files');
    const [file] = await files.list();
    expect(file?.id).toMatch(/^\/private\//);
    expect(await files.get(file?.id ?? '')).toEqual(file);
    await files.delete(file?.id ?? '');
    expect(await files.list()).toEqual([]);
  });

  it.each([
    [
      'PUT',
      {...newcomer, createdAt: 'today'},
      `/dixa/endUsers/${newcomer.id}/createdAt: must be an instant such as 2026-01-05T09:00:00.000Z.`,
    ],
    [
      'PUT',
      {...newcomer, id: ada},
      `/dixa/endUsers/${newcomer.id}/id: must be "${newcomer.id}", as the address says; use one id in both places.`,
    ],
  ])('%s %j is refused by its place in the state', async (method, body, detail) => {
    const answer = await control(method, `${endUsers}/${newcomer.id}`, {body});
    expect([answer.status, answer.body.detail]).toEqual([400, detail]);
    expect((await control('GET', `${endUsers}/${newcomer.id}`)).status).toBe(404);
  });

  it('is not patched into something that could not be', async () => {
    const users = standin.state.collection('dixa', 'endUsers');
    const before = await users.get(ada);
    await expect(users.patch(ada, {createdAt: null})).rejects.toThrow(
      `/dixa/endUsers/${ada}/createdAt: is missing; add it.`,
    );
    await expect(users.patch(ada, {id: newcomer.id})).rejects.toThrow(/as the address says/);
    await expect(users.patch(ada, JSON.parse('{"__proto__": {}}') as object)).rejects.toThrow(
      /has a name that data must not have/,
    );
    expect(await users.get(ada)).toEqual(before);
  });

  it.each(['GET', 'PATCH', 'DELETE'])('%s finds one that is not there nowhere', async (method) => {
    const answer = await control(method, `${endUsers}/nobody`, method === 'PATCH' ? {body: {}} : {});
    expect([answer.status, answer.body.detail]).toEqual([
      404,
      'There is no "nobody" in endUsers of dixa; GET /_standin/state/dixa/endUsers lists what there is.',
    ]);
  });
});

describe('If-Match', () => {
  const changes: readonly {readonly method: string; readonly path: string; readonly body?: object}[] = [
    {method: 'PUT', path: '/state', body: {dixa: {}}},
    {method: 'PATCH', path: '/state', body: {dixa: {endUsers: [newcomer]}}},
    {method: 'PUT', path: endUsers, body: {entities: []}},
    {method: 'DELETE', path: endUsers},
    {method: 'PUT', path: `${endUsers}/${ada}`, body: {...newcomer, id: ada}},
    {method: 'PATCH', path: `${endUsers}/${ada}`, body: {displayName: 'Ada Sample'}},
    {method: 'DELETE', path: `${endUsers}/${ada}`},
  ];

  it.each(changes)('lets $method $path change what its caller saw', async ({method, path, body}) => {
    const {tag} = await control('GET', path);
    const answer = await control(method, path, {headers: {'if-match': `"other", ${tag}`}, ...(body && {body})});
    expect(answer.status).toBeLessThan(300);
    const {tag: now} = await control('GET', path);
    expect(now).not.toBe(tag);
  });

  it.each(changes)('keeps $method $path from changing what somebody else has changed', async ({method, path, body}) => {
    const {tag} = await control('GET', path);
    await standin.state.collection('dixa', 'endUsers').patch(ada, {displayName: 'Changed by somebody else'});
    const before = await standin.state.read();
    const answer = await control(method, path, {headers: {'if-match': tag}, ...(body && {body})});
    expect([answer.status, answer.body.detail]).toEqual([
      412,
      expect.stringMatching(/^This is not what If-Match expects: it is "[\w-]+" now\. Read it again, and change what/),
    ]);
    expect(await standin.state.read()).toEqual(before);
  });

  it('with a star is content with whatever is there, but not with nothing', async () => {
    const any = {headers: {'if-match': '*'}};
    expect((await control('PATCH', `${endUsers}/${ada}`, {...any, body: {displayName: 'A'}})).status).toBe(200);
    const nothing = await control('PUT', `${endUsers}/${newcomer.id}`, {...any, body: newcomer});
    expect([nothing.status, nothing.body.detail]).toEqual([412, expect.stringContaining('nothing is there')]);
  });
});

describe('what waits for its time', () => {
  /** Has every transition of every vendor scheduled, and webhooks with them. */
  async function scheduleEverything(): Promise<void> {
    const {dixa: {env: {DIXA_API_KEY: token = ''} = {}} = {}, opencx, symbl} = standin.info.vendors;
    const send = async (method: string, path: string, authorization: string, body?: object) => {
      const headers = {authorization, 'content-type': 'application/json'};
      const answer = await standin.fetch(path, {method, headers, ...(body && {body: JSON.stringify(body)})});
      expect(answer.status, `${method} ${path}`).toBeLessThan(300);
      return (await answer.json().catch(() => ({}))) as {readonly accessToken: string};
    };
    await standin.behaviours.set({
      'symbl.jobs': 'clock',
      'dixa.tagging_delay': 'PT1S',
      'opencx.webhook_url': 'http://127.0.0.1:9/hook',
    });
    await standin.state.patch({dixa: {webhookSubscriptions: [{...subscription(), url: 'http://127.0.0.1:9/hook'}]}});
    await send('PATCH', '/dixa/v1/conversations/10749/anonymize', token);
    const timestamp = '2026-01-07T09:00:00Z';
    await send('PUT', '/dixa/v1/conversations/10750/followup', token, {timestamp});
    await send('POST', '/dixa/v1/conversations/10751/tags/bulk', token, {data: [{name: 'vip'}]});
    const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = symbl?.env ?? {};
    const {accessToken} = await send('POST', '/symbl/oauth2/token:generate', '', {
      ...{type: 'application', appId, appSecret},
    });
    await send('POST', '/symbl/v1/process/text', `Bearer ${accessToken}`, {
      messages: [{payload: {content: 'Please call Ada Example.'}}],
    });
    await send('POST', '/opencx/chat/sessions', `Bearer ${opencx?.env.OPENCX_API_KEY}`, {});
  }

  const advance = async () => new Set((await standin.clock.advance('P30D')).map(({transition}) => transition));

  it('is carried out when nothing is gone', async () => {
    await scheduleEverything();
    expect(await advance()).toEqual(new Set(['anonymize', 'expireFollowup', 'tagInBulk', 'startJob', 'finishJob']));
  });

  it('does nothing to what is gone, at any vendor', async () => {
    await scheduleEverything();
    for (const vendor of standin.vendors) {
      await standin.state.replace({
        [vendor.name]: Object.fromEntries(Object.keys(vendor.collections).map((name) => [name, []])),
      });
    }
    expect(await advance()).toEqual(new Set(['anonymize', 'expireFollowup', 'tagInBulk', 'startJob']));
    for (const {name} of standin.vendors) {
      const {[name]: left = {}} = await standin.state.read();
      expect(Object.values(left).flat()).toEqual([]);
    }
    expect(errors).toEqual([]);
  });

  it.each(['conversations', 'endUsers', 'agents', 'messages'])('bears that Dixa’s %s alone are gone', async (name) => {
    await scheduleEverything();
    await standin.state.collection('dixa', name).clear();
    await advance();
    expect(errors).toEqual([]);
  });

  it.each(['conversations', 'apps', 'members'])('bears that Symbl’s %s alone are gone', async (name) => {
    await scheduleEverything();
    await standin.state.collection('symbl', name).clear();
    await advance();
    expect(errors).toEqual([]);
  });
});

describe('over HTTP', () => {
  it('a state may be much larger than any vendor’s body, and ids may look like paths', async () => {
    const {url} = await standin.listen({port: 0});
    try {
      const entities = Array.from({length: 15_000}, (_, position) => ({
        ...newcomer,
        id: newcomer.id.replace(/.{8}$/, position.toString(16).padStart(8, '0')),
      }));
      const headers = {'content-type': 'application/json'};
      const send = (path: string, init?: RequestInit) => fetch(`${url}/_standin${path}`, init);
      const body = JSON.stringify({entities});
      expect(body.length).toBeGreaterThan(1024 * 1024);
      expect((await send(endUsers, {method: 'PUT', headers, body})).status).toBe(204);
      expect(await idsOf('dixa', 'endUsers')).toHaveLength(15_000);
      const [file] = await idsOf('dixa', 'files');
      const answer = await send(`/state/dixa/files/${encodeURIComponent(String(file))}`);
      expect([answer.status, answer.headers.get('etag')]).toEqual([200, expect.stringMatching(/^"[\w-]{22}"$/)]);
    } finally {
      await standin.close();
    }
  });
});

describe('sandboxes', () => {
  it('share no state', async () => {
    await standin.sandbox('blue').state.collection('dixa', 'endUsers').clear();
    expect(await standin.sandbox('blue').state.collection('dixa', 'endUsers').list()).toEqual([]);
    expect(await idsOf('dixa', 'endUsers')).toContain(ada);
  });
});

describe('GET /_standin/seed.schema.json', () => {
  it('answers the schema of the vendors there are', async () => {
    const {status, body} = await control('GET', '/seed.schema.json');
    expect([status, body.title]).toEqual([200, 'Seed of a stand-in']);
    expect(Object.keys(body.properties as object)).toEqual(['$schema', 'version', 'opencx', 'dixa', 'symbl']);
    await using small = await createStandin({vendors: ['symbl']});
    const answer = (await (await small.fetch('/_standin/seed.schema.json')).json()) as typeof body;
    expect(Object.keys(answer.properties as object)).toEqual(['$schema', 'version', 'symbl']);
    expect(JSON.stringify(answer)).not.toContain('dixa');
  });
});

const lists = {additionalEmails: [], additionalPhoneNumbers: [], middleNames: []};

async function idsOf(vendor: string, collection: string): Promise<readonly (string | number)[]> {
  const state: StateDocument = await standin.state.read();
  const lists = state[vendor] as unknown as Readonly<Record<string, readonly {readonly id: string | number}[]>>;
  return (lists[collection] ?? []).map(({id}) => id);
}

function subscription() {
  return {
    id: newcomer.id,
    name: 'Board',
    url: 'https://board.example/dixa',
    secretKey: 'a'.repeat(64),
    createdAt: newcomer.createdAt,
    createdBy: ada,
    updatedAt: newcomer.createdAt,
    updatedBy: ada,
  };
}
