import {describe, expect, it} from 'vitest';
import {
  badRequest,
  getMessages,
  notFound,
  poll,
  process,
  said,
  seeded,
  signedIn,
  submit,
  texts,
  transcript,
} from '../test-support.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const aSecond = 1000;
const john = {from: {userId: 'john@example.com', name: 'John'}};
const mary = {from: {userId: 'mary@example.com', name: 'Mary'}};

describe('handing text over', () => {
  it('SYMBL-14 starts a conversation and a job', async () => {
    const client = await signedIn();
    const {conversationId, jobId} = await submit(client, [said('Hello.')]);
    expect(conversationId).toMatch(/^[0-9]{16}$/);
    expect(jobId).toMatch(uuid);
    expect(await client.call('GET', `/v1/conversations/${conversationId}`)).toMatchObject({
      status: 200,
      body: {id: conversationId, type: 'meeting', name: conversationId, members: []},
    });
    expect(await client.call('GET', `/v1/job/${jobId}`)).toMatchObject({status: 200, body: {id: jobId}});
  });

  it('SYMBL-14 answers 200 where the switch says so', async () => {
    const client = await signedIn({'symbl.process_status': '200'});
    const body = {messages: [said('Hello.')]};
    const answer = await client.call('POST', '/v1/process/text', {body});
    expect(answer.status).toBe(200);
    const {conversationId} = answer.body as {conversationId: string};
    expect(await client.call('PUT', `/v1/process/text/${conversationId}`, {body})).toMatchObject({status: 200});
  });

  it('SYMBL-14 keeps the name, kind and labels that later clients send', async () => {
    const client = await signedIn();
    const more = {name: 'Renewal', conversationType: 'sales', metadata: {team: 'north'}};
    const clients = {startTime: null, features: {featureList: null}, unheardOf: true};
    const {conversationId} = await submit(client, [said('Hello.')], {...more, ...clients});
    const {body} = await client.call('GET', `/v1/conversations/${conversationId}`);
    expect(body).toMatchObject({name: 'Renewal', type: 'sales', metadata: {team: 'north'}});
  });

  it.each([
    ['no messages', {}],
    ['an empty list', {messages: []}],
    ['an empty content', {messages: [said('')]}],
    ['a message without content', {messages: [said('Hello.'), {payload: {}}]}],
    ['a message without payload', {messages: [{from: {name: 'John'}}]}],
    ['a content that is no text', {messages: [{payload: {content: 1}}]}],
    ['messages that are no list', {messages: said('Hello.')}],
    ['an option that is no boolean', {messages: [said('Hello.')], detectEntities: 'yes'}],
    ['a body that is not JSON', 'messages=Hello'],
  ])('SYMBL-15 refuses %s', async (_, body) => {
    const client = await signedIn();
    const before = await client.everything();
    expect(await client.call('POST', '/v1/process/text', {body})).toMatchObject({status: 400, body: badRequest});
    const put = await client.call('PUT', `/v1/process/text/${seeded.page}`, {body});
    expect(put).toMatchObject({status: 400, body: badRequest});
    const stored = (text: string) => JSON.stringify((JSON.parse(text) as unknown[])[0]);
    expect(stored(await client.everything())).toBe(stored(before));
  });

  it.each([
    [true, ['Call [PERSON_NAME] back.']],
    ['true', ['Call [PERSON_NAME] back.']],
    [false, ['Call Tony Stark back.']],
    ['false', ['Call Tony Stark back.']],
  ] as const)('SYMBL-16 reads the option %j', async (detectEntities, expected) => {
    const client = await signedIn();
    const id = await process(client, ['Call Tony Stark back.'], {detectEntities});
    expect(await texts(client, id, 'redact=true')).toEqual(expected);
  });

  it('SYMBL-17 adds to a conversation, behind what is there', async () => {
    const client = await signedIn();
    const first = await submit(client, [said('One.'), said('Two.')]);
    await poll(client, first.jobId);
    await poll(client, first.jobId);
    const second = await submit(client, [said('Three.')], {to: first.conversationId});
    expect(second.conversationId).toBe(first.conversationId);
    expect(second.jobId).not.toBe(first.jobId);
    await poll(client, second.jobId);
    await poll(client, second.jobId);
    expect(await texts(client, first.conversationId)).toEqual(['One.', 'Two.', 'Three.']);
  });

  it('SYMBL-17 leaves all other conversations alone', async () => {
    const client = await signedIn();
    const before = await transcript(client, seeded.others);
    await process(client, ['One more.'], {to: seeded.page});
    expect(await texts(client, seeded.page)).toHaveLength(4);
    expect(await transcript(client, seeded.others)).toEqual(before);
  });

  it('SYMBL-18 does not add to a conversation that there is not', async () => {
    const client = await signedIn();
    const body = {messages: [said('Hello.')]};
    for (const id of ['1111111111111111', 'nonsense']) {
      expect(await client.call('PUT', `/v1/process/text/${id}`, {body})).toMatchObject({status: 404, body: notFound});
    }
  });
});

