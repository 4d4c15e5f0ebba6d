/** What Symbl's own clients do, step by step, and what they would trip over. */
import {describe, expect, it} from 'vitest';
import type {components} from '../../specs/symbl/generated/index.js';
import type {Answer, VendorClient} from '../../test/support/vendor-client.js';
import {credentialsOf, process, said, seeded, signedIn, stranger, tokenOf} from './test-support.js';

type Accepted = components['schemas']['ProcessResponse'];
type Messages = components['schemas']['Messages'];

const wav = {body: new Uint8Array([82, 73, 70, 70]), headers: {'content-type': 'audio/wav'}};

const jobOf = (client: VendorClient, id: string) => client.call('GET', `/v1/job/${id}`);
const statusIn = ({body}: Answer) => (body as components['schemas']['Job']).status;

describe('the Node samples', () => {
  /** Polls as they do: as long as the job is in progress, and 31 times at most. Returns what was seen. */
  async function poll(client: VendorClient, jobId: string): Promise<string[]> {
    const seen: string[] = [];
    do {
      client.advance(5000);
      seen.push(statusIn(await jobOf(client, jobId)));
    } while (seen.at(-1) === 'in_progress' && seen.length < 31);
    return seen;
  }

  /** The sample from the file to the redacted transcript. */
  async function run(behaviours: Record<string, unknown> = {}) {
    const client = await signedIn(behaviours);
    const accepted = await client.call('POST', '/v1/process/audio?name=Redaction&languageCode=en-US', wav);
    expect([200, 201]).toContain(accepted.status);
    const {conversationId, jobId} = accepted.body as Accepted;
    const seen = await poll(client, jobId);
    const path = `/v1/conversations/${conversationId}/messages`;
    const redacted = await client.call('GET', `${path}?exclude=[%22PERSON_NAME%22]&redact=true`);
    return {client, seen, path, redacted};
  }

  it('SYMBL-19 SYMBL-22 SYMBL-59 get a redacted transcript of a file, whatever moves jobs on', async () => {
    for (const jobs of ['both', 'polls', 'clock']) {
      const {seen, redacted} = await run({'symbl.jobs': jobs});
      expect(seen.at(-1)).toBe('completed');
      expect(redacted.status).toBe(200);
      expect((redacted.body as Messages).messages.length).toBeGreaterThan(5);
    }
  });

  it('SYMBL-22 give up too early on a job that is scheduled', async () => {
    const {seen, redacted} = await run({'symbl.jobs': 'polls', 'symbl.job_scheduled': true});
    expect(seen).toEqual(['scheduled']);
    expect(redacted.body).toEqual({messages: []});
  });

  it('SYMBL-37 send `undefined` as a query when they have none', async () => {
    const {client, path} = await run();
    const plain = await client.call('GET', path);
    expect((await client.call('GET', `${path}?undefined`)).text).toBe(plain.text);
    expect((await client.call('GET', '/v1/conversations?undefined')).status).toBe(200);
    expect((await client.call('POST', '/v1/process/audio?undefined', wav)).status).toBe(201);
  });
});

describe('the Go client', () => {
  it('SYMBL-6 SYMBL-16 SYMBL-59 polls until a job is completed, and sends quotes and brackets as they are', async () => {
    const client = stranger();
    const body = {...credentialsOf(), AuthURI: 'https://api.symbl.ai/oauth2/token:generate'};
    const token = await client.call('POST', '/oauth2/token:generate', {body});
    client.authorization = `Bearer ${(token.body as {accessToken: string}).accessToken}`;
    const wanted = {url: 'https://files.example.com/a.wav', detectEntities: true, enableSummary: true};
    const accepted = await client.call('POST', '/v1/process/audio/url', {
      body: {...wanted, trackers: [], features: null},
    });
    const {conversationId, jobId} = accepted.body as Accepted;
    let status = '';
    for (let waited = 0; waited < 120_000 && status !== 'completed'; waited += 2000) {
      client.advance(2000);
      status = statusIn(await jobOf(client, jobId));
    }
    expect(status).toBe('completed');
    const path = `/v1/conversations/${conversationId}/messages`;
    const one = await client.call('GET', `${path}?exclude=["PERSON_NAME","PHONE_NUMBER"]&redact=true`);
    const other = await client.call('GET', `${path}?redact=true&exclude=["PERSON_NAME","PHONE_NUMBER"]`);
    expect(one.status).toBe(200);
    expect(other.text).toBe(one.text);
  });
});

describe('the Python client', () => {
  it('SYMBL-8 SYMBL-16 SYMBL-20 sends its booleans as texts and its token as `x-api-key`', async () => {
    const client = await signedIn();
    const key = (client.authorization ?? '').replace('Bearer ', '');
    const options = {headers: {'x-api-key': key}, authorization: null};
    const body = {messages: [said('Please call Tony Stark.')], detectPhrases: 'true', detectEntities: 'true'};
    const accepted = await client.call('POST', '/v1/process/text', {...options, body});
    expect(accepted.status).toBe(201);
    const query = 'detectPhrases=true&enableSpeakerDiarization=false&customVocabulary=["Platform",%20"Targets"]';
    const headers = {...wav.headers, ...options.headers};
    expect((await client.call('POST', `/v1/process/audio?${query}`, {...wav, ...options, headers})).status).toBe(201);
    const {jobId} = accepted.body as Accepted;
    for (let i = 0; i < 4; i++) {
      const {status} = (await client.call('GET', `/v1/job/${jobId}`, options)).body as {status: string};
      expect(['scheduled', 'in_progress', 'completed', 'failed']).toContain(status);
    }
  });
});

