/** What real clients get wrong, or rely on, where Dixa's people and settings are concerned. */
import {describe, expect, it} from 'vitest';
import {
  clientWith,
  dataOf,
  decodingFailure,
  dixaClient,
  endUser,
  invalidValue,
  notFound,
  read,
  seeded,
  stateOf,
} from '../test-support.js';

describe("Dixa's Voyado bridge", () => {
  it('DIXA-84 looks up by several filters at once, is refused, and goes on to create a duplicate', async () => {
    const client = dixaClient();
    const lookUp = '/v1/endusers?email=noor@example.org&phoneNumber=%2B12025550187&externalId=voyado-1';
    expect(await client.call('GET', lookUp)).toMatchObject({status: 400, body: decodingFailure});
    // The address is taken, which is how the mistake comes to light; with another one there would be two of them.
    const noor = {displayName: 'Noor Sample', email: 'noor@example.org', externalId: 'voyado-1'};
    expect((await client.call('POST', '/v1/endusers', {body: noor})).status).toBe(400);
    const twin = {displayName: 'Noor Sample', externalId: 'voyado-1'};
    expect((await client.call('POST', '/v1/endusers', {body: twin})).status).toBe(201);
  });

  it('DIXA-84 finds everybody by phoneNumber alone, which is no filter', async () => {
    const client = dixaClient();
    const found = await read<object[]>(client, '/v1/endusers?phoneNumber=%2B12025550187');
    expect(found).toEqual(await read(client, '/v1/endusers'));
    expect(found.length).toBeGreaterThan(1);
  });

  it('DIXA-84 loses the plus of a number that is not encoded', async () => {
    const client = dixaClient();
    expect(await read(client, '/v1/endusers?phone=+12025550187')).toEqual([]);
    expect(await read(client, '/v1/endusers?phone=%2B12025550187')).toHaveLength(1);
  });
});

describe('Pipedream', () => {
  it('DIXA-11 DIXA-84 gets the first page of end users again and again with page=', async () => {
    const endUsers = Array.from({length: 60}, (_, n) => endUser(`00000000-0000-4000-8000-0000000000${n + 10}`));
    const client = clientWith({endUsers});
    const pages = [];
    for (const page of [1, 2, 3]) pages.push(await read<object[]>(client, `/v1/endusers?page=${page}`));
    expect(pages[0]).toHaveLength(50);
    expect(pages[1]).toEqual(pages[0]);
    expect(pages[2]).toEqual(pages[0]);
  });

  it('DIXA-19 tells e-mail endpoints by _type', async () => {
    const endpoints = await read<{_type: string; address?: string}[]>(dixaClient(), '/v1/contact-endpoints');
    const mails = endpoints.filter(({_type}) => _type === 'EmailEndpoint');
    expect(mails.map(({address}) => address)).toContain('support@email.dixa.io');
  });
});

describe('Dixa CLI', () => {
  it.each(['PATCH', 'PUT'])(
    'DIXA-13 changes end users in bulk at an address that names one end user (%s)',
    async (method) => {
      const client = dixaClient();
      const before = await stateOf(client);
      const body = {data: [{id: seeded.ada, displayName: 'Ada'}]};
      expect(await client.call(method, '/v1/endusers/bulk', {body})).toMatchObject({
        status: 400,
        body: decodingFailure,
      });
      expect(await stateOf(client)).toBe(before);
    },
  );

  it.each([
    `/v1/queues/${seeded.support}/conversations/${seeded.open}/position`,
    `/v1/conversations/${seeded.open}/flows`,
  ])('DIXA-13 asks for %s, which is no operation', async (path) => {
    expect(await dixaClient().call('GET', path)).toMatchObject({status: 404, body: notFound});
  });
});

describe('the Rust client', () => {
  it.each(['PUT', 'PATCH'])('DIXA-87 sends agents as a bare list, and an envelope is refused (%s)', async (method) => {
    const client = dixaClient();
    const list = [{id: seeded.kim, displayName: 'Kim'}];
    expect(await client.call(method, '/v1/agents', {body: {data: list}})).toMatchObject({
      status: 400,
      body: invalidValue,
    });
    expect((await client.call(method, '/v1/agents', {body: list})).status).toBe(200);
  });

  it.each(['PUT', 'PATCH'])(
    'DIXA-87 sends end users in an envelope, and a bare list is refused (%s)',
    async (method) => {
      const client = dixaClient();
      const list = [{id: seeded.ada, displayName: 'Ada'}];
      expect(await client.call(method, '/v1/endusers', {body: list})).toMatchObject({status: 400, body: invalidValue});
      expect((await client.call(method, '/v1/endusers', {body: {data: list}})).status).toBe(200);
    },
  );

  it('DIXA-20 reads times of people by RFC 3339', async () => {
    for (const path of ['/v1/agents', '/v1/endusers']) {
      for (const {createdAt} of await read<{createdAt: string}[]>(dixaClient(), path)) {
        expect(createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      }
    }
  });
});

describe('amp-labs', () => {
  it.each(['agents', 'endusers'])(
    'DIXA-23 puts the host before meta.next and so reads everything once (%s)',
    async (kind) => {
      const client = dixaClient();
      const host = 'https://dev.dixa.io';
      const seen: string[] = [];
      let url: string | undefined = `${host}/v1/${kind}?pageLimit=1`;
      // Twenty pages are more than there are: a link that leads round in circles must not do so for ever.
      for (let pages = 0; url !== undefined && pages < 20; pages += 1) {
        const {body} = await client.call('GET', url.slice(host.length));
        const {data, meta} = body as {data: {id: string}[]; meta?: {next: string}};
        seen.push(...data.map(({id}) => id));
        expect(meta?.next.startsWith('/') ?? true).toBe(true);
        url = meta && host + meta.next;
      }
      const all = await read<{id: string}[]>(client, `/v1/${kind}`);
      expect(seen).toEqual(all.map(({id}) => id));
    },
  );
});

it('DIXA-86 a client that writes back what it read keeps everything but the address of the picture', async () => {
  const client = dixaClient();
  const path = '/v1/endusers/434ce9f5-14c8-4be1-a0a8-f755010deb9b';
  const {avatarUrl, ...before} = await read<Record<string, unknown>>(client, path);
  const answer = await client.call('PUT', path, {body: {...before, avatarUrl}});
  expect(dataOf(answer)).toMatchObject(before);
});
