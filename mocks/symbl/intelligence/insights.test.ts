import {describe, expect, it} from 'vitest';
import type {components} from '../../../specs/symbl/generated/index.js';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {process, said, signedIn, transcript} from '../test-support.js';

type Insight = components['schemas']['Insight'];

const lists = {
  'action-items': 'actionItems',
  'follow-ups': 'followUps',
  questions: 'questions',
  insights: 'insights',
} as const;

async function read(client: VendorClient, id: string, what: keyof typeof lists): Promise<Insight[]> {
  const answer = await client.call('GET', `/v1/conversations/${id}/${what}`);
  expect(answer.status, answer.text).toBe(200);
  return (answer.body as Record<string, Insight[]>)[lists[what]]!;
}

const dana = {from: {userId: 'dana@example.com', name: 'Dana Example'}};
const at = (startTime: string) => ({duration: {startTime, endTime: startTime}});

describe('what a sentence is', () => {
  it.each([
    ['It actually does not have speakers right?', 'question'],
    ['I think what is the Bahamas?', 'question'],
    ['What time does it start', 'question'],
    ['And could you tell me why.', 'question'],
    ['We need to meet tomorrow for renewing your insurance policy.', 'action_item'],
    ['Mark will handle the process of filling up the forms.', 'action_item'],
    ["I'll send the contract.", 'action_item'],
    ['Please submit the documents.', 'action_item'],
    ["Let's figure out a plan.", 'action_item'],
    ['We need to have a call with David after this.', 'follow_up'],
    ['We need to have the meeting today.', 'follow_up'],
    ['Please call me back.', 'follow_up'],
    ['It will rain.', undefined],
    ['I will not send it.', undefined],
    ['What a day!', undefined],
    ['The plan is good.', undefined],
    ['They pleased everybody.', undefined],
    ['Yes.', undefined],
  ])('%s', async (text, type) => {
    const client = await signedIn();
    const id = await process(client, [text]);
    expect((await read(client, id, 'insights')).map((insight) => insight.type)).toEqual(
      type === undefined ? [] : [type],
    );
  });
});

describe('insights', () => {
  it('are the sentences of messages, each in the list of its kind and all together in their order', async () => {
    const client = await signedIn();
    const id = await process(client, [
      said('Thanks for calling. I will send it to Mr. Jordan Sample. Is that right?', dana),
      'Please call me back.',
    ]);
    const all = await read(client, id, 'insights');
    expect(all.map(({type, text}) => [type, text])).toEqual([
      ['action_item', 'I will send it to Mr. Jordan Sample.'],
      ['question', 'Is that right?'],
      ['follow_up', 'Please call me back.'],
    ]);
    expect(await read(client, id, 'action-items')).toEqual([all[0]]);
    expect(await read(client, id, 'questions')).toEqual([all[1]]);
    expect(await read(client, id, 'follow-ups')).toEqual([all[2]]);
    const [first, second] = await transcript(client, id);
    expect(all.map(({messageIds}) => messageIds)).toEqual([[first!.id], [first!.id], [second!.id]]);
    expect(await read(client, id, 'insights')).toEqual(all);
    expect(new Set(all.map((insight) => insight.id)).size).toBe(3);
  });

  it('have every member that is documented', async () => {
    const client = await signedIn();
    const text = 'I will send the contract to Tony Stark tomorrow.';
    const id = await process(client, [said(text, {...dana, ...at('2020-07-10T16:04:19.990Z')})], {detectPhrases: true});
    const [message] = await transcript(client, id);
    expect(await read(client, id, 'action-items')).toEqual([
      {
        id: expect.stringMatching(/^\d{16}$/) as string,
        text,
        type: 'action_item',
        score: 0.95,
        messageIds: [message!.id],
        entities: [{type: 'PERSON_NAME', text: 'Tony Stark', offset: 28}],
        phrases: [{type: 'action_phrase', text: 'send the contract to Tony Stark tomorrow'}],
        from: {id: message!.from.id, name: 'Dana Example', userId: 'dana@example.com'},
        definitive: true,
        assignee: {name: 'Dana Example', email: 'dana@example.com'},
        dueBy: '2020-07-11T07:00:00.000Z',
      },
    ]);
  });

  it('have no assignee and no speaker where nobody is known', async () => {
    const client = await signedIn();
    const id = await process(client, ['Please send the contract.', 'Why is that?']);
    const [item, question] = await read(client, id, 'insights');
    expect(item).toMatchObject({from: {}, assignee: {}, definitive: false});
    expect(item).not.toHaveProperty('dueBy');
    expect(question).toMatchObject({from: {}});
    for (const name of ['phrases', 'definitive', 'assignee', 'dueBy']) expect(question).not.toHaveProperty(name);
  });

  it.each([
    ['I will do it.', {name: 'Dana Example', email: 'dana@example.com'}],
    ['Vikram you need to work on a plan.', {name: 'Vikram'}],
    ['You have to sign it.', {}],
  ])('are for whoever is to do it: %s', async (text, assignee) => {
    const client = await signedIn();
    const id = await process(client, [said(text, dana)]);
    expect((await read(client, id, 'action-items')).map((item) => item.assignee)).toEqual([assignee]);
  });

  it.each([
    ['today', '2020-07-10'],
    ['tomorrow', '2020-07-11'],
    ['on Monday', '2020-07-13'],
    ['on Friday', '2020-07-17'],
    ['next week', '2020-07-17'],
  ])('are due on the day they name: %s', async (day, date) => {
    const client = await signedIn();
    const id = await process(client, [said(`I will do it ${day}.`, at('2020-07-10T23:59:59.000Z'))]);
    expect((await read(client, id, 'action-items')).map(({dueBy}) => dueBy)).toEqual([`${date}T07:00:00.000Z`]);
  });

  it('are due in the year in which they were said, however long ago', async () => {
    const client = await signedIn();
    const id = await process(client, [said('I will do it tomorrow.', at('0050-03-01T10:00:00.000Z'))]);
    expect((await read(client, id, 'action-items'))[0]?.dueBy).toBe('0050-03-02T07:00:00.000Z');
  });

  it('SYMBL-82 name a member as the member is called now', async () => {
    const client = await signedIn();
    const id = await process(client, [said('I will do it.', dana)]);
    const member = (await read(client, id, 'action-items'))[0]!.from.id!;
    const body = {id: member, name: 'Dana Newname'};
    await client.call('PUT', `/v1/conversations/${id}/members/${member}`, {body});
    expect(await read(client, id, 'insights')).toMatchObject([
      {from: {name: 'Dana Newname'}, assignee: {name: 'Dana Newname'}},
    ]);
  });

  it('are as sure as the request wanted them', async () => {
    const client = await signedIn();
    const texts = ['What time does it start', 'Please do it.', 'I will do it.', 'Is it?'];
    const sure = async (confidenceThreshold?: number) => {
      const options = confidenceThreshold === undefined ? {} : {confidenceThreshold};
      return (await read(client, await process(client, texts, options), 'insights')).length;
    };
    expect([await sure(), await sure(0.5), await sure(0.8), await sure(0.9), await sure(1)]).toEqual([4, 4, 3, 2, 0]);
  });
});

describe('clients of Symbl', () => {
  it('written in Go get empty phrases and whole scores of follow-ups, which they cannot read otherwise', async () => {
    const client = await signedIn();
    const id = await process(client, ['Please call me back and submit the documents.', 'I will do it.']);
    const insights = await read(client, id, 'insights');
    expect(insights.map(({phrases}) => phrases)).toEqual([[], []]);
    expect(insights.map(({score}) => Number.isInteger(score))).toEqual([true, false]);
  });
});
