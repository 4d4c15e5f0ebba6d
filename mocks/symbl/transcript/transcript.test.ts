import {describe, expect, it} from 'vitest';
import {getMessages, notFound, process, said, seeded, signedIn, texts, transcript} from '../test-support.js';

const timestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

describe('a transcript in clear', () => {
  it('SYMBL-29 SYMBL-38 has every message in the order of submission, with clear texts and names', async () => {
    const client = await signedIn();
    expect(await transcript(client, seeded.page)).toEqual([
      {
        id: '5205809886134272',
        text: 'Example Mattress Company is a store that sells mattresses if you are sleepy by chance.',
        from: {id: 'ac89a8f8-7246-411e-a4ce-d28383ca3368', name: 'Dana Example', email: 'dana@example.com'},
        startTime: '2022-09-01T17:10:24.097Z',
        endTime: '2022-09-01T17:10:25.497Z',
        timeOffset: 0,
        duration: 1.4,
        conversationId: seeded.page,
        phrases: [],
      },
      {
        id: '6014815093391360',
        text: 'This is Jordan Sample who will be joining our team next week as our new accountant.',
        from: {id: 'f116f029-d35f-48bb-bf93-ccc2b62d2e91', name: 'Lee Sample', email: 'lee@example.com'},
        startTime: '2022-09-01T17:10:25.497Z',
        endTime: '2022-09-01T17:10:26.397Z',
        timeOffset: 1.4,
        duration: 0.9,
        conversationId: seeded.page,
        phrases: [],
      },
      {
        id: '5191738432421888',
        text: 'Yes.',
        from: {id: 'ac89a8f8-7246-411e-a4ce-d28383ca3368', name: 'Dana Example', email: 'dana@example.com'},
        startTime: '2022-09-01T17:10:27.297Z',
        endTime: '2022-09-01T17:10:27.697Z',
        timeOffset: 3.2,
        duration: 0.4,
        conversationId: seeded.page,
        phrases: [],
      },
    ]);
  });

  it('SYMBL-17 SYMBL-29 SYMBL-32 is in the order of submission, whatever its times say', async () => {
    const client = await signedIn();
    const at = (startTime: string) => ({duration: {startTime}});
    const id = await process(client, [
      said('One.', at('2021-05-01T10:00:05Z')),
      said('Two.', at('2021-05-01T10:00:02Z')),
    ]);
    await process(client, [said('Three.', at('2021-05-01T10:00:00Z'))], {to: id});
    const shown = (await transcript(client, id)).map(({text, timeOffset}) => [text, timeOffset]);
    expect(shown).toEqual([
      ['One.', 0],
      ['Two.', -3],
      ['Three.', -5],
    ]);
  });

  it('SYMBL-29 is never cut into pages', async () => {
    const client = await signedIn();
    const said = Array.from({length: 250}, (_, number) => `Message ${number}.`);
    const id = await process(client, said);
    expect(await texts(client, id, 'limit=10&offset=5')).toEqual(said);
  });

  it.each(['', 'redact=false', 'redact=FALSE', 'exclude=["SSN"]'])('SYMBL-38 is what ?%s gives', async (query) => {
    const client = await signedIn();
    const [first] = await transcript(client, seeded.page, query);
    expect(first).toMatchObject({text: /^Example Mattress/.exec(first!.text)?.input, from: {name: 'Dana Example'}});
  });

  it('SYMBL-30 is not found where there is no such conversation', async () => {
    const client = await signedIn();
    for (const id of ['1111111111111111', 'nonsense', '%20']) {
      for (const what of ['', '/messages', '/members']) {
        const answer = await client.call('GET', `/v1/conversations/${id}${what}`);
        expect(answer).toMatchObject({status: 404, body: notFound});
      }
    }
  });

  it('SYMBL-37 does not mind parameters that it does not know', async () => {
    const client = await signedIn();
    const plain = await getMessages(client, seeded.page);
    for (const query of ['undefined', 'undefined=undefined', 'Redact=true', 'redacted=true&x=[1]', '&&']) {
      expect((await getMessages(client, seeded.page, query)).text).toBe(plain.text);
    }
  });
});