describe('a job', () => {
  it('SYMBL-20 SYMBL-21 SYMBL-22 is in progress at the first poll and completed at the next, for good', async () => {
    const client = await signedIn();
    const {jobId} = await submit(client, [said('Hello.')]);
    const shown = [];
    for (let i = 0; i < 4; i++) shown.push(await poll(client, jobId));
    expect(shown).toEqual(['in_progress', 'completed', 'completed', 'completed']);
  });

  it('SYMBL-22 shows that it is scheduled first where the switch says so', async () => {
    const client = await signedIn({'symbl.job_scheduled': true});
    const {jobId} = await submit(client, [said('Hello.')]);
    const shown = [];
    for (let i = 0; i < 3; i++) shown.push(await poll(client, jobId));
    expect(shown).toEqual(['scheduled', 'in_progress', 'completed']);
  });

  it('SYMBL-22 goes on by the clock when nobody asks', async () => {
    const client = await signedIn();
    const {conversationId} = await submit(client, [said('Hello.')]);
    client.advance(2 * aSecond - 1);
    expect(await texts(client, conversationId)).toEqual([]);
    client.advance(1);
    expect(await texts(client, conversationId)).toEqual(['Hello.']);
  });

  it('SYMBL-22 goes by whichever comes first, and only once', async () => {
    const client = await signedIn();
    const {conversationId, jobId} = await submit(client, [said('Hello.')]);
    client.advance(900);
    expect(await poll(client, jobId)).toBe('in_progress');
    client.advance(999);
    expect(await texts(client, conversationId)).toEqual([]);
    client.advance(1);
    expect(await texts(client, conversationId)).toEqual(['Hello.']);
    client.advance(60 * aSecond);
    expect(await poll(client, jobId)).toBe('completed');
    expect(await texts(client, conversationId)).toEqual(['Hello.']);
  });

  it('SYMBL-21 never goes back: finished by polls, it stays so when its time by the clock comes', async () => {
    const client = await signedIn();
    const first = await submit(client, [said('One.')]);
    client.advance(500);
    expect([await poll(client, first.jobId), await poll(client, first.jobId)]).toEqual(['in_progress', 'completed']);
    client.advance(500);
    // Asking for the job would move it on; a job that runs again shows in the summary.
    const summary = await client.call('GET', `/v1/conversations/${first.conversationId}/summary`);
    expect(summary.status).toBe(200);
    const second = await submit(client, [said('Two.')], {to: first.conversationId});
    expect(await poll(client, second.jobId)).toBe('in_progress');
    client.advance(60 * aSecond);
    expect(await texts(client, first.conversationId)).toEqual(['One.', 'Two.']);
  });

  it('SYMBL-22 goes by the clock alone where the switch says so', async () => {
    const client = await signedIn({'symbl.jobs': 'clock', 'symbl.job_step': 'PT10S'});
    const {jobId} = await submit(client, [said('Hello.')]);
    expect(await poll(client, jobId)).toBe('scheduled');
    expect(await poll(client, jobId)).toBe('scheduled');
    client.advance(10 * aSecond);
    expect(await poll(client, jobId)).toBe('in_progress');
    client.advance(10 * aSecond);
    expect(await poll(client, jobId)).toBe('completed');
  });

  it('SYMBL-22 goes by polls alone where the switch says so', async () => {
    const client = await signedIn({'symbl.jobs': 'polls'});
    const {jobId} = await submit(client, [said('Hello.')]);
    client.advance(3600 * aSecond);
    expect(await poll(client, jobId)).toBe('in_progress');
    client.advance(3600 * aSecond);
    expect(await poll(client, jobId)).toBe('completed');
  });

  it('SYMBL-21 can fail, and then adds nothing and keeps nothing', async () => {
    const client = await signedIn({'symbl.job_outcome': 'failed'});
    const {conversationId, jobId} = await submit(client, [said('CANARY-UNSAID', john)]);
    expect(await poll(client, jobId)).toBe('in_progress');
    expect(await poll(client, jobId)).toBe('failed');
    expect(await poll(client, jobId)).toBe('failed');
    expect(await texts(client, conversationId)).toEqual([]);
    expect(await client.everything()).not.toContain('CANARY-UNSAID');
  });

  it('SYMBL-23 that there is not is not found', async () => {
    const client = await signedIn();
    for (const id of ['11111111-1111-4111-8111-111111111111', 'nonsense']) {
      const answer = await client.call('GET', `/v1/job/${id}`);
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual({message: expect.any(String) as string});
    }
  });

  it('SYMBL-26 waits for the one before it in its conversation, even when only the later one is asked for', async () => {
    const client = await signedIn({'symbl.jobs': 'polls'});
    const first = await submit(client, [said('One.')]);
    const second = await submit(client, [said('Two.')], {to: first.conversationId});
    const shown = [];
    for (let i = 0; i < 4; i++) {
      shown.push([await poll(client, second.jobId), await texts(client, first.conversationId)]);
    }
    expect(shown).toEqual([
      ['scheduled', []],
      ['scheduled', ['One.']],
      ['in_progress', ['One.']],
      ['completed', ['One.', 'Two.']],
    ]);
    expect(await poll(client, first.jobId)).toBe('completed');
  });

  it('SYMBL-26 waits by the clock too', async () => {
    const client = await signedIn({'symbl.jobs': 'clock'});
    const first = await submit(client, [said('One.')]);
    const second = await submit(client, [said('Two.')], {to: first.conversationId});
    client.advance(2 * aSecond);
    expect(await poll(client, first.jobId)).toBe('completed');
    expect(await poll(client, second.jobId)).toBe('scheduled');
    client.advance(2 * aSecond);
    expect(await texts(client, first.conversationId)).toEqual(['One.', 'Two.']);
  });

  it('SYMBL-26 does not wait for another conversation', async () => {
    const client = await signedIn({'symbl.jobs': 'polls'});
    await submit(client, [said('One.')]);
    const {jobId} = await submit(client, [said('Two.')]);
    expect(await poll(client, jobId)).toBe('in_progress');
    expect(await poll(client, jobId)).toBe('completed');
  });

  it('SYMBL-31 leaves what is there so far to be read while it runs', async () => {
    const client = await signedIn();
    const {conversationId, jobId} = await submit(client, [said('Hello.', john)]);
    expect((await getMessages(client, conversationId)).body).toEqual({messages: []});
    await poll(client, jobId);
    expect((await getMessages(client, conversationId, 'redact=true&verbose=true')).body).toEqual({messages: []});
    await poll(client, jobId);
    expect(await texts(client, conversationId)).toEqual(['Hello.']);
  });
});

