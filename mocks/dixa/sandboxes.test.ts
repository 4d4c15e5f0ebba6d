import {describe, expect, it} from 'vitest';
import {dixa} from './index.js';
import {dixaClient, read, seeded, stateOf, unauthorized} from './test-support.js';

const open = `/v1/conversations/${seeded.open}`;
const tokenOf = (sandbox: string) => dixa.issue(sandbox).env.DIXA_API_KEY as string;

describe('the token of a sandbox', () => {
  it('is a JSON Web Token and a pure function of the sandbox', () => {
    expect(tokenOf('blue')).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(tokenOf('blue')).toBe(tokenOf('blue'));
    expect(tokenOf('blue')).not.toBe(tokenOf('green'));
  });

  it.each(['blue', 'default', 'A-long_name-of-forty-characters-012345678'.slice(0, 40)])(
    'leads to sandbox %s',
    (sandbox) => {
      for (const authorization of [tokenOf(sandbox), `Bearer ${tokenOf(sandbox)}`]) {
        const request = {method: 'GET', target: open, headers: {authorization}, body: undefined, origin: 'http://x'};
        expect(dixa.sandboxOf(request, open) ?? 'default').toBe(sandbox);
      }
    },
  );

  it.each([undefined, '', 'dixa-demo-without-rights', 'a.b.c', 'Bearer'])('is not seen in %j', (authorization) => {
    const headers: Record<string, string> = authorization === undefined ? {} : {authorization};
    const request = {method: 'GET', target: open, headers, body: undefined, origin: 'http://x'};
    expect(dixa.sandboxOf(request, open)).toBeUndefined();
  });

  it('has a state of its own', async () => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect((await client.call('PUT', `${open}/close`, {authorization: tokenOf('blue')})).status).toBe(204);
    expect(await stateOf(client)).toBe(before);
    expect(await read(client, open)).toMatchObject({state: 'Open'});
    client.authorization = tokenOf('blue');
    expect(await read(client, open)).toMatchObject({state: 'Closed'});
  });

  it('DIXA-2 is unknown in another sandbox', async () => {
    const client = dixaClient();
    for (const [sandbox, authorization] of [
      ['default', tokenOf('blue')],
      ['green', tokenOf('blue')],
      ['blue', tokenOf('green')],
    ] as const) {
      const answer = await client.call('PUT', `${open}/close`, {sandbox, authorization});
      expect(answer).toMatchObject({status: 401, body: unauthorized});
      expect(await stateOf(client, sandbox)).toBe(await stateOf(dixaClient(), sandbox));
    }
  });

  it('DIXA-4 acts for the same user in every sandbox', async () => {
    const path = `/v1/conversations/${seeded.closed}/anonymize`;
    const answer = await dixaClient().call('PATCH', path, {authorization: tokenOf('blue')});
    expect(answer.body).toMatchObject({data: {requestedBy: seeded.admin}});
  });
});

describe('any token, where credentials are not asked for', () => {
  it('is taken for the demo token', async () => {
    const client = dixaClient({auth: 'any'});
    const answer = await client.call('PATCH', `/v1/conversations/${seeded.closed}/anonymize`, {
      authorization: 'whatever',
    });
    expect(answer).toMatchObject({status: 202, body: {data: {requestedBy: seeded.admin}}});
  });

  it('DIXA-2 must be there all the same', async () => {
    expect((await dixaClient({auth: 'any'}).call('GET', open, {authorization: null})).status).toBe(401);
  });
});
