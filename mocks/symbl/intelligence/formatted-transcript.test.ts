import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {badRequest, process, said, seeded, signedIn} from '../test-support.js';

const dana = {from: {userId: 'dana@example.com', name: 'Dana Example'}};

async function markdown(client: VendorClient, id: string, options: object = {}): Promise<string> {
  const body = {contentType: 'text/markdown', ...options};
  const answer = await client.call('POST', `/v1/conversations/${id}/transcript`, {body});
  expect(answer).toMatchObject({status: 200, body: {transcript: {contentType: 'text/markdown'}}});
  return (answer.body as {transcript: {payload: string}}).transcript.payload;
}

describe('the transcript in Markdown', () => {
  it('is one line, in paragraphs and with speakers if that is asked for', async () => {
    const client = await signedIn();
    const id = await process(client, [said('Good morning.', dana), 'Thanks a lot.']);
    expect(await markdown(client, id)).toBe('Good morning. Thanks a lot.');
    expect(await markdown(client, id, {createParagraphs: true})).toBe('Good morning.<br/><br/>Thanks a lot.<br/><br/>');
    expect(await markdown(client, id, {createParagraphs: true, showSpeakerSeparation: true})).toBe(
      'Dana Example: Good morning.<br/><br/>Thanks a lot.<br/><br/>',
    );
  });

  it('marks the phrases that were detected: all, or those in messages with an insight', async () => {
    const client = await signedIn();
    const texts = ['I need to talk about the pricing.', 'They want to submit it.', 'Hello.'];
    const id = await process(client, texts, {detectPhrases: true});
    const marked = (phrases?: object) => markdown(client, id, phrases === undefined ? {} : {phrases});
    const [first, second] = ['I need to <mark>talk about the pricing</mark>.', 'They want to <mark>submit it</mark>.'];
    expect(await marked()).toBe(texts.join(' '));
    expect(await marked({})).toBe(texts.join(' '));
    expect(await marked({highlightAllKeyPhrases: true})).toBe(`${first} ${second} Hello.`);
    expect(await marked({highlightOnlyInsightKeyPhrases: true})).toBe(`${first} ${texts[1]} Hello.`);
    expect(await marked({highlightAllKeyPhrases: true, highlightOnlyInsightKeyPhrases: true})).toContain(second);
  });

  it('is empty where nothing was said', async () => {
    const client = await signedIn();
    const answer = await client.call('POST', '/v1/process/text', {body: {messages: [said('Hello.')]}});
    expect(await markdown(client, (answer.body as {conversationId: string}).conversationId)).toBe('');
  });
});

describe('the transcript as subtitles', () => {
  it('has its content one level deeper, and times without leading zeros but the first, as printed', async () => {
    const client = await signedIn();
    const at = (startTime: string, endTime: string) => ({duration: {startTime, endTime}});
    const id = await process(client, [
      said('Good morning.', {...dana, ...at('2020-07-10T10:00:00.000Z', '2020-07-10T10:00:04.100Z')}),
      said('Thanks.', at('2020-07-10T11:01:06.808Z', '2020-07-10T11:01:20.060Z')),
    ]);
    const read = async (options: object) => {
      const body = {contentType: 'text/srt', ...options};
      return (await client.call('POST', `/v1/conversations/${id}/transcript`, {body})).body;
    };
    const content = '1\n00:00:00,000 --> 0:0:4,100\nGood morning.\n\n2\n1:1:6,808 --> 1:1:20,060\nThanks.';
    expect(await read({})).toEqual({transcript: {payload: {content, contentType: 'text/srt'}}});
    expect(await read({showSpeakerSeparation: true})).toEqual({
      transcript: {payload: {content: content.replace('Good', 'Dana Example: Good'), contentType: 'text/srt'}},
    });
  });
});

it.each([
  [{}],
  [{contentType: 'text/plain'}],
  [{contentType: null}],
  [{contentType: 'text/markdown', createParagraphs: 'true'}],
  [{contentType: 'text/markdown', phrases: []}],
  [{contentType: 'text/markdown', phrases: {highlightAllKeyPhrases: 1}}],
  [{contentType: 'text/srt', showSpeakerSeparation: 'no'}],
  [[]],
])('a transcript is refused for %j', async (body) => {
  const client = await signedIn();
  const answer = await client.call('POST', `/v1/conversations/${seeded.page}/transcript`, {body});
  expect(answer).toMatchObject({status: 400, body: badRequest});
});
