import {describe, expect, it} from 'vitest';
import type {components} from '../../../specs/symbl/generated/index.js';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {process, said, signedIn, transcript} from '../test-support.js';

type Analytics = components['schemas']['Analytics'];
type From = Parameters<typeof said>[1];

async function analytics(client: VendorClient, id: string): Promise<Analytics> {
  const answer = await client.call('GET', `/v1/conversations/${id}/analytics`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as Analytics;
}

/** A message said from one second of a conversation to another. */
function turn(who: string | undefined, from: number, to: number, content = 'One two three.') {
  const time = (seconds: number) => new Date(Date.UTC(2020, 6, 10) + seconds * 1000).toISOString();
  const author: From = who === undefined ? {} : {from: {userId: `${who}@example.com`, name: who}};
  return said(content, {...author, duration: {startTime: time(from), endTime: time(to)}});
}

const metrics = (silence: number, talk: number, overlap: number) =>
  [
    ['total_silence', silence, (100 * silence) / (silence + talk)],
    ['total_talk_time', talk, (100 * talk) / (silence + talk)],
    ['total_overlap', overlap, (100 * overlap) / talk],
  ].map(([type, seconds, percent]) => ({type, seconds, percent: expect.closeTo(percent as number, 2) as number}));

describe('analytics', () => {
  it.each([
    ['one after the other', [turn('a', 0, 4), turn('b', 4, 10)], metrics(0, 10, 0)],
    ['with silence between', [turn('a', 0, 4), turn('b', 6, 10), turn('a', 15, 17)], metrics(7, 10, 0)],
    ['at the same time', [turn('a', 0, 4), turn('b', 2, 10)], metrics(0, 12, 2)],
    ['all three at once', [turn('a', 0, 10), turn('b', 2, 8), turn('c', 4, 6)], metrics(0, 18, 6)],
    ['two, and two again', [turn('a', 0, 10), turn('b', 1, 3), turn('b', 5, 6)], metrics(0, 13, 3)],
    ['the same one twice', [turn('a', 0, 4), turn('a', 2, 6)], metrics(0, 8, 0)],
    ['handed over in another order', [turn('b', 6, 10), turn('a', 0, 4)], metrics(2, 8, 0)],
  ])('tell how long there was talk, silence and both: %s', async (_, messages, expected) => {
    const client = await signedIn();
    expect((await analytics(client, await process(client, messages))).metrics).toEqual(expected);
  });

  it('tell how much and how fast each member talked, and that the rest was listening', async () => {
    const client = await signedIn();
    const id = await process(client, [turn('a', 0, 3), turn('b', 3, 4), turn('a', 4, 6, 'One two.')]);
    const [a, , again] = await transcript(client, id);
    expect(again?.from.id).toBe(a?.from.id);
    expect((await analytics(client, id)).members).toEqual([
      {
        id: a?.from.id,
        name: 'a',
        userId: 'a@example.com',
        pace: {wpm: 60},
        talkTime: {percentage: 83.333, seconds: 5},
        listenTime: {percentage: 16.667, seconds: 1},
        overlap: {},
      },
      {
        id: expect.any(String) as string,
        name: 'b',
        userId: 'b@example.com',
        pace: {wpm: 180},
        talkTime: {percentage: 16.667, seconds: 1},
        listenTime: {percentage: 83.333, seconds: 5},
        overlap: {},
      },
    ]);
  });

  it('have an id for speakers whom nobody knows, since a client of Symbl’s reads it', async () => {
    const client = await signedIn();
    const id = await process(client, ['One two.', said('Three.', {from: {name: 'Dana Example'}}), 'Four.']);
    const {members} = await analytics(client, id);
    expect(members.map(({name}) => name)).toEqual(['Unknown speaker', 'Dana Example']);
    expect(new Set(members.map((member) => member.id)).size).toBe(2);
    expect((await analytics(client, id)).members).toEqual(members);
  });

  it('have the members that the Snowflake sample reads', async () => {
    const client = await signedIn();
    const {members} = await analytics(client, await process(client, [turn('a', 0, 4)]));
    for (const {id, pace, talkTime, listenTime, overlap} of members) {
      expect([typeof id, typeof pace.wpm, typeof talkTime.seconds, typeof talkTime.percentage]).toEqual([
        'string',
        'number',
        'number',
        'number',
      ]);
      expect([typeof listenTime.seconds, typeof listenTime.percentage, typeof overlap]).toEqual([
        'number',
        'number',
        'object',
      ]);
    }
  });

  it('are all zero where nothing was said', async () => {
    const client = await signedIn({'symbl.job_outcome': 'failed'});
    const answer = await client.call('POST', '/v1/process/text', {body: {messages: [said('Hello.')]}});
    const {conversationId} = answer.body as {conversationId: string};
    expect(await analytics(client, conversationId)).toEqual({
      metrics: ['total_silence', 'total_talk_time', 'total_overlap'].map((type) => ({type, percent: 0, seconds: 0})),
      members: [],
    });
    const instant = await process(await signedIn(), [turn('a', 4, 4)]).catch(() => undefined);
    expect(instant).toBeDefined();
  });
});
