import {afterEach, describe, expect, it} from 'vitest';
import {createStandin, type JournalEntry, type Standin} from '../src/index.js';

const open: Standin[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((standin) => standin.close()));
});

async function make(): Promise<Standin> {
  const standin = await createStandin({randomSeed: 1});
  open.push(standin);
  return standin;
}

const ask = (standin: Standin, path = '/v1/conversations/10749', sandbox = 'default') =>
  standin.fetch(`/dixa${path}`, {
    headers: {authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '', 'x-standin-sandbox': sandbox},
  });

/** Server-sent events as a browser reads them: one at a time; undefined when there are no more. */
class Events {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = '';

  constructor({body}: Response) {
    if (body === null) throw new Error('There is no stream.');
    this.#reader = body.getReader();
  }

  async next(): Promise<{readonly id: string; readonly event: string; readonly data: JournalEntry} | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end < 0) {
        const {done, value} = await this.#reader.read();
        if (done) return undefined;
        this.#text += this.#decoder.decode(value, {stream: true});
        continue;
      }
      const block = this.#text.slice(0, end);
      this.#text = this.#text.slice(end + 2);
      if (block.startsWith(':')) continue;
      const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s, 2)));
      return {id: fields.id ?? '', event: fields.event ?? '', data: JSON.parse(fields.data ?? '')};
    }
  }

  cancel(): Promise<void> {
    return this.#reader.cancel();
  }
}

const listen = async (standin: Pick<Standin, 'fetch'>, query = '', headers: Readonly<Record<string, string>> = {}) =>
  new Events(await standin.fetch(`/_standin/journal/events${query}`, {headers}));

describe('live in process', () => {
  it('tells each entry as it comes, as GET /_standin/journal shows it', async () => {
    const standin = await make();
    const response = await standin.fetch('/_standin/journal/events');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    const events = new Events(response);
    const waiting = events.next();
    await ask(standin);
    const [entry] = await standin.journal.entries();
    expect(await waiting).toEqual({id: 'req-1', event: 'entry', data: entry});
    await ask(standin, '/v1/nothing');
    expect((await events.next())?.data.nearest).toEqual(expect.anything());
  });

  it('tells only what is asked for', async () => {
    const standin = await make();
    const events = await listen(standin, '?status=4xx');
    await ask(standin);
    await ask(standin, '/v1/conversations/999999999');
    expect((await events.next())?.id).toBe('req-2');
  });

  it('takes up where a listener was cut off', async () => {
    const standin = await make();
    for (let count = 0; count < 3; count += 1) await ask(standin);
    const again = await listen(standin, '?after=req-9', {'last-event-id': 'req-1'});
    expect([(await again.next())?.id, (await again.next())?.id]).toEqual(['req-2', 'req-3']);
    expect((await (await listen(standin, '?after=req-2')).next())?.id).toBe('req-3');
  });

  it('tells everybody, each sandbox its own', async () => {
    const standin = await make();
    const [one, other, blue] = [await listen(standin), await listen(standin), await listen(standin.sandbox('blue'))];
    await ask(standin, undefined, 'blue');
    await ask(standin, '/v1/conversations/10750');
    expect((await one.next())?.data.request.path).toBe('/v1/conversations/10750');
    expect((await other.next())?.id).toBe('req-1');
    expect((await blue.next())?.data.request.path).toBe('/v1/conversations/10749');
  });

  it('ends with the sandbox’s life, and with the stand-in', async () => {
    const standin = await make();
    const reset = await listen(standin);
    const waiting = reset.next();
    await standin.reset();
    expect(await waiting).toBeUndefined();

    await standin.sandboxes.create({id: 'blue'});
    const deleted = (await listen(standin.sandbox('blue'))).next();
    await standin.sandboxes.delete('blue');
    expect(await deleted).toBeUndefined();

    const closed = (await listen(standin)).next();
    await standin.close();
    expect(await closed).toBeUndefined();
  });

  it('has fifty places, and whoever leaves frees one', async () => {
    const standin = await make();
    const listeners = await Promise.all(Array.from({length: 50}, () => listen(standin)));
    const refused = await standin.fetch('/_standin/journal/events');
    expect([refused.status, ((await refused.json()) as {detail: string}).detail]).toEqual([
      429,
      'There are 50 listeners to this journal already; end one of them.',
    ]);
    await expect(standin.journal.follow()).rejects.toThrow(/Fifty listen/);
    await listeners[7]?.cancel();
    expect((await standin.fetch('/_standin/journal/events')).status).toBe(200);
  });

  it('lets a listener go that looks for more than anybody may', async () => {
    const standin = await make();
    const endless = encodeURIComponent('$..[?count($..[?count($..[?count($..*) > 1]) > 1]) > 1e9]');
    const events = await listen(standin, `?where=${endless}`);
    await ask(standin, '/v1/conversations/10749/activitylog');
    await expect(events.next()).rejects.toThrow(/looks at too much/);
    const places = await Promise.all(Array.from({length: 50}, () => standin.fetch('/_standin/journal/events')));
    expect(places.map(({status}) => status)).toEqual(Array.from({length: 50}, () => 200));
  });
});

it('a program follows it in a loop, and leaves its place when it leaves the loop', async () => {
  const standin = await make();
  for (let round = 0; round < 60; round += 1) {
    const entries = await standin.journal.follow({operation: 'getConversationsConversationid'});
    await ask(standin, '/v1/nothing');
    await ask(standin);
    for await (const {operation} of entries) {
      expect(operation).toBe('getConversationsConversationid');
      break;
    }
  }
});

describe('live over HTTP', () => {
  it('tells each entry, frees the place of who leaves, and does not keep the server from ending', async () => {
    const standin = await make();
    const {url} = await standin.listen({port: 0});
    const controllers = Array.from({length: 50}, () => new AbortController());
    const listeners = await Promise.all(
      controllers.map(async ({signal}) => new Events(await fetch(`${url}/_standin/journal/events`, {signal}))),
    );
    await ask(standin);
    expect((await listeners[0]?.next())?.id).toBe('req-1');

    controllers[1]?.abort();
    await expect.poll(async () => statusOf(await fetch(`${url}/_standin/journal/events`))).toBe(200);

    // A connection that the server has to break when its time is over would end in an error.
    await listeners[2]?.next();
    const waiting = listeners[2]?.next();
    await standin.close();
    expect(await waiting).toBeUndefined();
  });
});

function statusOf({status, body}: Response): number {
  void body?.cancel();
  return status;
}
