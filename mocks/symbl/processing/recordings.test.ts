/** Files and addresses handed over instead of text. */
import {describe, expect, it} from 'vitest';
import type {components} from '../../../specs/symbl/generated/index.js';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {recordings} from './recordings.js';
import {
  membersOf,
  notFound,
  otherApp,
  poll,
  process,
  seeded,
  signedIn,
  texts,
  recordingRoutes,
  bytes,
  wav,
  mp4,
  tokenOf,
  transcript,
} from '../test-support.js';

type Accepted = components['schemas']['ProcessResponse'];

const starting = recordingRoutes.filter(([method]) => method === 'POST');
const adding = recordingRoutes.filter(([method]) => method === 'PUT');

/** Hands a recording over and has it processed. Returns the conversation's id. */
async function hear(
  client: VendorClient,
  call: {path?: string; body?: unknown; headers?: Record<string, string>} = {},
) {
  const {path = '/v1/process/audio', body = bytes('RIFF'), headers = wav} = call;
  const answer = await client.call(/\d{16}/.test(path) ? 'PUT' : 'POST', path, {body, headers});
  expect(answer.status, answer.text).toBe(201);
  const {conversationId, jobId} = answer.body as Accepted;
  await poll(client, jobId);
  expect(await poll(client, jobId)).toBe('completed');
  return conversationId;
}

describe('a recording', () => {
  it.each(starting)('SYMBL-19 starts a conversation, as text does: %s %s', async (method, path, call) => {
    const client = await signedIn();
    const answer = await client.call(method, path, call);
    expect(answer.status).toBe(201);
    const {conversationId, jobId} = answer.body as Accepted;
    expect(conversationId).toMatch(/^[0-9]{16}$/);
    expect(await texts(client, conversationId)).toEqual([]);
    expect([await poll(client, jobId), await poll(client, jobId)]).toEqual(['in_progress', 'completed']);
    expect((await texts(client, conversationId)).length).toBeGreaterThan(5);
    expect((await client.call('GET', `/v1/conversations/${conversationId}`)).body).toMatchObject({
      type: 'meeting',
      name: conversationId,
      members: [],
    });
  });

  it.each(adding)(
    'SYMBL-17 SYMBL-19 adds to a conversation, behind what is there: %s %s',
    async (method, path, call) => {
      const client = await signedIn();
      const before = await texts(client, seeded.page);
      const answer = await client.call(method, path, call);
      expect(answer).toMatchObject({status: 201, body: {conversationId: seeded.page}});
      client.advance(10_000);
      const after = await transcript(client, seeded.page);
      expect(after.map(({text}) => text).slice(0, before.length)).toEqual(before);
      expect(after.length).toBeGreaterThan(before.length + 5);
      const starts = after.map(({startTime}) => startTime);
      expect(starts).toEqual(starts.toSorted());
    },
  );

  it.each(adding)('SYMBL-18 is not added to a conversation that there is not: %s %s', async (method, path, call) => {
    const client = await signedIn();
    for (const id of ['1111111111111111', 'nonsense', seeded.foreign]) {
      expect(await client.call(method, path.replace(seeded.page, id), call)).toMatchObject({
        status: 404,
        body: notFound,
      });
    }
  });

  it('SYMBL-26 waits for what was handed over before it, be it text or a recording', async () => {
    const client = await signedIn({'symbl.jobs': 'polls'});
    const first = await client.call('POST', '/v1/process/text', {body: {messages: [{payload: {content: 'One.'}}]}});
    const {conversationId} = first.body as Accepted;
    const path = `/v1/process/video/url/${conversationId}`;
    const second = await client.call('PUT', path, {body: {url: 'https://files.example.com/a.mp4'}});
    const {jobId} = second.body as Accepted;
    const shown = [];
    for (let i = 0; i < 4; i++) shown.push(await poll(client, jobId));
    expect(shown).toEqual(['scheduled', 'scheduled', 'in_progress', 'completed']);
    expect((await texts(client, conversationId))[0]).toBe('One.');
  });

  it('SYMBL-14 answers 200 where the switch says so', async () => {
    const client = await signedIn({'symbl.process_status': '200', 'symbl.concurrent_jobs': 8});
    for (const [method, path, call] of recordingRoutes)
      expect((await client.call(method, path, call)).status).toBe(200);
  });

  it.each(recordingRoutes)('SYMBL-8 SYMBL-9 SYMBL-12 wants a token first: %s %s', async (method, path, call) => {
    const client = await signedIn();
    const authorization = client.authorization?.replace('Bearer ', '') ?? '';
    expect((await client.call(method, path, {...call, authorization: null})).status).toBe(401);
    const headers = {...('headers' in call && call.headers), 'x-api-key': authorization};
    expect((await client.call(method, path, {...call, headers, authorization: null})).status).toBe(201);
  });

  it('SYMBL-13 belongs to the account that handed it over', async () => {
    const client = await signedIn();
    const id = await hear(client);
    client.authorization = `Bearer ${await tokenOf(client, otherApp)}`;
    expect((await client.call('GET', `/v1/conversations/${id}/messages`)).status).toBe(404);
  });
});

