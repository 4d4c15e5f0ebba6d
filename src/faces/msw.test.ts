import {setupServer} from 'msw/node';
import {afterAll, afterEach, beforeAll, expect, it} from 'vitest';
import {createStandin, type Standin} from '../index.js';
import {handlers} from './msw.js';

let standin: Standin;
const server = setupServer();
beforeAll(() => server.listen({onUnhandledRequest: 'error'}));
afterAll(() => server.close());
afterEach(async () => {
  server.resetHandlers();
  await standin.close();
});

const anonymize = (base: string, key: string) =>
  fetch(`${base}/v1/conversations/10749/anonymize`, {method: 'PATCH', headers: {authorization: key}});

it('answers at the vendor’s own address, and at the base URLs that are given', async () => {
  standin = await createStandin({vendors: ['dixa'], randomSeed: 1});
  server.use(...handlers(standin, {origins: {dixa: 'http://localhost:3000/api/dixa/'}}));
  const key = standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '';
  expect((await anonymize('https://dev.dixa.io', key)).status).toBe(202);
  expect((await anonymize('http://localhost:3000/api/dixa', key)).status).toBe(202);
  expect((await fetch('https://dev.dixa.io/v1/conversations/10749')).status).toBe(401);
});

it('answers from the sandbox it was made for, whatever credential comes', async () => {
  standin = await createStandin({vendors: ['dixa'], randomSeed: 1});
  server.use(...handlers(standin, {sandbox: 'blue'}));
  const key = standin.sandbox('blue').info.vendors.dixa?.env.DIXA_API_KEY ?? '';
  expect((await anonymize('https://dev.dixa.io', key)).status).toBe(202);
  expect(await standin.sandbox('blue').journal.count()).toBe(1);
  expect(await standin.journal.count()).toBe(0);
});

it('answers from the sandbox it was made for, whatever the request’s own header names', async () => {
  standin = await createStandin({vendors: ['dixa'], randomSeed: 1});
  server.use(...handlers(standin, {sandbox: 'blue'}));
  const headers = {'x-standin-sandbox': 'red'};
  await fetch('https://dev.dixa.io/v1/conversations/10749', {headers});
  expect(await standin.sandbox('blue').journal.count()).toBe(1);
});

it('refuses the vendor’s address without TLS, unless it is given', async () => {
  standin = await createStandin({vendors: ['dixa']});
  server.use(...handlers(standin));
  const refused = await fetch('http://dev.dixa.io/v1/conversations/10749');
  expect([refused.status, await refused.json()]).toMatchObject([
    502,
    {detail: expect.stringMatching(/^dixa is stood in for at https:\/\/dev\.dixa\.io and not at http:/) as string},
  ]);
  expect(await standin.journal.count()).toBe(0);
  server.resetHandlers(...handlers(standin, {origins: {dixa: 'http://dev.dixa.io'}}));
  expect((await fetch('http://dev.dixa.io/v1/conversations/10749')).status).toBe(401);
});

it('lets the network fail when a fault says so', async () => {
  standin = await createStandin({vendors: ['dixa'], randomSeed: 1});
  server.use(...handlers(standin));
  await standin.faults.add({fault: 'reset', times: 1});
  await expect(anonymize('https://dev.dixa.io', '')).rejects.toThrow(TypeError);
  expect((await anonymize('https://dev.dixa.io', '')).status).toBe(401);
});

it('lets the network fail when what is sent breaks off', async () => {
  standin = await createStandin({vendors: ['dixa'], randomSeed: 1});
  server.use(...handlers(standin));
  const body = new ReadableStream({pull: (controller) => controller.error(new Error('broken off'))});
  const sent = fetch('https://dev.dixa.io/v1/conversations', {method: 'POST', body, duplex: 'half'});
  await expect(sent).rejects.toThrow(TypeError);
  expect(await standin.journal.count()).toBe(0);
});

it('has the vendor refuse an address that cannot be decoded, and leaves alone hosts that only begin alike', async () => {
  standin = await createStandin({vendors: ['dixa'], randomSeed: 1});
  server.use(...handlers(standin, {origins: {dixa: 'http://localhost:3000/api'}}));
  const headers = {authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
  for (const base of ['https://dev.dixa.io', 'http://localhost:3000/api']) {
    const answer = await fetch(`${base}/v1/endusers/%zz`, {headers});
    expect([answer.status, await answer.json()]).toEqual([400, {message: 'Invalid value in request'}]);
  }
  for (const other of ['https://dev.dixa.io.example/v1', 'https://dev-dixa.io/v1', 'http://localhost:3000/apis'])
    await expect(fetch(other)).rejects.toThrow('onUnhandledRequest');
  expect(await standin.journal.count()).toBe(2);
});

it('refuses vendors and base URLs that there are not', async () => {
  standin = await createStandin({vendors: ['dixa']});
  expect(() => handlers(standin, {vendors: ['symbl']})).toThrow('This stand-in has no vendor "symbl".');
  expect(() => handlers(standin, {vendors: []})).toThrow('Handlers for no vendor are none');
  expect(() => handlers(standin, {sandbox: 'no name'})).toThrow('"no name" names no sandbox');
  expect(() => handlers(standin, {origins: {symbl: 'https://symbl.example'}})).toThrow(/symbl/);
  expect(() => handlers(standin, {origins: {dixa: 'ftp://dixa.example'}})).toThrow(/must be like https:/);
});
