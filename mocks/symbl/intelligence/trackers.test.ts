import {describe, expect, it} from 'vitest';
import type {components} from '../../../specs/symbl/generated/index.js';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {process, signedIn, transcript} from '../test-support.js';

type Tracker = components['schemas']['DetectedTracker'];

async function trackers(client: VendorClient, id: string): Promise<Tracker[]> {
  const answer = await client.call('GET', `/v1/conversations/${id}/trackers-detected`);
  expect(answer.status, answer.text).toBe(200);
  expect(await client.call('GET', `/v1/conversations/${id}/trackers`)).toMatchObject({status: 200, body: answer.body});
  return answer.body as Tracker[];
}

const promotion = {name: 'Promotion Mention', vocabulary: ['We have a sale right now on', 'special promotion']};
const greeting = {name: 'Greeting', vocabulary: ['thanks for calling']};

describe('trackers that came with the text', () => {
  it('are found phrase by phrase, under the new address and the old, in an array with nothing around it', async () => {
    const client = await signedIn();
    const id = await process(
      client,
      ['Thanks for calling. Is it a special promotion?', 'Yes, we have a sale right now on.', 'Thanks for calling.'],
      {trackers: [promotion, greeting]},
    );
    const [first, second, third] = await transcript(client, id);
    const question = {
      id: expect.stringMatching(/^\d{16}$/) as string,
      type: 'question',
      text: 'Is it a special promotion?',
    };
    const reference = ({id: message, text}: NonNullable<typeof first>, offset: number) => ({id: message, text, offset});
    expect(await trackers(client, id)).toEqual([
      {
        id: expect.stringMatching(/^\d{16}$/) as string,
        name: 'Greeting',
        matches: [
          {
            type: 'vocabulary',
            value: 'thanks for calling',
            messageRefs: [reference(first!, 0), reference(third!, 0)],
            insightRefs: [],
          },
        ],
      },
      {
        id: expect.stringMatching(/^\d{16}$/) as string,
        name: 'Promotion Mention',
        matches: [
          {
            type: 'vocabulary',
            value: 'special promotion',
            messageRefs: [reference(first!, 28)],
            insightRefs: [{...question, offset: 8}],
          },
          {
            type: 'vocabulary',
            value: 'We have a sale right now on',
            messageRefs: [reference(second!, 5)],
            insightRefs: [],
          },
        ],
      },
    ]);
    const insights = (await client.call('GET', `/v1/conversations/${id}/insights`)).body as {insights: {id: string}[]};
    expect(insights.insights[0]?.id).toBe((await trackers(client, id))[1]?.matches[0]?.insightRefs[0]?.id);
  });

  it('have the place -1 where a text is only similar', async () => {
    const client = await signedIn();
    const id = await process(client, ['Is there a promotion, a really special one?', 'A special day.'], {
      trackers: [promotion],
    });
    expect((await trackers(client, id)).map(({matches}) => matches)).toMatchObject([
      [{value: 'special promotion', messageRefs: [{offset: -1}], insightRefs: [{type: 'question', offset: -1}]}],
    ]);
  });

  it('are found once a message, where the phrase stands first', async () => {
    const client = await signedIn();
    const id = await process(client, ['Well, thanks for calling, thanks for calling.'], {trackers: [greeting]});
    expect((await trackers(client, id))[0]?.matches[0]?.messageRefs.map(({offset}) => offset)).toEqual([6]);
  });

  it('are none without any, whatever was said', async () => {
    const client = await signedIn();
    const id = await process(client, ['Thanks for calling.'], {enableAllTrackers: true});
    expect(await trackers(client, id)).toEqual([]);
  });

  it('are those of the request only', async () => {
    const client = await signedIn();
    const id = await process(client, ['Thanks for calling.'], {
      trackers: [greeting, {}, {name: 'Empty', vocabulary: ['']}],
    });
    await process(client, ['Thanks for calling.'], {to: id});
    expect((await trackers(client, id))[0]?.matches[0]?.messageRefs).toHaveLength(1);
  });

  it('are read by the Snowflake sample: name, and the text of every message', async () => {
    const client = await signedIn();
    const id = await process(client, ['Thanks for calling.'], {trackers: [greeting]});
    const rows = (await trackers(client, id)).flatMap(({name, matches}) =>
      matches.flatMap(({messageRefs}) => messageRefs.map(({text}) => ({name, text}))),
    );
    expect(rows).toEqual([{name: 'Greeting', text: 'Thanks for calling.'}]);
  });

  it('cost what the text costs, not the text times the vocabulary', async () => {
    const client = await signedIn();
    const words = Array.from({length: 3000}, (_, n) => ({
      name: `Tracker ${n}`,
      vocabulary: ['very special promotion'],
    }));
    const id = await process(client, ['very special promotion '.repeat(3000)], {trackers: words});
    expect(await trackers(client, id)).toHaveLength(8);
  });
});