describe('the C# client', () => {
  it('SYMBL-14 SYMBL-19 reads exactly 201 from what processes and exactly 200 from what reads', async () => {
    const client = await signedIn();
    const url = {url: 'https://files.example.com/a'};
    const processed: Answer[] = [
      await client.call('POST', '/v1/process/text', {body: {messages: [said('Hello.')]}}),
      await client.call('POST', '/v1/process/audio', wav),
      await client.call('POST', '/v1/process/audio/url', {body: url}),
      await client.call('POST', '/v1/process/video/url', {body: url}),
    ];
    expect(processed.map(({status}) => status)).toEqual([201, 201, 201, 201]);
    const {conversationId, jobId} = processed[1]?.body as Accepted;
    const path = `/v1/conversations/${conversationId}`;
    for (const read of [`/v1/job/${jobId}`, path, `${path}/members`, `${path}/messages`, '/v1/conversations']) {
      expect((await client.call('GET', read)).status, read).toBe(200);
    }
    expect((await client.call('DELETE', path)).status).toBe(200);
  });
});

describe('the JavaScript clients', () => {
  it('SYMBL-1 SYMBL-7 insist on the lengths of credentials, and read when a token expires out of it', async () => {
    const {appId, appSecret} = credentialsOf();
    expect([appId?.length, appSecret?.length]).toEqual([64, 128]);
    for (const credential of [appId, appSecret]) expect(credential).toMatch(/^[\da-z]{64,128}$/i);
    const client = stranger();
    const [, payload = ''] = (await tokenOf(client)).split('.');
    const {exp, iat} = JSON.parse(atob(payload)) as Record<'exp' | 'iat', number>;
    expect(exp - iat).toBe(86_400);
  });

  it('SYMBL-3 SYMBL-9 tell 401 apart from other failures, and print its body', async () => {
    const client = stranger();
    const wrong = {...credentialsOf(), appSecret: 'x'.repeat(128)};
    for (const answer of [
      await client.call('POST', '/oauth2/token:generate', {body: wrong}),
      await client.call('GET', `/v1/conversations/${seeded.page}/messages`, {authorization: 'Bearer expired'}),
    ]) {
      expect(answer).toMatchObject({status: 401, body: {message: expect.any(String) as string}});
    }
  });

  it('SYMBL-8 SYMBL-11 SYMBL-33 send a key alone, and parse times that must have a fraction', async () => {
    const client = await signedIn();
    const key = (client.authorization ?? '').replace('Bearer ', '');
    const id = await process(client, ['Hello.', said('Bye.', {duration: {startTime: '2020-07-21T16:02:19Z'}})]);
    const path = `/v1/conversations/${id}`;
    for (const read of [`${path}/messages`, path]) {
      const answer = await client.call('GET', read, {authorization: null, headers: {'x-api-key': key}});
      expect(answer.status).toBe(200);
      const times = answer.text.match(/(?<="(?:start|end)Time":")[^"]*/g) ?? [];
      expect(times.length).toBeGreaterThan(1);
      for (const time of times) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    }
  });
});

describe('the Snowflake sample', () => {
  it('SYMBL-14 SYMBL-22 SYMBL-57 goes from text to what was found in it', async () => {
    const client = await signedIn();
    const body = {
      messages: [said('My name is Tony Stark. I want a refund.', {from: {userId: 'tony@example.com', name: 'Tony'}})],
      features: {featureList: ['insights', 'callScore'], callScore: {scorecardId: '1'}},
      conversationType: 'sales',
      metadata: {salesStage: 'qualification'},
      startTime: null,
      trackers: [{name: 'Refund', vocabulary: ['refund']}],
    };
    const accepted = await client.call('POST', '/v1/process/text', {body});
    expect(accepted.status).toBeLessThan(400);
    const {conversationId, jobId} = accepted.body as Accepted;
    let status = '';
    while (!['completed', 'failed'].includes(status)) status = statusIn(await jobOf(client, jobId));
    const path = `/v1/conversations/${conversationId}`;
    const {messages} = (await client.call('GET', `${path}/messages?sentiment=true`)).body as Messages;
    expect(messages[0]?.sentiment?.suggested).toMatch(/^(?:positive|neutral|negative)$/);
    const {entities} = (await client.call('GET', `${path}/entities`)).body as components['schemas']['DetectedEntities'];
    const [match] = entities[0]?.matches ?? [];
    expect([match?.detectedValue, match?.messageRefs[0]?.text]).toEqual(['Tony Stark', messages[0]?.text]);
    expect((await client.call('GET', `${path}/trackers`)).body).toMatchObject([{name: 'Refund'}]);
  });
});
