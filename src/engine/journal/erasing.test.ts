import {questionsOf} from '../desks.js';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {tinyToken, tinyVendor} from '../../../test/support/tiny-vendor.js';
import {addressOf, Engine, type PlainRequest} from '../index.js';
import type {JournalMode} from './keeper.js';

/** The tiny vendor, which says when it erases: a note loses its text. */
function erasingVendor() {
  const vendor = tinyVendor();
  return tinyVendor({
    transitions: {
      ...(vendor.transitions as object),
      erase: async (scope, id) => {
        const note = await scope.state.notes.get(String(id));
        if (!note) return;
        scope.erases();
        scope.state.notes.save({id: note.id, number: note.number, text: ''});
      },
    },
  });
}

/** Sends requests to a stand-in whose journal is kept so, and moves its clock. */
class Board {
  readonly engine: Engine;
  #now = Date.parse('2026-01-05T09:00:00.000Z');

  constructor(journal: JournalMode) {
    this.engine = new Engine({
      vendors: [erasingVendor()],
      seeds: {},
      behaviours: {},
      time: () => this.#now,
      randomSeed: 1,
      journalKey: new Uint8Array(32).fill(7),
      journal,
      auth: 'strict',
    });
  }

  async call(method: string, target: string, body?: string, headers: Readonly<Record<string, string>> = {}) {
    const request: PlainRequest = {
      method,
      target,
      headers: {authorization: `Bearer ${tinyToken('admin')}`, 'content-type': 'application/json', ...headers},
      body: body === undefined ? undefined : new TextEncoder().encode(body),
      origin: '',
      vendor: 'tiny',
    };
    const address = addressOf(request, this.engine.vendors);
    if (address.kind !== 'vendor') throw new Error(`${target} led to ${address.kind}`);
    const answer = await this.engine.answer(request, address);
    return JSON.parse(String(answer.body)) as {readonly id: string};
  }

  /** Has a note erased, which happens with the next call. */
  async erase(id: string): Promise<void> {
    await this.call('POST', `/v1/notes/${id}/erase`);
    this.#now += 60_000;
    await this.call('GET', '/ping');
  }

  async journal() {
    return (await this.engine.sandbox('default')).journal;
  }
}

/** Letters of which no token and no shape is made. */
const secret = fc.stringMatching(/^[h-y]{4,12}$/);

/** A text with a word in it, as people write it. */
const textWith = (word: string) =>
  fc.constantFrom(
    word,
    `Dear ${word}, hello!`,
    `${word}@example.org`,
    `Write to ${word}@example.org, or call.`,
    `"${word}"\nand a second line`,
    `<p>${word}</p>`,
    `é ${word} 👋`,
  );

/** Ways in which a text may be said once more, beside the note that holds it. */
const sayings = [
  (board: Board, text: string) => board.call('GET', `/v1/notes/${encodeURIComponent(text)}`),
  (board: Board, text: string) => board.call('GET', `/nowhere/${encodeURIComponent(text)}`),
  (board: Board, text: string) => board.call('GET', `/ping?${new URLSearchParams({q: text})}`),
  (board: Board, text: string) => board.call('POST', '/v1/notes', `{"text": ${JSON.stringify(text)}`),
  (board: Board, text: string) => board.call('POST', '/v1/notes', JSON.stringify({text: 7, surplus: {deep: [text]}})),
  (board: Board, text: string) => board.call('GET', '/ping', undefined, {'x-note': JSON.stringify(text)}),
] as const;

const saying = (record: unknown) => JSON.stringify(record).toLowerCase();

describe.each<JournalMode>(['tokens', 'clear'])('with --journal %s', (mode) => {
  it('no entry holds what was erased, from that commit on', async () => {
    const told = fc.gen();
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(secret, {minLength: 2, maxLength: 5}), told, async (words, g) => {
        const board = new Board(mode);
        const notes: {readonly id: string; readonly word: string}[] = [];
        for (const word of words) {
          const text = g(textWith, word);
          const {id} = await board.call('POST', '/v1/notes', JSON.stringify({text}));
          await board.call('GET', `/v1/notes/${id}`);
          const say = sayings[g(fc.nat, sayings.length - 1)]!;
          await say(board, text);
          notes.push({id, word});
        }
        const [kept, ...erased] = notes;
        for (const {id, word} of erased) {
          await board.erase(id);
          const holders = (await board.journal()).records().filter((record) => saying(record).includes(word));
          expect(holders.map(({entry}) => entry.id)).toEqual([]);
        }
        // Whoever was not erased is still to be read, where anything is.
        const isReadable = JSON.stringify((await board.journal()).entries()).includes(kept!.word);
        expect(isReadable).toBe(mode === 'clear');
      }),
      {numRuns: 60},
    );
  });
});

describe('an entry whose content was erased', () => {
  it('still matches by method, path, operation and status, and is never said not to match', async () => {
    const board = new Board('clear');
    const {id} = await board.call('POST', '/v1/notes', '{"text":"Anna likes milk"}', {'x-note': 'Anna likes milk'});
    await board.erase(id);
    const journal = await board.journal();
    const questions = questionsOf(board.engine);
    const outline = {method: 'POST', path: '/v1/notes', operation: 'createNote', status: 201};
    expect((await questions.find(journal, outline)).entries).toMatchObject([{id: 'req-1', erased: true}]);
    for (const content of [{body: {text: 'Anna likes milk'}}, {body: {text: 'Berta'}}, {headers: {'x-note': 'Anna'}}]) {
      expect(await questions.find(journal, {...outline, ...content})).toEqual({entries: [], erased: ['req-1']});
    }
    expect(await questions.find(journal, {where: '$.request.body.text', operation: 'createNote'})).toEqual({
      entries: [],
      erased: ['req-1'],
    });
    expect(await questions.find(journal, {...outline, status: 409, body: {}})).toEqual({entries: [], erased: []});
  });

  it('neither fulfils an expectation about it nor breaks one', async () => {
    const board = new Board('clear');
    const {id} = await board.call('POST', '/v1/notes', '{"text":"Anna likes milk"}');
    await board.erase(id);
    const verify = async (times: object, body?: object) => {
      const request = {operation: 'createNote', times, ...(body && {body})};
      return questionsOf(board.engine).verify(await board.journal(), {requests: [request]});
    };
    expect(await verify({exactly: 1})).toMatchObject({passed: true, counts: [{matched: 1, erased: 0}]});
    for (const times of [{exactly: 1}, {atLeast: 1}, {exactly: 0}]) {
      const {passed, counts, message} = await verify(times, {text: 'Anna likes milk'});
      expect([passed, counts]).toEqual([false, [{matched: 0, erased: 1}]]);
      expect(message).toContain('1 more call may be meant, but what was expected of it was erased:\n  req-1 tiny POST');
    }
    expect((await verify({atMost: 1}, {text: 'Anna likes milk'})).passed).toBe(true);
  });
});

it('a difference is told in clear where the journal is', async () => {
  const board = new Board('clear');
  await board.call('POST', '/v1/notes', '{"text":"Anna"}');
  const {message} = await questionsOf(board.engine).verify(await board.journal(), {
    requests: [{operation: 'createNote', body: {text: 'Berta'}}],
  });
  expect(message).toContain('body/text: expected Berta, got Anna');
});