describe('times', () => {
  it('SYMBL-32 follow from the first message and are rounded to hundredths', async () => {
    const client = await signedIn();
    const duration = (startTime: string, endTime: string) => ({duration: {startTime, endTime}});
    const id = await process(client, [
      said('One.', duration('2020-07-21T16:04:19.990Z', '2020-07-21T16:04:20.990Z')),
      said('Two.', duration('2020-07-21T16:04:21.004Z', '2020-07-21T16:04:21.339Z')),
      said('Three.', duration('2020-07-21T18:04:25+02:00', '2020-07-21T18:04:26.5+02:00')),
    ]);
    expect(await transcript(client, id)).toMatchObject([
      {timeOffset: 0, duration: 1, startTime: '2020-07-21T16:04:19.990Z', endTime: '2020-07-21T16:04:20.990Z'},
      {timeOffset: 1.01, duration: 0.34, startTime: '2020-07-21T16:04:21.004Z', endTime: '2020-07-21T16:04:21.339Z'},
      {timeOffset: 5.01, duration: 1.5, startTime: '2020-07-21T16:04:25.000Z', endTime: '2020-07-21T16:04:26.500Z'},
    ]);
    const conversation = await client.call('GET', `/v1/conversations/${id}`);
    const times = {startTime: '2020-07-21T16:04:19.990Z', endTime: '2020-07-21T16:04:26.500Z'};
    expect(conversation.body).toMatchObject(times);
  });

  it('SYMBL-33 that were left out are made up, one message after the other', async () => {
    const client = await signedIn();
    const id = await process(client, ['One two three.', 'Four.']);
    await process(client, ['Five six.'], {to: id});
    const messages = await transcript(client, id);
    for (const {startTime, endTime} of messages) expect(startTime + endTime).toMatch(/^(.{24}){2}$/);
    expect(messages[0]?.startTime).toBe('2026-01-05T09:00:00.000Z');
    expect(messages.map(({timeOffset, duration}) => [timeOffset, duration])).toEqual([
      [0, 1.2],
      [1.2, 0.4],
      [1.6, 0.8],
    ]);
  });

  it('SYMBL-33 that were left out in part go with those that are there', async () => {
    const client = await signedIn();
    const id = await process(
      client,
      [
        'One two.',
        said('Three.', {duration: {startTime: '2022-01-01T00:00:10Z'}}),
        said('Four five.', {duration: {endTime: '2022-01-01T00:00:20Z'}}),
        said('Six.', {duration: {startTime: '2022-01-01T00:00:30Z', endTime: '2022-01-01T00:00:29Z'}}),
        'Seven.',
      ],
      {startTime: '2022-01-01T00:00:00Z'},
    );
    expect((await transcript(client, id)).map(({timeOffset, duration}) => [timeOffset, duration])).toEqual([
      [0, 0.8],
      [10, 0.4],
      [19.2, 0.8],
      [30, 0],
      [30, 0.4],
    ]);
  });

  it.each([
    ['at the end of time', '9999-12-31T23:59:59.999Z'],
    ['at its beginning', '0000-01-01T00:00:00Z'],
    ['in a leap second', '2016-12-31T23:59:60Z'],
    ['before the year 0', '0000-01-01T00:00:00+23:59'],
  ])('SYMBL-33 can be read whatever was sent: %s', async (_, time) => {
    const client = await signedIn();
    const parts = [{startTime: time}, {endTime: time}, {startTime: time, endTime: time}];
    const id = await process(client, [...parts.map((duration) => said('One two three.', {duration})), 'More.']);
    for (const {startTime, endTime} of await transcript(client, id, 'verbose=true')) {
      expect(startTime).toMatch(timestamp);
      expect(endTime).toMatch(timestamp);
    }
  });

  it('SYMBL-33 does not stumble over a start of the conversation that is none', async () => {
    const client = await signedIn();
    const id = await process(client, ['One.'], {startTime: 'yesterday'});
    expect(await transcript(client, id)).toMatchObject([{startTime: '2026-01-05T09:00:00.000Z'}]);
  });
});