describe('what is heard', () => {
  it('SYMBL-19 is the same for the same bytes, and something else for others', async () => {
    const client = await signedIn();
    const heard = new Set<string>();
    for (let i = 0; i < 24; i++) {
      const body = bytes(`RIFF${i}`);
      const first = await texts(client, await hear(client, {body}));
      const again = await texts(client, await hear(client, {path: '/v1/process/video', headers: mp4, body}));
      expect(again).toEqual(first);
      heard.add(first.join(' '));
    }
    expect(heard.size).toBe(recordings.length);
  });

  it('SYMBL-19 follows from the address, from which nothing is fetched', async () => {
    const client = await signedIn();
    const heard = new Set<string>();
    const json = {'content-type': 'application/json'};
    for (let i = 0; i < 24; i++) {
      const call = {path: '/v1/process/audio/url', headers: json, body: {url: `https://files.example.com/${i}.wav`}};
      const first = await texts(client, await hear(client, call));
      expect(await texts(client, await hear(client, call))).toEqual(first);
      heard.add(first.join(' '));
    }
    expect(heard.size).toBe(recordings.length);
    expect(client.sent).toEqual([]);
  });

  it('SYMBL-19 SYMBL-39 has several voices, and personal data that redaction hides', async () => {
    const client = await signedIn();
    for (let i = 0; i < 24; i++) {
      const redacted = (await texts(client, await hear(client, {body: bytes(`RIFF${i}`)}), 'redact=true')).join(' ');
      expect(redacted).toMatch(/\[[A-Z_]+\]/);
    }
    for (const lines of recordings) expect(new Set(lines.map(([voice]) => voice)).size).toBeGreaterThan(1);
  });

  it('SYMBL-28 is nobody’s as long as voices are not told apart', async () => {
    const client = await signedIn();
    const id = await hear(client);
    expect((await transcript(client, id)).every(({from}) => Object.keys(from).length === 0)).toBe(true);
    expect(await membersOf(client, id)).toEqual([]);
  });

  it('SYMBL-27 is of numbered speakers where voices are told apart', async () => {
    const client = await signedIn();
    const id = await hear(client, {path: '/v1/process/audio?enableSpeakerDiarization=true'});
    const names = new Set((await transcript(client, id)).map(({from}) => from.name));
    const members = await membersOf(client, id);
    expect(members.map(({name}) => name)).toEqual([...names]);
    expect(members[0]).toEqual({id: expect.any(String) as string, name: 'Speaker 1'});
    expect(members[1]).toMatchObject({name: 'Speaker 2'});
  });

  it('SYMBL-27 has as many speakers as were asked for, at most', async () => {
    const client = await signedIn();
    const query = 'enableSpeakerDiarization=true&diarizationSpeakerCount=1';
    const id = await hear(client, {path: `/v1/process/audio?${query}`});
    expect((await membersOf(client, id)).map(({name}) => name)).toEqual(['Speaker 1']);
    const body = {url: 'https://files.example.com/1', enableSpeakerDiarization: 'true', diarizationSpeakerCount: '1'};
    const headers = {'content-type': 'application/json'};
    const other = await hear(client, {path: '/v1/process/audio/url', body, headers});
    expect((await membersOf(client, other)).map(({name}) => name)).toEqual(['Speaker 1']);
  });

  it('SYMBL-27 has new speakers when more is added, for nobody knows their voices', async () => {
    const client = await signedIn();
    const id = await hear(client, {path: '/v1/process/audio?enableSpeakerDiarization=true'});
    const before = await membersOf(client, id);
    await hear(client, {path: `/v1/process/audio/${id}?enableSpeakerDiarization=true`});
    const after = await membersOf(client, id);
    expect(after).toHaveLength(2 * before.length);
    expect(new Set(after.map((member) => member.id)).size).toBe(after.length);
  });

  it('SYMBL-27 is of the people whom the request puts on the channels', async () => {
    const client = await signedIn();
    const channels = [
      {channel: 1, speaker: {name: 'Robert Example', email: 'robert@example.com'}},
      {channel: 2, speaker: {name: 'Arya Sample'}},
    ];
    const metadata = encodeURIComponent(JSON.stringify(channels));
    const separate = 'enableSeparateRecognitionPerChannel=true';
    const id = await hear(client, {path: `/v1/process/audio?${separate}&channelMetadata=${metadata}`});
    expect(await membersOf(client, id)).toMatchObject([
      {name: 'Robert Example', email: 'robert@example.com'},
      {name: 'Arya Sample'},
    ]);
    expect((await transcript(client, id))[0]?.from).toMatchObject({email: 'robert@example.com'});
    const redacted = await transcript(client, id, 'redact=true');
    expect(redacted[0]?.from).toMatchObject({name: '[REDACTED NAME 1]', email: '[REDACTED EMAIL 1]'});

    const mixed = await hear(client, {path: `/v1/process/audio?channelMetadata=${metadata}`});
    expect(await membersOf(client, mixed)).toEqual([]);
    const unknown = await hear(client, {path: `/v1/process/audio?${separate}`});
    expect((await membersOf(client, unknown)).map(({name}) => name)).toEqual(['Speaker 1', 'Speaker 2']);
  });

  it('SYMBL-36 has words with a score and a voice, which text does not', async () => {
    const client = await signedIn();
    const [heard] = await transcript(client, await hear(client), 'verbose=true');
    expect(heard?.words?.[0]).toMatchObject({score: 0.9, speakerTag: 0});
    const query = 'enableSpeakerDiarization=true';
    const apart = await transcript(client, await hear(client, {path: `/v1/process/audio?${query}`}), 'verbose=true');
    expect(apart[0]?.words?.[0]?.speakerTag).toBe(1);
    const [read] = await transcript(client, await process(client, ['Hello.']), 'verbose=true');
    expect(Object.keys(read?.words?.[0] ?? {})).not.toContain('score');
  });

  it('SYMBL-34 SYMBL-55 heeds the options of text', async () => {
    const client = await signedIn();
    const options = 'name=Business%20Meeting&detectPhrases=True&detectEntities=false';
    const id = await hear(client, {path: `/v1/process/video?${options}`, headers: mp4});
    expect((await client.call('GET', `/v1/conversations/${id}`)).body).toMatchObject({name: 'Business Meeting'});
    expect(await texts(client, id, 'redact=true')).toEqual(await texts(client, id));
    expect((await transcript(client, id)).flatMap(({phrases}) => phrases).length).toBeGreaterThan(0);
  });
});
