import {afterEach, describe, expect, it} from 'vitest';
import {harOf} from '../src/export/index.js';
import type {Standin, StandinOptions} from '../src/index.js';
import {
  clientAt,
  exportOf,
  materialOf,
  somebody,
  workAtDixa,
  workAtSymbl,
  workEverywhere,
} from './support/export-client.js';

const standins: Standin[] = [];

afterEach(async () => {
  for (const standin of standins.splice(0)) await standin.close();
});

async function client(options: StandinOptions = {}) {
  const made = await clientAt(options);
  standins.push(made.standin);
  return made;
}

/** Whether a text of somebody's is in a text: as it is, in JSON, in an address, or in a file. */
function findIn(text: string): readonly string[] {
  const files = [...text.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g)].map(([file]) => Buffer.from(file, 'base64').toString());
  const all = [text, decodeURIComponent(text.replace(/%(?![0-9A-Fa-f]{2})/g, '%25')), ...files].join('\n');
  return Object.values(somebody).filter((value) => all.toLowerCase().includes(value.toLowerCase()));
}

describe('an export', () => {
  it('makes every call of a client again, with the answers that it had', async () => {
    const {standin, ask} = await client();
    await workEverywhere(ask, standin);
    const {entries} = await materialOf(standin);
    const {calls, leftOut} = await exportOf(standin);
    expect(leftOut).toEqual([]);
    expect(calls.map(({entry, operation, at, exchange}) => [entry, operation, at, exchange.response.status])).toEqual(
      entries.map(({id, operation, at, response}) => [id, operation, at, response.status]),
    );
    expect(new Set(entries.map(({response}) => response.status))).toEqual(
      new Set([200, 201, 202, 204, 400, 401, 404, 409]),
    );
  });

  it.each(['tokens', 'clear'] as const)('holds nothing of anybody, from a journal kept as %s', async (journal) => {
    const {standin, ask} = await client({journal});
    await workEverywhere(ask, standin);
    const rehearsal = await exportOf(standin);
    // Of what was erased a journal in clear has outlines alone.
    expect(rehearsal.calls.length).toBeGreaterThan(journal === 'clear' ? 5 : 35);
    expect(findIn(JSON.stringify(rehearsal))).toEqual([]);
    expect(findIn(JSON.stringify(await materialOf(standin)))).toEqual([]);
  });

  it('can tell what is somebody’s: it is in what was really sent', async () => {
    const {standin, ask} = await client({journal: 'clear'});
    await ask('POST', '/dixa/v1/endusers', {displayName: somebody.name, email: somebody.email});
    const answer = await standin.fetch('/_standin/journal');
    expect(findIn(await answer.text())).toEqual(expect.arrayContaining([somebody.name, somebody.email]));
  });

  it('is the same by the same seed, byte for byte, and another by another one', async () => {
    const {standin, ask} = await client();
    await workEverywhere(ask, standin);
    const {calls, vendors} = await exportOf(standin, {randomSeed: 7});
    const text = JSON.stringify(harOf(calls, {vendors, version: '0'}));
    const again = await exportOf(standin, {randomSeed: 7});
    expect(JSON.stringify(harOf(again.calls, {vendors, version: '0'}))).toBe(text);
    const other = await exportOf(standin, {randomSeed: 8});
    expect(JSON.stringify(harOf(other.calls, {vendors, version: '0'}))).not.toBe(text);
  });

  it('does not hang on the key of the journal: another run of the same client exports the same', async () => {
    const texts: string[] = [];
    for (const randomSeed of [undefined, undefined]) {
      const {standin, ask} = await clientAt(randomSeed === undefined ? {} : {randomSeed});
      await workAtDixa(ask);
      texts.push(JSON.stringify((await exportOf(standin)).calls));
      await standin.close();
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it('leaves the people of the built-in seed as they are', async () => {
    const {standin, ask} = await client();
    await ask('GET', '/dixa/v1/endusers?email=ada%40example.com');
    await ask('GET', '/dixa/v1/conversations/10749');
    const {calls} = await exportOf(standin);
    expect(calls[0]?.exchange.request.query).toBe('email=ada%40example.com');
    expect(calls[0]?.exchange.response.body).toContain('ada@example.com');
    expect(calls[1]?.exchange.response.status).toBe(200);
  });

  it('never tells what a seed of the user’s own holds', async () => {
    const id = '5f0c7c0e-58a8-4a63-9d52-6f3c0d1f2b11';
    const createdAt = '2026-01-01T00:00:00Z';
    const endUsers = [{id, createdAt, displayName: somebody.name, email: somebody.email}];
    const {standin, ask} = await client({seed: {dixa: {endUsers}}} as unknown as StandinOptions);
    await ask('GET', `/dixa/v1/endusers?email=${encodeURIComponent(somebody.email)}`);
    await ask('GET', `/dixa/v1/endusers/${id}`);
    const {calls, leftOut} = await exportOf(standin);
    expect(findIn(JSON.stringify([await materialOf(standin), calls]))).toEqual([]);
    expect(leftOut).toEqual([
      {entry: 'req-2', vendor: 'dixa', why: expect.stringContaining('a seed of your own') as string},
    ]);
  });

  it('goes on with the ids that its own answers gave, where the journal’s came from other calls', async () => {
    const {standin, ask} = await client({randomSeed: 5});
    // A call that is left out draws ids as well, so those behind it are others.
    await ask('POST', '/dixa/v1/endusers', {displayName: 'Left Out'}, {'x-standin-fault': '500;when=after'});
    await workAtDixa(ask);
    await workAtSymbl(ask, standin);
    const {entries} = await materialOf(standin);
    const {calls, leftOut} = await exportOf(standin, {repeatsFaults: false});
    expect(leftOut.map(({entry}) => entry)).toEqual(['req-1']);
    const answered = JSON.stringify(calls.map(({exchange}) => exchange.response.body));
    const job =
      calls
        .find(({operation}) => operation === 'getJob')
        ?.exchange.request.path.split('/')
        .pop() ?? '';
    expect(answered.includes(job)).toBe(true);
    expect(JSON.stringify(entries).includes(job)).toBe(false);
  });

  it('makes a call with the token that the call before it was granted', async () => {
    let now = Date.parse('2026-02-03T10:00:00.000Z');
    const {standin, ask} = await client({clock: () => now});
    await workAtSymbl(ask, standin);
    // Until a token expires the same one is answered.
    now += 25 * 3_600_000;
    await workAtSymbl(ask, standin);
    const {calls} = await exportOf(standin);
    const granted = calls
      .filter(({operation}) => operation === 'generateToken')
      .map(({exchange}) => (JSON.parse(exchange.response.body ?? '') as {accessToken: string}).accessToken);
    const sent = calls
      .filter(({operation}) => operation === 'submitText')
      .map(({exchange}) => exchange.request.headers);
    expect(new Set(granted).size).toBe(2);
    expect(sent.map(({authorization}) => authorization)).toEqual(granted.map((token) => `Bearer ${token}`));
  });

  it('uses the demo credentials in place of those of another sandbox, and says nothing of sandboxes', async () => {
    const {standin} = await client();
    const blue = standin.sandbox('blue');
    await blue.fetch('/dixa/v1/organization', {
      headers: {authorization: blue.info.vendors.dixa?.env.DIXA_API_KEY ?? ''},
    });
    const {calls} = await exportOf(blue);
    expect(calls[0]?.exchange.request.headers).toEqual({authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY});
    expect(calls[0]?.exchange.response.status).toBe(200);
  });
});

describe('what an export leaves out', () => {
  it('it says, with a reason for each', async () => {
    const {standin, ask} = await client();
    await ask('GET', '/dixa/v1/nothing-there');
    await ask('GET', '/dixa/v1/organization', undefined, {'x-standin-fault': 'reset'}).catch(() => undefined);
    const form = new FormData();
    form.set('file', new File(['x'], 'x.txt', {type: 'text/plain'}));
    await standin.fetch('/opencx/backend/widget/v2/upload', {method: 'POST', body: form});
    const id = '5f0c7c0e-58a8-4a63-9d52-6f3c0d1f2b11';
    const person = {id, createdAt: '2026-01-01T00:00:00Z', displayName: somebody.name};
    const added = await standin.fetch(`/_standin/state/dixa/endUsers/${id}`, {
      method: 'PUT',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(person),
    });
    expect(added.status).toBe(201);
    await ask('GET', `/dixa/v1/endusers/${id}`);
    await ask('GET', '/dixa/v1/organization');
    const {calls, leftOut} = await exportOf(standin);
    expect(calls.map(({entry}) => entry)).toEqual(['req-5']);
    expect(leftOut.map(({entry, why}) => [entry, why.slice(0, 30)])).toEqual([
      ['req-1', 'No operation of the vendor mat'],
      ['req-2', 'Its connection was broken on p'],
      ['req-3', 'Its body is a file, a form or '],
      ['req-4', 'It is answered with another st'],
    ]);
  });

  it('leaves no trace in the conversation: it is played again without', async () => {
    const {standin, ask} = await client();
    const {data} = (await ask('POST', '/dixa/v1/endusers', {displayName: 'A Person'})) as {data: {id: string}};
    const path = `/dixa/v1/endusers/${data.id}`;
    // In the journal the person is gone by then; in the conversation that is exported there is nobody who removed it.
    await fetchState(standin, data.id);
    await ask('PATCH', path, {displayName: 'Another Name'});
    await ask('GET', '/dixa/v1/endusers');
    const {calls, leftOut} = await exportOf(standin);
    expect(leftOut.map(({entry}) => entry)).toEqual(['req-2']);
    const name = (JSON.parse(calls[0]?.exchange.request.body ?? '') as {displayName: string}).displayName;
    expect(calls[1]?.exchange.response.body).toContain(name);
  });

  it('is not what was injected, where it can be injected again', async () => {
    const {standin, ask} = await client();
    await ask('GET', '/dixa/v1/organization', undefined, {'x-standin-fault': '429'});
    const [call] = (await exportOf(standin)).calls;
    expect(call).toMatchObject({fault: '429', exchange: {response: {status: 429}}});
    expect(call?.exchange.request.headers).not.toHaveProperty('x-standin-fault');
    expect((await exportOf(standin, {repeatsFaults: false})).calls).toEqual([]);
  });
});

async function fetchState(standin: Standin, id: string): Promise<void> {
  const answer = await standin.fetch(`/_standin/state/dixa/endUsers/${id}`, {method: 'DELETE'});
  expect(answer.status).toBe(204);
}

describe('a HAR', () => {
  it('has all that version 1.2 asks for', async () => {
    const {standin, ask} = await client();
    await workEverywhere(ask, standin);
    const {calls, vendors} = await exportOf(standin);
    const har = harOf(calls, {vendors, version: '1.2.3'});
    expect(har.log).toMatchObject({version: '1.2', creator: {name: 'standin', version: '1.2.3'}});
    expect(har.log.entries).toHaveLength(calls.length);
    const pair = {name: expect.any(String) as string, value: expect.any(String) as string};
    for (const {request, response, ...entry} of har.log.entries) {
      expect(new Date(entry.startedDateTime).toISOString()).toBe(entry.startedDateTime);
      expect(entry).toMatchObject({time: 1, cache: {}, timings: {send: 0, wait: 1, receive: 0}});
      expect(new URL(request.url).origin).toMatch(/^https:\/\/(dev\.dixa\.io|api\.open\.cx|api\.symbl\.ai)$/);
      expect(request.bodySize).toBe(Buffer.byteLength(request.postData?.text ?? ''));
      expect(request.queryString).toEqual(
        [...new URL(request.url).searchParams].map(([name, value]) => ({name, value})),
      );
      for (const one of [...request.headers, ...response.headers, ...request.queryString]) expect(one).toEqual(pair);
      for (const message of [request, response]) {
        expect(message).toMatchObject({httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1});
      }
      expect(response.statusText).not.toBe('');
      expect(response.redirectURL).toBe('');
      expect(response.content.size).toBe(Buffer.byteLength(response.content.text ?? ''));
    }
  });

  it('keeps the bytes of a file', () => {
    const body = String.fromCharCode(0x89, 0x50, 0x4e, 0x47, 0xff, 0x00);
    const request = {method: 'GET', path: '/files/x/a.png', query: '', headers: {}};
    const exchange = {request, response: {status: 200, headers: {'content-type': 'image/png'}, body}};
    const vendors = [{name: 'opencx', origins: ['https://api.open.cx']}];
    const har = harOf([{vendor: 'opencx', at: '2026-01-05T09:00:00.000Z', exchange}], {vendors, version: '0'});
    expect(har.log.entries[0]?.response.content).toEqual({
      size: 6,
      mimeType: 'image/png',
      text: 'iVBOR/8A',
      encoding: 'base64',
    });
  });
});
