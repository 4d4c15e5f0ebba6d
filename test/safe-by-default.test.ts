import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import express from 'express';
import {afterEach, describe, expect, it} from 'vitest';
import {standinMiddleware} from '../src/faces/express.js';
import {createStandin, type ListenOptions, type Standin} from '../src/index.js';

const open: Standin[] = [];
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  await Promise.all(open.splice(0).map((standin) => standin.close()));
});

async function make(): Promise<Standin> {
  const standin = await createStandin({vendors: ['dixa'], randomSeed: 1});
  open.push(standin);
  return standin;
}

async function serve(options: ListenOptions = {}): Promise<string> {
  return (await (await make()).listen({port: 0, ...options})).url;
}

describe('listening', () => {
  it.each(['0.0.0.0', '::', '', '::ffff:0.0.0.0'])(
    'where other machines reach it (%j) is refused without an admin token',
    async (host) => {
      const standin = await make();
      const refused = standin.listen({port: 0, host});
      await expect(refused).rejects.toThrow(RangeError);
      await expect(refused).rejects.toThrow(/^Other machines could steer .*--admin-token.*127\.0\.0\.1\.$/);
      expect(standin.url).toBeUndefined();
    },
  );

  it('goes there with one, and is steered by those who know it', async () => {
    const {url} = await (await make()).listen({port: 0, host: '0.0.0.0', adminToken: 'only-for-tests'});
    const base = url.replace('0.0.0.0', '127.0.0.1');
    expect((await fetch(`${base}/_standin/info`)).status).toBe(401);
    const headers = {authorization: 'Bearer only-for-tests'};
    expect((await fetch(`${base}/_standin/info`, {headers})).status).toBe(200);
    expect((await fetch(`${base}/dixa/v1/conversations/1`)).status).toBe(401);
  });

  it.each([undefined, '127.0.0.1', 'localhost'])('on this machine (%s) needs none', async (host) => {
    const url = await serve(host === undefined ? {} : {host});
    expect((await fetch(`${url}/_standin/health`)).status).toBe(200);
  });

  it('with an empty token is refused', async () => {
    await expect(serve({adminToken: ''})).rejects.toThrow('The admin token is empty: give one, or none at all.');
  });
});

describe('a page in a browser', () => {
  const preflight = {'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type'};
  const corsOf = (answer: Response) => [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'));

  it.each(['/_standin/reset', '/s/blue/_standin/reset', '/_standin', '/_standin/nothing'])(
    'is never let at %s, whichever origins may call vendors',
    async (path) => {
      for (const [cors, origin] of [
        ['loopback', 'http://localhost:5173'],
        ['https://app.example', 'https://app.example'],
        ['loopback', 'null'],
      ] as const) {
        const url = await serve({cors});
        for (const init of [
          {method: 'OPTIONS', headers: {origin, ...preflight}},
          {method: 'POST', headers: {origin}},
        ]) {
          const answer = await fetch(url + path, init);
          expect(answer.status, `${init.method} from ${origin}`).toBe(403);
          expect(corsOf(answer)).toEqual([]);
        }
      }
    },
  );

  it('gets no header that lets it read, with the admin token either', async () => {
    const url = await serve({adminToken: 'only-for-tests'});
    const headers = {authorization: 'Bearer only-for-tests', origin: url};
    const answer = await fetch(`${url}/_standin/info`, {headers});
    expect([answer.status, corsOf(answer)]).toEqual([200, []]);
  });

  it('cannot begin a sandbox anew by a form', async () => {
    const standin = await make();
    const {url} = await standin.listen({port: 0});
    const headers = {authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
    await fetch(`${url}/dixa/v1/conversations/10750/close`, {method: 'PUT', headers});
    const form = {'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site'};
    expect((await fetch(`${url}/_standin/reset`, {method: 'POST', headers: form})).status).toBe(403);
    expect(await standin.journal.entries()).toHaveLength(1);
  });
});

describe('mounted in an Express application', () => {
  async function mount(options?: Parameters<typeof standinMiddleware>[1]): Promise<string> {
    const app = express().use('/vendors', standinMiddleware(await make(), options));
    const server = await new Promise<Server>((resolve) => {
      const started = app.listen(0, '127.0.0.1', () => resolve(started));
    });
    servers.push(server);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/vendors/_standin/info`;
  }

  it.each([
    ['a page of another origin', {origin: 'http://localhost:5173'}, 403],
    ['a page of no origin', {origin: 'null'}, 403],
    ['what a proxy passes on', {'x-forwarded-for': '10.0.0.7'}, 403],
    ['this machine', {}, 200],
  ])('%s is answered as over its own port', async (_, headers: Record<string, string>, status) => {
    const answer = await fetch(await mount(), {headers});
    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('asks for the admin token once there is one', async () => {
    const url = await mount({adminToken: 'only-for-tests'});
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, {headers: {authorization: 'Bearer only-for-tests'}})).status).toBe(200);
  });

  it('takes no empty token', async () => {
    const standin = await make();
    expect(() => standinMiddleware(standin, {adminToken: ''})).toThrow('The admin token is empty');
  });
});
