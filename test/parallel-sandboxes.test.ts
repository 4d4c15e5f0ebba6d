import {afterEach, expect, it} from 'vitest';
import {createStandin, type Standin} from '../src/index.js';

const start = Date.parse('2026-01-05T09:00:00.000Z');
const numbers = Array.from({length: 200}, (_, number) => number);
const json = {'content-type': 'application/json'};
const told = '10749';
const session = '123e4567-e89b-12d3-a456-426614174000';

let standin: Standin;

afterEach(() => standin.close());

/** One client of one sandbox: it knows a base URL and credentials, and for the control plane the sandbox's name. */
class Client {
  readonly #url: string;
  readonly #id: string;
  readonly #dixa: string;
  readonly #opencx: string;

  constructor(url: string, {id, vendors}: {id: string; vendors: Standin['info']['vendors']}) {
    this.#url = url;
    this.#id = id;
    this.#dixa = vendors.dixa?.env.DIXA_API_KEY ?? '';
    this.#opencx = `Bearer ${vendors.opencx?.env.OPENCX_API_KEY ?? ''}`;
  }

  control<T>(method: string, path: string, body?: unknown): Promise<{status: number; body: T}> {
    return this.#call(method, `/_standin${path}`, {'x-standin-sandbox': this.#id}, body);
  }

  dixa<T>(method: string, path: string, body?: unknown): Promise<{status: number; body: T}> {
    return this.#call(method, `/dixa/v1${path}`, {authorization: this.#dixa}, body);
  }

  opencx<T>(method: string, path: string, body?: unknown): Promise<{status: number; body: T}> {
    return this.#call(method, `/opencx${path}`, {authorization: this.#opencx}, body);
  }

  async #call<T>(method: string, path: string, headers: Record<string, string>, body?: unknown) {
    const answer = await fetch(this.#url + path, {
      method,
      headers: {...headers, ...(body !== undefined && json)},
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    const text = await answer.text();
    return {status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as T};
  }
}

interface Conversation {
  readonly data: {readonly _type: string; readonly anonymizedAt?: string};
}

/** What the client with that number does, and all that it sees of its sandbox afterwards. */
async function run(client: Client, number: number) {
  const minutes = number + 1;
  await client.control('PUT', '/behaviours', {'dixa.anonymization_delay': `PT${minutes}M`});
  await client.control('POST', '/clock', {set: new Date(start + number * 86_400_000).toISOString()});
  const operation = 'getConversationsConversationid';
  await client.control('POST', '/faults', {fault: '429', operation, times: 1 + (number % 3)});

  const person = await client.dixa<{data: {id: string}}>('POST', '/endusers', {displayName: `Person ${number}`});
  await client.dixa('PATCH', `/conversations/${told}/anonymize`);
  if (number % 2 === 0) await client.opencx('POST', '/redaction/session', {sessionId: session});
  const statuses: number[] = [];
  while (statuses.at(-1) !== 200) statuses.push((await client.dixa('GET', `/conversations/${told}`)).status);
  await client.control('POST', '/clock', {advance: `PT${minutes}M`});

  const conversation = await client.dixa<Conversation>('GET', `/conversations/${told}`);
  const people = await client.dixa<{data: readonly {displayName?: string}[]}>('GET', '/endusers?pageLimit=50');
  const history = await client.opencx<{items: readonly {event: {content?: {text: string}}}[]}>(
    'GET',
    `/chat/sessions/${session}/history`,
  );
  const {body: journal} = await client.control<{entries: readonly {operation: string; fault?: string}[]}>(
    'GET',
    '/journal',
  );
  const {body: faults} = await client.control<{faults: readonly {hits: number; remaining: number}[]}>('GET', '/faults');
  return {
    person: person.body.data.id,
    statuses,
    anonymizedAt: conversation.body.data.anonymizedAt,
    people: people.body.data.map(({displayName}) => displayName).filter((name) => name?.startsWith('Person')),
    isRedacted: history.body.items[0]?.event.content?.text === '[REDACTED]',
    calls: journal.entries.map(({operation: id, fault}) => (fault === undefined ? id : `${id} ${fault}`)),
    faults: faults.faults.map(({hits, remaining}) => [hits, remaining]),
  };
}

/** What that client must see when nobody else is there. */
function expected(number: number): Omit<Awaited<ReturnType<typeof run>>, 'person'> {
  const times = 1 + (number % 3);
  const get = 'getConversationsConversationid';
  return {
    statuses: [...Array<number>(times).fill(429), 200],
    anonymizedAt: new Date(start + number * 86_400_000 + (number + 1) * 60_000).toISOString(),
    people: [`Person ${number}`],
    isRedacted: number % 2 === 0,
    calls: [
      'postEndusers',
      'patchConversationsConversationidAnonymize',
      ...(number % 2 === 0 ? ['redactSession'] : []),
      ...Array<string>(times).fill(`${get} 429`),
      get,
      get,
      'getEndusers',
      'getChatSessionHistory',
    ],
    faults: [[times, 0]],
  };
}

/** Lets all clients run at once on one server, begun in this order. */
async function runAll(order: readonly number[]) {
  standin = await createStandin({clock: () => start, randomSeed: 1});
  const {url} = await standin.listen({port: 0});
  const seen = new Map<number, Awaited<ReturnType<typeof run>>>();
  await Promise.all(
    order.map(async (number) => {
      const made = await fetch(`${url}/_standin/sandboxes`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({id: `parallel-${number}`}),
      });
      const sandbox = (await made.json()) as ConstructorParameters<typeof Client>[1];
      seen.set(number, await run(new Client(url, sandbox), number));
    }),
  );
  const ids = (await standin.sandboxes.list()).map(({id}) => id);
  expect(new Set(ids)).toEqual(new Set(['default', ...order.map((number) => `parallel-${number}`)]));
  return seen;
}

it('two hundred sandboxes on one server share nothing: state, journal, faults, clock, behaviours', async () => {
  const seen = await runAll(numbers);
  for (const number of numbers) expect(seen.get(number), `sandbox ${number}`).toMatchObject(expected(number));
  // The ids of each are its own, too.
  expect(new Set([...seen.values()].map(({person}) => person)).size).toBe(numbers.length);
  expect(await standin.journal.entries()).toEqual([]);
  expect(await standin.clock.now()).toEqual(new Date(start));
}, 120_000);

it('what a sandbox answers does not depend on what goes on beside it', async () => {
  const some = numbers.slice(0, 40);
  const first = await runAll(some);
  await standin.close();
  expect(await runAll(some.reverse())).toEqual(first);
});
