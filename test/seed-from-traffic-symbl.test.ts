import {describe, expect, it} from 'vitest';
import {
  getMessages,
  poll,
  process,
  said,
  seeded,
  sentence,
  signedIn,
  stranger,
  submit,
  texts,
  transcript,
} from '../mocks/symbl/test-support.js';
import type {Seeds} from '../src/engine/index.js';
import {askAgain, recordCalls, seedOfCalls} from './support/implied-seed.js';
import type {VendorClient} from './support/vendor-client.js';

const ada = {from: {userId: 'ada@example.com', name: 'Ada Example'}};
const mo = {from: {userId: 'mo@example.org', name: 'Mo Sample'}};
const second = (seeds: Seeds) => signedIn({}, {seeds});

async function recorded() {
  const client = await signedIn();
  return {client, calls: recordCalls(client)};
}

/** Everything of a conversation that is told of it. */
function targetsOf(id: string): readonly string[] {
  const conversation = `/v1/conversations/${id}`;
  const transcripts = ['', '?redact=true', '?redact=true&exclude=["PERSON_NAME"]', '?sentiment=true&verbose=true'];
  const others = [
    'members',
    'entities',
    'trackers-detected',
    'questions',
    'action-items',
    'topics',
    'analytics',
    'summary',
  ];
  return [
    conversation,
    ...transcripts.map((query) => `${conversation}/messages${query}`),
    ...others.map((what) => `${conversation}/${what}`),
  ];
}

async function change(client: VendorClient, value: object): Promise<void> {
  const answer = await client.call('PATCH', '/v1/manage/settings', {
    body: [{op: 'add', path: '/redaction', value}],
  });
  expect(answer.status, answer.text).toBe(200);
}