describe('speakers', () => {
  it('SYMBL-27 become members, one for each user id', async () => {
    const client = await signedIn();
    const id = await process(client, [
      said('One.', john),
      said('Two.', mary),
      said('Three.', {from: {userId: 'john@example.com'}}),
      said('Four.', {from: {userId: '  ', name: 'Blank'}}),
    ]);
    await process(client, [said('Five.', {from: {userId: 'mary@example.com', name: 'Maria'}})], {to: id});

    const {body} = await client.call('GET', `/v1/conversations/${id}/members`);
    const {members} = body as {members: {id: string}[]};
    expect(members).toEqual([
      {id: expect.stringMatching(uuid) as string, name: 'John', email: 'john@example.com'},
      {id: expect.stringMatching(uuid) as string, name: 'Mary', email: 'mary@example.com'},
    ]);
    const [one, two, three, four, five] = (await transcript(client, id)).map(({from}) => from);
    expect(one).toEqual(members[0]);
    expect(two).toEqual(members[1]);
    expect(three).toEqual(members[0]);
    expect(four).toEqual({name: 'Blank'});
    expect(five).toEqual(members[1]);
    expect((await client.call('GET', `/v1/conversations/${id}`)).body).toMatchObject({members});
  });

  it('SYMBL-27 get the name that comes later', async () => {
    const client = await signedIn();
    const id = await process(client, [said('One.', {from: {userId: 'john@example.com'}}), said('Two.', john)]);
    const [one, two] = (await transcript(client, id)).map(({from}) => from);
    expect(one).toEqual(two);
    expect(one).toMatchObject({name: 'John', email: 'john@example.com'});
  });

  it('SYMBL-28 whom nobody named are nobody', async () => {
    const client = await signedIn();
    const id = await process(client, ['Hello.', said('Hello.', {from: {}})]);
    expect((await transcript(client, id)).map(({from}) => from)).toEqual([{}, {}]);
    expect((await client.call('GET', `/v1/conversations/${id}/members`)).body).toEqual({members: []});
  });
});
