import {expect, it} from 'vitest';
import {createStandin} from '../src/index.js';
import {createMemoryStore, type Change, type Store} from '../src/state/index.js';

/** A store that stops taking changes to some collections. */
function failingStore(isRefused: (change: Change) => boolean): Store {
  const store = createMemoryStore();
  return {
    remove: (name) => store.remove(name),
    async open(name) {
      const partition = await store.open(name);
      return {
        exclusive: (job) => partition.exclusive(job),
        get: (collection, id) => partition.get(collection, id),
        find: (collection, query) => partition.find(collection, query),
        replace: (changes) => partition.replace(changes),
        dump: () => partition.dump(),
        commit: async (changes) => {
          if (changes.some(isRefused)) throw new Error('The disk is full.');
          await partition.commit(changes);
        },
      };
    },
  };
}

const json = {'content-type': 'application/json'};

it.each([
  [
    'DIXA-15',
    '/dixa/v1/conversations/10749/anonymize',
    'PATCH',
    undefined,
    {message: 'There was an internal server error while processing the request'},
  ],
  [
    'OPENCX-32',
    '/opencx/redaction/session',
    'POST',
    {sessionId: '123e4567-e89b-12d3-a456-426614174000'},
    {statusCode: 500, error: 'Internal Server Error', message: 'Internal Server Error'},
  ],
  [
    'SYMBL-86',
    '/symbl/oauth2/token:generate',
    'POST',
    undefined,
    {message: 'Something went wrong! Please contact support@symbl.ai'},
  ],
])('%s a failure inside is the vendor’s 500, changes nothing and is told', async (_, path, method, body, words) => {
  let isBroken = false;
  const errors: unknown[] = [];
  const store = failingStore(() => isBroken);
  const standin = await createStandin({store, onError: (error) => errors.push(error)});
  const {dixa, opencx, symbl} = standin.info.vendors;
  const authorization = path.startsWith('/dixa')
    ? dixa?.env.DIXA_API_KEY
    : `Bearer ${opencx?.env.OPENCX_API_KEY ?? ''}`;
  const app = {type: 'application', appId: symbl?.env.SYMBL_APP_ID, appSecret: symbl?.env.SYMBL_APP_SECRET};
  const sent = method === 'PATCH' ? undefined : JSON.stringify(body ?? app);
  const before = JSON.stringify(await (await store.open('default')).dump());
  isBroken = true;
  const answer = await standin.fetch(path, {
    method,
    headers: {...json, authorization: authorization ?? ''},
    ...(sent !== undefined && {body: sent}),
  });
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual(words);
  expect(errors).toHaveLength(1);
  expect(JSON.stringify(await (await store.open('default')).dump())).toBe(before);
  expect(await standin.journal.entries()).toMatchObject([{violations: [{keyword: 'exception'}]}]);
});

it('a transition that fails is told once and does not stand in the way of what comes after it', async () => {
  let now = 0;
  const isDone = ({collection, entity}: Change) =>
    now > 0 && collection === 'dixa.anonymizationRequests' && entity !== undefined && 'processedAt' in entity;
  const standin = await createStandin({vendors: ['dixa'], store: failingStore(isDone), clock: () => now});
  const headers = {authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
  await standin.fetch('/dixa/v1/conversations/10749/anonymize', {method: 'PATCH', headers});
  now += 60_000;
  const read = () => standin.fetch('/dixa/v1/conversations/10750', {headers});
  await expect(read()).rejects.toThrow('The disk is full.');
  expect((await read()).status).toBe(200);
});