describe('what is there on request', () => {
  it('SYMBL-34 phrases are a list, empty unless they were asked for when the text was handed over', async () => {
    const client = await signedIn();
    const spoken = ['Please submit the documents by Friday, then call me.', 'Yes.'];
    const without = await process(client, spoken);
    expect((await transcript(client, without)).map(({phrases}) => phrases)).toEqual([[], []]);
    const id = await process(client, spoken, {detectPhrases: 'true'});
    expect((await transcript(client, id)).map(({phrases}) => phrases)).toEqual([
      [{type: 'action_phrase', text: 'submit the documents by Friday'}],
      [],
    ]);
  });

  it('SYMBL-35 sentiment and words are there when they are asked for, and then only', async () => {
    const client = await signedIn();
    const has = async (query: string) => {
      const messages = await transcript(client, seeded.page, query);
      return messages.map((message) => ['sentiment' in message, 'words' in message].join());
    };
    expect(await has('')).toEqual(Array(3).fill('false,false'));
    expect(await has('sentiment=false&verbose=false')).toEqual(Array(3).fill('false,false'));
    expect(await has('sentiment=true')).toEqual(Array(3).fill('true,false'));
    expect(await has('verbose=TRUE')).toEqual(Array(3).fill('false,true'));
    expect(await has('redact=true&sentiment=true&verbose=true')).toEqual(Array(3).fill('true,true'));
  });

  it.each(['sentiment', 'verbose'])('SYMBL-35 %s must be a boolean', async (name) => {
    const client = await signedIn();
    const answer = await getMessages(client, seeded.page, `${name}=1`);
    expect(answer).toMatchObject({status: 400, body: {message: `"${name}" must be a boolean`}});
  });

  it.each([
    ['This is great, thank you very much.', 0.6, 'positive'],
    ['What a terrible, useless day.', -0.8, 'negative'],
    ['I am not happy.', -0.6, 'negative'],
    ['Yes.', 0.2, 'neutral'],
    ['Perfect, but slow, slow.', 0.05, 'neutral'],
    ['Perfect, however.', 0.3, 'positive'],
    ['Terrible, yes.', -0.3, 'negative'],
    ['The parcel is blue.', 0, 'neutral'],
    ['Good and bad.', 0, 'neutral'],
  ])('SYMBL-35 %s sounds like %d, which is %s', async (text, score, suggested) => {
    const client = await signedIn();
    const id = await process(client, [text]);
    const [message] = await transcript(client, id, 'sentiment=true');
    expect(message?.sentiment).toEqual({polarity: {score}, suggested});
  });

  it('SYMBL-36 words of a text have times in seconds and no score', async () => {
    const client = await signedIn();
    const duration = (second: number) => ({
      duration: {startTime: `2022-01-01T00:00:0${second}Z`, endTime: `2022-01-01T00:00:0${second + 1}Z`},
    });
    const id = await process(client, [said('Hello.', duration(0)), said('Good day, Sir', duration(2))]);
    const words = (await transcript(client, id, 'verbose=true')).map((message) => message.words);
    expect(words[0]).toEqual([
      {
        word: 'Hello.',
        startTime: '2022-01-01T00:00:00.000Z',
        endTime: '2022-01-01T00:00:01.000Z',
        timeOffset: 0,
        duration: 1,
      },
    ]);
    expect(words[1]?.map(({word, timeOffset, duration}) => [word, timeOffset, duration])).toEqual([
      ['Good', 2, 0.31],
      ['day,', 2.39, 0.31],
      ['Sir', 2.77, 0.23],
    ]);
    expect(words[1]?.at(-1)?.endTime).toBe('2022-01-01T00:00:03.000Z');
  });
});
