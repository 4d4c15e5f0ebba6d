import {http, HttpResponse} from 'msw';
import {setupServer} from 'msw/node';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../src/index.js';
import {handlers} from '../src/faces/msw.js';

/** Tests that run at the same time in one process, each with a sandbox of its own behind the vendor’s one address. */
// Whoever asks outside of a boundary gets no connection.
const server = setupServer(http.all('*', () => HttpResponse.error()));
let standin: Standin;
beforeAll(async () => {
  standin = await createStandin({vendors: ['dixa'], randomSeed: 1});
  server.listen();
});
afterAll(async () => {
  server.close();
  await standin.close();
});

/** The client: it knows Dixa’s address and one token, whichever test it is called by. */
const dixa = (path: string, method = 'GET') =>
  fetch(`https://dev.dixa.io${path}`, {
    method,
    headers: {authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? ''},
  });

/** Runs a test inside a boundary, where the vendor answers from that sandbox. */
const inSandbox = (id: string, test: () => Promise<void>) =>
  server.boundary(async () => {
    server.use(...handlers(standin, {sandbox: id}));
    await test();
  });

/** Passes when as many have come to it: so they are all under way at once. */
function gate(expected: number): () => Promise<void> {
  let come = 0;
  let open: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    come += 1;
    if (come === expected) open();
    return opened;
  };
}

describe.concurrent('tests with a boundary each', () => {
  const ids = ['red', 'green', 'blue'];
  const [allBegan, allErased] = [gate(ids.length), gate(ids.length)];

  it.for(ids.map((id, position) => [id, 10_749 + position] as const))(
    '%s sees what it did itself, and nothing of the others',
    async ([id, conversation], {expect: own}) =>
      inSandbox(id, async () => {
        await allBegan();
        const anonymize = await dixa(`/v1/conversations/${conversation}/anonymize?force=true`, 'PATCH');
        own(anonymize.status).toBe(202);
        await standin.sandbox(id).clock.advance('PT10S');
        await allErased();
        const kinds = await Promise.all(
          ids.map(async (_, position) => {
            const answer = await dixa(`/v1/conversations/${10_749 + position}`);
            const {data} = (await answer.json()) as {data: {_type: string}};
            return data._type === 'AnonymizedConversation';
          }),
        );
        own(kinds).toEqual(ids.map((one) => one === id));
        own(await standin.sandbox(id).journal.count()).toBe(4);
      })(),
  );
});

it('ends with its boundary: outside of it nobody answers', async () => {
  await inSandbox('grey', async () => expect((await dixa('/v1/conversations/10749')).status).toBe(200))();
  await expect(dixa('/v1/conversations/10749')).rejects.toThrow(TypeError);
});