describe('what Symbl answered becomes a seed', () => {
  it('with which a stand-in answers the same, transcripts, entities and insights included', async () => {
    const {client, calls} = await recorded();
    const made = await process(
      client,
      [
        said('Hello, my name is Ada Example and I drive a Model X.', ada),
        said('Can you call me at +1 202 555 0143 tomorrow?', ada),
        said('Yes, I will send you the contract for the Zephyr.', mo),
        said('Somebody said goodbye.', {from: {name: 'Somebody'}}),
        'Nobody did.',
      ],
      {
        name: 'A car',
        detectPhrases: true,
        metadata: {agent: 'mo'},
        entities: [{customType: 'car', text: 'Zephyr'}],
        trackers: [{name: 'Farewell', vocabulary: ['goodbye']}],
      },
    );
    await client.call('PUT', `/v1/conversations/${made}`, {body: {metadata: {agent: 'kim'}}});
    const targets = [made, seeded.ada, seeded.page, seeded.others, seeded.labelled].flatMap(targetsOf);
    const account = ['/v1/manage/entities', '/v1/conversations?startTime=2020-01-01T00:00:00.000Z'];
    const asked = await askAgain(client, {calls, targets: [...targets, ...account], second});
    expect(asked.length).toBeGreaterThan(50);
    for (const {target, before, again} of asked) expect({target, answer: again}).toEqual({target, answer: before});
  });

  it('with settings, the account’s entities and jobs as they last stood', async () => {
    const {client, calls} = await recorded();
    await change(client, {default: true, type: 'custom', custom: {SSN: 'NUMBER'}});
    const body = {type: 'Boat', subType: 'Dinghy', values: ['Swift']};
    const {id} = (await client.call('POST', '/v1/manage/entity', {body})).body as {id: string};
    const gone = (await client.call('POST', '/v1/manage/entity', {body: {...body, subType: 'Raft'}})).body as {
      id: string;
    };
    await client.call('DELETE', `/v1/manage/entity/${gone.id}`);
    const {jobId} = await submit(client, [said(sentence)]);
    expect(await poll(client, jobId)).toBe('in_progress');
    expect(await poll(client, jobId)).toBe('completed');
    const targets = ['/v1/manage/settings', `/v1/manage/entity/${id}`, '/v1/manage/entities', `/v1/job/${jobId}`];
    const asked = await askAgain(client, {calls, targets, second});
    expect(asked).toHaveLength(4);
    for (const {target, before, again} of asked) expect({target, answer: again}).toEqual({target, answer: before});
  });

  it('in which a message is in clear if it ever was read so, whichever came last', async () => {
    for (const queries of [
      ['', 'redact=true'],
      ['redact=true', ''],
      ['redact=true&exclude=["PERSON_NAME"]', 'redact=false', 'redact=true'],
    ]) {
      const {client, calls} = await recorded();
      for (const query of queries) await getMessages(client, seeded.ada, query);
      const other = await second(await seedOfCalls(calls, client.vendor));
      expect(await transcript(other, seeded.ada)).toEqual(await transcript(client, seeded.ada));
      expect(await texts(other, seeded.ada, 'redact=true')).toEqual(await texts(client, seeded.ada, 'redact=true'));
    }
  });

  it('in which a message that was only read redacted stays as it was read, speakers too', async () => {
    const {client, calls} = await recorded();
    await getMessages(client, seeded.ada, 'redact=true');
    const seeds = await seedOfCalls(calls, client.vendor);
    for (const word of ['Ada', 'Kim', '555 0143', 'example.com']) expect(JSON.stringify(seeds)).not.toContain(word);
    const other = await second(seeds);
    const redacted = await transcript(client, seeded.ada, 'redact=true');
    expect(await transcript(other, seeded.ada, 'redact=true')).toEqual(redacted);
    expect(await texts(other, seeded.ada)).toEqual(redacted.map(({text}) => text));
  });

  it('in which speakers are in clear where the members were read, though what they said is not', async () => {
    const {client, calls} = await recorded();
    await getMessages(client, seeded.ada, 'redact=true');
    const path = `/v1/conversations/${seeded.ada}/members`;
    const [asked] = await askAgain(client, {calls, targets: [path], second});
    expect(asked?.again).toEqual(asked?.before);
    expect(JSON.stringify(asked?.again)).toContain('Ada Example');
  });

  it('in which is hidden what was hidden, and nothing else: as the vendor found it', async () => {
    const {client, calls} = await recorded();
    // Without detection nothing is hidden, though it would be found (SYMBL-55).
    const open = await process(client, [sentence], {detectEntities: false});
    for (const query of ['', 'redact=true']) await getMessages(client, open, query);
    const other = await second(await seedOfCalls(calls, client.vendor));
    expect(await texts(other, open, 'redact=true')).toEqual([sentence]);
  });

  it('whose account redacts by itself: that a transcript is redacted is known from the settings', async () => {
    const {client, calls} = await recorded();
    const made = await process(client, [sentence]);
    await change(client, {default: true, type: 'custom', custom: {SSN: 'a number', LOCATION_CITY: 'a town'}});
    await getMessages(client, made, 'redact=false');
    await getMessages(client, made);
    const other = await second(await seedOfCalls(calls, client.vendor));
    expect(await texts(other, made, 'redact=false')).toEqual([sentence]);
    expect(await texts(other, made)).toEqual(['My social security number is [a number] and I live in [a town].']);
  });

  it('or from the transcript itself, where nobody read the settings', async () => {
    const client = await signedIn();
    await change(client, {default: true});
    const calls = recordCalls(client);
    for (const query of ['redact=false', '']) await getMessages(client, seeded.page, query);
    const other = await second(await seedOfCalls(calls, client.vendor));
    expect(await texts(other, seeded.page)).toEqual(await texts(client, seeded.page, 'redact=false'));
  });

  it('with what was handed over and not read: done, or still to be done', async () => {
    const {client, calls} = await recorded();
    const done = await process(client, [said('It is done.', ada), said('And so is this.', ada)]);
    const {conversationId, jobId} = await submit(client, [said(sentence, mo)], {name: 'Still to come'});
    const other = await second(await seedOfCalls(calls, client.vendor));
    expect(await texts(other, done)).toEqual(['It is done.', 'And so is this.']);
    expect((await transcript(other, done)).map(({from}) => from.email)).toEqual(['ada@example.com', 'ada@example.com']);
    expect(await texts(other, conversationId)).toEqual([]);
    expect(await poll(other, jobId)).toBe('in_progress');
    expect(await poll(other, jobId)).toBe('completed');
    expect(await texts(other, conversationId)).toEqual([sentence]);
  });

  it('that does not do again what was read already', async () => {
    const {client, calls} = await recorded();
    const {conversationId, jobId} = await submit(client, [said(sentence)]);
    expect(await poll(client, jobId)).toBe('in_progress');
    client.advance(60_000);
    expect(await texts(client, conversationId)).toEqual([sentence]);
    const other = await second(await seedOfCalls(calls, client.vendor));
    expect(await poll(other, jobId)).toBe('completed');
    expect(await texts(other, conversationId)).toEqual([sentence]);
  });

  it('without what was deleted, and without the addresses of the client’s webhooks', async () => {
    const {client, calls} = await recorded();
    await getMessages(client, seeded.ada);
    await client.call('DELETE', `/v1/conversations/${seeded.ada}`);
    await submit(client, [said(sentence)], {webhookUrl: 'https://hooks.example.org/symbl'});
    const text = JSON.stringify(await seedOfCalls(calls, client.vendor));
    expect(text).not.toContain('Ada Example');
    expect(text).not.toContain('hooks.example.org');
    expect(text).toContain(sentence);
  });

  it('of the account of the demo credentials, which is not named', async () => {
    const {client, calls} = await recorded();
    for (const target of targetsOf(seeded.page)) await client.call('GET', target);
    const seeds = await seedOfCalls(calls, client.vendor);
    expect(Object.keys(seeds.symbl ?? {}).sort()).toEqual(['conversations', 'members', 'messages']);
    const nobody = recordCalls(stranger());
    expect(await seedOfCalls(nobody, client.vendor)).toEqual({});
  });
});
