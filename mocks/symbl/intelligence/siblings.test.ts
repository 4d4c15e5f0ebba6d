/** What the reads of a conversation beside its messages have in common: they are never redacted, and ask as strictly. */
import {describe, expect, it} from 'vitest';
import type {Answer, CallOptions, VendorClient} from '../../../test/support/vendor-client.js';
import {symbl} from '../index.js';
import {configure, notFound, process, seeded, signedIn, texts, tokenOf, tokenRefused} from '../test-support.js';

const at = '/v1/conversations/{conversationId}';
const readings = symbl.operationList.filter(({method, path}) => method === 'GET' && path.startsWith(at));
const siblings: readonly (readonly [string, string])[] = [
  ...readings.filter(({path}) => path !== `${at}/messages`).map(({method, path}) => [method, path] as const),
  ['POST', `${at}/transcript`],
];

function read(
  client: VendorClient,
  [method, path]: readonly [string, string],
  id: string,
  query = '',
  more: CallOptions = {},
) {
  const body = {contentType: 'text/markdown', createParagraphs: true, showSpeakerSeparation: true};
  const options = method === 'POST' ? {...more, body} : more;
  return client.call(method, path.replace('{conversationId}', id) + query, options);
}

/** An example of the document. */
function example(name: string): unknown {
  return (symbl.document.components?.examples?.[name] as {value: unknown}).value;
}

describe.each(siblings)('%s %s', (method, path) => {
  const sibling = [method, path] as const;

  it('SYMBL-83 answers in clear, whatever `redact` and `exclude` say', async () => {
    const client = await signedIn();
    const clear = await read(client, sibling, seeded.others);
    expect(clear.status, clear.text).toBe(200);
    for (const query of ['?redact=true', '?redact=nonsense', '?redact=true&exclude=[[']) {
      expect((await read(client, sibling, seeded.others, query)).text).toBe(clear.text);
    }
  });

  it('SYMBL-83 answers in clear where the account has redaction on, and after a redacted transcript was read', async () => {
    const client = await signedIn();
    const clear = await read(client, sibling, seeded.others);
    await configure(client, {default: true, type: 'obfuscation'});
    expect(await texts(client, seeded.others)).toContain('Thanks for calling, this is [****].');
    expect((await read(client, sibling, seeded.others)).text).toBe(clear.text);
  });

  it('SYMBL-30 does not find what is not there', async () => {
    const client = await signedIn();
    for (const id of ['1111111111111111', 'nonsense', '%20', '__proto__']) {
      expect(await read(client, sibling, id), id).toMatchObject({status: 404, body: notFound});
    }
  });

  it('SYMBL-13 does not find what is another account’s', async () => {
    const client = await signedIn();
    expect(await read(client, sibling, seeded.foreign)).toMatchObject({status: 404, body: notFound});
  });

  it('SYMBL-8 SYMBL-9 wants a token, in either header', async () => {
    const client = await signedIn();
    const token = await tokenOf(client);
    const attempts: readonly (readonly [CallOptions, number])[] = [
      [{authorization: null}, 401],
      [{authorization: 'Bearer nonsense'}, 401],
      [{authorization: null, headers: {'x-api-key': token}}, 200],
      [{authorization: `bearer ${token}`}, 200],
    ];
    for (const [options, status] of attempts) {
      const answer = await read(client, sibling, seeded.others, '', options);
      expect(answer.status).toBe(status);
      if (status === 401) expect(answer.body).toEqual(tokenRefused);
    }
  });

  it('SYMBL-37 SYMBL-54 answers the same again, whatever parameters nobody knows', async () => {
    const client = await signedIn();
    const answers: Answer[] = [];
    for (const query of ['', '', '?undefined', '?limit=1&offset=2']) {
      answers.push(await read(client, sibling, seeded.others, query));
    }
    expect(new Set(answers.map(({text}) => text)).size).toBe(1);
  });
});

describe('the names of people', () => {
  it.each(['entities', 'summary', 'analytics', 'follow-ups', 'insights', 'topics', 'trackers', 'trackers-detected'])(
    'SYMBL-83 are in the %s though a redacted transcript hides them',
    async (what) => {
      const client = await signedIn();
      expect((await texts(client, seeded.others, 'redact=true')).join()).not.toContain('Mary');
      const answer = await read(client, ['GET', `${at}/${what}`], seeded.others, '?redact=true');
      expect(answer.text).toMatch(/Mary|mary/);
    },
  );
});

it.each([
  ['entities', 'EntitiesSeeded'],
  ['summary?refresh=false', 'SummarySeeded'],
  ['analytics', 'AnalyticsSeeded'],
  ['action-items', 'ActionItemsSeeded'],
  ['follow-ups', 'FollowUpsSeeded'],
  ['questions', 'QuestionsSeeded'],
  ['insights', 'InsightsSeeded'],
  ['topics?sentiment=true&parentRefs=true&refresh=false&customTopicVocabulary=', 'TopicsSeeded'],
  ['trackers-detected', 'DetectedTrackersSeeded'],
])('the document’s example of %s is what is answered', async (what, name) => {
  const client = await signedIn();
  const answer = await client.call('GET', `/v1/conversations/${seeded.others}/${what}`);
  expect(answer.body).toEqual(example(name));
});

it.each(['Markdown', 'Subtitles'])('the document’s example of a transcript is what is answered: %s', async (form) => {
  const client = await signedIn();
  const path = `/v1/conversations/${seeded.others}/transcript`;
  const answer = await client.call('POST', path, {body: example(`TranscriptRequest${form}`)});
  expect(answer.body).toEqual(example(`Transcript${form}`));
});

it('a long and hostile text costs no more than it should, whatever is read', {timeout: 60_000}, async () => {
  const client = await signedIn();
  const hostile = 'I will call Tony Stark. Is it? Please do. '.repeat(3000);
  const trackers = [{name: 'All', vocabulary: Array.from({length: 1000}, (_, n) => `call Tony ${n}`)}];
  const id = await process(client, [hostile], {detectPhrases: true, trackers});
  for (const sibling of siblings) {
    const answer = await read(client, sibling, id);
    expect(answer.status).toBe(200);
    expect(answer.text.length).toBeLessThan(64 * 2 ** 20);
  }
});
