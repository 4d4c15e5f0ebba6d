import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import express from 'express';
import {afterEach, expect, it} from 'vitest';
import {standinMiddleware} from '../src/faces/express.js';
import {createStandin, type Standin} from '../src/index.js';

let server: Server | undefined;

afterEach(() => {
  server?.close();
});

async function mount(prepare: (app: express.Express) => void): Promise<{url: string; standin: Standin}> {
  const standin = await createStandin({randomSeed: 1});
  const app = express();
  prepare(app);
  app.use('/vendors', standinMiddleware(standin));
  app.get('/vendors/own', (_request, response) => void response.send('the application’s'));
  const listening = await new Promise<Server>((resolve) => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started));
  });
  server = listening;
  return {url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, standin};
}

const keyOf = (standin: Standin) => standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '';
const ada = 'f28fafd6-2e42-4441-943c-388a8e0ef433';

it('answers vendors below the mount path, with the path in their links', async () => {
  const {url, standin} = await mount(() => undefined);
  const headers = {authorization: keyOf(standin)};
  const answer = await fetch(`${url}/vendors/dixa/v1/endusers/${ada}/conversations?pageLimit=1`, {headers});
  const {meta} = (await answer.json()) as {meta: {next: string}};
  expect(meta.next).toMatch(/^\/vendors\/dixa\/v1\/endusers\//);
  expect((await fetch(url + meta.next, {headers})).status).toBe(200);
});

it.each([
  ['nothing', () => undefined],
  ['express.json()', (app: express.Express) => void app.use(express.json())],
  ['express.raw()', (app: express.Express) => void app.use(express.raw({type: '*/*'}))],
])('reads a body that %s has read before', async (_, prepare) => {
  const {url, standin} = await mount(prepare);
  const answer = await fetch(`${url}/vendors/dixa/v1/endusers`, {
    method: 'POST',
    headers: {authorization: keyOf(standin), 'content-type': 'application/json'},
    body: JSON.stringify({displayName: 'Bo Customer'}),
  });
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({data: {displayName: 'Bo Customer'}});
});

it('mounts the control plane for this machine, with addresses that answer', async () => {
  const {url} = await mount(() => undefined);
  const info = (await (await fetch(`${url}/vendors/_standin/info`)).json()) as Standin['info'];
  expect(info.vendors.dixa?.baseUrl).toBe(`${url}/vendors/dixa`);
  const page = {headers: {origin: 'http://evil.example'}};
  expect((await fetch(`${url}/vendors/_standin/info`, page)).status).toBe(403);
});

it('leaves to the application what is no vendor’s', async () => {
  const {url} = await mount(() => undefined);
  expect(await (await fetch(`${url}/vendors/own`)).text()).toBe('the application’s');
});
