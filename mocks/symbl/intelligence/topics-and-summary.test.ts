import {describe, expect, it} from 'vitest';
import type {components} from '../../../specs/symbl/generated/index.js';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {notFound, poll, process, said, seeded, signedIn, submit, transcript} from '../test-support.js';

type Schemas = components['schemas'];

async function topics(client: VendorClient, id: string, query = ''): Promise<readonly Schemas['Topic'][]> {
  const answer = await client.call('GET', `/v1/conversations/${id}/topics${query}`);
  expect(answer.status, answer.text).toBe(200);
  return (answer.body as Schemas['Topics']).topics;
}

const talk = [
  'The pricing of the software is excellent.',
  'How is the pricing for a hospital?',
  'The hospital pricing is terrible, write to Jamie@example.com.',
];

describe('topics', () => {
  it('are the words that most messages mention, with the messages that do', async () => {
    const client = await signedIn();
    const id = await process(client, talk);
    const [first, second, third] = (await transcript(client, id)).map((message) => message.id);
    expect(await topics(client, id)).toEqual([
      {
        id: expect.stringMatching(/^\d{16}$/) as string,
        text: 'pricing',
        type: 'topic',
        score: 1,
        messageIds: [first, second, third],
        parentRefs: [],
      },
      expect.objectContaining({text: 'hospital', score: 0.667, messageIds: [second, third]}),
      expect.objectContaining({text: 'software', score: 0.333}),
      expect.objectContaining({text: 'excellent'}),
      expect.objectContaining({text: 'terrible'}),
      expect.objectContaining({text: 'write'}),
    ]);
  });

  it('sound like the messages that mention them, if that is asked for', async () => {
    const client = await signedIn();
    const found = await topics(client, await process(client, talk), '?sentiment=true');
    const sentiments = Object.fromEntries(found.map(({text, sentiment}) => [text, sentiment?.suggested]));
    expect(sentiments).toMatchObject({software: 'positive', hospital: 'negative', pricing: 'neutral'});
  });

  it('name their parent, if that is asked for', async () => {
    const client = await signedIn();
    const found = await topics(client, await process(client, talk), '?parentRefs=true');
    expect(found.map(({text, parentRefs}) => [text, parentRefs.map((parent) => parent.text)]).slice(0, 3)).toEqual([
      ['pricing', []],
      ['hospital', ['pricing']],
      ['software', ['pricing']],
    ]);
  });

  it.each([
    ['software,full moon,SOFTWARE', ['software', 'SOFTWARE']],
    [encodeURIComponent('["for a hospital"]'), ['for a hospital']],
    ['nothing', []],
  ])('are the caller’s own words, if there are any: %s', async (words, expected) => {
    const client = await signedIn();
    const found = await topics(client, await process(client, talk), `?customTopicVocabulary=${words}`);
    expect(found.map(({text}) => text).sort()).toEqual([...expected].slice(0, found.length).sort());
    expect(found.length > 0).toBe(expected.length > 0);
  });

  it('are ten at most, and the same whether refreshed or not', async () => {
    const client = await signedIn();
    const id = await process(client, [
      Array.from({length: 40}, (_, n) => `word${'abcdefghij'[n % 10]!.repeat(n)}`).join(' '),
    ]);
    const found = await topics(client, id);
    expect(found).toHaveLength(10);
    expect(await topics(client, id, '?refresh=true')).toEqual(found);
  });

  it.each(['sentiment', 'parentRefs', 'refresh'])('are refused when %s is no boolean', async (name) => {
    const client = await signedIn();
    const answer = await client.call('GET', `/v1/conversations/${seeded.page}/topics?${name}=7`);
    expect(answer).toMatchObject({status: 400, body: {message: `"${name}" must be a boolean`}});
  });
});

describe('the summary', () => {
  const path = (id: string, query = '') => `/v1/conversations/${id}/summary${query}`;

  it('SYMBL-84 is not found while a job is running, and says so', async () => {
    const client = await signedIn();
    const {conversationId, jobId} = await submit(
      client,
      talk.map((text) => said(text)),
    );
    for (const status of ['in_progress', 'completed']) {
      const answer = await client.call('GET', path(conversationId));
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('in progress');
      expect(await poll(client, jobId)).toBe(status);
    }
    expect(await client.call('GET', path(conversationId))).toMatchObject({status: 200});
  });

  it('SYMBL-84 is not found again while more is processed, refreshed or not', async () => {
    const client = await signedIn();
    const {jobId} = await submit(client, [said('More.')], {to: seeded.page});
    for (const query of ['', '?refresh=true']) {
      expect(await client.call('GET', path(seeded.page, query))).toMatchObject({status: 404});
    }
    await poll(client, jobId);
    await poll(client, jobId);
    expect(await client.call('GET', path(seeded.page))).toMatchObject({status: 200});
  });

  it('SYMBL-84 is there once the clock has moved the job on', async () => {
    const client = await signedIn();
    const {conversationId} = await submit(client, [said('The pricing.')]);
    client.advance(60_000);
    expect(await client.call('GET', path(conversationId))).toMatchObject({status: 200});
  });

  it('SYMBL-30 is not found in the usual words where there is no conversation', async () => {
    const client = await signedIn();
    expect(await client.call('GET', path('1111111111111111'))).toMatchObject({status: 404, body: notFound});
  });

  it('tells the sentences with most topics, with who said them, and which messages they are about', async () => {
    const client = await signedIn();
    const from = {from: {userId: 'dana@example.com', name: 'Dana Example'}};
    const id = await process(client, ['Hello.', said(talk[1]!, from), 'Yes.', talk[2]!, 'Bye.'], {enableSummary: true});
    const ids = (await transcript(client, id)).map((message) => ({id: message.id}));
    expect((await client.call('GET', path(id))).body).toEqual({
      summary: [
        {
          id: expect.stringMatching(/^\d{16}$/) as string,
          text: `Dana Example said: ${talk[1]} Somebody said: ${talk[2]}`,
          messageRefs: ids,
        },
      ],
    });
  });

  it('has a part for every twenty messages', async () => {
    const client = await signedIn();
    const id = await process(
      client,
      Array.from({length: 41}, (_, n) => `Message ${n}.`),
    );
    const {summary} = (await client.call('GET', path(id))).body as Schemas['Summary'];
    expect(summary.map(({messageRefs}) => messageRefs.length)).toEqual([20, 20, 1]);
  });
});
